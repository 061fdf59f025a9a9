import FileAccess
import FrenchText
import GeoModel
import PlanAnalysis
import PlanningModel

/// `realise.json`, and `realise --json`.
package struct RealisedSummary: Encodable, FrenchKeyed {
    package struct Week: Encodable, FrenchKeyed {
        package var service: String
        package var number: Int
        package var monday: CivilDate
        package var planned: Int
        package var least: Int
        package var most: Int
        package var minimum: Int
        package var verdict: String
        package var openings: Int
        package var held: Int
        package var cancelled: Int
        package var late: Int
        package var lateMinutes: Int
        package var unknown: Int
        package var fallen: Int
        package var toCome: Int
        package var reasons: [String]
        package var uncounted: Int
        package var parents: People
        package var children: People

        package static var frenchKeys: [String: String] {
            [
                "number": "semaine", "monday": "du", "planned": "demi_journees_prevues",
                "least": "demi_journees_tenues_min", "most": "demi_journees_tenues_max",
                "minimum": "demi_journees_dues", "verdict": "r01", "cancelled": "annulees", "late": "en_retard",
                "lateMinutes": "minutes_de_retard", "unknown": "inconnues", "fallen": "fermees", "toCome": "a_venir",
                "reasons": "raisons",
            ]
        }

        package init(
            service: String, number: Int, monday: CivilDate, planned: Int, least: Int, most: Int, minimum: Int,
            verdict: String, openings: Int, held: Int, cancelled: Int, late: Int, lateMinutes: Int, unknown: Int,
            fallen: Int, toCome: Int, reasons: [String], uncounted: Int, parents: People, children: People
        ) {
            self.service = service
            self.number = number
            self.monday = monday
            self.planned = planned
            self.least = least
            self.most = most
            self.minimum = minimum
            self.verdict = verdict
            self.openings = openings
            self.held = held
            self.cancelled = cancelled
            self.late = late
            self.lateMinutes = lateMinutes
            self.unknown = unknown
            self.fallen = fallen
            self.toCome = toCome
            self.reasons = reasons
            self.uncounted = uncounted
            self.parents = parents
            self.children = children
        }
    }

    /// A number of people, or why there is none.
    package struct People: Encodable, FrenchKeyed {
        package var count: Int?
        package var isWithheld: Bool

        package init(_ shown: SmallCounts.Shown) {
            count = shown.count
            isWithheld = shown == .withheld
        }

        package static var frenchKeys: [String: String] {
            ["isWithheld": "non_montre"]
        }
    }

    package struct Commune: Encodable, FrenchKeyed {
        package var code: String
        package var name: String
        package var held: Int
        package var uncounted: Int
        package var parents: People
        package var children: People

        package static var frenchKeys: [String: String] {
            ["code": "code_insee", "name": "commune"]
        }

        package init(code: String, name: String, held: Int, uncounted: Int, parents: People, children: People) {
            self.code = code
            self.name = name
            self.held = held
            self.uncounted = uncounted
            self.parents = parents
            self.children = children
        }
    }

    package struct Duration: Encodable, FrenchKeyed {
        package var from: String
        package var to: String
        package var observations: Int
        package var planned: Int
        package var median: Double
        package var least: Int
        package var most: Int

        package init(_ duration: ObservedDuration) {
            from = duration.from
            to = duration.to
            observations = duration.minutes.count
            planned = duration.planned.count
            median = duration.median
            least = duration.least
            most = duration.most
        }

        package static var frenchKeys: [String: String] {
            [
                "from": "de", "planned": "minutes_prevues", "median": "minutes_medianes", "least": "minutes_min",
                "most": "minutes_max",
            ]
        }
    }

    package var until: CivilDate
    package var fingerprint: String
    package var sources: [SourceFile]
    package var smallest: Int
    package var weeks: [Week]
    package var communes: [Commune]
    package var parents: People
    package var children: People
    package var legs: [Duration]
    package var setUp: Duration?
    package var packUp: Duration?

    package init(_ report: RealisedReport, sources: [SourceFile]) {
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
                reasons: RealisedWords.reasons(week), uncounted: week.uncounted, parents: People(row.parents),
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

    package static var frenchKeys: [String: String] {
        [
            "until": "jusqu_au", "fingerprint": "empreinte_du_plan", "sources": "sources",
            "smallest": "plus_petit_nombre_montre", "setUp": "installation", "packUp": "rangement",
        ]
    }
}
