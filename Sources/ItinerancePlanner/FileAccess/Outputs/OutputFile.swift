import Foundation

/// A file of results that appears whole or not at all.
package struct OutputFile {
    private let path: String

    /// Checks before any work that the file can be written.
    ///
    /// - Throws: `OutputFault` where it exists and `replace` is false, or where its folder cannot be written.
    package init(_ path: String, replace: Bool) throws {
        self.path = path
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !replace || isFolder.boolValue {
            throw OutputFault.fileExists(path)
        }
        guard access(target.deletingLastPathComponent().path, W_OK) == 0 else { throw unwritable }
    }

    private var target: URL { URL(fileURLWithPath: path).standardizedFileURL }

    package var unwritable: OutputFault { .unwritable(path) }

    /// Writes aside, then puts the file in place in one move.
    package func write(_ data: Data) throws {
        try write { path in
            do { try data.write(to: URL(fileURLWithPath: path)) } catch { throw unwritable }
        }
    }

    /// Lets `body` write to a path aside, then puts the file in place in one move; not where `body` throws.
    package func write(by body: (_ path: String) throws -> Void) throws {
        guard let place = try? TemporarySibling(beside: target) else { throw unwritable }
        defer { place.remove() }
        let file = place.url.appendingPathComponent(target.lastPathComponent)
        try body(file.path)
        guard rename(file.path, target.path) == 0 else { throw unwritable }
    }
}
