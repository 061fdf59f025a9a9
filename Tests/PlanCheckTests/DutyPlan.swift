import GeoModel
import PlanCheck
import PlanningModel

/// What one person works in a cycle, by the clock: a listening service whose slots are the duties, and nothing else.
struct DutyPlan {
    var scenario: Scenario
    var shifts: [Shift] = []

    static let person = "p"

    /// - Parameter hours: of the contract, minutes.
    init(contract minutes: Int = 35 * 60, _ edit: (inout Parameters) -> Void = { _ in }) {
        scenario = PlanFixture.scenario(edit)
        scenario.services = []
        scenario.staff = [
            StaffMember(
                id: Self.person, crew: "ecoute", roles: [.listener], weeklyHours: Minutes(minutes),
                standing: "exemple fictif")
        ]
        scenario.listening = [
            ListeningService(id: "ecoute", name: "Écoute (exemple fictif)", besides: [], crew: "ecoute", slots: [])
        ]
    }

    /// - Parameter stretches: minutes from midnight, start and end.
    func working(_ stretches: [ClosedRange<Int>], on weekdays: [Weekday], weeks: [Int] = [1]) -> DutyPlan {
        var other = self
        for week in weeks {
            for weekday in weekdays {
                other.shifts += stretches.map {
                    Shift(
                        service: "ecoute", week: week, weekday: weekday,
                        hours: Interval(start: Minutes($0.lowerBound), end: Minutes($0.upperBound)),
                        staff: [Self.person])
                }
            }
        }
        return other
    }

    var view: PlanView {
        PlanView(
            Plan(
                services: [], shifts: shifts, stop: .optimal, seed: 1, scenario: scenario, fingerprint: "", sources: []
            ))
    }
}
