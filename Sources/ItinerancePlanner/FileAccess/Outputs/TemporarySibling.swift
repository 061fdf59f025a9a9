import Foundation

/// A folder where results are made before they are put in place: `.NAME.UUID.partiel` beside their target.
///
/// It is locked while its program lives. A program that was killed leaves it behind unlocked, and the next one that writes
/// to the same target clears it away.
package final class TemporarySibling {
    package let url: URL
    private let descriptor: Int32

    /// - Throws: where no folder can be made there.
    package init(beside target: URL) throws {
        let target = target.standardizedFileURL
        Self.clear(beside: target)
        for _ in 0..<10 {
            let url = Self.place(beside: target)
            try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
            // Before it is locked, another program may take it for left behind: locked by that one, or gone.
            let descriptor = open(url.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
            if descriptor < 0, errno == ENOENT { continue }
            guard descriptor >= 0 else {
                try? FileManager.default.removeItem(at: url)
                throw CocoaError(.fileWriteUnknown)
            }
            // A disk without locks keeps what is left behind.
            let isTaken = flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK
            guard !isTaken, FileManager.default.fileExists(atPath: url.path) else {
                close(descriptor)
                continue
            }
            self.url = url
            self.descriptor = descriptor
            return
        }
        throw CocoaError(.fileWriteUnknown)
    }

    deinit { close(descriptor) }

    package func remove() { try? FileManager.default.removeItem(at: url) }

    private static func place(beside target: URL) -> URL {
        target.deletingLastPathComponent()
            .appendingPathComponent(".\(target.lastPathComponent).\(UUID().uuidString).partiel")
    }

    /// Removes what programs that are no more have left for this target.
    package static func clear(beside target: URL) {
        let folder = target.deletingLastPathComponent()
        let prefix = ".\(target.lastPathComponent)."
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        where name.hasPrefix(prefix) && name.hasSuffix(".partiel")
            && UUID(uuidString: String(name.dropFirst(prefix.count).dropLast(".partiel".count))) != nil
        {
            let left = folder.appendingPathComponent(name)
            let descriptor = open(left.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
            guard descriptor >= 0 else { continue }
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { try? FileManager.default.removeItem(at: left) }
            close(descriptor)
        }
    }
}
