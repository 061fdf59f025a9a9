import Foundation
import GeoModel
import PlanningModel
import ScenarioFiles

/// One argument of `comparer`, read: a plan that has passed the check, or a scenario that is still to be planned.
package struct ComparedInput {
    package enum Content {
        case plan(Plan, sha256: String)
        case scenario(LoadedScenario)
    }

    package var path: String
    package var content: Content
    package var contours: Contours

    /// - Throws: `InputFailure` where it cannot be read; `RefusedPlan` where a plan does not pass the check.
    package init(_ path: String) throws {
        self.path = path
        guard Self.isPlan(path) else {
            let loaded = try ScenarioReader.read(path)
            content = .scenario(loaded)
            contours = loaded.contours
            return
        }
        let checked = try CheckedPlan(path)
        content = .plan(checked.plan, sha256: checked.source.sha256)
        contours = try ContoursReader.read(besidePlan: path)
    }

    package static func isPlan(_ path: String) -> Bool { PlanReference.isPlan(path) }
    package static func isScenario(_ path: String) -> Bool {
        ["yaml", "yml"].contains(URL(fileURLWithPath: path).pathExtension.lowercased())
    }

    /// The name of the file, or of its folder for a `plan.json`; `territoire@3` for a kept version.
    package var name: String {
        if PlanReference(path) != nil {
            return URL(fileURLWithPath: path).lastPathComponent.replacing(".gpkg", with: "")
        }
        let url = URL(fileURLWithPath: path).standardizedFileURL
        let stem = url.deletingPathExtension().lastPathComponent
        let folder = url.deletingLastPathComponent().lastPathComponent
        return Self.isPlan(path) && stem == "plan" && folder != "/" ? folder : stem
    }
}
