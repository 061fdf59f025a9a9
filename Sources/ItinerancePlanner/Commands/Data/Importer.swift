import ArgumentParser
import Foundation
import FrenchText
import Planning
import ScenarioFiles

/// Brings files into a store.
struct Importer: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "importer", abstract: ImportWords.command, discussion: ImportWords.commandExamples,
        aliases: ["import"])

    @Argument(help: ArgumentHelp(ImportWords.filesHelp, valueName: PlaceholderWords.file))
    var files: [String]

    @Option(name: .customLong("vers"), help: ArgumentHelp(ImportWords.storeHelp, valueName: PlaceholderWords.territory))
    var store: String

    @Option(name: .customLong("type"), help: ArgumentHelp(ImportWords.typeHelp, valueName: PlaceholderWords.kind))
    var type: String?

    @Option(
        name: .customLong("colonnes"), help: ArgumentHelp(ImportWords.columnsHelp, valueName: PlaceholderWords.columns))
    var columns: String?

    @Option(
        name: .customLong("feuille"), help: ArgumentHelp(ImportWords.sheetHelp, valueName: PlaceholderWords.sheetNumber)
    )
    var sheet = 1

    @Option(
        name: .customLong("millesime"), help: ArgumentHelp(ImportWords.vintageHelp, valueName: PlaceholderWords.year))
    var vintage = ""

    @Option(name: .customLong("source"), help: ArgumentHelp(ImportWords.sourceHelp, valueName: PlaceholderWords.text))
    var source = ""

    @Option(name: .customLong("auteur"), help: ArgumentHelp(RegisterWords.authorHelp, valueName: PlaceholderWords.role))
    var author: String?

    @Flag(name: .customLong("retablir-zeros"), help: ArgumentHelp(ImportWords.zerosHelp))
    var restoresZeros = false

    @OptionGroup var json: JSONOption

    private var columnNames: [String: String]? {
        var names: [String: String] = [:]
        for part in (columns ?? "").split(separator: ",") {
            let sides = part.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
            guard sides.count == 2, !sides[0].isEmpty, !sides[1].isEmpty else { return nil }
            names[sides[0]] = sides[1]
        }
        return names
    }

    func validate() throws {
        guard columnNames != nil else { throw ValidationError(ImportWords.badColumns(columns ?? "")) }
        if let author { try SignatureOptions.checkRole(author) }
        guard sheet >= 1 else { throw ValidationError(ImportWords.badSheet(sheet)) }
    }

    func run() throws {
        var options = TerritoryImport.Options()
        options.type = type
        options.columns = columnNames ?? [:]
        options.sheet = sheet
        options.reading.vintage = vintage
        options.reading.source = source
        options.reading.restoresZeros = restoresZeros
        options.author = author
        let run = try Watched.run { stop, _ in try ImportRun(files, into: store, options, stop: stop) }
        Terminal.warn(run.warnings)
        json.print(run.outcomes, else: run.outcomes.map { ImportWords.outcome($0) } + [ImportWords.done(store)])
    }
}
