import Optimizer
import PlanningModel
import ScenarioFiles

/// What `realise` tells, in every form: weeks against R01, parents received, what was learned of durations.
package struct RealisedReport {
    package struct CommuneRow {
        package var code: String
        package var name: String
        package var held: Int
        package var uncounted: Int
        package var parents: SmallCounts.Shown
        package var children: SmallCounts.Shown
    }

    package struct WeekRow {
        package var week: RealisedWeek
        package var parents: SmallCounts.Shown
        package var children: SmallCounts.Shown
    }

    package let realised: Realised
    package let counts: SmallCounts
    package let weeks: [WeekRow]
    package let communes: [CommuneRow]
    package let legs: [ObservedDuration]
    package let setUps: (setUp: ObservedDuration?, packUp: ObservedDuration?)
    /// Of all services and communes.
    package let parents: SmallCounts.Shown
    package let children: SmallCounts.Shown

    package init(_ realised: Realised, _ counts: SmallCounts) {
        self.realised = realised
        self.counts = counts
        let all = realised.weeks
        weeks = Dictionary(grouping: all.indices) { all[$0].service }.values.sorted { $0[0] < $1[0] }.flatMap { own in
            let parents = counts.parts(own.map { all[$0].parents })
            let children = counts.parts(own.map { all[$0].children })
            return own.indices.map { WeekRow(week: all[own[$0]], parents: parents[$0], children: children[$0]) }
        }
        communes = Self.communes(realised, counts)
        legs = realised.legs
        setUps = realised.setUps
        parents = counts.shown(Self.sum(all.map(\.parents)))
        children = counts.shown(Self.sum(all.map(\.children)))
    }

    package var scenario: Scenario { realised.plan.scenario }
    package var severalServices: Bool { Set(weeks.map(\.week.service)).count > 1 }

    /// Lines about weeks, by their verdict.
    package func count(_ verdict: RealisedWeek.Verdict) -> Int { weeks.count { $0.week.verdict == verdict } }

    private static func sum(_ counts: [Int?]) -> Int? {
        let known = counts.compactMap { $0 }
        return known.isEmpty ? nil : known.reduce(0, +)
    }

    private static func communes(_ realised: Realised, _ counts: SmallCounts) -> [CommuneRow] {
        let held = realised.openings.filter(\.isHeld)
        let places = PlaceIndex(realised.plan.scenario)
        func name(_ code: String) -> String { places.commune(code)?.name ?? code }
        let byCommune = Dictionary(grouping: held) { places.place($0.planned.visit.venue)?.commune ?? "" }
        let codes = byCommune.keys.sorted { (name($0), $0) < (name($1), $1) }
        func all(_ path: KeyPath<RealisedLine, Int?>) -> [SmallCounts.Shown] {
            counts.parts(codes.map { code in sum((byCommune[code] ?? []).map { $0.line?[keyPath: path] }) })
        }
        let (parents, children) = (all(\.parents), all(\.children))
        return codes.enumerated().map { index, code in
            let own = byCommune[code] ?? []
            return CommuneRow(
                code: code, name: name(code), held: own.count,
                uncounted: own.count { $0.line?.parents == nil }, parents: parents[index], children: children[index])
        }
    }
}
