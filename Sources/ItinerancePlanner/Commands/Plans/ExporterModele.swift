import ArgumentParser
import Foundation
import Optimizer
import RoundPlan

/// Writes the planning problem of a scenario as a mixed-integer program for another solver.
struct ExporterModele: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "exporter-modele", abstract: ExportWords.command, discussion: ExportWords.examples,
        aliases: ["export-model"])

    @Argument(help: ArgumentHelp(CommandWords.scenarioHelp, valueName: "scenario"))
    var scenario: String

    @Option(name: .customLong("mps"), help: ArgumentHelp(ExportWords.mpsHelp, valueName: "fichier"))
    var mps: String?

    @Option(name: .customLong("lp"), help: ArgumentHelp(ExportWords.lpHelp, valueName: "fichier"))
    var lp: String?

    @Option(name: .customLong("service"), help: ArgumentHelp(ExportWords.serviceHelp, valueName: "identifiant"))
    var service: String?

    @Flag(name: .customLong("sans-jours"), help: ArgumentHelp(ExportWords.countedHelp))
    var counted = false

    @Flag(name: .customLong("remplacer"), help: ArgumentHelp(ExportWords.replaceHelp))
    var replace = false

    @Flag(name: .customLong("json"), help: ArgumentHelp(CommandWords.jsonHelp))
    var json = false

    func validate() throws {
        guard mps != nil || lp != nil else { throw ValidationError(ExportWords.needsFile) }
        guard mps != lp else { throw ValidationError(ExportWords.sameFile) }
    }

    func run() throws {
        let loaded = try ScenarioReader.read(scenario)
        for warning in loaded.warnings { Terminal.error(warning.sentence) }
        let all = loaded.scenario.services
        let services = all.filter { service == nil || $0.id == service }
        guard !services.isEmpty else {
            throw CommandFailure(
                ending: .wrongData, messages: [ExportWords.unknownService(service ?? "", known: all.map(\.id))])
        }
        let files = try [(mps, ModelFormat.freeMPS), (lp, .lp)].compactMap { path, format in
            try path.map { (path: $0, format: format, file: try OutputFile($0, replace: replace)) }
        }
        let model: CompactModel
        do {
            model = try CompactModel(services, in: loaded.scenario, counted: counted)
        } catch {
            throw CommandFailure(ending: .wrongData, messages: [ExportWords.failure(error, loaded.scenario)])
        }
        let flag = StopFlag()
        let watch = InterruptWatch(flag)
        defer { withExtendedLifetime(watch) {} }
        var size: CompactModel.Size?
        for file in files {
            try file.file.write { path in
                do {
                    size = try model.write(to: path, as: file.format, stop: flag)
                } catch CompactModel.Failure.interrupted {
                    throw CommandFailure(ending: .interrupted, messages: [ExportWords.interrupted])
                } catch LinearError.notWritten {
                    throw file.file.unwritable
                }
            }
        }
        guard let size else { return }
        if json {
            Terminal.printJSON(
                Summary(
                    files: files.map(\.path), rows: size.rows, columns: size.columns,
                    coefficients: size.coefficients))
        } else {
            for file in files { print(ExportWords.written(file.path, size)) }
        }
    }

    private struct Summary: Encodable {
        var files: [String]
        var rows: Int
        var columns: Int
        var coefficients: Int

        enum CodingKeys: String, CodingKey {
            case files = "fichiers"
            case rows = "lignes"
            case columns = "colonnes"
            case coefficients
        }
    }
}
