import Foundation
import GeoModel
import ItinerancePlanner
import RoundPlan
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
        for paper in ["a4", "a3"] {
            #expect(try published.pageCount("affiches/affiches-\(paper).pdf") == 5)
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

    @Test("A plan without anything in the period gives pages that say so, and no empty poster")
    func nothing() throws {
        let plan = PublicationFixture.plan(PublicationFixture.scenario(), rounds: [:])
        let published = try PublishedPages([.posters, .communes, .team, .roadSheets], of: plan)
        defer { published.remove() }
        #expect(published.pages.keys.filter { $0.hasPrefix("affiches") }.count == 2)
        for (name, page) in published.pages { #expect(page.isSound, "\(name): \(page.faults)") }
    }
}
