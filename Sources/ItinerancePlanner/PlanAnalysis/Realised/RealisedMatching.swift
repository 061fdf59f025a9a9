import FileAccess
import GeoModel
import PlanningModel
import ScenarioFiles

/// Holds what tables tell of what happened against the openings of a plan.
package struct RealisedMatching {
    private let plan: Plan
    private var findings = Findings()

    /// - Parameters:
    ///   - until: the last day that is told of; the last one of the lines where it is not given.
    ///   - warnings: what is told of the tables already.
    /// - Throws: `InputFailure` with all lines that fit no opening, or cannot be.
    package static func match(
        _ lines: [RealisedLine], with plan: Plan, until: CivilDate?, after warnings: [Finding]
    ) throws -> (realised: Realised, warnings: [Finding]) {
        var matching = RealisedMatching(plan: plan)
        matching.findings.add(InputFailure(findings: warnings))
        let last = until ?? lines.map(\.date).max() ?? plan.scenario.firstMonday
        let late = lines.filter { $0.date > last }
        if let first = late.first {
            matching.findings.add(
                .realised(.linesAfter(late.count, last)), file: first.file, line: first.line, column: "date",
                level: .warning)
        }
        let realised = matching.matched(lines.filter { $0.date <= last }, until: last)
        try matching.findings.throwIfErrors()
        return (realised, matching.findings.warnings)
    }

    private init(plan: Plan) { self.plan = plan }

    private struct Key: Hashable {
        var date: CivilDate
        var service: String
        var place: String
    }

    private mutating func matched(_ lines: [RealisedLine], until: CivilDate) -> Realised {
        let first = plan.scenario.firstMonday
        // Whole weeks: what is still to come in the last one is told apart.
        let sunday = max(first, until).adding(days: 6 - max(first, until).weekday.rawValue)
        let planned = DatedPlan(plan: plan, period: first...sunday).openings
        let byKey = Dictionary(grouping: planned.indices) {
            Key(date: planned[$0].date, service: planned[$0].service, place: planned[$0].visit.venue)
        }
        var told: [Int: RealisedLine] = [:]
        var depots: [Realised.DepotKey: RealisedLine] = [:]
        for line in lines {
            if line.state == nil {
                let key = Realised.DepotKey(date: line.date, service: line.service, depot: line.place)
                if let before = depots[key] { report(.realised(.twice(before.line, before.file)), line, "lieu") }
                depots[key] = line
                continue
            }
            let own = byKey[Key(date: line.date, service: line.service, place: line.place)] ?? []
            guard !own.isEmpty else {
                let days = planned.filter { $0.service == line.service && $0.visit.venue == line.place }.map(\.date)
                report(
                    .realised(.noOpening(line.place, line.date, near: Self.nearest(days, to: line.date))), line, "date")
                continue
            }
            let fitting = own.filter { line.planned == nil || planned[$0].hours.start == line.planned }
            guard fitting.count == 1 else {
                report(.realised(.whichOpening(line.planned, own.map { planned[$0].hours.start })), line, "debut_prevu")
                continue
            }
            if let before = told[fitting[0]] {
                report(.realised(.twice(before.line, before.file)), line, "lieu")
                continue
            }
            if let (fault, column) = Self.fault(line, planned[fitting[0]].hours) { report(fault, line, column) }
            told[fitting[0]] = line
        }
        return Realised(
            plan: plan, until: until,
            openings: planned.indices.map {
                Realised.Opening(planned: planned[$0], line: told[$0], isToCome: planned[$0].date > until)
            }, depots: depots)
    }

    private mutating func report(_ fault: InputFault, _ line: RealisedLine, _ column: String) {
        findings.add(fault, file: line.file, line: line.line, column: column)
    }

    private static func nearest(_ dates: [CivilDate], to date: CivilDate) -> [CivilDate] {
        func distance(_ other: CivilDate) -> Int { abs(other.dayNumber - date.dayNumber) }
        return Array(Set(dates).sorted { (distance($0), $0) < (distance($1), $1) }.prefix(2)).sorted()
    }

    /// What a row says that cannot be, once the hours of the plan are known.
    private static func fault(_ line: RealisedLine, _ hours: Interval) -> (InputFault, String)? {
        guard line.state != .cancelled else { return nil }
        let (start, end) = (line.start ?? hours.start, line.end ?? hours.end)
        if start >= end {
            return (.realised(.endsBeforeItStarts(start, end)), line.end == nil ? "debut" : "fin")
        }
        if line.state == .late, start <= hours.start { return (.realised(.notLate(start, hours.start)), "debut") }
        if let arrival = line.arrival, arrival > start {
            return (.realised(.arrivedAfter(arrival, start)), "arrivee")
        }
        if let departure = line.departure, departure < end {
            return (.realised(.leftBefore(departure, end)), "depart")
        }
        return nil
    }
}
