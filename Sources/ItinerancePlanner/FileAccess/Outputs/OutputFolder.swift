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
    /// - Parameter outdated: files of an earlier run that have no place in this one. What is no file stays, and so does a folder
    ///   that still holds something.
    package func write(_ contents: [(name: OutputName, data: Data)], removing outdated: [OutputName] = []) throws {
        let place = try makeSibling()
        defer { place.remove() }
        let aside = place.url
        let folders = Set(contents.flatMap(\.name.folders)).sorted()
        do {
            try makeFolders(folders, in: aside)
            for (name, data) in contents { try data.write(to: name.url(in: aside)) }
            if files.fileExists(atPath: target.path) {
                guard (folders + outdated.flatMap(\.folders)).allSatisfy(isOwn) else {
                    throw OutputFault.unwritable(path)
                }
                try makeFolders(folders, in: target)
                remove(outdated)
                for (name, _) in contents {
                    guard rename(name.url(in: aside).path, name.url(in: target).path) == 0 else {
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

    private func makeFolders(_ folders: [OutputName], in root: URL) throws {
        for folder in folders {
            try files.createDirectory(at: folder.url(in: root), withIntermediateDirectories: true)
        }
    }

    /// Whether a folder of the target lies in it: a link may lead anywhere.
    private func isOwn(_ folder: OutputName) -> Bool {
        var status = stat()
        return lstat(folder.url(in: target).path, &status) != 0 || status.st_mode & S_IFMT == S_IFDIR
    }

    private func remove(_ outdated: [OutputName]) {
        for name in outdated { unlink(name.url(in: target).path) }
        for folder in Set(outdated.flatMap(\.folders)).sorted().reversed() { rmdir(folder.url(in: target).path) }
    }
}
