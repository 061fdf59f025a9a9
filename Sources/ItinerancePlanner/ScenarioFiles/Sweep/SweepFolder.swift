import FileAccess
import Foundation

/// Why a sweep cannot work in a folder; each with its path as the user named it.
package enum SweepFolderFault: Error, Hashable, Sendable {
    case notASweep(String)
    case locked(String)
    case unwritable(String)
}

/// The folder of a sweep: one sweep at a time works in it, a cell appears there whole as soon as it is done, and so do the results.
///
/// The system lets go of the lock when a sweep ends in whatever way; what such a sweep left half-written is cleared by the next.
package final class SweepFolder: Sendable {
    package static let cells = "cellules"
    package static let results = ["balayage.csv", "balayage.json", "balayage.html"]
    private static let unfinished = ".partiel"

    /// As the user named it.
    package let path: String
    private let descriptor: Int32

    /// - Throws: `SweepFolderFault` or `OutputFault` where it is no folder of a sweep, where it cannot be written, or where another sweep is in it.
    package init(_ path: String) throws {
        self.path = path
        let files = FileManager.default
        var isFolder: ObjCBool = false
        if files.fileExists(atPath: path, isDirectory: &isFolder) {
            guard isFolder.boolValue else { throw OutputFault.isFile(path) }
            let names = (try? files.contentsOfDirectory(atPath: path)) ?? []
            guard names.isEmpty || names.contains(Self.cells) else { throw SweepFolderFault.notASweep(path) }
        }
        let cells = URL(fileURLWithPath: path).appendingPathComponent(Self.cells)
        do { try files.createDirectory(at: cells, withIntermediateDirectories: true) } catch {
            throw OutputFault.unwritable(path)
        }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw OutputFault.unwritable(path) }
        self.descriptor = descriptor
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { throw SweepFolderFault.locked(path) }
        guard access(path, W_OK) == 0, access(cells.path, W_OK) == 0 else {
            throw OutputFault.unwritable(path)
        }
        for folder in ["", Self.cells] { clear(folder) }
    }

    deinit { close(descriptor) }

    private func url(_ name: String) -> URL { URL(fileURLWithPath: path).appendingPathComponent(name) }

    /// What an earlier sweep had begun to write.
    private func clear(_ folder: String) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: url(folder).path)) ?? []
        for name in names where name.hasPrefix(".") && name.hasSuffix(Self.unfinished) {
            try? FileManager.default.removeItem(at: url(folder).appendingPathComponent(name))
        }
    }

    // MARK: Cells

    package enum Found {
        case none
        case whole(CellFile)
        case damaged
    }

    private static func name(_ key: String) -> String { "\(cells)/\(key).json" }

    package func cell(_ key: String) -> Found {
        guard FileManager.default.fileExists(atPath: url(Self.name(key)).path) else { return .none }
        guard let data = try? Data(contentsOf: url(Self.name(key))), let cell = CellFile(sealed: data), cell.key == key
        else { return .damaged }
        return .whole(cell)
    }

    package func keep(_ cell: CellFile) throws {
        try put([(Self.name(cell.key), try cell.sealed())])
    }

    // MARK: Results

    /// Writes all beside the first, then puts each in its place in one move.
    package func put(_ contents: [(name: String, data: Data)]) throws {
        guard let first = contents.first else { return }
        let sibling = try sibling(of: first.name)
        defer { sibling.remove() }
        let made = contents.map { name, _ in sibling.url.appendingPathComponent((name as NSString).lastPathComponent) }
        do {
            for ((_, data), file) in zip(contents, made) { try data.write(to: file) }
        } catch { throw SweepFolderFault.unwritable(path) }
        for ((name, _), file) in zip(contents, made) {
            guard rename(file.path, url(name).path) == 0 else { throw SweepFolderFault.unwritable(path) }
        }
    }

    private func sibling(of name: String) throws -> TemporarySibling {
        guard let sibling = try? TemporarySibling(beside: url(name)) else { throw SweepFolderFault.unwritable(path) }
        return sibling
    }

    /// A folder of files in place of the one that was there.
    package func put(_ contents: [(name: String, data: Data)], inPlaceOf folder: String) throws {
        let sibling = try sibling(of: folder)
        let files = FileManager.default
        defer { sibling.remove() }
        do {
            for (name, data) in contents {
                let file = sibling.url.appendingPathComponent(name)
                try files.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try data.write(to: file)
            }
        } catch { throw SweepFolderFault.unwritable(path) }
        try? files.removeItem(at: url(folder))
        guard contents.isEmpty || rename(sibling.url.path, url(folder).path) == 0 else {
            throw SweepFolderFault.unwritable(path)
        }
    }
}
