import FileAccess
import Foundation
import PlanStore
import Testing

@Suite("Files of a plan that are kept")
struct KeptFilesTests {
    @Test("What is made again from a plan is not kept, nor is that of a changed week")
    func derived() {
        let names: [OutputName] = [
            "plan.json", "horaires.html", "horaires.csv", "tournees.csv", "changements.csv",
            "semaine-2027-01-04/plan.json", "semaine-2027-01-04/horaires.html", "semaine-2027-01-04/tournees.csv",
        ]
        #expect(
            KeptFiles.of(names.map { ($0, Data()) }).map(\.name) == [
                "plan.json", "changements.csv", "semaine-2027-01-04/plan.json",
            ])
    }
}
