import ArgumentParser
import Foundation
import GeoModel
import RoundPlan

/// Measures access to the stops of plans and to today's facilities, side by side.
struct Couverture: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "couverture", abstract: CoverageWords.command, discussion: CoverageWords.examples,
        aliases: ["coverage"])

    @Argument(help: ArgumentHelp(CoverageWords.argumentsHelp, valueName: "fichier"))
    var files: [String]

    @Option(name: .customLong("equipements"), help: ArgumentHelp(CoverageWords.facilitiesHelp, valueName: "types"))
    var facilities = "centre_social,evs,laep,france_services"

    @Option(name: .customLong("poids"), help: ArgumentHelp(CoverageWords.weightHelp, valueName: "poids"))
    var weight = CoverageWeight.population.rawValue

    @Option(name: .customLong("contours"), help: ArgumentHelp(CoverageWords.contoursHelp, valueName: "fichier"))
    var contours: String?

    @Option(name: .customLong("sortie"), help: ArgumentHelp(CommandWords.outputHelp, valueName: "dossier"))
    var output: String

    @Flag(name: .customLong("remplacer"), help: ArgumentHelp(CommandWords.replaceHelp))
    var replace = false

    @Flag(name: .customLong("json"), help: ArgumentHelp(CommandWords.jsonHelp))
    var json = false

    private var kindNames: [String] {
        facilities.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    }

    func validate() throws {
        for path in files where Self.kind(of: path) == nil {
            throw ValidationError(CoverageWords.notRecognised(path))
        }
        for name in kindNames where FacilityKind(rawValue: name) == nil {
            throw ValidationError(CoverageWords.unknownKind(name))
        }
        guard CoverageWeight(rawValue: weight) != nil else {
            throw ValidationError(CoverageWords.unknownWeight(weight))
        }
    }

    private enum InputKind { case plan, scenario }

    private static func kind(of path: String) -> InputKind? {
        switch PlanReference.isPlan(path) ? "json" : URL(fileURLWithPath: path).pathExtension.lowercased() {
        case "json": .plan
        case "yaml", "yml": .scenario
        default: nil
        }
    }

    func run() throws {
        let kinds = kindNames.compactMap(FacilityKind.init(rawValue:))
        var options: [CoverageOption] = []
        var scenarios: [Scenario] = []
        var outlines = Contours()
        for path in files {
            if Self.kind(of: path) == .plan {
                let plan = try PlanFile.read(path)
                options.append(CoverageOption(plan, named: plan.scenario.name))
                scenarios.append(plan.scenario)
            } else {
                let loaded = try ScenarioReader.read(path)
                for warning in loaded.warnings { Terminal.error(warning.sentence) }
                let option = CoverageOption(
                    facilitiesOf: loaded.scenario, kinds: kinds, named: CoverageWords.facilities(kinds))
                guard !option.places.isEmpty else {
                    throw InputFailure(.territory(.noFacility(kinds)), file: path, column: "equipements")
                }
                options.append(option)
                scenarios.append(loaded.scenario)
                if outlines.outlines.isEmpty { outlines = loaded.contours }
            }
        }
        let names = options.map(\.name)
        for index in options.indices where names.count(where: { $0 == names[index] }) > 1 {
            options[index].name = CoverageWords.sameName(names[index], files[index])
        }
        if let contours { outlines = try ContoursReader.read(contours) }
        let folder = try OutputFolder(output, replace: replace)
        let scopes = Set(scenarios.map { Set($0.services.flatMap(\.communes)) })
        if scopes.count > 1 { Terminal.error(CoverageWords.differentScopes) }
        let chosen = CoverageWeight(rawValue: weight) ?? .population
        let comparison = CoverageComparison(options, scenarios: scenarios, weight: chosen, contours: outlines)
        guard comparison.entries.first.map({ $0.coverage.total.weight > 0 }) == true else {
            throw CommandFailure(ending: .wrongData, messages: [CoverageWords.noWeight(chosen)])
        }
        let tables = CoverageTables(comparison)
        try folder.write([
            ("couverture.html", Data(try CoveragePage(comparison).html().utf8)),
            ("couverture.csv", Data(tables.communes().utf8)), ("couverture-epci.csv", Data(tables.epcis().utf8)),
        ])
        if json {
            Terminal.printJSON(CoverageSummary(comparison))
        } else {
            for line in CoverageScreen(comparison).lines { print(line) }
            print(CoverageWords.written(output))
        }
    }
}
