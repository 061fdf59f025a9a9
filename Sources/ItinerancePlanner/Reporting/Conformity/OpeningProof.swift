import FrenchText
import GeoModel
import PageRendering
import PlanCheck
import PlanningModel

/// The proof of R01: every half-day of every week, by date, with its minutes and its places, and why it falls where it does. What
/// is held is what the check counts.
package struct OpeningProof: Sendable {
    package let section: ReportSection

    private struct Half {
        var weekday: Weekday
        var half: HalfDay
        var minutes: Minutes
        var places: [String]
        var isHeld: Bool
        var bar: DateBar?
    }

    package init(_ plan: PlanView, _ names: ReportNames) {
        let services = plan.services.map { view in
            Self.table(view.service.name, plan) { Self.halves(of: view, inWeek: $0, plan, names) }
        }
        let centres = plan.scenario.centres.map { centre in
            Self.table(centre.name, plan) { Self.halves(of: centre, inWeek: $0, plan, names) }
        }
        section = ReportSection(
            title: ConformityWords.opening, texts: [ConformityWords.openingText(plan.parameters)],
            tables: services + centres)
    }

    private static func table(
        _ name: String, _ plan: PlanView, _ halves: (Int) -> (all: [Half], held: Int)
    ) -> ReportSection.Table {
        var rows: [[String]] = []
        for week in plan.weeks {
            let own = halves(week)
            for half in own.all {
                let date = plan.scenario.date(week: week, half.weekday)
                rows.append([
                    "\(ConformityWords.week) \(week)", ReportDates.withWeekday(date), ReportWords.halfDay(half.half),
                    ReportFigures.duration(half.minutes), half.places.joined(separator: " ; "),
                    half.isHeld
                        ? ConformityWords.counts(nil, isCovered: plan.scenario.closure(on: date) != .notCovered)
                        : ConformityWords.falls(half.bar),
                ])
            }
            rows.append([
                "\(ConformityWords.week) \(week)", ConformityWords.total, "", "", "",
                ConformityWords.weekCount(
                    own.all.count, held: own.held, minimum: plan.parameters.minimumHalfDays(inWeek: week)),
            ])
        }
        return .init(caption: name, headers: ConformityWords.openingHeaders, rows: rows)
    }

    private static func halves(
        of view: PlanView.ServiceView, inWeek week: Int, _ plan: PlanView, _ names: ReportNames
    ) -> (all: [Half], held: Int) {
        let parameters = plan.parameters
        let held = plan.heldHalfDays(of: view, inWeek: week)
        let all = view.halfDays(inWeek: week, parameters).map { weekday, half in
            let days = view.days(inWeek: week).filter {
                $0.weekday == weekday && view.receives(on: $0, half, parameters)
            }
            let places = days.flatMap { day in
                DayHalves(day, split: parameters.halfDaySplit)[half].venues.map(names.placeName)
            }
            return Half(
                weekday: weekday, half: half,
                minutes: days.map { view.receptionMinutes(on: $0, half, parameters) }.max() ?? .zero, places: places,
                isHeld: held.contains { $0 == (weekday, half) },
                bar: plan.bar(of: view, inWeek: week, weekday, half))
        }
        return (all, held.count)
    }

    private static func halves(
        of centre: FixedCentre, inWeek week: Int, _ plan: PlanView, _ names: ReportNames
    ) -> (all: [Half], held: Int) {
        let held = plan.heldHalfDays(of: centre, inWeek: week)
        let all = plan.halfDays(of: centre, inWeek: week).map { weekday, half in
            let shifts = plan.plan.shifts.filter {
                $0.service == centre.id && $0.week == week && $0.weekday == weekday
            }
            return Half(
                weekday: weekday, half: half,
                minutes: shifts.reduce(.zero) { $0 + $1.hours.minutes(in: half, split: plan.parameters.halfDaySplit) },
                places: [names.placeName(centre.venue)], isHeld: held.contains { $0 == (weekday, half) },
                bar: plan.bar(of: centre, inWeek: week, weekday))
        }
        return (all, held.count)
    }
}

/// The share of effort where there is no centre social (R10).
package struct EffortSheet: Sendable {
    package let section: ReportSection

    package init(_ plan: PlanView, _ names: ReportNames) {
        let centres = SocialCentres(plan.scenario.territory)
        let communes = Dictionary(
            plan.scenario.territory.communes.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        let venues = Dictionary(
            plan.scenario.territory.venues.map { ($0.id, $0.commune) }, uniquingKeysWith: { first, _ in first })
        var rows: [[String]] = []
        for view in plan.services {
            var visits: [Presence: Int] = [:]
            for stop in view.visitsByVenue {
                guard let commune = venues[stop.venue].flatMap({ communes[$0] }) else { continue }
                visits[centres.presence(in: commune), default: 0] += stop.visits.count
            }
            let all = max(1, visits.values.reduce(0, +))
            for presence in [Presence.absent, .unknown, .present] {
                let count = visits[presence] ?? 0
                rows.append([
                    view.service.name, ConformityWords.socialCentre(presence), String(count),
                    ReportFigures.percent(Double(count) / Double(all)),
                ])
            }
        }
        section = ReportSection(
            title: ConformityWords.effort,
            tables: [
                .init(caption: ConformityWords.effortCaption, headers: ConformityWords.effortHeaders, rows: rows)
            ])
    }
}

/// Each stop's premises, unknown facts as such (R04, R05, R34).
package struct PremisesSheet: Sendable {
    package let section: ReportSection

    package init(_ plan: PlanView, _ names: ReportNames) {
        let permits = Dictionary(grouping: plan.scenario.territory.permits, by: \.venue)
        let services = FamilyServices(plan.scenario.territory)
        let rows = plan.premises.map { locus, premises -> [String] in
            let venue = locus.subject ?? ""
            let nearest = names.place(venue).flatMap { services.nearest(to: $0.position) }
            let parking = (permits[venue] ?? []).map { permit in
                ConformityWords.permit(from: permit.from, until: permit.until)
            }
            return [
                names.placeName(venue), premises.van.map(\.name) ?? "–", premises.confidential.word,
                premises.collective.word, premises.accessible.word, premises.ownAccess.word,
                premises.recognisable.word, premises.power.word,
                parking.isEmpty ? Presence.unknown.word : parking.joined(separator: " ; "),
                nearest.map { "\(ReportFigures.kilometres(Metres($0.metres))) (\($0.facility.name))" } ?? "inconnu",
                [premises.venue.source, premises.venue.vintage].filter { !$0.isEmpty }.joined(separator: ", "),
            ]
        }
        section = ReportSection(
            title: ConformityWords.premises, texts: [ConformityWords.premisesText],
            tables: [
                .init(caption: ConformityWords.premisesCaption, headers: ConformityWords.premisesHeaders, rows: rows)
            ])
    }
}
