import ArgumentParser
import Foundation

/// Writes an empty, commented table of each kind.
struct Modele: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "modele", abstract: TableWords.command, discussion: TableWords.commandExamples,
        aliases: ["template"])

    @Argument(help: ArgumentHelp(TableWords.kindHelp, valueName: "type"))
    var kind: String?

    func run() throws {
        guard let kind else {
            for kind in TableKind.allCases { print("\(kind.rawValue) : \(TableWords.about(kind))") }
            print("\(RealisedWords.kind) : \(RealisedWords.about)")
            return
        }
        guard HeaderNames.folded(kind) != RealisedWords.kind else {
            print(RealisedTemplate.text, terminator: "")
            return
        }
        guard let format = TableFormat.named(kind) else {
            throw CommandFailure(
                ending: .usage,
                messages: [CellFault.notAllowed(kind, TableFormat.words + [RealisedWords.kind]).sentence])
        }
        print(TableTemplate(format.kind).text, terminator: "")
    }
}

/// An empty table: lines of explanation, which the reader passes over, and the header.
struct TableTemplate {
    private let kind: TableKind

    init(_ kind: TableKind) { self.kind = kind }

    var text: String {
        var lines = ["# \(kind.fileName) : \(TableWords.about(kind))"]
        lines += kind.columns.map { column in
            "# \(column.name) : \(TableWords.column(kind, column.name)) [\(TableWords.form(column))]"
        }
        if kind == .indicators {
            lines += IndicatorCatalogue.keys.map { "# indicateur « \($0) », en \(IndicatorCatalogue.unit(of: $0))" }
        }
        return (lines + [kind.columns.map(\.name).joined(separator: ";")]).joined(separator: "\n") + "\n"
    }
}

/// An empty table of what happened: it is held against a plan, and is no table of a territory.
enum RealisedTemplate {
    static var text: String {
        let lines =
            ["# \(RealisedWords.kind).csv : \(RealisedWords.about)"]
            + RealisedReader.columns.map { "# \($0) : \(RealisedWords.column($0))" }
        return (lines + [RealisedReader.columns.joined(separator: ";")]).joined(separator: "\n") + "\n"
    }
}
