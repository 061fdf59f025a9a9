import GeoModel
import PlanningModel

/// Days of a van made by hand, at the places of `PublicationFixture`.
enum DrivenDays {
    static let all = [shortTours, fullDay, breaks]

    private static func time(_ hour: Int, _ minute: Int = 0) -> Minutes { Minutes(60 * hour + minute) }

    private static func span(_ from: Minutes, _ until: Minutes) -> Interval { Interval(start: from, end: until) }

    static func day(_ legs: [DrivenLeg], visits: [Visit], breaks: [Interval] = []) -> DayRound {
        DayRound(
            week: 1, weekday: .monday, van: "van-1", crew: "equipe-1", legs: legs, visits: visits, breaks: breaks)
    }

    private static func leg(_ from: String, _ to: String, _ departure: Minutes, _ arrival: Minutes) -> DrivenLeg {
        DrivenLeg(from: from, to: to, departure: departure, arrival: arrival, distance: Metres(12_345))
    }

    /// Five minutes of waiting before the van drives on.
    static let shortTours = day(
        [
            leg("depot", "lieu-01001", time(8), time(8, 30)),
            leg("lieu-01001", "lieu-01002", time(10, 15), time(10, 30)),
            leg("lieu-01002", "depot", time(12, 10), time(12, 30)),
        ],
        visits: [
            Visit(
                venue: "lieu-01001", arrival: time(8, 30), openings: [span(time(8, 45), time(10))],
                departure: time(10, 10)),
            Visit(
                venue: "lieu-01002", arrival: time(10, 30), openings: [span(time(10, 45), time(12))],
                departure: time(12, 10)),
        ])

    /// Two openings at one place, and the lunch between them.
    static let fullDay = day(
        [
            leg("depot", "lieu-01001", time(8), time(8, 30)),
            leg("lieu-01001", "depot", time(16, 50), time(17, 20)),
        ],
        visits: [
            Visit(
                venue: "lieu-01001", arrival: time(8, 30),
                openings: [span(time(9), time(12)), span(time(13, 30), time(16, 30))], departure: time(16, 50))
        ],
        breaks: [span(time(12, 10), time(13))])

    /// A break where the van is packed, and the lunch where it will be set up.
    static let breaks = day(
        [
            leg("depot", "lieu-01001", time(8), time(8, 30)),
            leg("lieu-01001", "lieu-01002", time(12, 35), time(12, 50)),
            leg("lieu-01002", "depot", time(17, 30), time(18)),
        ],
        visits: [
            Visit(
                venue: "lieu-01001", arrival: time(8, 30), openings: [span(time(9), time(12))],
                departure: time(12, 20)),
            Visit(
                venue: "lieu-01002", arrival: time(13, 40), openings: [span(time(14, 10), time(17, 10))],
                departure: time(17, 30)),
        ],
        breaks: [span(time(12, 20), time(12, 35)), span(time(12, 50), time(13, 40))])
}
