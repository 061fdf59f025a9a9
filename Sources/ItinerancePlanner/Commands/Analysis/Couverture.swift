import ArgumentParser
import Foundation
import FrenchText
import GeoModel
import PlanAnalysis
import Planning
import Reporting
import ScenarioFiles

/// Measures access to the stops of plans and to today's facilities, side by side.
struct Couverture: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "couverture", abstract: CoverageWords.command, discussion: CoverageWords.examples,
        aliases: ["coverage"])

    @Argument(help: ArgumentHelp(CoverageWords.argumentsHelp, valueName: PlaceholderWords.file))
    var files: [String]

    @Option(
        name: .customLong("equipements"),
        help: ArgumentHelp(CoverageWords.facilitiesHelp, valueName: PlaceholderWords.kinds))
    var facilities = "centre_social,evs,laep,france_services"

    @Option(
        name: .customLong("poids"), help: ArgumentHelp(CoverageWords.weightHelp, valueName: PlaceholderWords.weight))
    var weight = CoverageWeight.population.rawValue

    @Option(
        name: .customLong("contours"), help: ArgumentHelp(CoverageWords.contoursHelp, valueName: PlaceholderWords.file))
    var contours: String?

    @Option(
        name: .customLong("sortie"), help: ArgumentHelp(CommandWords.outputHelp, valueName: PlaceholderWords.folder))
    var output: String

    @OptionGroup var replace: ReplaceOption

    @OptionGroup var json: JSONOption

    private var kindNames: [String] {
        facilities.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    }

    func validate() throws {
        for path in files where CoverageInputs.kind(of: path) == nil {
            throw ValidationError(CoverageWords.notRecognised(path))
        }
        for name in kindNames where FacilityKind(word: name) == nil {
            throw ValidationError(CoverageWords.unknownKind(name))
        }
        guard CoverageWeight(rawValue: weight) != nil else {
            throw ValidationError(CoverageWords.unknownWeight(weight))
        }
    }

    func run() throws {
        let kinds = kindNames.compactMap(FacilityKind.init(word:))
        let inputs = try CoverageInputs(
            files, kinds, facilities: CoverageWords.facilities(kinds), label: CoverageWords.sameName,
            warn: Terminal.warn)
        let outlines = try contours.map { try ContoursReader.read($0) } ?? inputs.contours
        let folder = try replace.folder(output)
        if inputs.haveDifferentScopes { Terminal.error(CoverageWords.differentScopes) }
        let comparison = try inputs.comparison(
            by: CoverageWeight(rawValue: weight) ?? .population, contours: outlines)
        try folder.write(try comparison.files())
        json.print(
            CoverageSummary(comparison), else: CoverageScreen(comparison).lines + [CoverageWords.written(output)])
    }
}
