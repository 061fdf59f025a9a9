import Foundation

/// A folder of results that appears whole or not at all.
package struct OutputFolder {
    private let path: String
    private let replaces: Bool
    private let files = FileManager.default

    /// Checks before any work that the folder can be written.
    ///
    /// - Throws: `CommandFailure` where it exists and `replace` is false, or where it cannot be written.
    package init(_ path: String, replace: Bool) throws {
        self.path = path
        replaces = replace
        var isFolder: ObjCBool = false
        if files.fileExists(atPath: path, isDirectory: &isFolder) {
            guard isFolder.boolValue else { throw Self.failure(CommandWords.outputIsFile(path)) }
            guard replace else { throw Self.failure(CommandWords.outputExists(path)) }
        }
        try makeAside().remove()
    }

    private static func failure(_ message: String) -> CommandFailure {
        CommandFailure(ending: .inputOutput, messages: [message])
    }

    private var target: URL { URL(fileURLWithPath: path).standardizedFileURL }

    private func makeAside() throws -> Aside {
        guard let aside = try? Aside(beside: target) else { throw Self.failure(CommandWords.outputUnwritable(path)) }
        if files.fileExists(atPath: target.path), access(target.path, W_OK) != 0 {
            aside.remove()
            throw Self.failure(CommandWords.outputUnwritable(path))
        }
        return aside
    }

    /// Writes all files aside, then puts them in place in one move; other files of the folder are kept but those named.
    ///
    /// - Parameter outdated: files of an earlier run that have no place in this one. Names may lead into folders, with `/`.
    package func write(_ contents: [(name: String, data: Data)], removing outdated: [String] = []) throws {
        let place = try makeAside()
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
                        throw Self.failure(CommandWords.outputUnwritable(path))
                    }
                }
            } else {
                guard rename(aside.path, target.path) == 0 else {
                    throw Self.failure(CommandWords.outputUnwritable(path))
                }
            }
        } catch let failure as CommandFailure {
            throw failure
        } catch {
            throw Self.failure(CommandWords.outputUnwritable(path))
        }
    }
}
