import GeoModel
import RoundPlan

/// `realise.json`, and `realise --json`.
struct RealisedSummary: Encodable {
    struct Week: Encodable {
        var service: String
        var number: Int
        var monday: CivilDate
        var planned: Int
        var least: Int
        var most: Int
        var minimum: Int
        var verdict: String
        var openings: Int
        var held: Int
        var cancelled: Int
        var late: Int
        var lateMinutes: Int
        var unknown: Int
        var fallen: Int
        var toCome: Int
        var reasons: [String]
        var uncounted: Int
        var parents: People
        var children: People

        enum CodingKeys: String, CodingKey {
            case service
            case number = "semaine"
            case monday = "du"
            case planned = "demi_journees_prevues"
            case least = "demi_journees_tenues_min"
            case most = "demi_journees_tenues_max"
            case minimum = "demi_journees_dues"
            case verdict = "r01"
            case openings = "ouvertures"
            case held = "tenues"
            case cancelled = "annulees"
            case late = "en_retard"
            case lateMinutes = "minutes_de_retard"
            case unknown = "inconnues"
            case fallen = "fermees"
            case toCome = "a_venir"
            case reasons = "raisons"
            case uncounted = "tenues_sans_comptage"
            case parents
            case children = "enfants"
        }
    }

    /// A number of people, or why there is none.
    struct People: Encodable {
        var count: Int?
        var isWithheld: Bool

        init(_ shown: SmallCounts.Shown) {
            count = shown.count
            isWithheld = shown == .withheld
        }

        enum CodingKeys: String, CodingKey {
            case count = "nombre"
            case isWithheld = "non_montre"
        }
    }

    struct Commune: Encodable {
        var code: String
        var name: String
        var held: Int
        var uncounted: Int
        var parents: People
        var children: People

        enum CodingKeys: String, CodingKey {
            case code = "code_insee"
            case name = "commune"
            case held = "tenues"
            case uncounted = "tenues_sans_comptage"
            case parents
            case children = "enfants"
        }
    }

    struct Duration: Encodable {
        var from: String
        var to: String
        var observations: Int
        var planned: Int
        var median: Double
        var least: Int
        var most: Int

        init(_ duration: ObservedDuration) {
            from = duration.from
            to = duration.to
            observations = duration.minutes.count
            planned = duration.planned.count
            median = duration.median
            least = duration.least
            most = duration.most
        }

        enum CodingKeys: String, CodingKey {
            case from = "de"
            case to = "vers"
            case observations
            case planned = "minutes_prevues"
            case median = "minutes_medianes"
            case least = "minutes_min"
            case most = "minutes_max"
        }
    }

    var until: CivilDate
    var fingerprint: String
    var sources: [SourceFile]
    var smallest: Int
    var weeks: [Week]
    var communes: [Commune]
    var parents: People
    var children: People
    var legs: [Duration]
    var setUp: Duration?
    var packUp: Duration?

    init(_ report: RealisedReport, sources: [SourceFile]) {
        until = report.realised.until
        fingerprint = report.realised.plan.fingerprint
        self.sources = sources
        smallest = report.counts.threshold
        weeks = report.weeks.map { row in
            let week = row.week
            return Week(
                service: week.service, number: week.number, monday: week.monday, planned: week.planned,
                least: week.least, most: week.most, minimum: week.minimum, verdict: week.verdict.rawValue,
                openings: week.openings, held: week.held, cancelled: week.cancelled, late: week.late,
                lateMinutes: week.lateMinutes.count, unknown: week.unknown, fallen: week.fallen, toCome: week.toCome,
                reasons: week.reasons, uncounted: week.uncounted, parents: People(row.parents),
                children: People(row.children))
        }
        communes = report.communes.map {
            Commune(
                code: $0.code, name: $0.name, held: $0.held, uncounted: $0.uncounted, parents: People($0.parents),
                children: People($0.children))
        }
        parents = People(report.parents)
        children = People(report.children)
        legs = report.legs.map { Duration($0) }
        setUp = report.setUps.setUp.map { Duration($0) }
        packUp = report.setUps.packUp.map { Duration($0) }
    }

    enum CodingKeys: String, CodingKey {
        case until = "jusqu_au"
        case fingerprint = "empreinte_du_plan"
        case sources
        case smallest = "plus_petit_nombre_montre"
        case weeks = "semaines"
        case communes
        case parents
        case children = "enfants"
        case legs = "trajets"
        case setUp = "installation"
        case packUp = "rangement"
    }
}
