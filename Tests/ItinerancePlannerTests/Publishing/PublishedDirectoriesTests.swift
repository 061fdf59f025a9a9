import Foundation
import PlanningModel
import Testing

@Suite("Published directories, as other programs read them")
struct PublishedDirectoriesTests {
    private func text(_ name: String, in folder: URL) throws -> String {
        try String(contentsOf: folder.appendingPathComponent("annuaires/\(name)"), encoding: .utf8)
    }

    private func schema(_ name: String) -> String { PublicationReaders.fixtures.appendingPathComponent(name).path }

    @Test(
        "opening_hours of each stop mean the plan's dates to another reader, over New Year 2027 and both clock changes")
    func openingHours() throws {
        let folder = try PublicationFixture.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let stops = try PublicationFixture.table("arrets", in: folder)
        let openings = try PublicationFixture.receptions(in: folder)
        let values = stops.compactMap { $0["horaires_osm"] as? String }
        #expect(values.count == stops.count && values.count == 7)
        let input = String(decoding: try JSONSerialization.data(withJSONObject: values), as: UTF8.self)
        let read = try PublicationReaders.read("read_hours.py", ["2026-11-01", "2028-02-29"], input: input)
        let spans = try #require(read as? [[String]])
        for (stop, spans) in zip(stops, spans) {
            let planned = openings.filter {
                $0["service"] as? String == stop["service"] as? String
                    && $0["lieu"] as? String == stop["lieu"] as? String
            }.map(PublicationFixture.span).sorted()
            #expect(spans == planned, "\(stop["horaires_osm"] ?? "")")
        }
        // No parity of weeks, which would break between week 53 of 2026 and week 1 of 2027.
        #expect(!values.contains { $0.contains("week") })
        #expect(values.contains { $0.contains("2026 Dec 30") && $0.contains("2027 Jan 13") })
        // Each rule ends with its dates; `PH` would close days that are worked here.
        #expect(!values.contains { $0.contains("PH") })
    }

