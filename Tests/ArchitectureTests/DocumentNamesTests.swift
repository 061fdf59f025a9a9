import Foundation
import Testing

/// A name of the code that a document gives in backticks is one that the code still has.
@Suite("Names in documents")
struct DocumentNamesTests {
    /// Names of others, and examples; each with its reason.
    private static let allowed: Set<String> = [
        // Libraries that are not targets of the package.
        "Mustache", "GRDB", "GLPK", "PROJ",
        // Files beside the sources.
        "Package", "Resources",
        // A rule that is not there yet.
        "R99MyRule",
    ]

    /// By document: all of it, or the part that is checked.
    private static let documents: [(path: String, from: String)] = [
        ("docs/life-of-a-plan.md", ""), ("docs/glossary.md", ""), ("docs/modele.md", ""),
        ("CONTRIBUTING.md", "## Where things are"),
    ]

    @Test("Every name is a type, a file or a folder of the sources, or a target", arguments: documents.map(\.path))
    func names(_ path: String) throws {
        let known = try Self.known.get()
        let text = try String(contentsOf: SourceTree.root.appendingPathComponent(path), encoding: .utf8)
        let start = Self.documents.first { $0.path == path }?.from ?? ""
        let part = start.isEmpty ? text[...] : text[try #require(text.range(of: start)).lowerBound...]
        let names = DocumentNames(String(part)).found
        #expect(names.count > 3)
        let unknown = names.subtracting(known).subtracting(Self.allowed)
        #expect(unknown.isEmpty, "\(path): \(unknown.sorted().joined(separator: ", "))")
    }

    @Test("Names are capitalised words of a piece of code: types, their owners, files and folders")
    func finds() {
        let text = """
            `PlanCheck.rules` and `Rules/R01MinimumOpening.swift`, `isDisaggregated`, `opening[r01,w]`, `x_r`, `P`, Plan
            `Commands/Shared/*Endings.swift` `docs/plan.md` `any RoundPricer`
            ```
            `NoName`
            ```
            """
        #expect(
            DocumentNames(text).found == [
                "PlanCheck", "Rules", "R01MinimumOpening", "Commands", "Shared", "RoundPricer",
            ])
    }

    @Test("A type is known where it is declared, not where it is named or spoken of")
    func declarations() {
        let source =
            #"struct Tram {}; let a: Wagon? = "enum Bus" // class Taxi"# + "\n    package enum Ferry { case a }"
        #expect(DocumentNames.declared(in: source) == ["Tram", "Ferry"])
    }

    private static let known = Result { try found() }

    private static func found() throws -> Set<String> {
        let tops = ["Sources", "Tests", "Benchmarks"]
        var known = Set(try SourceTree.shared.get().targets.map(\.name) + tops)
        for top in tops {
            let folder = SourceTree.root.appendingPathComponent(top)
            for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
                let url = folder.appendingPathComponent(path)
                known.insert(url.deletingPathExtension().lastPathComponent)
                guard url.pathExtension == "swift" else { continue }
                known.formUnion(DocumentNames.declared(in: try String(contentsOf: url, encoding: .utf8)))
            }
        }
        return known
    }
}

/// The names of the code in a document.
struct DocumentNames {
    let found: Set<String>

    init(_ document: String) {
        let prose = document.split(separator: "```", omittingEmptySubsequences: false).enumerated()
            .filter { $0.offset.isMultiple(of: 2) }.map(\.element).joined()
        let pieces = prose.matches(of: /`([^`\n]+)`/).map(\.output.1)
        found = Set(pieces.flatMap { $0.matches(of: /(?:^|[\/. ])([A-Z]\w*[a-z]\w*)/).map { String($0.output.1) } })
    }

    /// Types that a source declares, nested ones too.
    static func declared(in source: String) -> Set<String> {
        Set(
            SwiftText.code(of: source).matches(
                of: /\b(?:struct|class|enum|protocol|actor|typealias) ([A-Z]\w*)/
            ).map { String($0.output.1) })
    }
}
