import Foundation
import GeoModel
import PlanAnalysis
import PlanningModel
import Publishing
import Testing

@Suite("What parents read")
struct PosterTests {
    @Test("Each stop has a poster of one leaf in A4 and A3, with its dates in full, what falls, and where to ask")
    func posters() throws {
        var plan = PublicationFixture.plan()
        plan.services[0].sessions[1].week = 4
        let published = try PublishedPages([.posters], of: plan, hasPDF: true)
        defer { published.remove() }
        #expect(published.pages.count == 10)
        // Two services fill three leaves at the first place with sixteen dates, and two at the third.
        for paper in ["a4", "a3"] {
            #expect(try published.pageCount("affiches/affiches-\(paper).pdf") == 8)
        }
        for (name, page) in published.pages {
            #expect(page.isSound, "\(name): \(page.faults)")
            #expect(page.text.contains("Exemple fictif") && page.text.contains("03 20 00 00 00"), "\(name)")
        }
        let first = try #require(published.pages["affiches/a4/saint-hilaire-sur-helpe-l-oree-de-mormal-b.html"])
        #expect(first.rows.contains { $0.hasPrefix("lundi 8 février 2027") && $0.contains("ANNULÉ – lieu fermé") })
        // Professionals meet from 9 to 10 in the last week of the cycle: parents come at 10.
        #expect(first.rows.contains { $0.hasPrefix("lundi 15 février 2027") && $0.hasSuffix("10 h – 12 h") })
        #expect(!first.text.contains("Réunion d'acteurs"))
        #expect(first.text.contains("Aide aux démarches"))
        #expect(!first.text.lowercased().contains("semaine sur deux"))
        let fixed = try #require(published.pages["affiches/a4/etroeungt-sans-adresse.html"])
        #expect(fixed.rows.contains("mardi 9 h – 12 h"))
        let printed = try published.printed("affiches/affiches-a4.pdf")
        #expect(printed.contains { $0.contains("Anonyme") && $0.contains("mardi, 18 h – 21 h") })
    }

