import FrenchText
import GeoModel
import PlanningModel

/// One printed page: one week of one team of a service. Property names are those of `semaine.mustache`.
package struct WeekSheet: Sendable {
    package var service: String
    package var title: String
    package var position: String
    package var dates: String
    /// What the table of the week shows, for those who hear it.
    package var caption: String
    package var van: String
    package var crew: String
    package var depot: String
    package var days: [DaySheet]
    package var totals: [TotalCell]
    package var remarks: [String]
    package var fictional: [String]
    package var fingerprint: [String]
    /// Type grows smaller where a week holds many lines, so that it stays on its page.
    package var density: String

    package struct TotalCell: Sendable {
        package var label: String
        package var figure: String
        package var detail: String
    }
}

/// One day of a printed week.
package struct DaySheet: Sendable {
    package var weekday: String
    package var date: String
    package var lineCount: Int
    package var dayClass: String
    /// `férié : annulé`, `pas de tournée`; empty on a day that is driven.
    package var notice: [String]
    package var noticeDetail: String
    package var firstStep: [RoundStep]
    package var otherSteps: [RoundStep]
    package var dayFigures: [String]
}

/// One line of a driver's day. Empty texts where a column does not apply.
package struct RoundStep: Sendable {
    package enum Kind: String, Sendable { case depot, stop, pause }

    package var kind: String
    package var arrival: String
    package var departure: String
    package var label: String
    package var detail: [String]
    package var opening: [String]
    package var distance: String
}

extension RoundStep {
    /// The lines of a day: the depot, each stop with its openings and breaks in order, the depot again.
    ///
    /// Arrivals and departures are those of the van: a break at a stop stands between them.
    package static func steps(of day: DayRound, _ names: ReportNames, _ parameters: Parameters) -> [RoundStep] {
        guard let first = day.legs.first, let last = day.legs.last else { return [] }
        var steps = [
            RoundStep(
                kind: Kind.depot.rawValue, arrival: "", departure: ReportFigures.clock(first.departure),
                label: names.placeName(first.from), detail: [], opening: [], distance: "")
        ]
        for (index, visit) in day.visits.enumerated() {
            let inward = index < day.legs.count ? day.legs[index] : nil
            let outward = index + 1 < day.legs.count ? day.legs[index + 1] : nil
            steps += atStop(visit, inward: inward, outward: outward, of: day, names, parameters)
        }
        steps.append(
            RoundStep(
                kind: Kind.depot.rawValue, arrival: ReportFigures.clock(last.arrival), departure: "",
                label: names.placeName(last.to), detail: [], opening: [],
                distance: ReportFigures.decimal(last.distance.kilometres, 1)))
        return steps
    }

    private static func atStop(
        _ visit: Visit, inward: DrivenLeg?, outward: DrivenLeg?, of day: DayRound, _ names: ReportNames,
        _ parameters: Parameters
    ) -> [RoundStep] {
        let isShort = DayHalves(day, split: parameters.halfDaySplit).tour(of: visit.venue) != nil
        let arrival = inward?.arrival ?? visit.arrival
        let departure = outward?.departure ?? visit.departure
        let details = [names.communeBeside(visit.venue), isShort ? ReportWords.shortStop : nil].compactMap { $0 }
        let openings = visit.openings.map { opening in
            (
                start: opening.start,
                step: RoundStep(
                    kind: Kind.stop.rawValue, arrival: "", departure: "", label: names.placeName(visit.venue),
                    detail: details.isEmpty ? [] : [details.joined(separator: ", ")],
                    opening: [ReportWords.span(opening)], distance: "")
            )
        }
        let pauses = day.breaks.filter { $0.start >= arrival && $0.end <= departure }.map { pause in
            (
                start: pause.start,
                step: RoundStep(
                    kind: Kind.pause.rawValue, arrival: "", departure: "",
                    label: ReportWords.pause(pause, parameters), detail: [], opening: [], distance: "")
            )
        }
        var steps = (openings + pauses).sorted { $0.start < $1.start }.map(\.step)
        guard !steps.isEmpty else { return [] }
        steps[0].arrival = ReportFigures.clock(arrival)
        steps[0].distance = inward.map { ReportFigures.decimal($0.distance.kilometres, 1) } ?? ""
        steps[steps.count - 1].departure = ReportFigures.clock(departure)
        return steps
    }
}

extension DaySheet {
    /// - Parameter day: `nil` where the service does not drive that day.
    package init(
        _ date: CivilDate, _ day: DayRound?, closure: DayClosure?, _ names: ReportNames, _ parameters: Parameters
    ) {
        weekday = date.weekday.key
        self.date = ReportDates.dayMonth(date)
        let steps = day.map { RoundStep.steps(of: $0, names, parameters) } ?? []
        let stops = day.map { day in day.visits.map { names.placeName($0.venue) } } ?? []
        func closed(_ words: String, _ name: String) -> (String, String) {
            (words, WeekSheetWords.dayOff(name, stops: stops))
        }
        let notice: (String, String)? =
            switch closure {
            case .publicHoliday(let name): closed(ReportWords.closure(.publicHoliday), name)
            case .schoolHoliday(let name): closed(ReportWords.closure(.schoolHoliday), name)
            case .notCovered, nil: steps.isEmpty ? (ReportWords.noRound, "") : nil
            }
        if let notice {
            self.notice = [notice.0]
            noticeDetail = notice.1
            dayClass = closure == nil || closure == .notCovered ? "repos" : "annule"
            (firstStep, otherSteps, dayFigures) = ([], [], [])
            lineCount = 1
        } else {
            self.notice = []
            noticeDetail = ""
            dayClass = "roule"
            firstStep = Array(steps.prefix(1))
            otherSteps = Array(steps.dropFirst())
            lineCount = steps.count
            dayFigures =
                day.map { WeekSheetWords.figures($0.distance, work: $0.workTime, span: $0.span) } ?? []
        }
    }

    /// Lines of type the day takes at the usual size.
    package var height: Int {
        (firstStep + otherSteps).reduce(notice.isEmpty ? 0 : 1 + noticeDetail.count / 70) { sum, step in
            sum + 1 + step.detail.count + step.label.count / 30
        }
    }
}
