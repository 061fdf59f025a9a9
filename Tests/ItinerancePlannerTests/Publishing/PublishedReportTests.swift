import FileAccess
import Foundation
import FoundationXML
import FrenchText
import GeoModel
import PlanAnalysis
import PlanningModel
import Publishing
import Testing

@Suite("The published report, and pages as checkers read them")
struct PublishedReportTests {
    private static let pages: [PublicationKind] = [.roadSheets, .team, .posters, .communes, .report]

    private func text(_ files: [PublishedFile], _ name: String) throws -> String {
        let file = try #require(files.first { $0.name.text == name }, "\(name)")
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
        let plain = ReportFigures.plain(page)
        #expect(plain.contains("14 h – 14 h 45"), "the visit is told")
        #expect(!plain.contains("12 h 20"), "where children are fetched is not")
        // Mayors read no command, no key of a scenario and no identifier of a role.
        let told = (page.components(separatedBy: "<main").last ?? "").replacing(/<[^>]+>/, with: " ")
        #expect(told.contains("accueil des parents"))
        #expect(told.firstMatch(of: /--[a-z]|itinerance [a-z]|\b[a-z]{3,}_[a-z]+/) == nil)
        #expect(page.components(separatedBy: "<h1>").count == 2)
        #expect(try text(PublicationFixture.files(plan, [.report]), "rapport/rapport.html") == page)
    }

    @Test(
        "Every drawing is well-formed XML with a title; the map of stops marks each by its cadence, the map of rounds each way"
    )
    func drawings() throws {
        let plan = PublicationFixture.plan()
        let files = try PublicationFixture.files(plan, [.report])
        let drawings = files.filter { $0.name.text.hasSuffix(".svg") }
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

    /// Cells of the table of the report whose caption begins with some words, row by row.
    private func rows(_ page: String, _ caption: String) throws -> [[String]] {
        let table = try #require(
            page.replacing("&#39;", with: "'").components(separatedBy: "<table>").first {
                ReportFigures.plain($0).contains("<caption>\(caption)")
            }, "\(caption)")
        return table.components(separatedBy: "<tr><th scope=\"row\">").dropFirst().map { row in
            row.components(separatedBy: "</tr>")[0].replacing("</th>", with: "").components(separatedBy: "<td>")
                .map { ReportFigures.plain($0.replacing("</td>", with: "").trimmingCharacters(in: .newlines)) }
        }
    }

    @Test(
        "Shares of families by minutes are those counted one commune after another, by service and over its own stops")
    func minutes() throws {
        let plan = PublicationFixture.plan()
        let scenario = plan.scenario
        let page = try text(PublicationFixture.files(plan, [.report]), "rapport/rapport.html")
        let table = try rows(page, "Part des familles à ce nombre de minutes au plus")
        let travel = scenario.travel
        var expected: [[String]] = [5, 10, 15, 20, 30, 45, 60].map { ["\($0) min"] }
        for service in plan.services {
            let stops = Set(service.days.flatMap { $0.visits.map(\.venue) })
            let places = scenario.territory.venues.filter { stops.contains($0.id) }
            let needs = scenario.needs(of: try #require(scenario.services.first { $0.id == service.id }))
            for targets in [true, false] {
                for index in expected.indices {
                    let limit = Int(expected[index][0].prefix { $0.isNumber }) ?? 0
                    var (near, all) = (0.0, 0.0)
                    for (commune, weight) in zip(needs.communes, needs.weights) {
                        guard let volume = weight.volume, !targets || weight.points > .zero else { continue }
                        all += volume
                        let seconds = places.compactMap { travel.familyLeg(from: commune, to: $0)?.duration.count }
                            .min()
                        if let seconds, seconds <= 60 * limit { near += volume }
                    }
                    expected[index].append(ReportFigures.plain(ReportFigures.percent(near / all)))
                }
            }
        }
        #expect(table == expected)
    }

    @Test(
        "The Lorenz curve drawn has the Gini index of the table: twice the area that a sum over pairs of families gives"
    )
    func lorenz() throws {
        let plan = PublicationFixture.plan()
        let files = try PublicationFixture.files(plan, [.report])
        let page = try text(files, "rapport/rapport.html")
        let svg = try text(files, "rapport/graphiques/lorenz.svg")
        for service in plan.services {
            let own = try #require(plan.scenario.services.first { $0.id == service.id })
            let needs = plan.scenario.needs(of: own)
            let shares = needs.weights.filter { $0.points > .zero }.map { weight in
                let credit = service.credits.first { $0.commune == weight.commune }?.points.points ?? 0
                return (volume: weight.volume ?? 0, benefit: credit / weight.points.points)
            }
            // Gini as half the mean difference of two families drawn at random, over the mean.
            let all = shares.reduce(0) { $0 + $1.volume }
            let mean = shares.reduce(0) { $0 + $1.volume * $1.benefit } / all
            var difference = 0.0
            for a in shares { for b in shares { difference += a.volume * b.volume * abs(a.benefit - b.benefit) } }
            let gini = ReportFigures.decimal(difference / (2 * all * all * mean), 3)
            let name = own.name
            #expect(
                try rows(page, "\(name)</caption>").contains { $0[0].contains("Gini") && $0[1].hasPrefix(gini) },
                "\(gini)")
            #expect(ReportFigures.plain(svg).contains("\(name), \(gini)"), "\(gini)")
        }
    }