    @Test("A commune's page leads to the nearest places with their dates; far from all of them it says so")
    func communes() throws {
        let published = try PublishedPages([.communes])
        defer { published.remove() }
        #expect(published.pages.count == 9)
        for (name, page) in published.pages { #expect(page.isSound, "\(name): \(page.faults)") }
        let home = try #require(published.pages["communes/saint-hilaire-sur-helpe-01001.html"])
        #expect(home.text.contains("dans votre commune"))
        #expect(home.text.contains("lundi 15 février 2027"))
        #expect(home.text.contains("Anonyme"))
        #expect(!home.text.contains("n'est aujourd'hui à moins de"))
        let index = try #require(published.pages["communes/index.html"])
        #expect(index.text.contains("8 communes") && index.text.contains("Étrœungt"))
        #expect(published.pages["communes/etroeungt-01005.html"] != nil)

        var scenario = PublicationFixture.scenario()
        scenario.parameters.access.car = GradualCover(full: 0.01, none: 0.02)
        scenario.parameters.access.foot = GradualCover(full: 0.01, none: 0.02)
        let far = try PublishedPages([.communes], of: PublicationFixture.plan(scenario))
        defer { far.remove() }
        let page = try #require(far.pages["communes/saint-hilaire-sur-helpe-01001.html"])
        #expect(page.text.contains("n'est aujourd'hui à moins de") && page.text.contains("lundi 15 février 2027"))
    }

    @Test("Services that receive at the same hours share a line, and a line counts once towards the limit")
    func sharedLines() throws {
        var rounds = PublicationFixture.rounds()
        // The second service comes to the first place in the morning too, with its van.
        rounds["service-2"] = rounds["service-1"]?.filter { $0.weekday == .monday }.map { day in
            var day = day
            (day.van, day.crew) = ("van-2", "equipe-2")
            return day
        }
        let published = try PublishedPages(
            [.posters, .communes], of: PublicationFixture.plan(PublicationFixture.scenario(), rounds: rounds))
        defer { published.remove() }
        let poster = try #require(published.pages["affiches/a4/saint-hilaire-sur-helpe-l-oree-de-mormal-b.html"])
        let dates = poster.rows.filter { $0.hasPrefix("lundi") }
        #expect(Set(dates).count == dates.count, "\(dates)")
        for monday in ["8 février", "15 février", "22 février", "1er mars", "8 mars", "15 mars", "22 mars", "29 mars"] {
            #expect(dates.contains { $0.contains(monday) }, "\(monday)")
        }
        #expect(dates[1].contains("Service 1") && dates[1].contains("Service 2"), "\(dates[1])")
        let page = try #require(published.pages["communes/saint-hilaire-sur-helpe-01001.html"])
        #expect(page.rows.contains { $0.contains("Service 1") && $0.contains("Service 2") })
    }

    @Test("A fixed centre's poster says each closure of the period, on as many leaves as that takes")
    func manyClosures() throws {
        for (count, leaves) in [(0, 1), (8, 1), (9, 2), (17, 3)] {
            var scenario = PublicationFixture.scenario()
            scenario.calendar.publicHolidays.removeAll { $0.date.iso == "2027-03-29" }
            let tuesday = PublishedPages.date("2027-02-09")
            scenario.calendar.exceptions = (0..<count).map { week in
                let date = tuesday.adding(days: 7 * week)
                return .init(place: PublicationFixture.venue(4), from: date, until: date, reason: "travaux \(week)")
            }
            let plan = PublicationFixture.plan(scenario)
            let last = tuesday.adding(days: 7 * max(count, 1))
            let files = try PublicationKind.posters.files(
                Publication(plan, period: tuesday...last, parts: Set(PublicationKind.allCases)))
            let file = try #require(files.first { $0.name == "affiches/a4/etroeungt-sans-adresse.html" })
            let html = String(decoding: file.data, as: UTF8.self)
            #expect(html.components(separatedBy: "<article").count - 1 == leaves, "\(count)")
            for week in 0..<count { #expect(html.contains("travaux \(week))"), "\(count): \(week)") }
        }
    }

    @Test("A commune's page leaves out no date of the period: those beyond the table follow it in words")
    func everyDate() throws {
        let published = try PublishedPages([.communes])
        defer { published.remove() }
        let page = try #require(published.pages["communes/saint-hilaire-sur-helpe-01001.html"])
        for date in ["8 février 2027", "22 mars 2027", "29 mars 2027"] { #expect(page.text.contains(date), "\(date)") }
        #expect(page.text.contains("Puis : "))
        #expect(page.text.contains("ANNULÉ – jour férié"))
    }

    @Test("A commune's page says the charge, the spaces and the access, and leads to calendars that are published")
    func offers() throws {
        let published = try PublishedPages([.communes, .calendars])
        defer { published.remove() }
        let name = "communes/saint-hilaire-sur-helpe-01001.html"
        let page = try #require(published.pages[name])
        for words in [
            "Tarif, Service 1 de l'Avesnois : gratuit", "Tarif, Service 2 de l'Avesnois : à confirmer",
            "Aide aux démarches",
            "Accès des personnes à mobilité réduite : à confirmer", "Pour parler à l'écart : à confirmer",
        ] {
            #expect(page.text.contains(words), "\(words)")
        }
        let html = try String(contentsOfFile: published.path(name), encoding: .utf8)
        let links = html.matches(of: /href="\.\.\/(calendriers\/[^"]+)"/).map { String($0.output.1) }
        #expect(links.contains("calendriers/services/service-1.ics"))
        for link in links { #expect(FileManager.default.fileExists(atPath: published.path(link)), "\(link)") }
        let alone = try PublishedPages([.communes], parts: [.communes])
        defer { alone.remove() }
        #expect(!(try String(contentsOfFile: alone.path(name), encoding: .utf8)).contains("calendriers/"))
    }

    @Test("A plan without anything in the period gives pages that say so, and no empty poster")
    func nothing() throws {
        let plan = PublicationFixture.plan(PublicationFixture.scenario(), rounds: [:])
        let published = try PublishedPages([.posters, .communes, .team, .roadSheets], of: plan)
        defer { published.remove() }
        #expect(published.pages.keys.filter { $0.hasPrefix("affiches") }.count == 2)
        for (name, page) in published.pages { #expect(page.isSound, "\(name): \(page.faults)") }
    }
}
