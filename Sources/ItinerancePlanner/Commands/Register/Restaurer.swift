import ArgumentParser
import FileAccess
import Foundation
import FrenchText
import GeoModel
import PlanCheck
import Planning
import Reporting
import ScenarioFiles

/// Writes the folder of a kept plan again.
struct Restaurer: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restaurer", abstract: RegisterWords.restore, discussion: RegisterWords.restoreExamples,
        aliases: ["restore"])

    @Argument(help: ArgumentHelp(RegisterWords.storeHelp, valueName: PlaceholderWords.store))
    var store: String

    @Argument(help: ArgumentHelp(RegisterWords.versionHelp, valueName: PlaceholderWords.version))
    var version: String

    @Option(
        name: .customLong("sortie"), help: ArgumentHelp(CommandWords.outputHelp, valueName: PlaceholderWords.folder))
    var output: String

    @Option(
        name: .customLong("projet"), help: ArgumentHelp(RegisterWords.projectHelp, valueName: PlaceholderWords.scenario)
    )
    var project: String?

    @OptionGroup var replace: ReplaceOption

    @OptionGroup var json: JSONOption

    func validate() throws {
        guard PlanReference.Choice(version) != nil else { throw ValidationError(RegisterWords.badVersion(version)) }
    }

    func run() throws {
        let kept = try KeptPlan(PlanReference.Choice(version) ?? .latest, in: store)
        let number = kept.version.number
        let today = try project.map { try ScenarioReader.read($0) }
        let files = try files(kept)
        try replace.folder(output).write(files)
        let changes = try kept.changes(today: today)
        let changed = changes.since(kept.version).map(RegisterWords.input)
        if !changed.isEmpty { Terminal.error(RegisterWords.changed(number, changed)) }
        json.print(
            RestorationSummary(version: kept.version, changed: changed),
            else: [RegisterWords.restored(number, output)]
                + (!changes.knowsAll(kept.version)
                    ? [RegisterWords.notCompared] : changed.isEmpty ? [RegisterWords.same(number)] : []))
    }

    /// Those that were kept, as they were; the others made again from the plan, where this program still reads it.
    private func files(_ kept: KeptPlan) throws -> [(name: OutputName, data: Data)] {
        let contents = try kept.contents()
        switch contents.plan {
        case .success(let plan):
            let names = Set(contents.files.map(\.name))
            return contents.files
                + (try PlanFiles.of(plan, PlanCheck(plan), Contours()).filter { !names.contains($0.name) })
        case .failure(let failure):
            Terminal.warn(failure.findings)
            Terminal.error(RegisterWords.onlyBytes(kept.version.number))
            return contents.files
        }
    }
}
