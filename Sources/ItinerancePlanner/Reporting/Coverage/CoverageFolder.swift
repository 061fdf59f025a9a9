import FileAccess
import Foundation
import PlanAnalysis

extension CoverageComparison {
    /// What `couverture` writes.
    package func files() throws -> [(name: OutputName, data: Data)] {
        let tables = CoverageTables(self)
        return [
            ("couverture.html", Data(try CoveragePage(self).html().utf8)),
            ("couverture.csv", Data(tables.communes().utf8)), ("couverture-epci.csv", Data(tables.epcis().utf8)),
        ]
    }
}
