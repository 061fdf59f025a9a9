import FrenchText
import GeoModel
import PlanCheck
import PlanningModel
import Reporting
import Testing

/// The proof of opening beside R01; exemple fictif.
@Suite("The proof of opening says what R01 counts")
struct OpeningProofTests {
    private static func date(_ text: String) -> CivilDate { CivilDate(iso: text) ?? CivilDate(dayNumber: 0) }

    /// The line of a week's total, and the words of each half-day that is not held.
    private func proof(_ plan: Plan) throws -> (totals: [String], fallen: [String]) {
        let table = try #require(
            OpeningProof(PlanView(plan), ReportNames(plan.scenario)).section.tables.first)
        let isTotal = { (row: [String]) in row[1] == ConformityWords.total }
        return (
            table.rows.filter(isTotal).compactMap(\.last),
            table.rows.filter { !isTotal($0) }.compactMap(\.last)
                .filter { $0 != ConformityWords.counts(nil, isCovered: true) }
        )
    }

    private func opening(_ plan: Plan) -> [Violation] {
        PlanCheck(plan).verdicts.first { $0.rule == .r01 }?.violations.filter { $0.locus.service == "service-1" } ?? []
    }

    @Test("A closure, an expired permit, a holiday and an absence: each week's total is the figure of R01")
    func totals() throws {
        let plan = PublicationFixture.threeMornings { scenario in
            // Monday of week 2, Wednesday of week 3, Thursday of week 4; week 1 is whole.
            scenario.calendar.exceptions = [
                .init(
                    place: PublicationFixture.venue(0), from: Self.date("2026-12-07"), until: Self.date("2026-12-07"),
                    reason: "travaux")
            ]
            scenario.calendar.publicHolidays.append(.init(date: Self.date("2026-12-14"), name: "Férié"))
            scenario.absences = ["agent-1a", "agent-1b"].map {
                Absence(person: $0, from: Self.date("2026-12-16"), until: Self.date("2026-12-16"))
            }
            scenario.territory.permits = [
                ParkingPermit(
                    venue: PublicationFixture.venue(2), from: Self.date("2026-11-01"), until: Self.date("2026-12-18"))
            ]
        }
        let expected: [(planned: Int, held: Int)] = [(3, 3), (2, 2), (3, 1), (3, 2)]
        #expect(
            try proof(plan).totals
                == expected.map { ConformityWords.weekCount($0.planned, held: $0.held, minimum: 3) })
        #expect(opening(plan).map(\.locus.week) == [2, 3, 4])
        #expect(opening(plan).map(\.found) == expected.dropFirst().map { .count($0.held) })
        #expect(
            try proof(plan).fallen == [
                ConformityWords.falls(.publicHoliday("Férié")), ConformityWords.falls(.noAccueillant),
                ConformityWords.falls(.noPermit),
            ])
    }

    @Test("A crew that never had a driver is the matter of R30: neither R01 nor the proof loses a half-day by it")
    func noDriver() throws {
        let plan = PublicationFixture.threeMornings { scenario in
            for index in scenario.staff.indices { scenario.staff[index].roles = [.accueillant] }
        }
        #expect(opening(plan).isEmpty)
        let proof = try proof(plan)
        #expect(proof.fallen.isEmpty)
        #expect(proof.totals == Array(repeating: ConformityWords.weekCount(3, held: 3, minimum: 3), count: 4))
    }

    @Test("Half of a half-day that falls takes the half-day with it, and the reason is told")
    func partOfAHalf() throws {
        var plan = PublicationFixture.threeMornings { scenario in
            scenario.territory.permits = [
                ParkingPermit(
                    venue: PublicationFixture.venue(1), from: Self.date("2026-11-01"), until: Self.date("2026-12-10"))
            ]
        }
        let hours = [PublicationFixture.hours(9, 10), PublicationFixture.hours(11, 12)]
        plan.services[0].days = plan.services[0].days.map { day in
            day.weekday == .wednesday
                ? PublicationFixture.day(day.week, .wednesday, 1, [(0, [hours[0]]), (1, [hours[1]])]) : day
        }
        plan.scenario.parameters.halfDayMinimum = Minutes(120)
        #expect(opening(plan).map(\.locus.week) == [3, 4])
        #expect(try proof(plan).fallen == [String](repeating: ConformityWords.falls(.noPermit), count: 2))
    }
}
