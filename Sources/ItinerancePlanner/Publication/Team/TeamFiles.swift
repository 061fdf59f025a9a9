import GeoModel
import RoundPlan

/// For the team: the cycle on one leaf, each week on one leaf, everyone's hours, and the prison visits.
struct TeamFiles: Sendable {
    private let publication: Publication

    init(_ publication: Publication) { self.publication = publication }

    func files() throws -> [PublishedFile] {
        let weeks = TeamWeeks(publication)
        let mondays = weeks.mondays
        let cycle = Array(mondays.prefix(publication.scenario.parameters.cycleWeeks))
        // A cycle that a leaf cannot hold is not squeezed onto it: the weeks tell it.
        let isLegible = LeafFit.size(of: cycle.map(weeks.board)) != nil
        return try (isLegible ? board("equipe/cycle", TeamWords.cycleTitle, [cycle], weeks) : [])
            + board("equipe/semaines", TeamWords.weeksTitle, mondays.map { [$0] }, weeks) + people() + prisonVisits()
    }

    private struct Leaf: Sendable {
        var boards: [TeamBoard]
        /// Points.
        var size: String
    }

    private func board(
        _ name: String, _ title: String, _ leaves: [[CivilDate]], _ weeks: TeamWeeks
    ) throws -> [PublishedFile] {
        let html = publication.page(
            "planning", style: "equipe", title: title,
            [
                "leaves": leaves.map { mondays in
                    let boards = mondays.map(weeks.board)
                    return Leaf(boards: boards, size: LeafFit.points(LeafFit.size(of: boards) ?? LeafFit.smallest))
                },
                "who": TeamWords.who, "scenario": publication.scenario.name, "fictional": weeks.fictional,
                "period": ReportDates.range(publication.period.lowerBound, publication.period.upperBound),
            ])
        return try publication.document(name, html)
    }

    private func people() throws -> [PublishedFile] {
        let html = publication.page(
            "personnes", style: "equipe", title: TeamWords.peopleTitle,
            [
                "people": Roster(publication).sheets, "headers": TeamWords.peopleHeaders, "none": TeamWords.noWork,
                "lead": TeamWords.peopleLead,
                "period": ReportDates.range(publication.period.lowerBound, publication.period.upperBound),
            ])
        return try publication.document("equipe/personnes", html)
    }

    private struct VisitLine: Sendable {
        var date: String
        var cancelled: [String]
        var texts: [String]
    }

    private struct Relay: Sendable {
        var relay: String
        var visits: [VisitLine]
        var remarks: [String]
        var fictional: [String]
    }

    /// The calendar of prison visits; none without a relay.
    private func prisonVisits() throws -> [PublishedFile] {
        let scenario = publication.scenario
        guard !scenario.prisonRelays.isEmpty else { return [] }
        let outings = Dictionary(grouping: publication.dated.outings, by: \.outing.service)
        let relays = scenario.prisonRelays.map { relay in
            let own = outings[relay.id] ?? []
            return Relay(
                relay: relay.name, visits: own.map(line),
                remarks: relay.reintegration > .zero
                    ? [ConformityWords.reintegration(relay.name, relay.reintegration)] : [],
                fictional: Array(Set(own.flatMap { Standings($0.outing, scenario).sentences })).sorted())
        }
        let html = publication.page(
            "parloirs", style: "equipe", title: TeamWords.prisonTitle,
            [
                "relays": relays, "headers": TeamWords.prisonHeaders, "lead": ConformityWords.prisonText,
                "period": ReportDates.range(publication.period.lowerBound, publication.period.upperBound),
            ])
        return try publication.document("equipe/parloirs", html)
    }

    private func line(_ dated: DatedPlan.Outing) -> VisitLine {
        let outing = dated.outing
        let reason = PublicationWords.reason(dated.state)
        return VisitLine(
            date: ReportDates.withWeekday(dated.date), cancelled: reason.map { [TeamWords.cancelled($0)] } ?? [],
            texts: [
                publication.names.subject(outing.prison), ReportFigures.clock(outing.departure),
                outing.arrivalAtPrison.map(ReportFigures.clock) ?? "–", ReportWords.span(outing.visit),
                ReportFigures.clock(outing.arrival), String(outing.children), outing.staff.joined(separator: ", "),
                ReportFigures.kilometres(outing.distance),
            ])
    }
}
