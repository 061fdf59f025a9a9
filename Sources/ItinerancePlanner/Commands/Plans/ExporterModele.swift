import ArgumentParser
import FileAccess
import Foundation
import FrenchText
import LinearSolver
import Planning
import Reporting

/// Writes the planning problem of a scenario as a mixed-integer program for another solver.
struct ExporterModele: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "exporter-modele", abstract: ExportWords.command, discussion: ExportWords.examples,
        aliases: ["export-model"])

    @Argument(help: ArgumentHelp(CommandWords.scenarioHelp, valueName: PlaceholderWords.scenario))
    var scenario: String

    @Option(name: .customLong("mps"), help: ArgumentHelp(ExportWords.mpsHelp, valueName: PlaceholderWords.file))
    var mps: String?

    @Option(name: .customLong("lp"), help: ArgumentHelp(ExportWords.lpHelp, valueName: PlaceholderWords.file))
    var lp: String?

    @Option(
        name: .customLong("service"),
        help: ArgumentHelp(ExportWords.serviceHelp, valueName: PlaceholderWords.identifier))
    var service: String?

    @Flag(name: .customLong("sans-jours"), help: ArgumentHelp(ExportWords.countedHelp))
    var counted = false

    @Flag(name: .customLong("remplacer"), help: ArgumentHelp(ExportWords.replaceHelp))
    var replace = false

    @OptionGroup var json: JSONOption

    func validate() throws {
        guard mps != nil || lp != nil else { throw ValidationError(ExportWords.needsFile) }
        guard mps != lp else { throw ValidationError(ExportWords.sameFile) }
    }

    func run() throws {
        let loaded = try ScenarioInput.read(scenario)
        let export = try ModelExport(loaded.scenario, service: service)
        let outputs = try [(mps, ModelFormat.freeMPS), (lp, .lp)].compactMap { path, format in
            try path.map { ModelExport.Output(path: $0, format: format, file: try OutputFile($0, replace: replace)) }
        }
        let size = try Watched.run { stop, _ in try export.write(outputs, counted: counted, stop: stop) }
        guard let size else { return }
        json.print(
            ExportSummary(outputs.map(\.path), size), else: outputs.map { ExportWords.written($0.path, size) })
    }
}
