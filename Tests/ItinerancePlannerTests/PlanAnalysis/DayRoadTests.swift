import GeoModel
import PlanAnalysis
import PlanningModel
import Testing

@Suite("A driver's day, step by step")
struct DayRoadTests {
    private func steps(_ road: DayRoad) -> [DayRoad.Step] {
        (road.start.map { [$0] } ?? []) + road.halts.flatMap { [$0.drive] + $0.steps }
    }

    /// `drive 8:00-8:30 a`, of each step.
    private func words(_ road: DayRoad) -> [String] {
        steps(road).map { step in
            let times = [step.interval.start, step.interval.end].map {
                "\($0.count / 60):\($0.count % 60 < 10 ? "0" : "")\($0.count % 60)"
            }
            return "\(step.kind) \(times.joined(separator: "-")) \(step.place)"
        }
    }

    @Test("Short tours: two places in a half-day, and what is done at each")
    func shortTours() {
        #expect(
            words(DayRoad(DrivenDays.shortTours)) == [
                "leaveDepot 8:00-8:00 depot", "drive 8:00-8:30 lieu-01001", "setUp 8:30-8:45 lieu-01001",
                "open 8:45-10:00 lieu-01001", "packUp 10:00-10:10 lieu-01001",
                "drive 10:15-10:30 lieu-01002", "setUp 10:30-10:45 lieu-01002", "open 10:45-12:00 lieu-01002",
                "packUp 12:00-12:10 lieu-01002", "drive 12:10-12:30 depot", "comeBack 12:30-12:30 depot",
            ])
    }

    @Test("A full day: set up and packed up once, the break between the openings")
    func fullDay() {
        #expect(
            words(DayRoad(DrivenDays.fullDay)) == [
                "leaveDepot 8:00-8:00 depot", "drive 8:00-8:30 lieu-01001", "setUp 8:30-9:00 lieu-01001",
                "open 9:00-12:00 lieu-01001", "pause 12:10-13:00 lieu-01001",
                "open 13:30-16:30 lieu-01001", "packUp 16:30-16:50 lieu-01001",
                "drive 16:50-17:20 depot", "comeBack 17:20-17:20 depot",
            ])
    }

    @Test("A break before set-up, and one after the van is packed")
    func breaks() {
        #expect(
            words(DayRoad(DrivenDays.breaks)) == [
                "leaveDepot 8:00-8:00 depot", "drive 8:00-8:30 lieu-01001", "setUp 8:30-9:00 lieu-01001",
                "open 9:00-12:00 lieu-01001", "packUp 12:00-12:20 lieu-01001", "pause 12:20-12:35 lieu-01001",
                "drive 12:35-12:50 lieu-01002", "pause 12:50-13:40 lieu-01002", "setUp 13:40-14:10 lieu-01002",
                "open 14:10-17:10 lieu-01002", "packUp 17:10-17:30 lieu-01002", "drive 17:30-18:00 depot",
                "comeBack 18:00-18:00 depot",
            ])
    }

    @Test("An outing to a prison: the ways and the visit")
    func outing() throws {
        let outing = try #require(PublicationFixture.plan().outings.first)
        #expect(
            words(DayRoad(outing)) == [
                "leaveDepot 12:00-12:00 depot", "drive 12:00-12:20 01002",
                "drive 12:25-13:00 prison", "prisonVisit 14:00-14:45 prison",
                "drive 15:00-16:00 depot", "comeBack 16:00-16:00 depot",
            ])
    }

    @Test("Steps never overlap, their work and their way are those of the day")
    func whole() {
        for day in DrivenDays.all {
            let road = DayRoad(day)
            let steps = steps(road)
            for (step, next) in zip(steps, steps.dropFirst()) {
                #expect(step.interval.end <= next.interval.start)
            }
            let kinds: Set<DayRoad.Step.Kind> = [.drive, .setUp, .open, .packUp]
            let work = steps.filter { kinds.contains($0.kind) }.map(\.interval)
            #expect(Interval.joined(work) == day.work)
            #expect(steps.filter { $0.kind == .pause }.map(\.interval) == day.breaks)
            #expect(steps.reduce(Metres.zero) { $0 + $1.distance } == day.distance)
            #expect(road.visits.map(\.visit) == day.visits)
        }
    }

    @Test("A day without a way has no step")
    func none() {
        #expect(steps(DayRoad(DrivenDays.day([], visits: []))).isEmpty)
    }
}