    @Test(
        "A public holiday that is worked here is open to another reader too: Whit Monday, All Saints, Easter Monday",
        arguments: ["2027-05-17", "2027-11-01", "2027-03-29"])
    func workedHolidays(_ date: String) throws {
        var scenario = PublicationFixture.scenario()
        scenario.calendar.publicHolidays.removeAll { $0.date.iso == date }
        let folder = try PublicationFixture.folder(PublicationFixture.plan(scenario))
        defer { try? FileManager.default.removeItem(at: folder) }
        let stop = try #require(
            try PublicationFixture.table("arrets", in: folder).first {
                $0["lieu"] as? String == PublicationFixture.venue(1)
            })
        let value = try #require(stop["horaires_osm"] as? String)
        let input = String(decoding: try JSONSerialization.data(withJSONObject: [value]), as: UTF8.self)
        let read = try PublicationReaders.read("read_hours.py", [date, date], input: input)
        #expect(read as? [[String]] == [["\(date) 14:00-17:00"]], "\(value)")
        let planned = try PublicationFixture.receptions(in: folder).filter {
            $0["lieu"] as? String == PublicationFixture.venue(1) && $0["date"] as? String == date
        }
        #expect(planned.map(PublicationFixture.span) == ["\(date) 14:00-17:00"])
    }

    @Test("Rows of the national schema are valid; a stop that cannot be is left out, and the read-me says why")
    func digitalHelp() throws {
        let folder = try PublicationFixture.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("annuaires/mediation-numerique.csv").path
        let read = try PublicationReaders.read(
            "read_table_schema.py", [schema("mediation-numerique-1.0.2.json"), file])
        let result = try #require(read as? [String: Any])
        #expect(result["faults"] as? [String] == [])
        let rows = try #require(result["rows"] as? [[String: String]])
        #expect(
            rows.map { $0["id"] ?? "" } == [
                "service-1--lieu-01001", "service-1--lieu-01002", "service-1--lieu-01003", "service-2--lieu-01001",
                "service-2--lieu-01003",
            ])
        #expect(rows.allSatisfy { $0["itinerance"] == "Itinérant" && $0["nom"]?.hasSuffix("(exemple fictif)") == true })
        #expect(rows[0]["telephone"] == "+33320000000" && rows[0]["adresse"] == PublicationFixture.address)
        #expect(rows[0]["services"] == "Aide aux démarches administratives" && rows[0]["frais_a_charge"] == "Gratuit")
        #expect(rows[3]["services"] == "" && rows[3]["frais_a_charge"] == "")
        let readMe = try text("lisez-moi.txt", in: folder)
        #expect(readMe.contains("5 sur 7 arrêts"))
        // A cause is told once, with the places that it keeps out.
        #expect(
            readMe.contains(
                "- 1 arrêt : adresse du lieu inconnue (colonne adresse de lieux.csv) :\n    lieu-01005, @Sans"))
        #expect(readMe.contains("- 2 arrêts : code postal du lieu inconnu"))
        #expect(readMe.contains("\n    lieu-01004, Salle des fêtes; annexe (service-1)\n"))
        #expect(!readMe.contains("vide :"))
    }

    @Test("Without a SIRET, an office's name or a date nothing is invented: no row, and every reason is told")
    func unknownOffice() throws {
        var scenario = PublicationFixture.scenario(publishedOn: nil)
        scenario.office = Office()
        for index in scenario.territory.venueFacts.indices { scenario.territory.venueFacts[index].vintage = "" }
        let folder = try PublicationFixture.folder(PublicationFixture.plan(scenario), [.directories])
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(try text("mediation-numerique.csv", in: folder).split(separator: "\r\n").count == 1)
        #expect(try text("data-inclusion-services.json", in: folder).filter { !$0.isWhitespace } == "[]")
        #expect(try text("data-inclusion-structures.json", in: folder).filter { !$0.isWhitespace } == "[]")
        let readMe = try text("lisez-moi.txt", in: folder)
        for word in [
            "- tous les arrêts : SIRET du bureau inconnu", "date de mise à jour inconnue", "0 sur 7 arrêts",
            "vide : nom du bureau inconnu",
        ] {
            #expect(readMe.contains(word), "\(word)")
        }
    }

    @Test("Services and structure are valid for data·inclusion 1.0.8, without anyone's name")
    func inclusion() throws {
        let folder = try PublicationFixture.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        for kind in ["service", "structure"] {
            let file = folder.appendingPathComponent("annuaires/data-inclusion-\(kind)s.json").path
            let faults = try PublicationReaders.read(
                "read_schema.py", [schema("data-inclusion-\(kind)-1.0.8.json"), file, "--each"])
            #expect(faults as? [String] == [], "\(kind)")
        }
        let data = Data(try text("data-inclusion-services.json", in: folder).utf8)
        let services = try #require(JSONSerialization.jsonObject(with: data) as? [[String: Any]])
        #expect(services.count == 7)
        #expect(services[0]["publics"] as? [String] == ["tous-publics"])
        #expect(services[0]["thematiques"] as? [String] == ["famille--soutien-a-la-parentalite-et-a-leducation"])
        #expect(services.allSatisfy { $0["contact_nom_prenom"] == nil && $0["volume_horaire_hebdomadaire"] == nil })
        #expect(
            services[2]["horaires_accueil"] as? String
                == (try PublicationFixture.table("arrets", in: folder)[2]["horaires_osm"] as? String))
    }

    @Test("The rules of the mobile stops expand to the plan's dates")
    func mobileStops() throws {
        let folder = try PublicationFixture.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("annuaires/mobile-library-stops.csv")
        let visits = try #require(try PublicationReaders.read("read_rules.py", [file.path]) as? [[String]])
        let planned = try PublicationFixture.receptions(in: folder)
            .filter { $0["genre"] as? String == "tournée" }
            .map { PublicationFixture.span($0).replacing(/(:\d\d)-/) { $0.output.1 + " " } }.sorted()
        #expect(visits.map { $0.prefix(3).joined(separator: " ") }.sorted() == planned)
        let header = try text("mobile-library-stops.csv", in: folder).split(separator: "\r\n").first
        #expect(
            header
                == "organisation,mobile,route,community,stop,address,postcode,geox,geoy,day,type,arrival,departure,frequency,start,end,exceptions,timetable"
        )
        #expect(try text("mobile-library-stops.csv", in: folder).contains("FREQ=WEEKLY;INTERVAL=2"))
    }
}