    @Test("A commune out of reach is told with the nearest stop of that service, though another service stops nearer")
    func leftOut() throws {
        var scenario = PublicationFixture.scenario()
        // Ways so slow that a service reaches its own communes only.
        scenario.parameters.access.car = GradualCover(full: 1, none: 3)
        scenario.parameters.access.foot = GradualCover(full: 0.5, none: 1)
        let plan = PublicationFixture.plan(scenario)
        let page = try text(PublicationFixture.files(plan, [.report]), "rapport/rapport.html")
        let travel = scenario.travel
        for service in plan.services {
            let name = try #require(scenario.services.first { $0.id == service.id }?.name)
            let stops = Set(service.days.flatMap { $0.visits.map(\.venue) })
            let places = scenario.territory.venues.filter { stops.contains($0.id) }
            let reached = Set(service.credits.filter { $0.points > .zero }.map(\.commune))
            let missed = service.needs.filter { $0.points > .zero && !reached.contains($0.commune) }
            let told = try rows(page, "\(name) : communes éligibles qu'aucun lieu n'atteint")
            #expect(told.count == missed.count && !missed.isEmpty)
            for need in missed {
                let commune = try #require(scenario.territory.commune(need.commune))
                let nearest = places.compactMap { travel.familyLeg(from: commune, to: $0)?.duration.count }.min()
                let seconds = try #require(nearest)
                let minutes = ReportFigures.plain(ReportFigures.decimal(Double(seconds) / 60, 0)) + " min"
                #expect(
                    told.contains { $0[3] == minutes && $0[4].contains(seconds < 180 ? "trop faible" : "trop loin") },
                    "\(commune.name), \(minutes): \(told)")
            }
        }
    }

    @Test(
        "Stops have the same number on the maps and in the tables; a map by commune has its figures in a file beside it"
    )
    func numbers() throws {
        let plan = PublicationFixture.plan()
        let files = try PublicationFixture.files(plan, [.report])
        let page = try text(files, "rapport/rapport.html")
        for service in plan.services {
            let venues = Set(service.days.flatMap { $0.visits.map(\.venue) })
            for kind in ["arrets", "tournees"] {
                let words = try words(text(files, "rapport/cartes/\(kind)-\(service.id).svg"))
                for number in 1...venues.count { #expect(words.contains("\(number)"), "\(kind) \(number)") }
            }
            let own = try #require(plan.scenario.services.first { $0.id == service.id })
            let table = try rows(page, "\(own.name) : lieux d")
            #expect(table.map { $0[0].components(separatedBy: " – ")[0] } == (1...venues.count).map(String.init))
            for name in ["acces-\(service.id)", "besoins-\(service.id)"] {
                let file = SemicolonFile(try text(files, "rapport/cartes/\(name).csv"))
                #expect(file.column("code_insee") == own.communes)
                #expect(page.contains("<a href=\"cartes/\(name).csv\">"))
            }
        }
    }

    @Test("The printed report is tagged and has every stop; no link in it leads to the machine it was made on")
    func printed() throws {
        let plan = PublicationFixture.plan()
        let publication = try Publication(
            plan, period: plan.scenario.firstMonday...PublicationFixture.last, hasPDF: true)
        let file = try #require(PublicationKind.report.files(publication).first { $0.name.text.hasSuffix(".pdf") })
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).pdf")
        try file.data.write(to: path)
        defer { try? FileManager.default.removeItem(at: path) }
        func read(_ command: [String]) throws -> String {
            String(decoding: try PublicationReaders.run(command), as: UTF8.self)
        }
        #expect(try read(["pdfinfo", path.path]).contains(/Tagged: +yes/))
        #expect(try !read(["pdfinfo", "-url", path.path]).contains("file:"))
        func packed(_ text: String) -> String { text.filter { !$0.isWhitespace } }
        let text = packed(try read(["pdftotext", "-raw", path.path, "-"]))
        let stops = Set(plan.services.flatMap { $0.days.flatMap { $0.visits.map(\.venue) } })
        for stop in plan.scenario.territory.venues where stops.contains(stop.id) {
            // Arabic is written from right to left: poppler gives its words in another order.
            guard stop.name.unicodeScalars.allSatisfy({ $0.value < 0x600 }) else { continue }
            #expect(text.contains(packed(stop.name)), "\(stop.name)")
        }
    }

    @Test("Two services whose identifiers read alike have pictures of their own")
    func pictureNames() throws {
        var scenario = PublicationFixture.scenario()
        var rounds = PublicationFixture.rounds()
        for (index, id) in ["a/b", "a b"].enumerated() {
            rounds[id] = rounds.removeValue(forKey: scenario.services[index].id)
            scenario.services[index].id = id
        }
        scenario.listening = []
        let files = try PublicationFixture.files(
            Plan(rounds: rounds, scenario: scenario, fingerprint: "", sources: []), [.report])
        #expect(Set(files.map(\.name)).count == files.count)
        #expect(files.count { $0.name.text.hasPrefix("rapport/cartes/arrets-") } == 2)
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
