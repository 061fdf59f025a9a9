import FileAccess
import Foundation
import GeoModel
import ScenarioFiles

/// The data of a territory, read from a scenario, a folder or a store, to say what they are worth.
package struct ExaminedTerritory {
    package let territory: Territory
    package let calendar: ClosureCalendar
    package let contours: Contours
    /// How its ways are guessed: as the scenario says, else as is usual.
    package let travel: TravelParameters
    package let warnings: [Finding]

    /// - Throws: `InputFailure` with all that is wrong with them.
    package init(_ path: String) throws {
        if ["yaml", "yml"].contains(URL(fileURLWithPath: path).pathExtension.lowercased()) {
            let loaded = try ScenarioReader.read(path, withTravel: false)
            (territory, calendar, contours) = (loaded.scenario.territory, loaded.scenario.calendar, loaded.contours)
            travel = loaded.scenario.parameters.travel
            warnings = loaded.warnings
        } else {
            var findings = Findings()
            let contents = try TerritorySource.read(URL(fileURLWithPath: path), named: path, &findings)
            try findings.throwIfErrors()
            (territory, calendar, contours) = (contents.territory, contents.calendar, contents.contours)
            travel = TravelParameters()
            warnings = findings.warnings
        }
    }
}
