import Foundation
import PlanAnalysis
import PlanningModel
import TabularData
import Testing

@Suite("What a driver holds")
struct RoadSheetTests {
    @Test(
        "One printed page a day out, after the list; every stop with its hours; a day that falls is told, not printed")
    func sheets() throws {
        let published = try PublishedPages([.roadSheets], hasPDF: true)
        defer { published.remove() }
        // Eight Mondays less a holiday and an absence, three Wednesdays, two Thursdays.
        let printed = try published.printed("feuilles/van-1.pdf")
        #expect(printed.count == 12)
        #expect(try published.pageCount("feuilles/van-1.pdf") == 12)
        for sheet in printed.dropFirst() {
            #expect(sheet.contains("Ouverture au public") && sheet.contains("Notes"), "\(sheet)")
            #expect(sheet.contains("Exemple fictif"))
        }
        let list = try #require(published.pages["feuilles/van-1.html"])
        #expect(list.rows.contains("lundi 29 mars 2027 ANNULÉ – jour férié : Férié"))
        #expect(list.rows.contains("mercredi 10 mars 2027 ANNULÉ – équipe absente"))
        // One stop of two is closed: the van goes, and the driver is told.
        #expect(printed[1].contains("lundi 8 février 2027"))
        #expect(printed[1].contains("PAS D'ACCUEIL ICI CE JOUR – lieu fermé : travaux; toit"))
        let monday = try #require(printed.dropFirst().first { $0.contains("lundi 15 février 2027") })
        for words in [
            "8 h 00", "8 h 30", "9 h 00", "12 h 00", "14 h 00", "17 h 00", "17 h 45", "12,3 km", "inconnu, à confirmer",
            "devant; la mairie", "01234", "<b>", "=SOMME(A1;A2)", "Équipe equipe-1 : agent-1a, agent-1b",
        ] { #expect(monday.contains(words), "\(words): \(monday)") }
        // Someone away is not on the sheet.
        #expect(printed.contains { $0.contains("lundi 1er mars 2027") && $0.contains("equipe-1 : agent-1b") })
        let prison = try #require(published.pages["feuilles/minibus.html"])
        for words in ["Début du parloir", "Enfants au parloir : 2", "Adresses : tenues par le relais"] {
            #expect(prison.text.contains(words), "\(words)")
        }
        for (name, page) in published.pages { #expect(page.isSound, "\(name): \(page.faults)") }
    }

    @Test("A telephone reads each stop's position from the printed sheet")
    func codes() throws {
        let published = try PublishedPages([.roadSheets], hasPDF: true)
        defer { published.remove() }
        _ = try PublicationReaders.run([
            "pdftoppm", "-r", "110", "-f", "4", "-l", "4", "-png", published.path("feuilles/van-1.pdf"),
            published.path("page"),
        ])
        let picture = try #require(
            try FileManager.default.contentsOfDirectory(atPath: published.folder.path).first { $0.hasPrefix("page") })
        let read = String(
            decoding: try PublicationReaders.run(["zbarimg", "--raw", "-q", published.path(picture)]), as: UTF8.self)
        // Monday the 15th: the first two places.
        let expected = PublicationFixture.scenario().territory.venues.prefix(2).map {
            String(format: "geo:%.5f,%.5f", $0.position.latitude, $0.position.longitude)
        }
        let found = read.split(separator: "\n").map(String.init).filter { $0.hasPrefix("geo:") }
        #expect(Set(found) == Set(expected), "\(read)")
    }

    @Test("Routes are well-formed GPX and KML of the same points, with awkward names whole")
    func tracks() throws {
        let published = try PublishedPages([.roadSheets])
        defer { published.remove() }
        let read = try PublicationReaders.read("read_tracks.py", [published.path("feuilles")])
        let tracks = try #require(read as? [[String: Any]])
        // Four Mondays, two Wednesdays and a Thursday; four Mondays and two Fridays; one way to the prison.
        #expect(tracks.count == 14)
        #expect(tracks.allSatisfy { $0["agrees"] as? Bool == true })
        let monday = try #require(
            tracks.first { $0["name"] as? String == "Van 1, semaine 1, lundi" }?["points"] as? [[Any]])
        #expect(
            monday.compactMap { $0.first as? String }
                == ["Dépôt d'Avesnes", "L'Orée de Mormal <b>", "=SOMME(A1;A2)", "Dépôt d'Avesnes"])
    }

    @Test("The same plan gives the same bytes, page by page")
    func deterministic() throws {
        let kinds: [PublicationKind] = [.roadSheets, .team, .posters, .communes]
        let plan = PublicationFixture.plan()
        let (first, second) = try (PublishedPages.files(plan, kinds), PublishedPages.files(plan, kinds))
        #expect(first.map(\.name) == second.map(\.name))
        #expect(first.map(\.data) == second.map(\.data))
        #expect(Set(first.map(\.name)).count == first.count)
        #expect(first.allSatisfy { $0.name.text.allSatisfy { $0.isASCII && $0 != " " } })
    }
}
