import ArgumentParser
import Foundation
import GeoModel
import RoundPlan

/// Writes the folder of a kept plan again.
struct Restaurer: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restaurer", abstract: RegisterWords.restore, discussion: RegisterWords.restoreExamples,
        aliases: ["restore"])

    @Argument(help: ArgumentHelp(RegisterWords.storeHelp, valueName: "fichier.gpkg"))
    var store: String

    @Argument(help: ArgumentHelp(RegisterWords.versionHelp, valueName: "version"))
    var version: String

    @Option(name: .customLong("sortie"), help: ArgumentHelp(CommandWords.outputHelp, valueName: "dossier"))
    var output: String

    @Option(name: .customLong("projet"), help: ArgumentHelp(RegisterWords.projectHelp, valueName: "scenario"))
    var project: String?

    @Flag(name: .customLong("remplacer"), help: ArgumentHelp(CommandWords.replaceHelp))
    var replace = false

    @Flag(name: .customLong("json"), help: ArgumentHelp(CommandWords.jsonHelp))
    var json = false

    /// What is told to other programs.
    private struct Summary: Encodable {
        var version: PlanVersion
        var changed: [String]

        enum CodingKeys: String, CodingKey {
            case version
            case changed = "territoire_change"
        }
    }

    func validate() throws {
        guard PlanReference.Choice(version) != nil else { throw ValidationError(RegisterWords.badVersion(version)) }
    }

    func run() throws {
        let register = PlanRegister(store: try TerritoryStore(reading: URL(fileURLWithPath: store), named: store))
        let versions = try register.versions()
        guard let choice = PlanReference.Choice(version), let kept = choice.version(among: versions) else {
            throw InputFailure(
                .store(
                    .noVersion(
                        PlanReference.Choice(version)?.number, versions.map(\.number))), file: store)
        }
        let today = try project.map { try ScenarioReader.read($0) }
        let folder = try OutputFolder(output, replace: replace)
        try folder.write(try files(of: kept, register))
        let changes = try InputChanges(
            register, today: today.map { InputChanges.Today(sources: $0.sources, store: $0.store) })
        let changed = changes.since(kept).map(RegisterWords.input)
        if !changed.isEmpty { Terminal.error(RegisterWords.changed(kept.number, changed)) }
        if json {
            Terminal.printJSON(Summary(version: kept, changed: changed))
        } else {
            print(RegisterWords.restored(kept.number, output))
            if !changes.knowsAll(kept) {
                print(RegisterWords.notCompared)
            } else if changed.isEmpty {
                print(RegisterWords.same(kept.number))
            }
        }
    }

    /// Those that were kept, as they were; the others made again from the plan, where this program still reads it.
    private func files(of version: PlanVersion, _ register: PlanRegister) throws -> [(name: String, data: Data)] {
        var files: [(name: String, data: Data)] = []
        for file in version.files {
            if let data = try register.file(file.name, of: version) { files.append((file.name, data)) }
        }
        guard let bytes = files.first(where: { $0.name == PlanFolder.plan })?.data else {
            throw InputFailure(.store(.noPlan), file: store)
        }
        do {
            let plan = try PlanFile.decode(InputFile(bytes, named: "\(store)@\(version.number)"))
            let names = Set(files.map(\.name))
            files += try PlanFiles.of(plan, PlanCheck(plan), Contours()).filter { !names.contains($0.name) }
        } catch let failure as InputFailure {
            for finding in failure.findings { Terminal.error(finding.sentence) }
            Terminal.error(RegisterWords.onlyBytes(version.number))
        }
        return files
    }
}
