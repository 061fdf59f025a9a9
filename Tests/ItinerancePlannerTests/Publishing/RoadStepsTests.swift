import FrenchText
import PlanAnalysis
import PlanningModel
import Publishing
import Reporting
import Testing

@Suite("The timetable and the road sheet tell one day")
struct RoadStepsTests {
    private let scenario = PublicationFixture.scenario()

    private func sheet(_ day: DayRound) -> [RoadStep] {
        RoadSteps(
            book: PlaceIndex(scenario), names: ReportNames(scenario),
            reception: ReceptionHours(PublicationFixture.plan())
        ).round(day, of: "service-1", openings: [], sessions: [])
    }

    private func clock(_ step: DayRoad.Step) -> String { ReportFigures.clock(step.interval.start) }

    @Test("Both have every opening and every break of the day's steps, in their order", arguments: DrivenDays.all)
    func same(_ day: DayRound) {
        let road = DayRoad(day)
        let shown = road.halts.flatMap(\.steps).filter { $0.kind == .open || $0.kind == .pause }

        let week = RoundStep.steps(of: day, ReportNames(scenario), scenario.parameters).filter { $0.kind != "depot" }
        #expect(week.map(\.kind) == shown.map { $0.kind == .open ? "stop" : "pause" })
        for (line, step) in zip(week, shown) {
            #expect(
                step.kind == .open
                    ? line.opening == [ReportWords.span(step.interval)]
                    : line.label == ReportWords.pause(step.interval, scenario.parameters))
        }
        #expect(week.map(\.arrival).filter { !$0.isEmpty } == road.visits.map { ReportFigures.clock($0.halt.arrival) })
        #expect(
            week.map(\.departure).filter { !$0.isEmpty }
                == road.visits.compactMap { $0.halt.leaving.map(ReportFigures.clock) })

        let times = sheet(day).flatMap(\.block).flatMap(\.times)
        #expect(
            times.filter { $0.words == RoadSheetWords.opens }.map(\.clock)
                == shown.filter { $0.kind == .open }.map(clock))
        let pauses = shown.filter { $0.kind == .pause }
        #expect(
            times.filter { line in pauses.contains { line.words == RoadSheetWords.pause($0.interval) } }.map(\.clock)
                == pauses.map(clock))
    }

    @Test("The driver is told of a break before set-up")
    func breakBeforeSetUp() throws {
        let blocks = sheet(DrivenDays.breaks).flatMap(\.block)
        let second = try #require(blocks.last)
        #expect(blocks.count == 2)
        #expect(
            second.times.map { ReportFigures.plain("\($0.clock) \($0.words)") } == [
                "12 h 50 Pause jusqu'à 13 h 40", "13 h 40 Arrivée, installation", "14 h 10 Ouverture au public",
                "17 h 10 Fermeture, rangement", "17 h 30 Départ",
            ])
    }
}
