import FrenchText
import GeoModel
import PageRendering
import PlanningModel

/// The proof of R01: every half-day of every week, by date, with its minutes and its places, holidays with their reason.
package struct OpeningProof: Sendable {
    package let section: ReportSection

    package init(_ plan: PlanView, _ names: ReportNames) {
        let scenario = plan.scenario
        var tables: [ReportSection.Table] = []
        func table(
            _ name: String, _ bar: (CivilDate, HalfDay, Int) -> DateBar?,
            _ halves: (Int) -> [(weekday: Weekday, half: HalfDay, minutes: Minutes, place: String)]
        ) {
            var rows: [[String]] = []
            for week in plan.weeks {
                let own = halves(week)
                var lost = 0
                for half in own {
                    let date = scenario.date(week: week, half.weekday)
                    let fallen = plan.serving.day(date) ?? bar(date, half.half, week)
                    if fallen != nil { lost += 1 }
                    rows.append([
                        "\(ConformityWords.week) \(week)",
                        ReportDates.withWeekday(scenario.date(week: week, half.weekday)),
                        ReportWords.halfDay(half.half), ReportFigures.duration(half.minutes), half.place,
                        ConformityWords.counts(fallen, isCovered: scenario.closure(on: date) != .notCovered),
                    ])
                }
                rows.append([
                    "\(ConformityWords.week) \(week)", ConformityWords.total, "", "", "",
                    ConformityWords.weekCount(
                        own.count, lost: lost, minimum: plan.parameters.minimumHalfDays(inWeek: week)),
                ])
            }
            tables.append(.init(caption: name, headers: ConformityWords.openingHeaders, rows: rows))
        }
        for view in plan.services {
            func bar(_ date: CivilDate, _ half: HalfDay, _ week: Int) -> DateBar? {
                let days = view.days(inWeek: week).filter {
                    $0.weekday == date.weekday && view.receives(on: $0, half, plan.parameters)
                }
                let bars = days.map { day -> DateBar? in
                    let openings = day.visits.flatMap { visit in
                        visit.openings.filter { $0.half(split: plan.parameters.halfDaySplit) == half }
                            .map { plan.serving.venue(visit.venue, $0, on: date) }
                    }
                    return plan.serving.crew(day.crew, van: day.van, on: date)
                        ?? (openings.contains(nil) ? nil : openings.first ?? nil)
                }
                return bars.contains(nil) ? nil : bars.first ?? nil
            }
            table(view.service.name, bar) { week in
                view.halfDays(inWeek: week, plan.parameters).map { weekday, half in
                    let days = view.days(inWeek: week).filter {
                        $0.weekday == weekday && view.receives(on: $0, half, plan.parameters)
                    }
                    let minutes = days.map { view.receptionMinutes(on: $0, half, plan.parameters) }.max() ?? .zero
                    let places = days.flatMap { day in
                        day.visits.filter { visit in
                            visit.openings.contains { $0.half(split: plan.parameters.halfDaySplit) == half }
                        }.map { names.placeName($0.venue) }
                    }
                    return (weekday, half, minutes, places.joined(separator: " ; "))
                }
            }
        }
        for centre in scenario.centres {
            let bar = { (date: CivilDate, _: HalfDay, _: Int) in
                plan.serving.closure(of: centre.venue, on: date)
                    ?? plan.serving.crew(centre.crew, van: nil, on: date)
            }
            table(centre.name, bar) { week in
                plan.halfDays(of: centre, inWeek: week).map { weekday, half in
                    let minutes = plan.plan.shifts.filter {
                        $0.service == centre.id && $0.week == week && $0.weekday == weekday
                            && $0.hours.half(split: plan.parameters.halfDaySplit) == half
                    }.reduce(Minutes.zero) { $0 + $1.hours.length }
                    return (weekday, half, minutes, names.placeName(centre.venue))
                }
            }
        }
        section = ReportSection(
            title: ConformityWords.opening, texts: [ConformityWords.openingText(plan.parameters)], tables: tables)
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
