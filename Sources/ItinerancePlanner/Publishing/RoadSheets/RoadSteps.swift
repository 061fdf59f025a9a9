import FrenchText
import GeoModel
import PageRendering
import PlanAnalysis
import PlanningModel

/// Says what a driver does on a date, step by step.
package struct RoadSteps: Sendable {
    package let book: PlaceIndex
    package let names: ReportNames
    package let reception: ReceptionHours

    package init(book: PlaceIndex, names: ReportNames, reception: ReceptionHours) {
        self.book = book
        self.names = names
        self.reception = reception
    }

    /// - Parameters:
    ///   - openings: those of this day and date.
    ///   - sessions: those of its service on this date.
    package func round(
        _ day: DayRound, of service: String, openings: [DatedPlan.Opening], sessions: [DatedPlan.Session]
    ) -> [RoadStep] {
        var number = 0
        return steps(DayRoad(day)) { halt in
            guard let visit = halt.visit, let leaving = halt.leaving else { return nil }
            number += 1
            let states = openings.filter { $0.visit == visit }.map(\.state)
            let closed =
                states.isEmpty || states.contains(where: \.isHeld)
                ? nil : states.first.flatMap(PublicationWords.reason)
            return RoadStep.Block(
                number: String(number), name: book.name(visit.venue), address: address(visit.venue),
                notice: closed.map { [RoadSheetWords.noWelcome($0)] } ?? [],
                times: lines(
                    times(halt) + welcome(visit, on: day, of: service) + [(leaving, RoadSheetWords.departure, false)]),
                facts: facts(visit.venue),
                sessions: sessions.filter { $0.session.venue == visit.venue }.map(RoadSheetWords.session(names)),
                codes: codes(visit.venue))
        }
    }

    /// - Parameter pickups: children by Insee code of commune.
    package func outing(_ outing: PrisonOuting, pickups: [String: Int]) -> [RoadStep] {
        var number = 0
        var isBack = false
        return steps(DayRoad(outing)) { halt in
            guard let leaving = halt.leaving else { return nil }
            number += 1
            let isPrison = halt.place == outing.prison
            isBack = isBack || isPrison
            let arrival = (halt.arrival, RoadSheetWords.arrival, false)
            return RoadStep.Block(
                number: String(number), name: book.name(halt.place), address: address(halt.place), notice: [],
                times: lines([arrival] + times(halt) + [(leaving, RoadSheetWords.departure, false)]),
                facts: isPrison
                    ? [fact(RoadSheetWords.children, String(outing.children))]
                    : [
                        fact(
                            isBack ? RoadSheetWords.broughtHome : RoadSheetWords.fetched,
                            pickups[halt.place].map { RoadSheetWords.childCount($0) } ?? ""),
                        fact(RoadSheetWords.doors, RoadSheetWords.doorsKept),
                    ],
                sessions: [], codes: codes(halt.place))
        }
    }

    /// - Parameter block: what stands at a halt; `nil` for plain lines.
    private func steps(_ road: DayRoad, _ block: (DayRoad.Halt) -> RoadStep.Block?) -> [RoadStep] {
        guard let start = road.start else { return [] }
        var steps = [RoadStep(line: [line(start.interval.end, RoadSheetWords.leaves(book.name(start.place)))])]
        for halt in road.halts {
            if halt.isDriven {
                steps.append(
                    RoadStep(drive: [
                        RoadStep.Drive(
                            distance: ReportFigures.kilometres(halt.drive.distance),
                            duration: ReportFigures.duration(halt.drive.interval.length))
                    ]))
            }
            if let found = block(halt) {
                steps.append(RoadStep(block: [found]))
            } else {
                steps.append(RoadStep(line: [line(halt.arrival, RoadSheetWords.reaches(book.name(halt.place)))]))
                steps += lines(times(halt)).map { RoadStep(line: [$0]) }
                if let leaving = halt.leaving {
                    steps.append(RoadStep(line: [line(leaving, RoadSheetWords.departure)]))
                }
            }
        }
        return steps
    }

    /// What is said of the steps of a halt. When an opening starts is not: parents may be received later.
    private func times(_ halt: DayRoad.Halt) -> [(Minutes, String, Bool)] {
        halt.steps.flatMap { step -> [(Minutes, String, Bool)] in
            let hours = step.interval
            return switch step.kind {
            case .setUp: [(hours.start, RoadSheetWords.setUp(hours.length), false)]
            case .open where hours != halt.visit?.openings.last: [(hours.end, RoadSheetWords.closes, true)]
            case .packUp: [(hours.start, RoadSheetWords.packUp(hours.length), true)]
            case .pause: [(hours.start, RoadSheetWords.pause(hours), false)]
            case .prisonVisit:
                [(hours.start, RoadSheetWords.visitStarts, true), (hours.end, RoadSheetWords.visitEnds, true)]
            case .leaveDepot, .drive, .open, .comeBack: []
            }
        }
    }

    /// When parents are received at a visit, and when professionals meet.
    private func welcome(_ visit: Visit, on day: DayRound, of service: String) -> [(Minutes, String, Bool)] {
        visit.openings.flatMap { opening in
            reception.parts(of: opening, service: service, week: day.week, day.weekday, venue: visit.venue).map {
                ($0.hours.start, $0.isForParents ? RoadSheetWords.opens : RoadSheetWords.meeting, true)
            }
        }
    }

    /// In the order of their times; of one time in the order given.
    private func lines(_ events: [(Minutes, String, Bool)]) -> [RoadStep.TimeLine] {
        events.enumerated().sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }
            .map { line($0.element.0, $0.element.1, isMain: $0.element.2) }
    }

    private func line(_ time: Minutes, _ words: String, isMain: Bool = false) -> RoadStep.TimeLine {
        RoadStep.TimeLine(clock: ReportFigures.clock(time), words: words, weight: isMain ? "cle" : "")
    }

    private func address(_ id: String) -> [String] {
        let line = book.addressLine(id)
        return line.isEmpty ? [] : [line]
    }

    private func facts(_ venue: String) -> [RoadStep.Fact] {
        let known = book.facts(venue)
        let address = known.map { !$0.address.isEmpty } ?? false ? [] : [fact(RoadSheetWords.address, "")]
        return address + [
            fact(RoadSheetWords.parking, known?.parking ?? ""), fact(RoadSheetWords.key, known?.keyHolder ?? ""),
            fact(RoadSheetWords.power, RoadSheetWords.power(known?.power ?? .unknown)),
            fact(RoadSheetWords.phone, known?.phone ?? ""),
        ]
    }

    private func fact(_ label: String, _ value: String) -> RoadStep.Fact {
        RoadStep.Fact(
            label: label, value: value.isEmpty ? RoadSheetWords.unknown : value,
            state: value.isEmpty ? "inconnu" : "connu")
    }

    private func codes(_ id: String) -> [RoadStep.Code] {
        guard let place = book.point(id) else { return [] }
        let geo = PlaceIndex.geo(place.position)
        guard let code = QRCode(geo) else { return [] }
        return [
            RoadStep.Code(
                svg: code.svg(label: RoadSheetWords.codeLabel(place.name, geo)),
                caption: book.isAtCommuneCentre(id) ? RoadSheetWords.communeCentre : RoadSheetWords.codeCaption)
        ]
    }
}
