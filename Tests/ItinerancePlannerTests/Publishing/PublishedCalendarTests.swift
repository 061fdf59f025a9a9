import Foundation
import GeoModel
import PlanCheck
import PlanningModel
import Testing

@Suite("Published calendars, as other programs read them")
struct PublishedCalendarTests {
    private struct Feed {
        var root: [String: Any]
        var events: [[String: String]] { root["events"] as? [[String: String]] ?? [] }
        var series: [[String: Any]] { root["series"] as? [[String: Any]] ?? [] }
        var times: [String] {
            events.map { "\($0["date"] ?? "") \($0["start"] ?? "")-\($0["end"] ?? "")" }.sorted()
        }
        var uids: Set<String> { Set(series.compactMap { $0["uid"] as? String }) }
    }

    private func feed(_ name: String, in folder: URL) throws -> Feed {
        let file = folder.appendingPathComponent("calendriers/\(name).ics").path
        let read = try PublicationReaders.read("read_calendar.py", [file, "2026-06-01", "2029-01-31"])
        return Feed(root: try #require(read as? [String: Any]))
    }

    private func planned(_ folder: URL, where matches: ([String: Any]) -> Bool = { _ in true }) throws -> [String] {
        try PublicationFixture.receptions(in: folder).filter(matches).map(PublicationFixture.span).sorted()
    }

    @Test(
        "The public calendar, each service's and each commune's expand to exactly the plan's dates, to the last covered day"
    )
    func exactDates() throws {
        let folder = try PublicationFixture.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let all = try feed("public", in: folder)
        #expect(all.times == (try planned(folder)))
        #expect(all.times.count > 350)
        #expect(all.times.last.map { $0 >= "2027-12-27" && $0 < "2028" } == true)
        for service in ["service-1", "service-2", "ecoute", "fixe"] {
            let times = try feed("services/\(service)", in: folder).times
            #expect(try times == planned(folder) { $0["service"] as? String == service }, "\(service)")
        }
        let commune = try feed("communes/01001-saint-hilaire-sur-helpe", in: folder)
        #expect(try commune.times == planned(folder) { $0["code_insee"] as? String == "01001" })
        // Both clock changes of 2027: nine o'clock stays nine o'clock.
        let offsets = Dictionary(grouping: commune.events) { $0["offset"] ?? "" }
        #expect(offsets.keys.sorted() == ["+0100", "+0200"])
        let summer = offsets["+0200"]?.compactMap { $0["date"] }.sorted()
        #expect(summer?.first == "2027-04-05" && summer?.last == "2027-10-25")
        #expect((offsets["+0200"] ?? []).contains { $0["start"] == "09:00" })
        #expect(all.root["longest"] as? Int ?? 99 <= 75)
        #expect(all.root["bareLineEnds"] as? Int == 0)
    }

    @Test(
        "A week that has a plan of its own takes the place of the cycle's, in tables and calendars; no other week changes"
    )
    func ownWeek() throws {
        let monday = try #require(CivilDate(iso: "2027-01-04"))
        var scenario = PublicationFixture.scenario()
        scenario.parameters.cycleWeeks = 1
        scenario.firstMonday = monday
        scenario.absences.append(Absence(person: "agent-1a", from: monday, until: monday.adding(days: 6)))
        // Monday falls, Thursday has a stop more; the second service goes on as it was.
        let thursday = PublicationFixture.day(
            1, .thursday, 1, [(3, [PublicationFixture.hours(9, 12)]), (0, [PublicationFixture.hours(14, 17)])])
        let second = try #require(PublicationFixture.rounds()["service-2"]).filter { $0.week == 2 }.map { day in
            var day = day
            day.week = 1
            return day
        }
        let own = Plan(
            rounds: ["service-1": [thursday], "service-2": second], scenario: scenario, fingerprint: "", sources: [])
        let usual = try PublicationFixture.folder()
        let folder = try PublicationFixture.folder(weeks: [monday: own])
        defer { for made in [usual, folder] { try? FileManager.default.removeItem(at: made) } }
        let isOfWeek = { (row: [String: Any]) in
            ((row["date"] as? String).map { ("2027-01-04"..."2027-01-10").contains($0) }) ?? false
        }
        let first = { (row: [String: Any]) in isOfWeek(row) && row["service"] as? String == "service-1" }
        #expect(try planned(folder, where: first) == ["2027-01-07 09:00-12:00", "2027-01-07 14:00-17:00"])
        // Whoever listens is away too.
        let listening = { (row: [String: Any]) in isOfWeek(row) && row["service"] as? String == "ecoute" }
        #expect(try planned(folder) { !first($0) } == planned(usual) { !first($0) && !listening($0) })
        let cancelled = try PublicationFixture.table("ouvertures", in: folder).filter {
            $0["motif"] as? String == "semaine modifiée"
        }
        #expect(!cancelled.isEmpty)
        #expect(cancelled.allSatisfy { first($0) && $0["date"] as? String == "2027-01-04" })
        let feeds = try [usual, folder].map { try feed("public", in: $0) }
        #expect(try feeds[1].times == planned(folder))
        #expect(feeds[0].uids.isSubset(of: feeds[1].uids))
        // Whoever is away that week does not work in it.
        let days = try [usual, folder].map { try feed("personnes/agent-1a", in: $0).times }
        #expect(days[1] == days[0].filter { !("2027-01-04"..."2027-01-10 ").contains($0) })
        let van = try feed("vehicules/van-1", in: folder).events.filter {
            ("2027-01-04"..."2027-01-10").contains($0["date"] ?? "")
        }
        #expect(Set(van.compactMap { $0["date"] }) == ["2027-01-07"])
    }

