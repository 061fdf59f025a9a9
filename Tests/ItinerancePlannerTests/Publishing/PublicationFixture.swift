import FileAccess
import Foundation
import GeoModel
import PlanAnalysis
import PlanningModel
import Publishing

/// A plan made by hand over New Year 2027, with awkward names, closures, absences and every kind of service.
enum PublicationFixture {
    static let awkwardNames = [
        "L'Orée de Mormal <b>", "=SOMME(A1;A2)", "مركز الأسرة, \"salle\"", "Salle\ndes fêtes; annexe", "@Sans adresse",
    ]
    static let address = String(String(repeating: "12 rue de l'Église, bâtiment « B », ", count: 8).prefix(200))
    static let last = CivilDate(iso: "2027-12-31") ?? CivilDate(dayNumber: 0)

    private static func minutes(_ hour: Int, _ minute: Int = 0) -> Minutes { Minutes(60 * hour + minute) }

    static func hours(_ from: Int, _ until: Int) -> Interval {
        Interval(start: minutes(from), end: minutes(until))
    }

    static func venue(_ index: Int) -> String { "lieu-0100\(index + 1)" }

    /// A day of a van: each visit with its openings, half an hour before and twenty minutes after them.
    static func day(
        _ week: Int, _ weekday: Weekday, _ team: Int, _ stops: [(venue: Int, openings: [Interval])]
    ) -> DayRound {
        let visits = stops.map { stop in
            Visit(
                venue: venue(stop.venue), arrival: stop.openings[0].start - minutes(0, 30), openings: stop.openings,
                departure: stop.openings[stop.openings.count - 1].end + minutes(0, 20))
        }
        let places = ["depot"] + visits.map(\.venue) + ["depot"]
        let legs = zip(places, places.dropFirst()).enumerated().map { index, ends in
            let departure = index == 0 ? visits[0].arrival - minutes(0, 30) : visits[index - 1].departure
            return DrivenLeg(
                from: ends.0, to: ends.1, departure: departure,
                arrival: index < visits.count ? visits[index].arrival : departure + minutes(0, 25),
                distance: Metres(12_345))
        }
        return DayRound(
            week: week, weekday: weekday, van: "van-\(team)", crew: "equipe-\(team)", legs: legs, visits: visits,
            breaks: [])
    }

    /// Weekly, fortnightly with two openings a day, monthly; a second service at the first place and unevenly at the third.
    static func rounds(start: Int = 9) -> [String: [DayRound]] {
        let weeks = 1...4
        return [
            "service-1": weeks.map { day($0, .monday, 1, [(0, [hours(start, 12)]), (1, [hours(14, 17)])]) }
                + [1, 3].map { day($0, .wednesday, 1, [(2, [hours(9, 12), hours(14, 16)])]) }
                + [day(2, .thursday, 1, [(3, [hours(9, 12)])])],
            "service-2": weeks.map { day($0, .monday, 2, [(0, [hours(14, 17)])]) }
                + [1, 2].map { day($0, .friday, 2, [(2, [hours(9, 12)])]) },
        ]
    }

    static func scenario(publishedOn: String? = "2026-11-20") -> Scenario {
        var scenario = ReportFixture.scenario(firstMonday: "2026-11-30", services: 2)
        for index in awkwardNames.indices { scenario.territory.venues[index].name = awkwardNames[index] }
        scenario.territory.venueFacts = (0..<4).map {
            VenueFacts(
                venue: venue($0), address: address, postcode: $0 == 3 ? "" : "01234", parking: "devant; la mairie",
                vintage: "2026-10-01")
        }
        scenario.territory.prisons = [Prison(id: "prison", name: "Établissement d'essai", commune: "01004")]
        scenario.publishedOn = publishedOn.flatMap { CivilDate(iso: $0) }
        scenario.office = Office(
            name: "Caf d'essai, \"fictive\"", phone: "03 20 00 00 00", site: "https://exemple.fr/lr?a=1;b,c",
            siret: "12345678901234", standing: "exemple fictif")
        scenario.services[0].charge = .free
        scenario.services[0].programme = [
            SessionKind(id: "caf", name: "Aide aux démarches", mission: .services, digitalHelp: ["caf"]),
            SessionKind(id: "reseau", name: "Réunion d'acteurs", mission: .actors, isForProfessionals: true),
        ]
        scenario.calendar = calendar
        scenario.vans.append(Van(id: "minibus", name: "Minibus", standing: "exemple fictif"))
        scenario.absences = [
            Absence(person: "agent-1a", from: date("2027-03-01"), until: date("2027-03-14")),
            Absence(person: "agent-1b", from: date("2027-03-08"), until: date("2027-03-14")),
        ]
        scenario.listening = [
            ListeningService(
                id: "ecoute", name: "Écoute à distance", besides: ["service-1"], crew: "equipe-1",
                slots: [WeeklySlot(weekday: .tuesday, hours: hours(18, 21))], channel: "telephone")
        ]
        scenario.centres = [
            FixedCentre(
                id: "fixe", name: "Lieu fixe", kind: .parentingResource, venue: venue(4), crew: "equipe-2",
                openings: [WeeklySlot(weekday: .tuesday, hours: hours(9, 12))])
        ]
        scenario.prisonRelays = [
            PrisonRelay(
                id: "rep", name: "Relais enfants-parents", team: Team(van: "minibus", crew: "equipe-2", depot: "depot"),
                visits: [])
        ]
        scenario.calls = [CallCount(service: "ecoute", monday: date("2026-11-30"), received: 12, handled: 9)]
        return scenario
    }

