import FileAccess
import Foundation
import Yams

/// A scenario file parsed once: where its data lie is asked before they are read.
package struct ParsedScenario {
    private let reader: ScenarioReader
    private let tree: Result<(root: Node.Mapping, sha256: String), any Error>

    /// - Parameter contents: what the file is to hold, where it is not read from there.
    package init(_ path: String, contents: Data? = nil) {
        var reader = ScenarioReader(path: path)
        tree = Result {
            let input = try contents.map { InputFile($0, named: path) } ?? InputFile(reader.url, named: path)
            guard let text = input.text(&reader.findings) else { throw InputFailure(findings: reader.findings.all) }
            return (try reader.mapping(text), input.source.sha256)
        }
        self.reader = reader
    }

    /// The store that its data lie in, and how the user would name it; `nil` where that is a folder, or where the file cannot
    /// be parsed.
    package var store: (url: URL, name: String)? {
        guard let root = try? tree.get().root, let folder = reader.scalar(root, "donnees") else { return nil }
        let url = URL(fileURLWithPath: folder, relativeTo: reader.url.deletingLastPathComponent())
        return TerritorySource.isStore(url) ? (url, reader.shown(folder)) : nil
    }

    /// - Parameter withTravel: false leaves the files of the keys `trajets` and `durees_apprises` aside, which need not exist
    ///   then.
    /// - Throws: `InputFailure` with all that is wrong.
    package func read(withTravel: Bool = true) throws -> LoadedScenario {
        let (root, sha256) = try tree.get()
        var reader = reader
        return try reader.read(root, sha256: sha256, withTravel: withTravel)
    }
}
