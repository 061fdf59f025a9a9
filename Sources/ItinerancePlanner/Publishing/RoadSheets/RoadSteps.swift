import FrenchText
import GeoModel
import PageRendering
import PlanAnalysis
import PlanningModel

/// Lays out what a driver does on a date, from legs, visits and breaks.
package struct RoadSteps: Sendable {
    package let book: PlaceIndex
    package let names: ReportNames
    package let reception: ReceptionHours

    /// - Parameters:
    ///   - openings: those of this day and date.
    ///   - sessions: those of its service on this date.
    package func round(
        _ day: DayRound, of service: String, openings: [DatedPlan.Opening], sessions: [DatedPlan.Session]
    ) -> [RoadStep] {
        var visits = day.visits[...]
        var number = 0
        return steps(day.legs, breaks: day.breaks) { leg, leaving in
            guard let visit = visits.first, visit.venue == leg.to else { return nil }
            visits.removeFirst()
            number += 1
            let states = openings.filter { $0.visit == visit }.map(\.state)
            return block(
                visit, welcome: welcome(visit, on: day, of: service), number: number,
                leaving: leaving ?? visit.departure, breaks: day.breaks,
                closed: states.isEmpty || states.contains(where: \.isHeld)
                    ? nil : states.first.flatMap(PublicationWords.reason),
                sessions: sessions.filter { $0.session.venue == visit.venue })
        }
    }

    /// - Parameter pickups: children by Insee code of commune.
    package func outing(_ outing: PrisonOuting, pickups: [String: Int]) -> [RoadStep] {
        var number = 0
        var isBack = false
        return steps(outing.legs, breaks: outing.breaks) { leg, leaving in
            guard let leaving else { return nil }
            number += 1
            let isPrison = leg.to == outing.prison
            var events: [(Minutes, String, Bool)] = [(leg.arrival, RoadSheetWords.arrival, false)]
            if isPrison {
                isBack = true
                events.append((outing.visit.start, RoadSheetWords.visitStarts, true))
                events.append((outing.visit.end, RoadSheetWords.visitEnds, true))
            }
            events += pauses(outing.breaks, from: leg.arrival, to: leaving)
            events.append((leaving, RoadSheetWords.departure, false))
            return RoadStep.Block(
                number: String(number), name: book.name(leg.to), address: address(leg.to), notice: [],
                times: lines(events),
                facts: isPrison
                    ? [fact(RoadSheetWords.children, String(outing.children))]
                    : [
                        fact(
                            isBack ? RoadSheetWords.broughtHome : RoadSheetWords.fetched,
                            pickups[leg.to].map { RoadSheetWords.childCount($0) } ?? ""),
                        fact(RoadSheetWords.doors, RoadSheetWords.doorsKept),
                    ],
                sessions: [], codes: codes(leg.to))
        }
    }

    /// - Parameter block: what stands at the end of a leg, from the leg and the time of leaving it; `nil` for a plain line.
    private func steps(
        _ legs: [DrivenLeg], breaks: [Interval], _ block: (DrivenLeg, Minutes?) -> RoadStep.Block?
    ) -> [RoadStep] {
        guard let first = legs.first else { return [] }
        var steps = [RoadStep(line: [line(first.departure, RoadSheetWords.leaves(book.name(first.from)))])]
        for (index, leg) in legs.enumerated() {
            if leg.distance > .zero || leg.arrival > leg.departure {
                steps.append(
                    RoadStep(drive: [
                        RoadStep.Drive(
                            distance: ReportFigures.kilometres(leg.distance),
                            duration: ReportFigures.duration(leg.arrival - leg.departure))
                    ]))
            }
            let leaving = index + 1 < legs.count ? legs[index + 1].departure : nil
            if let found = block(leg, leaving) {
                steps.append(RoadStep(block: [found]))
            } else {
                let pause = leaving.map { pauses(breaks, from: leg.arrival, to: $0) } ?? []
                steps.append(RoadStep(line: [line(leg.arrival, RoadSheetWords.reaches(book.name(leg.to)))]))
                steps += lines(pause).map { RoadStep(line: [$0]) }
                if let leaving { steps.append(RoadStep(line: [line(leaving, RoadSheetWords.departure)])) }
            }
        }
        return steps
    }

    private func block(
        _ visit: Visit, welcome: [(Minutes, String, Bool)], number: Int, leaving: Minutes, breaks: [Interval],
        closed: String?,
        sessions: [DatedPlan.Session]
    ) -> RoadStep.Block {
        var events: [(Minutes, String, Bool)] = []
        if let first = visit.openings.first {
            events.append((visit.arrival, RoadSheetWords.setUp(first.start - visit.arrival), false))
        }
        for (index, opening) in visit.openings.enumerated() {
            let isLast = index == visit.openings.count - 1
            events.append(
                (
                    opening.end, isLast ? RoadSheetWords.packUp(visit.departure - opening.end) : RoadSheetWords.closes,
                    true
                ))
        }
        events += welcome + pauses(breaks, from: visit.arrival, to: leaving)
        events.append((leaving, RoadSheetWords.departure, false))
        return RoadStep.Block(
            number: String(number), name: book.name(visit.venue), address: address(visit.venue),
            notice: closed.map { [RoadSheetWords.noWelcome($0)] } ?? [], times: lines(events),
            facts: facts(visit.venue), sessions: sessions.map(RoadSheetWords.session(names)),
            codes: codes(visit.venue))
    }

    /// When parents are received at a visit, and when professionals meet.
    private func welcome(_ visit: Visit, on day: DayRound, of service: String) -> [(Minutes, String, Bool)] {
        visit.openings.flatMap { opening in
            reception.parts(of: opening, service: service, week: day.week, day.weekday, venue: visit.venue).map {
                ($0.hours.start, $0.isForParents ? RoadSheetWords.opens : RoadSheetWords.meeting, true)
            }
        }
    }

    private func pauses(_ breaks: [Interval], from: Minutes, to: Minutes) -> [(Minutes, String, Bool)] {
        breaks.filter { $0.start >= from && $0.end <= to }.map {
            ($0.start, RoadSheetWords.pause($0), false)
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