    private static func date(_ text: String) -> CivilDate { CivilDate(iso: text) ?? CivilDate(dayNumber: 0) }

    /// The public holidays of France and a week's closure of the first place.
    private static var calendar: ClosureCalendar {
        let holidays = [
            "2026-01-01", "2026-12-25", "2027-01-01", "2027-03-29", "2027-05-01", "2027-05-06", "2027-05-08",
            "2027-05-17", "2027-07-14", "2027-08-15", "2027-11-01", "2027-11-11", "2027-12-25",
        ]
        return ClosureCalendar(
            publicHolidays: holidays.map { .init(date: date($0), name: "Férié") },
            schoolHolidays: ["2026-02-16", "2027-12-31"].map { .init(date: date($0), name: "Vacances") },
            exceptions: [
                .init(place: venue(0), from: date("2027-02-08"), until: date("2027-02-14"), reason: "travaux; toit")
            ])
    }

    /// Three mornings a week of the first service from 30 November 2026 on, three asked for; nothing else.
    static func threeMornings(_ edit: (inout Scenario) -> Void) -> Plan {
        var scenario = scenario()
        scenario.absences = []
        scenario.calendar.exceptions = []
        scenario.parameters.minimumHalfDays = 3
        scenario.services[0].programme = []
        edit(&scenario)
        let rounds = (1...4).flatMap { week in
            [(Weekday.monday, 0), (.wednesday, 1), (.thursday, 2)].map { weekday, venue in
                day(week, weekday, 1, [(venue, [hours(10, 13)])])
            }
        }
        var plan = plan(scenario, rounds: ["service-1": rounds, "service-2": []])
        plan.services[0].sessions = []
        return plan
    }

    static func plan(_ scenario: Scenario = scenario(), rounds: [String: [DayRound]] = rounds()) -> Plan {
        var plan = Plan(
            rounds: rounds, scenario: scenario, fingerprint: "0123456789abcdef",
            sources: [SourceFile(name: "essai.yaml", sha256: "ab12")])
        plan.services[0].sessions = [("caf", 1), ("reseau", 2)].map {
            PlannedSession(
                kind: $0.0, week: $0.1, weekday: .monday, venue: venue(0),
                hours: Interval(start: minutes(9), end: minutes(10)))
        }
        plan.shifts = (1...4).flatMap { week in
            [
                Shift(
                    service: "ecoute", week: week, weekday: .tuesday, hours: hours(18, 21), staff: ["agent-1a"]),
                Shift(
                    service: "fixe", week: week, weekday: .tuesday, hours: hours(9, 12),
                    staff: ["agent-2a", "agent-2b"]),
            ]
        }
        plan.outings = [
            PrisonOuting(
                service: "rep", prison: "prison", week: 1, weekday: .wednesday, van: "minibus", staff: ["agent-2a"],
                legs: [
                    DrivenLeg(
                        from: "depot", to: "01002", departure: minutes(12), arrival: minutes(12, 20),
                        distance: Metres(10_000)),
                    DrivenLeg(
                        from: "01002", to: "prison", departure: minutes(12, 25), arrival: minutes(13),
                        distance: Metres(30_000)),
                    DrivenLeg(
                        from: "prison", to: "depot", departure: minutes(15), arrival: minutes(16),
                        distance: Metres(40_000)),
                ], visit: Interval(start: minutes(14), end: minutes(14, 45)), children: 2)
        ]
        return plan
    }

    /// A folder with the files of some kinds, of all days to the end of the calendars; the caller removes it.
    static func folder(
        _ plan: Plan = plan(), _ kinds: [PublicationKind] = [.calendars, .tables, .directories],
        weeks: [CivilDate: Plan] = [:]
    ) throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("publication-\(UUID().uuidString)")
        for file in try files(plan, kinds, weeks: weeks) {
            let url = file.name.url(in: folder)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try file.data.write(to: url)
        }
        return folder
    }

    static func files(
        _ plan: Plan = plan(), _ kinds: [PublicationKind] = [.calendars, .tables, .directories],
        weeks: [CivilDate: Plan] = [:]
    ) throws -> [PublishedFile] {
        let publication = try Publication(
            plan, period: plan.scenario.firstMonday...last, weeks: weeks, contours: contours)
        return try kinds.flatMap { try $0.files(publication) }
    }

    /// A square round the first commune.
    private static var contours: Contours {
        let ring = [(50.0, 3.8), (50.0, 4.0), (50.2, 4.0), (50.2, 3.8), (50.0, 3.8)].map {
            Position(latitude: $0.0, longitude: $0.1)
        }
        return Contours(outlines: ["01001": Outline(polygons: [[ring]])], source: "essai")
    }

    /// Rows of `ouvertures` on which parents are received.
    static func receptions(in folder: URL) throws -> [[String: Any]] {
        try table("ouvertures", in: folder).filter {
            $0["public"] as? String == "parents" && ($0["etat"] as? String)?.hasPrefix("prévu") == true
        }
    }

    /// `2027-01-04 09:00-12:00` of a row of `ouvertures`.
    static func span(_ row: [String: Any]) -> String {
        "\(row["date"] ?? "") \(row["debut"] ?? "")-\(row["fin"] ?? "")"
    }

    /// A table of `publication.json`.
    static func table(_ name: String, in folder: URL) throws -> [[String: Any]] {
        let data = try Data(contentsOf: folder.appendingPathComponent("tableaux/publication.json"))
        let root = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        return (root?["tableaux"] as? [String: Any])?[name] as? [[String: Any]] ?? []
    }
}
