import FrenchText
import GeoModel
import PageRendering
import PlanningModel

/// What happens beside the rounds and at their openings: missions and sessions, listening, fixed centres, prison visits.
package struct FixedTimesSheet: Sendable {
    package let sections: [ReportSection]

    package init(_ plan: PlanView, _ names: ReportNames) {
        sections = [
            Self.missions(plan), Self.sessions(plan, names), Self.listening(plan), Self.centres(plan, names),
            Self.prisons(plan, names),
        ].compactMap { $0 }
    }

    // MARK: Missions and sessions

    private static func missions(_ plan: PlanView) -> ReportSection? {
        let services = plan.services.filter { !$0.service.programme.isEmpty }
        guard !services.isEmpty else { return nil }
        let tables = services.map { view in
            ReportSection.Table(
                caption: view.service.name,
                headers: [ConformityWords.mission] + plan.weeks.map { "\(ConformityWords.week) \($0)" },
                rows: Mission.allCases.map { mission in
                    [ConformityWords.missionName(mission)]
                        + plan.weeks.map { week in
                            if mission == .information || mission == .welcome {
                                return ConformityWords.everyOpening(
                                    view.halfDays(inWeek: week, plan.parameters).count)
                            }
                            let held = view.heldSessions.filter {
                                $0.session.week == week && $0.kind.mission == mission && $0.day != nil
                            }
                            return held.isEmpty
                                ? "–"
                                : Set(held.map(\.kind.name)).sorted().map { name in
                                    let count = held.count { $0.kind.name == name }
                                    return count > 1 ? "\(name) (\(count))" : name
                                }.joined(separator: " ; ")
                        }
                })
        }
        return ReportSection(title: ConformityWords.missions, tables: tables)
    }

    private static func sessions(_ plan: PlanView, _ names: ReportNames) -> ReportSection? {
        let partners = Dictionary(
            plan.scenario.territory.partners.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let tables = plan.services.filter { !$0.plan.sessions.isEmpty }.map { view in
            ReportSection.Table(
                caption: view.service.name, headers: ConformityWords.sessionHeaders,
                rows: view.heldSessions.map { session, kind, day in
                    let named = kind.partners.compactMap { partners[$0]?.name }
                    let with = [kind.guest].filter { !$0.isEmpty } + named
                    return [
                        kind.name, ReportDates.withWeekday(plan.scenario.date(week: session.week, session.weekday)),
                        ReportWords.span(session.hours), names.placeName(session.venue),
                        with.isEmpty ? "–" : with.joined(separator: " ; "),
                        ConformityWords.notes(kind, held: day != nil),
                    ]
                })
        }
        return tables.isEmpty
            ? nil : ReportSection(title: ConformityWords.sessions, texts: [ConformityWords.sessionText], tables: tables)
    }

    // MARK: Listening and fixed centres

    private static func listening(_ plan: PlanView) -> ReportSection? {
        guard !plan.scenario.listening.isEmpty else { return nil }
        let tables = plan.scenario.listening.map { service in
            ReportSection.Table(
                caption: [service.name, FixedTimesWords.channel(of: service), service.standing].filter { !$0.isEmpty }
                    .joined(separator: " – "),
                headers: ConformityWords.listeningHeaders,
                rows: plan.plan.shifts.filter { $0.service == service.id }.map { shift in
                    [
                        ReportDates.withWeekday(plan.scenario.date(week: shift.week, shift.weekday)),
                        ReportWords.span(shift.hours), shift.staff.joined(separator: ", "),
                        counts(shift, in: plan),
                    ]
                })
        }
        let relays = plan.scenario.listening.filter { !$0.urgentRelay.isEmpty }.map {
            ConformityWords.relay($0.name, $0.urgentRelay)
        }
        let calls = Dictionary(grouping: plan.scenario.calls, by: \.service).sorted { $0.key < $1.key }
            .map { service, counts in
                ConformityWords.calls(
                    plan.scenario.listening.first { $0.id == service }?.name ?? service,
                    received: counts.reduce(0) { $0 + $1.received }, handled: counts.reduce(0) { $0 + $1.handled },
                    weeks: counts.count)
            }
        return ReportSection(
            title: ConformityWords.listening, texts: [ConformityWords.anonymous] + relays + calls, tables: tables)
    }

    private static func counts(_ shift: Shift, in plan: PlanView) -> String {
        let date = plan.scenario.date(week: shift.week, shift.weekday)
        return ConformityWords.counts(
            plan.serving.day(date) ?? plan.serving.anybody(of: shift.staff, on: date),
            isCovered: plan.scenario.closure(on: date) != .notCovered)
    }

    private static func centres(_ plan: PlanView, _ names: ReportNames) -> ReportSection? {
        guard !plan.scenario.centres.isEmpty else { return nil }
        return ReportSection(
            title: ConformityWords.centres,
            tables: plan.scenario.centres.map { centre in
                .init(
                    caption: [centre.name, names.placeName(centre.venue), centre.standing].filter { !$0.isEmpty }
                        .joined(separator: " – "),
                    headers: ConformityWords.centreHeaders,
                    rows: centre.openings.map { [$0.weekday.key, ReportWords.span($0.hours)] })
            })
    }

    // MARK: Prison visits

    private static func prisons(_ plan: PlanView, _ names: ReportNames) -> ReportSection? {
        guard !plan.scenario.prisonRelays.isEmpty else { return nil }
        let tables = plan.scenario.prisonRelays.map { relay in
            ReportSection.Table(
                caption: [relay.name, relay.standing].filter { !$0.isEmpty }.joined(separator: " – "),
                headers: ConformityWords.prisonHeaders,
                rows: plan.plan.outings.filter { $0.service == relay.id }.map { outing in
                    [
                        ReportDates.withWeekday(plan.scenario.date(week: outing.week, outing.weekday)),
                        names.subject(outing.prison), ReportWords.span(outing.visit),
                        String(outing.children), outing.staff.joined(separator: ", "),
                        ReportFigures.kilometres(outing.distance),
                        ReportFigures.duration(outing.arrival - outing.departure),
                    ]
                })
        }
        let texts = plan.scenario.prisonRelays.filter { $0.reintegration > .zero }.map {
            ConformityWords.reintegration($0.name, $0.reintegration)
        }
        let ways = plan.plan.outings.map { outing in
            ConformityWords.way(
                outing, on: ReportDates.withWeekday(plan.scenario.date(week: outing.week, outing.weekday)))
        }
        return ReportSection(
            title: ConformityWords.prisons, texts: [ConformityWords.prisonText] + texts, items: ways, tables: tables)
    }
}

/// Hours, rests and evenings of each person over the cycle (R20 to R28).
package struct PeopleSheet: Sendable {
    package let section: ReportSection

    package init(_ plan: PlanView, _ names: ReportNames) {
        let rows = zip(plan.duties, plan.rosters).map { duties, roster -> [String] in
            let (person, days) = roster
            let weeks = plan.weeklyWork(person, days)
            let rests = plan.rests(days).map(\.length)
            let evenings = plan.weeks.map { week in
                days.count { $0.week == week && $0.arrival > plan.parameters.eveningFrom }
            }
            let services = Set(duties.duties.map(\.service)).sorted().map(names.serviceName)
            return [
                person.id, TeamWords.roles(person).joined(separator: ", "),
                services.joined(separator: " ; "), ConformityWords.weeks(weeks),
                ReportFigures.duration(person.weeklyHours),
                days.map(\.workTime).max().map(ReportFigures.duration) ?? "–",
                days.map(\.span).max().map(ReportFigures.duration) ?? "–",
                rests.min().map(ReportFigures.duration) ?? "–", String(evenings.max() ?? 0),
                person.standing,
            ]
        }
        section = ReportSection(
            title: ConformityWords.people, texts: [ConformityWords.peopleText],
            tables: [
                .init(caption: ConformityWords.peopleCaption, headers: ConformityWords.peopleHeaders, rows: rows)
            ])
    }
}