    @Test("Holidays, a closed place and days with nobody there are taken out; nothing else is")
    func closures() throws {
        let folder = try PublicationFixture.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let rounds = try feed("services/service-1", in: folder).times
        // Easter Monday, the closure of the first place, and the week in which both are away.
        #expect(!rounds.contains { $0.hasPrefix("2027-03-29") || $0.hasPrefix("2027-03-08") })
        #expect(rounds.filter { $0.hasPrefix("2027-02-08") } == ["2027-02-08 14:00-17:00"])
        // One of two is there.
        #expect(rounds.filter { $0.hasPrefix("2027-03-01") }.count == 2)
        // Week 53 of 2026 and week 1 of 2027 are both odd: a fortnight goes on.
        let fortnightly = rounds.filter { $0.contains(" 14:00-16:00") }.map { String($0.prefix(10)) }
        #expect(fortnightly.prefix(5) == ["2026-12-02", "2026-12-16", "2026-12-30", "2027-01-13", "2027-01-27"])
    }

    @Test(
        "A person's calendar holds work from start to end without the days off; the public one has no person and no prison"
    )
    func people() throws {
        let folder = try PublicationFixture.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let first = try feed("personnes/agent-1a", in: folder).times
        #expect(first.contains("2027-01-04 08:00-17:45"))
        #expect(!first.contains { $0 >= "2027-03-01" && $0 < "2027-03-15" })
        #expect(first.contains("2027-01-05 18:00-21:00"))
        #expect(try feed("personnes/agent-1b", in: folder).times.contains("2027-03-01 08:00-17:45"))
        #expect(try feed("personnes/agent-2a", in: folder).times.contains("2026-12-02 12:00-16:00"))
        #expect(try feed("vehicules/minibus", in: folder).times.first == "2026-12-02 12:00-16:00")
        let van = try feed("vehicules/van-1", in: folder)
        #expect(van.events.contains { $0["date"] == "2027-01-04" && $0["start"] == "08:30" && $0["end"] == "12:20" })
        // Whom the actors' meeting concerns reads it.
        #expect(
            van.events.contains { $0["description"]?.contains("Séance : Réunion d'acteurs, de 9 h à 10 h") == true })
        for name in ["public", "services/service-1", "services/ecoute", "communes/01001-saint-hilaire-sur-helpe"] {
            let text = try String(
                contentsOf: folder.appendingPathComponent("calendriers/\(name).ics"), encoding: .utf8
            ).replacingOccurrences(of: "\r\n ", with: "")
            for word in ["agent-", "equipe-", "arloir", "prison", "elais", "Réunion d'acteurs"] {
                #expect(!text.contains(word), "\(name): \(word)")
            }
        }
        #expect(
            !FileManager.default.fileExists(atPath: folder.appendingPathComponent("calendriers/services/rep.ics").path))
    }

    @Test("Awkward names, addresses and standings arrive whole")
    func awkward() throws {
        let folder = try PublicationFixture.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let events = try feed("public", in: folder).events
        for name in PublicationFixture.awkwardNames {
            #expect(events.contains { $0["summary"]?.hasPrefix(name + " : ") == true }, "\(name)")
        }
        #expect(events.contains { $0["location"]?.contains(PublicationFixture.address) == true })
        #expect(events.filter { $0["summary"]?.contains("(exemple fictif)") == true }.count > 300)
        let first = try #require(events.first { $0["date"] == "2026-11-30" && $0["start"] == "09:00" })
        #expect(first["description"]?.contains("Aide aux démarches, de 9 h à 10 h") == true)
        #expect(first["description"]?.contains("Caf d'essai, \"fictive\", 03 20 00 00 00") == true)
    }

    @Test("A later plan updates the events of the earlier one: same UID at other hours, a higher SEQUENCE")
    func identity() throws {
        func read(_ publishedOn: String?, start: Int = 9) throws -> Feed {
            let plan = PublicationFixture.plan(
                PublicationFixture.scenario(publishedOn: publishedOn), rounds: PublicationFixture.rounds(start: start))
            let folder = try PublicationFixture.folder(plan, [.calendars])
            defer { try? FileManager.default.removeItem(at: folder) }
            return try feed("public", in: folder)
        }
        let (draft, first, later) = (try read(nil), try read("2026-11-20"), try read("2026-11-25", start: 10))
        #expect(first.uids.count == first.series.count)
        #expect(first.uids == later.uids && draft.uids == first.uids)
        func sequences(_ feed: Feed) -> Set<Int> { Set(feed.series.compactMap { $0["sequence"] as? Int }) }
        #expect(sequences(first) == [2515] && sequences(later) == [2520])
        #expect(try #require(sequences(draft).max()) < 2515)
        #expect(later.series.allSatisfy { $0["stamp"] as? String == "2026-11-25T00:00:00+00:00" })
        #expect(first.series.allSatisfy { ($0["rule"] as? String)?.contains("INTERVAL=4") == true })
        #expect(later.times.contains("2026-11-30 10:00-12:00"))
    }

    @Test("The same plan gives the same bytes, in every file")
    func sameBytes() throws {
        let (first, second) = (try PublicationFixture.files(), try PublicationFixture.files())
        #expect(first.map(\.name) == second.map(\.name))
        #expect(Set(first.map(\.name)).count == first.count)
        for (one, other) in zip(first, second) { #expect(one.data == other.data, "\(one.name)") }
        #expect(first.allSatisfy { $0.name.text.utf8.allSatisfy { $0 > 32 && $0 < 127 } })
    }

    @Test(
        "Where no official calendar is given, a feed ends with the published period and says that holidays are not known"
    )
    func uncovered() throws {
        var scenario = PublicationFixture.scenario()
        scenario.calendar = ClosureCalendar(publicHolidays: [], schoolHolidays: [])
        let folder = try PublicationFixture.folder(PublicationFixture.plan(scenario))
        defer { try? FileManager.default.removeItem(at: folder) }
        let all = try feed("public", in: folder)
        #expect(all.times == (try planned(folder)))
        #expect(all.times.contains { $0.hasPrefix("2027-03-29") })
        let text = try String(
            contentsOf: folder.appendingPathComponent("calendriers/public.ics"), encoding: .utf8
        ).replacingOccurrences(of: "\r\n ", with: "")
        #expect(text.contains("ils n'ont pas été retirés"))
    }

    @Test("A cycle of one week comes back every week")
    func oneWeek() throws {
        var scenario = PublicationFixture.scenario()
        scenario.parameters.cycleWeeks = 1
        var plan = PublicationFixture.plan(
            scenario, rounds: PublicationFixture.rounds().mapValues { $0.filter { $0.week == 1 } })
        plan.shifts.removeAll { $0.week > 1 }
        let folder = try PublicationFixture.folder(plan)
        defer { try? FileManager.default.removeItem(at: folder) }
        let all = try feed("public", in: folder)
        #expect(all.times == (try planned(folder)))
        #expect(all.series.allSatisfy { ($0["rule"] as? String)?.contains("UNTIL") == true })
        let stops = try PublicationFixture.table("arrets", in: folder)
        #expect(stops.allSatisfy { ($0["horaires_osm"] as? String)?.contains("PH") == false })
    }

    @Test("A van that comes back to a place on the same day makes two events")
    func twiceADay() throws {
        var rounds = PublicationFixture.rounds()
        var visits = rounds["service-2"]?[0].visits ?? []
        visits.append(visits[0])
        visits[1].openings = [Interval(start: Minutes(18 * 60), end: Minutes(19 * 60))]
        rounds["service-2"]?[0].visits = visits
        let folder = try PublicationFixture.folder(
            PublicationFixture.plan(PublicationFixture.scenario(), rounds: rounds))
        defer { try? FileManager.default.removeItem(at: folder) }
        for name in ["public", "vehicules/van-2"] {
            let all = try feed(name, in: folder)
            #expect(all.uids.count == all.series.count, "\(name)")
        }
        #expect(try feed("public", in: folder).times == planned(folder))
    }
}
