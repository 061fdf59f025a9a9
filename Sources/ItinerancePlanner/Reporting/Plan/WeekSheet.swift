import FrenchText
import GeoModel
import PlanAnalysis
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
        let road = DayRoad(day)
        guard let start = road.start else { return [] }
        let halves = DayHalves(day, split: parameters.halfDaySplit)
        return [
            RoundStep(
                kind: Kind.depot.rawValue, arrival: "", departure: ReportFigures.clock(start.interval.end),
                label: names.placeName(start.place), detail: [], opening: [], distance: "")
        ]
            + road.halts.flatMap { halt in
                let isShort = halves.tour(of: halt.place) != nil
                return halt.leaving.map { lines(of: halt, until: $0, isShort: isShort, names, parameters) }
                    ?? [back(halt, names)]
            }
    }

    private static func back(_ halt: DayRoad.Halt, _ names: ReportNames) -> RoundStep {
        RoundStep(
            kind: Kind.depot.rawValue, arrival: ReportFigures.clock(halt.arrival), departure: "",
            label: names.placeName(halt.place), detail: [], opening: [],
            distance: ReportFigures.decimal(halt.drive.distance.kilometres, 1))
    }

    private static func lines(
        of halt: DayRoad.Halt, until leaving: Minutes, isShort: Bool, _ names: ReportNames, _ parameters: Parameters
    ) -> [RoundStep] {
        let details = [names.communeBeside(halt.place), isShort ? ReportWords.shortStop : nil].compactMap { $0 }
        var steps = halt.steps.compactMap { step -> RoundStep? in
            switch step.kind {
            case .open:
                RoundStep(
                    kind: Kind.stop.rawValue, arrival: "", departure: "", label: names.placeName(step.place),
                    detail: details.isEmpty ? [] : [details.joined(separator: ", ")],
                    opening: [ReportWords.span(step.interval)], distance: "")
            case .pause:
                RoundStep(
                    kind: Kind.pause.rawValue, arrival: "", departure: "",
                    label: ReportWords.pause(step.interval, parameters), detail: [], opening: [], distance: "")
            case .leaveDepot, .drive, .setUp, .packUp, .prisonVisit, .comeBack: nil
            }
        }
        guard !steps.isEmpty else { return [] }
        steps[0].arrival = ReportFigures.clock(halt.arrival)
        steps[0].distance = ReportFigures.decimal(halt.drive.distance.kilometres, 1)
        steps[steps.count - 1].departure = ReportFigures.clock(leaving)
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
