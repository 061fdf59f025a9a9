import FileAccess
import Foundation
import GeoModel
import PlanningModel
import TabularData
import Yams

/// What is read once of a scenario file, whatever is changed in it later: the data and the file of travel.
package struct ReadOnce: Sendable {
    /// The file of the key `trajets`, whole.
    package struct TravelFile: Sendable {
        package var matrix: TravelMatrix
        package var source: SourceFile
        /// As the user would name it.
        package var shown: String
    }

    package var contents: TerritoryContents
    package var travel: TravelFile?
}

/// Parsed YAML that goes from thread to thread.
///
/// Unchecked: a node is a value but for its anchor, an object without a variable.
package struct ParsedYaml<Part>: @unchecked Sendable {
    package let part: Part
}

/// A scenario file opened once and read many times, each time with changes of its own: its data and its travel are read once.
package struct OpenScenario: Sendable {
    package let path: String
    /// The file as it is.
    package let base: LoadedScenario
    package let lineCount: Int
    private let tree: ParsedYaml<Node.Mapping>
    private let readOnce: ReadOnce?
    private let sha256: String

    /// - Throws: `InputFailure` with all that is wrong with the file as it is.
    package init(_ path: String) throws {
        self.path = path
        var reader = ScenarioReader(path: path)
        let input = try InputFile(reader.url, named: path)
        guard let text = input.text(&reader.findings) else { throw InputFailure(findings: reader.findings.all) }
        lineCount = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).count
        tree = ParsedYaml(part: try reader.mapping(text))
        sha256 = input.source.sha256
        base = try reader.read(tree.part, sha256: sha256)
        readOnce = reader.readOnce
    }

    package var root: Node.Mapping { tree.part }
    /// All that the data have, whether the scenario uses it or not.
    package var contents: TerritoryContents? { readOnce?.contents }

    /// The scenario with changes, put to the same checks as a file by hand; its data are not read again.
    ///
    /// - Throws: `InputFailure` with all that is wrong.
    package func read(_ change: (inout Node.Mapping) -> Void) throws -> LoadedScenario {
        var root = tree.part
        change(&root)
        var reader = ScenarioReader(path: path, readOnce: readOnce)
        return try reader.read(root, sha256: sha256)
    }
}
