import Foundation
import FoundationXML
import ItinerancePlanner
import RoundPlan
import Testing

@Suite("The published report, and pages as checkers read them")
struct PublishedReportTests {
    private static let pages: [PublicationKind] = [.roadSheets, .team, .posters, .communes, .report]

    private func text(_ files: [PublishedFile], _ name: String) throws -> String {
        let file = try #require(files.first { $0.name == name }, "\(name)")
        return String(decoding: file.data, as: UTF8.self)
    }

    /// All `title` and `text` of a drawing, once it was read as XML.
    private func words(_ svg: String) throws -> [String] {
        let document = try XMLDocument(data: Data(svg.utf8))
        return try document.nodes(forXPath: "//*[local-name()='title' or local-name()='text']").compactMap(
            \.stringValue)
    }

    @Test("The report says where each stop is and when, who the partners are, what is unknown, and what is left out")
    func report() throws {
        let plan = PublicationFixture.plan()
        let files = try PublicationFixture.files(plan, [.report])
        let page = try text(files, "rapport/rapport.html")
        let scenario = plan.scenario
        let stops = Set(plan.services.flatMap { $0.days.flatMap { $0.visits.map(\.venue) } })
        for stop in scenario.territory.venues where stops.contains(stop.id) {
            let escaped = stop.name.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(
                ">", with: "&gt;"
            )
            .replacing("\"", with: "&quot;")
            #expect(page.contains(escaped) || page.contains(escaped.replacing("'", with: "&#39;")), "\(stop.name)")
        }
        for part in [
            "Lieu sans partenaire", "Aucun partenaire", "exemple fictif", "Réunion d&#39;acteurs", "à confirmer",
        ] {
            #expect(page.contains(part) || page.contains(part.replacing("&#39;", with: "'")), "\(part)")
        }
        #expect(!page.contains("<b>\""), "names are escaped")
        #expect(page.components(separatedBy: "<h1>").count == 2)
        #expect(try text(PublicationFixture.files(plan, [.report]), "rapport/rapport.html") == page)
    }

    @Test(
        "Every drawing is well-formed XML with a title; the map of stops marks each by its cadence, the map of rounds each way"
    )
    func drawings() throws {
        let plan = PublicationFixture.plan()
        let files = try PublicationFixture.files(plan, [.report])
        let drawings = files.filter { $0.name.hasSuffix(".svg") }
        #expect(drawings.count >= 9)
        for drawing in drawings {
            let svg = String(decoding: drawing.data, as: UTF8.self)
            _ = try XMLDocument(data: drawing.data)
            #expect(svg.contains("role=\"img\"") && svg.contains("<title"), "\(drawing.name)")
        }
        for service in plan.services {
            let marks = try words(text(files, "rapport/cartes/arrets-\(service.id).svg"))
            let ways = try words(text(files, "rapport/cartes/tournees-\(service.id).svg"))
            for venue in Set(service.days.flatMap { $0.visits.map(\.venue) }) {
                let visits = service.days.count { $0.visits.contains { $0.venue == venue } }
                let cadence =
                    [
                        8: "deux fois par semaine", 4: "chaque semaine", 2: "une semaine sur deux",
                        1: "toutes les 4 semaines",
                    ][visits]
                    ?? ""
                let name = try #require(plan.scenario.territory.venues.first { $0.id == venue }?.name)
                    .replacing("\n", with: " ")
                #expect(marks.contains { $0.contains(name) && $0.contains(cadence) }, "\(name), \(visits): \(marks)")
                #expect(ways.contains { $0.contains(name) }, "\(name)")
            }
        }
    }

    @Test("Neither the Nu HTML checker nor axe finds an error in a page of any kind, awkward names and all")
    func checkers() throws {
        let folder = try PublicationFixture.folder(PublicationFixture.plan(), Self.pages)
        defer { try? FileManager.default.removeItem(at: folder) }
        let script = CommandRunner.root.appendingPathComponent("scripts/check_pages.py").path
        let python = CommandRunner.root.appendingPathComponent(".build/test-python/bin/python").path
        let output = String(
            decoding: try PublicationReaders.run([python, script, folder.path, "--most", "2"]), as: UTF8.self)
        #expect(output.contains(", 0 errors"), "\(output)")
    }
}
