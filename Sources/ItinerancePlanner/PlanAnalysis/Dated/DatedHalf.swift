import GeoModel
import PlanCheck
import PlanningModel

/// One half of a dated day.
struct DatedHalf: Hashable {
    var date: CivilDate
    var half: HalfDay
}

/// A round on a date.
struct DatedRound: Hashable {
    var date: CivilDate
    var van: String
    var crew: String

    init(_ opening: DatedPlan.Opening) {
        date = opening.date
        van = opening.day.van
        crew = opening.day.crew
    }
}

extension PlanView.ServiceView {
    /// Half-days that count for R01, of openings at their dates and at the hours given with them.
    func countedHalves(
        _ openings: [(opening: DatedPlan.Opening, hours: Interval)], _ parameters: Parameters
    ) -> Set<DatedHalf> {
        var found: Set<DatedHalf> = []
        for (round, own) in Dictionary(grouping: openings, by: { DatedRound($0.opening) }) {
            guard var day = own.first?.opening.day else { continue }
            for index in day.visits.indices {
                let venue = day.visits[index].venue
                day.visits[index].openings = own.filter { $0.opening.visit.venue == venue }.map(\.hours)
            }
            for half in HalfDay.allCases where receives(on: day, half, parameters) {
                found.insert(DatedHalf(date: round.date, half: half))
            }
        }
        return found
    }
}
