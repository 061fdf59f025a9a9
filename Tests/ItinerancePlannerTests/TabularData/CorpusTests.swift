import Foundation
import Testing

/// A broken or odd file, and all that importing it tells the user.
struct CorpusEntry: Decodable, Sendable, CustomTestStringConvertible {
    var fichier: String
    /// `--type`, where the file does not tell its own.
    var type: String?
    var code: Int32
    var erreurs: [String]
    /// First line of standard output, of a file that is taken.
    var sortie: String?

    var testDescription: String { fichier }

    static let folder = CommandRunner.root.appendingPathComponent("Tests/Fixtures/import")
    static let all: [CorpusEntry] =
        (try? JSONDecoder().decode(
            [CorpusEntry].self, from: Data(contentsOf: folder.appendingPathComponent("attendu.json")))) ?? []
}

/// The Nord's data in a store of its own, brought in once for all files.
private enum CorpusBase {
    static let store: Result<URL, any Error> = Result {
        let runner = try CommandRunner()
        let tables = try FileManager.default.contentsOfDirectory(atPath: runner.folder.path)
            .filter { $0.hasSuffix(".csv") }.sorted()
        let made = try runner.run(["importer"] + tables + ["--vers", "base.gpkg"])
        try #require(made.code == 0)
        return runner.folder.appendingPathComponent("base.gpkg")
    }
}

@Suite("Corpus of broken and odd files")
struct CorpusTests {
    @Test("Each file gets its messages and its code", arguments: CorpusEntry.all)
    func outcome(_ entry: CorpusEntry) throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        try FileManager.default.copyItem(
            at: CorpusBase.store.get(), to: runner.folder.appendingPathComponent("t.gpkg"))
        try FileManager.default.copyItem(
            at: CorpusEntry.folder.appendingPathComponent(entry.fichier),
            to: runner.folder.appendingPathComponent(entry.fichier))
        let result = try runner.run(
            ["importer", entry.fichier, "--vers", "t.gpkg"] + (entry.type.map { ["--type", $0] } ?? []))
        #expect(result.error.split(separator: "\n").map(String.init) == entry.erreurs)
        #expect(result.code == entry.code)
        if let output = entry.sortie, !output.isEmpty { #expect(result.output.hasPrefix(output + "\n")) }
    }

    @Test("Every file of the corpus stands in the manifest, and the reverse")
    func manifest() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: CorpusEntry.folder.path)
            .filter { $0 != "attendu.json" }
        #expect(!files.isEmpty)
        #expect(files.sorted() == CorpusEntry.all.map(\.fichier).sorted())
    }

    @Test("There are at least 80 files and 60 different errors: another kind of message, or another column")
    func size() {
        #expect(CorpusEntry.all.count >= 80)
        let errors = CorpusEntry.all.filter { $0.code != 0 }.flatMap(\.erreurs).filter { !$0.hasPrefix("Avert") }
        let kinds = Set(
            errors.map { line -> String in
                let parts = line.components(separatedBy: " : ")
                let column = parts[0].components(separatedBy: "colonne ").dropFirst().first ?? ""
                let message = parts.dropFirst().joined(separator: " : ")
                    .replacing(/« [^»]*»|\d+/, with: "#")
                return column + "|" + message.prefix(40)
            })
        #expect(kinds.count >= 60)
    }
}
