import Foundation
import FrenchText
import GeoModel
import Optimizer
import PlanCheck
import PlanningModel
import Testing

@Suite("Words of the reports")
struct ReportWordsTests {
    @Test("Every parameter of the catalogue has a name and a source")
    func parameters() {
        for entry in ParameterCatalogue.entries {
            let words = ParameterWords.words(entry.key)
            #expect(words != nil, "\(entry.key)")
            #expect(words?.name.isEmpty == false && words?.basis.isEmpty == false, "\(entry.key)")
        }
    }

    @Test("The guide's page of parameters is what the program says")
    func parametersPage() throws {
        let page = try String(
            contentsOf: CommandRunner.root.appendingPathComponent("docs/parametres.md"), encoding: .utf8)
        #expect(page == ParameterWords.table(Parameters()))
    }

    @Test("Every rule has a title, a source and a date")
    func rules() {
        for rule in RuleID.allCases {
            #expect(!RuleWords.title(rule).isEmpty && !RuleWords.source(rule).isEmpty)
            #expect(!RuleWords.sourceDate(rule).isEmpty)
            #expect((RuleWords.source(rule) == "Plaquette de la Caf du Nord") == (rule.facts.source == .cafLeaflet))
        }
        #expect(Set(RuleID.allCases.map(RuleWords.title)).count == RuleID.allCases.count)
    }

    @Test(
        "The date of a rule's source is said from the table of rules",
        arguments: [
            (RuleID.r01, "non datée ; financement refondu au 1er janvier 2025 : à confirmer"),
            (.r03, "sans date : à confirmer"), (.r20, "version du 10 août 2016, à confirmer"),
            (.r22, "loi : version du 10 août 2016 et convention applicable : à confirmer"),
            (.r23, "convention applicable : à confirmer"),
            (.r27, "version du 10 août 2016 et jurisprudence : à confirmer"),
            (.r30, "la directive européenne 2025/2205 (4,25 t) n'est pas supposée : à confirmer"), (.r31, "2006"),
            (.r32, "usage, sans date"), (.r33, "2022"), (.r35, "calendriers lus dans le dossier de données"),
        ])
    func sourceDates(rule: RuleID, words: String) { #expect(RuleWords.sourceDate(rule) == words) }

    @Test("A rule of the Caf's leaflet is said to be of it, and no other")
    func leaflet() {
        for rule in RuleID.allCases {
            #expect((RuleWords.source(rule) == "Plaquette de la Caf du Nord") == (rule.facts.source == .cafLeaflet))
        }
    }

    @Test("A finding names its place and its date in full")
    func findings() {
        let names = ReportNames(ReportFixture.scenario())
        let locus = PlanLocus(service: "service-1", week: 2, weekday: .tuesday, subject: "lieu-01004")
        let violation = Violation(.r32, .otherStart, at: locus, found: .time(Minutes(570)), limit: .time(Minutes(540)))
        #expect(
            ReportFigures.plain(RuleWords.sentence(violation, names))
                == "Semaine 2, mardi 16 mars 2027, Anor, centre : l'accueil commence à 9 h 30, d'habitude à 9 h.")
        let discrepancy = Discrepancy(
            .legDistance, at: locus, found: .metres(Metres(12_345)), expected: .metres(Metres(13_000)))
        #expect(
            ReportFigures.plain(RuleWords.sentence(discrepancy, names)).hasSuffix(
                "(12,345 km dans le plan, 13,000 km d'après les données)."))
    }

    @Test("Figures and dates are written as French offices do")
    func figures() throws {
        #expect(ReportFigures.plain(ReportFigures.decimal(1_234_567.891, 2)) == "1 234 567,89")
        #expect(ReportFigures.decimal(-0.001, 2) == "0,00")
        #expect(ReportFigures.plain(ReportFigures.duration(Minutes(485))) == "8 h 05")
        #expect(ReportFigures.plain(ReportFigures.counted(0, "commune")) == "0 commune")
        let first = try #require(CivilDate(iso: "2027-01-25"))
        #expect(
            ReportFigures.plain(ReportDates.list([first, first.adding(days: 7), first.adding(days: 14)]))
                == "25 janvier ; 1er et 8 février 2027")
        #expect(
            ReportFigures.plain(ReportDates.range(first, first.adding(days: 4)))
                == "du lundi 25 au vendredi 29 janvier 2027")
    }

    @Test("A refusal for closed places names the reasons of the service's own places, and of no others")
    func closedPlaces() {
        var scenario = PublicationFixture.scenario()
        let cycle = scenario.firstCycle
        let venues = scenario.venues(of: scenario.services[0]).map { ($0.id, "toit percé") }
        scenario.calendar.exceptions = (venues + [("prison", "grève")]).map {
            .init(place: $0.0, from: cycle.lowerBound, until: cycle.upperBound, reason: $0.1)
        }
        let failure = #expect(throws: SolveFailure.self) {
            try RoundsSolver.solve(scenario, limits: SolveLimits(seconds: 5))
        }
        let text = failure.map { SolveWords.failure($0, scenario) } ?? ""
        #expect(text.contains("toit percé") && !text.contains("grève"))
    }

    @Test("A day in which no place fits is refused with each limit that may be why: work, span, and work on end")
    func dailyLimits() {
        for (after, words) in [
            (120, "2 h sans pause (R25)"), (180, "3 h sans pause (R25)"), (60, "1 h sans pause (R25)"),
        ] {
            var scenario = PublicationFixture.scenario()
            scenario.parameters.breakAfter = Minutes(after)
            let failure = #expect(throws: SolveFailure.self) {
                try RoundsSolver.solve(scenario, limits: SolveLimits(seconds: 5))
            }
            let text = failure.map { ReportFigures.plain(SolveWords.failure($0, scenario)) } ?? ""
            #expect(text.contains("R20") && text.contains("R26") && text.contains(words), "\(text)")
        }
    }
}
