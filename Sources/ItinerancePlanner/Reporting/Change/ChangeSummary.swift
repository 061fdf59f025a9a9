import FileAccess
import FrenchText
import GeoModel
import PlanAnalysis
import Planning
import PlanningModel

/// What changes from one plan to another, as data for other programs.
package struct ChangeSummary: Encodable, FrenchKeyed {
    package struct Change: Encodable, FrenchKeyed {
        package var service: String
        package var venue: String
        package var kind: String
        package var fields: [ChangedField]
        package var weight: Int
        package var before: String?
        package var after: String?

        package static var frenchKeys: [String: String] {
            ["kind": "nature", "fields": "champs", "weight": "poids", "before": "avant", "after": "apres"]
        }

        package init(
            service: String, venue: String, kind: String, fields: [ChangedField], weight: Int, before: String? = nil,
            after: String? = nil
        ) {
            self.service = service
            self.venue = venue
            self.kind = kind
            self.fields = fields
            self.weight = weight
            self.before = before
            self.after = after
        }
    }

    /// What a week of the new cycle holds more and less.
    package struct CycleWeek: Encodable, FrenchKeyed {
        package struct Presence: Encodable, FrenchKeyed {
            package var service: String
            package var weekday: String
            package var half: HalfDay
            package var venue: String

            package init(service: String, weekday: String, half: HalfDay, venue: String) {
                self.service = service
                self.weekday = weekday
                self.half = half
                self.venue = venue
            }
        }

        package var week: Int
        package var gone: [Presence]
        package var added: [Presence]

        package static var frenchKeys: [String: String] {
            ["gone": "en_moins", "added": "en_plus"]
        }
    }

    /// One dated week that differs.
    package struct Week: Encodable, FrenchKeyed {
        package var monday: CivilDate
        package var weight: Int
        package var changes: [Change]
        package var least: [String: Int]
        /// Half-days that the week opens at least, and that it owes otherwise (R01).
        package var minimum: Int
        package var usualMinimum: Int
        package var brokenPromises: Int

        package static var frenchKeys: [String: String] {
            [
                "weight": "poids", "least": "poids_minimal", "minimum": "demi_journees_min",
                "usualMinimum": "demi_journees_min_habituel", "brokenPromises": "promesses_non_tenues",
            ]
        }

        package init(
            monday: CivilDate, weight: Int, changes: [Change], least: [String: Int], minimum: Int, usualMinimum: Int,
            brokenPromises: Int
        ) {
            self.monday = monday
            self.weight = weight
            self.changes = changes
            self.least = least
            self.minimum = minimum
            self.usualMinimum = usualMinimum
            self.brokenPromises = brokenPromises
        }
    }

    package var weight: Int
    package var changes: [Change]
    /// Least weight that any plan can have, by service; empty where nothing was searched.
    package var least: [String: Int]
    package var cycle: [CycleWeek]
    package var weeks: [Week]
    package var curve: [StabilityStep]

    package init(_ report: ChangeReport, _ run: ReplanRun? = nil, weeks: [WeekRun] = []) {
        weight = report.weight
        changes = Self.changes(report)
        least = Self.least(run?.outcomes ?? [])
        cycle = report.byWeek.map { change in
            func presences(_ all: [WeekChange.Presence]) -> [CycleWeek.Presence] {
                all.map {
                    CycleWeek.Presence(
                        service: $0.service, weekday: $0.weekday.key, half: $0.half, venue: $0.venue)
                }
            }
            return CycleWeek(week: change.week, gone: presences(change.gone), added: presences(change.added))
        }
        curve = run?.outcomes.flatMap(\.steps) ?? []
        self.weeks = weeks.map { run in
            let report = run.report
            return Week(
                monday: run.week.monday, weight: report.weight, changes: Self.changes(report),
                least: Self.least(run.outcomes), minimum: run.minimum, usualMinimum: run.usualMinimum,
                brokenPromises: run.outcomes.reduce(0) { $0 + $1.broken.count })
        }
    }

    private static func changes(_ report: ChangeReport) -> [Change] {
        let text = ChangeText(report)
        return report.changes.map { change in
            Change(
                service: change.service, venue: change.venue, kind: ReplanWords.kind(change), fields: change.fields,
                weight: change.weight, before: text.before(change),
                after: text.after(change))
        }
    }

    private static func least(_ outcomes: [ReplanRun.Outcome]) -> [String: Int] {
        Dictionary(outcomes.map { ($0.service, $0.leastWeight) }, uniquingKeysWith: { first, _ in first })
    }

    package static var frenchKeys: [String: String] {
        ["weight": "poids", "least": "poids_minimal", "cycle": "par_semaine", "curve": "courbe"]
    }
}
