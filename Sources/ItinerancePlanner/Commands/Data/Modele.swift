import ArgumentParser
import FileAccess
import Foundation
import FrenchText
import Reporting
import TabularData

/// Writes an empty, commented table of each kind.
struct Modele: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "modele", abstract: TableWords.command, discussion: TableWords.commandExamples,
        aliases: ["template"])

    @Argument(help: ArgumentHelp(TableWords.kindHelp, valueName: PlaceholderWords.kind))
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
            throw CommandFailure(.usage, CellFault.notAllowed(kind, TableFormat.words + [RealisedWords.kind]).sentence)
        }
        print(TableTemplate(format.kind).text, terminator: "")
    }
}
