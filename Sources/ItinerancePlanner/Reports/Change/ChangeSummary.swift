import GeoModel
import RoundPlan

/// The same as data for other programs.
struct ChangeSummary: Encodable {
    struct Change: Encodable {
        var service: String
        var venue: String
        var kind: String
        var fields: [ChangedField]
        var weight: Int
        var before: String?
        var after: String?

        enum CodingKeys: String, CodingKey {
            case service
            case venue = "lieu"
            case kind = "nature"
            case fields = "champs"
            case weight = "poids"
            case before = "avant"
            case after = "apres"
        }
    }

    /// What a week of the new cycle holds more and less.
    struct CycleWeek: Encodable {
        struct Presence: Encodable {
            var service: String
            var weekday: String
            var half: HalfDay
            var venue: String

            enum CodingKeys: String, CodingKey {
                case service
                case weekday = "jour"
                case half = "demi_journee"
                case venue = "lieu"
            }
        }

        var week: Int
        var gone: [Presence]
        var added: [Presence]

        enum CodingKeys: String, CodingKey {
            case week = "semaine"
            case gone = "en_moins"
            case added = "en_plus"
        }
    }

    /// One dated week that differs.
    struct Week: Encodable {
        var monday: CivilDate
        var weight: Int
        var changes: [Change]
        var least: [String: Int]
        /// Half-days that the week opens at least, and that it owes otherwise (R01).
        var minimum: Int
        var usualMinimum: Int
        var brokenPromises: Int

        enum CodingKeys: String, CodingKey {
            case monday = "lundi"
            case weight = "poids"
            case changes = "changements"
            case least = "poids_minimal"
            case minimum = "demi_journees_min"
            case usualMinimum = "demi_journees_min_habituel"
            case brokenPromises = "promesses_non_tenues"
        }
    }

    /// A step between as few changes and as much value as can be.
    struct Step: Encodable {
        var service: String
        var weight: Int
        var value: Double
        var loss: Double
        var isChosen: Bool

        enum CodingKeys: String, CodingKey {
            case service
            case weight = "poids"
            case value = "valeur"
            case loss = "perte"
            case isChosen = "retenu"
        }
    }

    var weight: Int
    var changes: [Change]
    /// Least weight that any plan can have, by service; empty where nothing was searched.
    var least: [String: Int]
    var cycle: [CycleWeek]
    var weeks: [Week]
    var curve: [Step]

    init(_ report: ChangeReport, _ run: ReplanRun? = nil, weeks: [WeekRun] = []) {
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
        curve = StabilityTable(run?.outcomes ?? []).steps
        self.weeks = weeks.map { run in
            let report = run.report
            return Week(
                monday: run.week.monday, weight: report.weight, changes: Self.changes(report),
                least: Self.least(run.outcomes), minimum: run.minimum, usualMinimum: run.usualMinimum,
                brokenPromises: run.outcomes.reduce(0) { $0 + $1.broken.count })
        }
    }

    private static func changes(_ report: ChangeReport) -> [Change] {
        report.changes.map { change in
            Change(
                service: change.service, venue: change.venue, kind: ReplanWords.kind(change), fields: change.fields,
                weight: change.weight, before: report.words(change.before, isOld: true),
                after: report.words(change.after, isOld: false))
        }
    }

    private static func least(_ outcomes: [ReplanRun.Outcome]) -> [String: Int] {
        Dictionary(outcomes.map { ($0.service, $0.leastWeight) }, uniquingKeysWith: { first, _ in first })
    }

    enum CodingKeys: String, CodingKey {
        case weight = "poids"
        case changes = "changements"
        case least = "poids_minimal"
        case cycle = "par_semaine"
        case weeks = "semaines"
        case curve = "courbe"
    }
}
