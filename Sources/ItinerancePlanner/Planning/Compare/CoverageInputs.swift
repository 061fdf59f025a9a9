import FileAccess
import Foundation
import GeoModel
import PlanAnalysis
import PlanningModel
import ScenarioFiles

/// All arguments of `couverture`, read: the stops of plans, and today's facilities in scenarios.
package struct CoverageInputs {
    package enum Kind { case plan, scenario }

    package private(set) var options: [CoverageOption] = []
    package private(set) var contours = Contours()
    private var scenarios: [Scenario] = []

    /// `nil` for a file that is neither.
    package static func kind(of path: String) -> Kind? {
        switch PlanReference.isPlan(path) ? "json" : URL(fileURLWithPath: path).pathExtension.lowercased() {
        case "json": .plan
        case "yaml", "yml": .scenario
        default: nil
        }
    }

    /// - Parameters:
    ///   - facilities: what today's facilities are called together.
    ///   - warn: told of what is odd in each scenario as soon as it is read.
    ///   - label: what one of several things of a name is called, from the name and its file.
    /// - Throws: `InputFailure`, also where a scenario has no facility of these kinds; `RefusedPlan`.
    package init(
        _ paths: [String], _ kinds: [FacilityKind], facilities: String, label: (String, String) -> String,
        warn: ([Finding]) -> Void
    ) throws {
        for path in paths {
            if Self.kind(of: path) == .plan {
                let plan = try CheckedPlan(path).plan
                options.append(CoverageOption(plan, named: plan.scenario.name))
                scenarios.append(plan.scenario)
            } else {
                let loaded = try ScenarioReader.read(path)
                warn(loaded.warnings)
                let option = CoverageOption(facilitiesOf: loaded.scenario, kinds: kinds, named: facilities)
                guard !option.places.isEmpty else {
                    throw InputFailure(.territory(.noFacility(kinds)), file: path, column: "equipements")
                }
                options.append(option)
                scenarios.append(loaded.scenario)
                if contours.outlines.isEmpty { contours = loaded.contours }
            }
        }
        let names = options.map(\.name)
        for index in options.indices where names.count(where: { $0 == names[index] }) > 1 {
            options[index].name = label(names[index], paths[index])
        }
    }

    /// Whether the plans and scenarios do not have the same communes.
    package var haveDifferentScopes: Bool {
        Set(scenarios.map { Set($0.services.flatMap(\.communes)) }).count > 1
    }

    /// - Throws: `CoverageFailure` where no commune has the figure that people are counted by.
    package func comparison(by weight: CoverageWeight, contours: Contours) throws -> CoverageComparison {
        let comparison = CoverageComparison(options, scenarios: scenarios, weight: weight, contours: contours)
        guard comparison.entries.first.map({ $0.coverage.total.weight > 0 }) == true else {
            throw CoverageFailure.noWeight(weight)
        }
        return comparison
    }
}
