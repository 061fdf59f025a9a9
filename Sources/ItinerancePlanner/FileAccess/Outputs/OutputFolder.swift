import Foundation

/// A folder of results that appears whole or not at all.
package struct OutputFolder {
    private let path: String
    private let replaces: Bool
    private let files = FileManager.default

    /// Checks before any work that the folder can be written.
    ///
    /// - Throws: `OutputFault` where it exists and `replace` is false, or where it cannot be written.
    package init(_ path: String, replace: Bool) throws {
        self.path = path
        replaces = replace
        var isFolder: ObjCBool = false
        if files.fileExists(atPath: path, isDirectory: &isFolder) {
            guard isFolder.boolValue else { throw OutputFault.isFile(path) }
            guard replace else { throw OutputFault.folderExists(path) }
        }
        try makeSibling().remove()
    }

    private var target: URL { URL(fileURLWithPath: path).standardizedFileURL }

    private func makeSibling() throws -> TemporarySibling {
        guard let aside = try? TemporarySibling(beside: target) else { throw OutputFault.unwritable(path) }
        if files.fileExists(atPath: target.path), access(target.path, W_OK) != 0 {
            aside.remove()
            throw OutputFault.unwritable(path)
        }
        return aside
    }

    /// Writes all files aside, then puts them in place in one move; other files of the folder are kept but those named.
    ///
    /// - Parameter outdated: files of an earlier run that have no place in this one. Names may lead into folders, with `/`.
    package func write(_ contents: [(name: String, data: Data)], removing outdated: [String] = []) throws {
        let place = try makeSibling()
        defer { place.remove() }
        let aside = place.url
        let folders = Set(contents.map { ($0.name as NSString).deletingLastPathComponent }).filter { !$0.isEmpty }
        func makeFolders(in root: URL) throws {
            for folder in folders {
                try files.createDirectory(
                    at: root.appendingPathComponent(folder), withIntermediateDirectories: true)
            }
        }
        do {
            try makeFolders(in: aside)
            for (name, data) in contents { try data.write(to: aside.appendingPathComponent(name)) }
            if files.fileExists(atPath: target.path) {
                try makeFolders(in: target)
                for name in outdated { try? files.removeItem(at: target.appendingPathComponent(name)) }
                for (name, _) in contents {
                    let from = aside.appendingPathComponent(name).path
                    guard rename(from, target.appendingPathComponent(name).path) == 0 else {
                        throw OutputFault.unwritable(path)
                    }
                }
            } else {
                guard rename(aside.path, target.path) == 0 else {
                    throw OutputFault.unwritable(path)
                }
            }
        } catch {
            throw OutputFault.unwritable(path)
        }
    }
}
