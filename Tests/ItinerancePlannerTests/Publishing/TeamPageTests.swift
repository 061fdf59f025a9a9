import Foundation
import PlanningModel
import Testing

@Suite("What a team hangs up")
struct TeamPageTests {
    @Test("The cycle is one A3 leaf, each week another; all services are there, and what falls is said")
    func boards() throws {
        let published = try PublishedPages([.team], hasPDF: true)
        defer { published.remove() }
        #expect(try published.pageCount("equipe/cycle.pdf") == 1)
        #expect(try published.pageCount("equipe/semaines.pdf") == 8)
        let cycle = try #require(published.printed("equipe/cycle.pdf").first)
        for words in [
            "Van 1", "Van 2", "Minibus", "Lieu fixe", "Écoute à distance", "18 h – 21 h", "Réunion d'acteurs",
        ] {
            #expect(cycle.contains(words), "\(words)")
        }
        let last = try #require(published.printed("equipe/semaines.pdf").last)
        #expect(last.contains("jour férié : Férié"))
        #expect(last.contains("ANNULÉ"))
        for (name, page) in published.pages { #expect(page.isSound, "\(name): \(page.faults)") }
    }

    @Test("Everyone's hours add up; days off, holidays and days away are not among them")
    func hours() throws {
        let published = try PublishedPages([.team])
        defer { published.remove() }
        let page = try #require(published.pages["equipe/personnes.html"])
        // Six Mondays of 9 h 45, three Wednesdays of 6 h 45, two Thursdays of 4 h 45.
        #expect(page.rows.contains { $0.hasPrefix("agent-1b ") && $0.contains(" 11 88 h 15 ") })
        // A Monday and a Thursday less, six evenings of listening more.
        #expect(page.rows.contains { $0.hasPrefix("agent-1a ") && $0.contains(" 15 91 h 45 ") })
        #expect(!page.text.contains("lundi 29 mars 2027"))
        let parloirs = try #require(published.pages["equipe/parloirs.html"])
        #expect(parloirs.rows.contains { $0.contains("Établissement d'essai") && $0.contains("14 h – 14 h 45") })
    }
}
