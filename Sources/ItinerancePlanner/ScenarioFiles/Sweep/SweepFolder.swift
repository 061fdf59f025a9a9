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
    package static let cells: OutputName = "cellules"
    package static let results: [OutputName] = ["balayage.csv", "balayage.json", "balayage.html"]
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
            guard names.isEmpty || names.contains(Self.cells.text) else { throw SweepFolderFault.notASweep(path) }
        }
        let cells = Self.cells.url(in: URL(fileURLWithPath: path))
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
        for folder in [URL(fileURLWithPath: path), cells] { Self.clear(folder) }
    }

    deinit { close(descriptor) }

    private func url(_ name: OutputName) -> URL { name.url(in: URL(fileURLWithPath: path)) }

    /// What an earlier sweep had begun to write.
    private static func clear(_ folder: URL) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        for name in names where name.hasPrefix(".") && name.hasSuffix(unfinished) {
            try? FileManager.default.removeItem(at: folder.appendingPathComponent(name))
        }
    }

    // MARK: Cells

    package enum Found {
        case none
        case whole(CellFile)
        case damaged
    }

    private static func name(_ key: String) -> OutputName? { OutputName(key).map { "\(cells)/\($0).json" } }

    package func cell(_ key: String) -> Found {
        guard let url = Self.name(key).map(url), FileManager.default.fileExists(atPath: url.path) else { return .none }
        guard let data = FileBytes.ifReadable(url), let cell = CellFile(sealed: data), cell.key == key
        else { return .damaged }
        return .whole(cell)
    }

    package func keep(_ cell: CellFile) throws {
        guard let name = Self.name(cell.key) else { throw SweepFolderFault.unwritable(path) }
        try put([(name, try cell.sealed())])
    }

    // MARK: Results

    /// Writes all beside the first, then puts each in its place in one move.
    package func put(_ contents: [(name: OutputName, data: Data)]) throws {
        guard let first = contents.first else { return }
        let sibling = try sibling(of: first.name)
        defer { sibling.remove() }
        let made = contents.map { name, _ in sibling.url.appendingPathComponent(name.lastPart) }
        do {
            for ((_, data), file) in zip(contents, made) { try data.write(to: file) }
        } catch { throw SweepFolderFault.unwritable(path) }
        for ((name, _), file) in zip(contents, made) {
            guard rename(file.path, url(name).path) == 0 else { throw SweepFolderFault.unwritable(path) }
        }
    }

    private func sibling(of name: OutputName) throws -> TemporarySibling {
        guard let sibling = try? TemporarySibling(beside: url(name)) else { throw SweepFolderFault.unwritable(path) }
        return sibling
    }

    /// A folder of files in place of the one that was there.
    package func put(_ contents: [(name: OutputName, data: Data)], inPlaceOf folder: OutputName) throws {
        let sibling = try sibling(of: folder)
        let files = FileManager.default
        defer { sibling.remove() }
        do {
            for (name, data) in contents {
                let file = name.url(in: sibling.url)
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
