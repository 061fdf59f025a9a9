import FileAccess
import FrenchText
import GeoModel
import PlanAnalysis
import TabularData

/// For the team: the cycle on one leaf, each week on one leaf, everyone's hours, and the prison visits.
package struct TeamFiles: Sendable {
    private let publication: Publication

    package init(_ publication: Publication) { self.publication = publication }

    package func files() throws -> [PublishedFile] {
        let weeks = TeamWeeks(publication)
        let mondays = weeks.mondays
        let cycle = Array(mondays.prefix(publication.scenario.parameters.cycleWeeks))
        return try publication.documents(
            [
                (
                    "equipe/cycle", TeamWords.cycleTitle,
                    board(TeamWords.cycleTitle, Self.leaves(cycle, weeks), weeks)
                ),
                (
                    "equipe/semaines", TeamWords.weeksTitle,
                    board(TeamWords.weeksTitle, mondays.map { [$0] }, weeks)
                ),
                ("equipe/personnes", TeamWords.peopleTitle, people()),
            ] + prisonVisits().map { ("equipe/parloirs", TeamWords.prisonTitle, $0) })
    }

    /// The cycle on one leaf; on as few as hold it in legible type where there are many vans.
    private static func leaves(_ cycle: [CivilDate], _ weeks: TeamWeeks) -> [[CivilDate]] {
        let splits = (1...max(1, cycle.count)).map { leaves in
            let perLeaf = (cycle.count + leaves - 1) / leaves
            return stride(from: 0, to: cycle.count, by: max(1, perLeaf)).map {
                Array(cycle[$0..<min($0 + perLeaf, cycle.count)])
            }
        }
        return splits.first { $0.allSatisfy { LeafFit.size(of: $0.map(weeks.board)) != nil } } ?? splits.last ?? []
    }

    private struct Leaf: Sendable {
        var boards: [TeamBoard]
        /// Points.
        var size: String
    }

    private func board(_ title: String, _ leaves: [[CivilDate]], _ weeks: TeamWeeks) -> String {
        publication.page(
            "planning", style: "equipe", title: title,
            [
                "leaves": leaves.map { mondays in
                    let boards = mondays.map(weeks.board)
                    return Leaf(
                        boards: boards, size: DataNumber.printed(LeafFit.size(of: boards) ?? LeafFit.smallest, 1))
                },
                "who": TeamWords.who, "scenario": publication.scenario.name, "fictional": weeks.fictional,
                "period": ReportDates.range(publication.period.lowerBound, publication.period.upperBound),
            ])
    }

    private func people() -> String {
        publication.page(
            "personnes", style: "equipe", title: TeamWords.peopleTitle,
            [
                "people": Roster(publication).sheets, "totalHeaders": TeamWords.totalHeaders,
                "headers": TeamWords.peopleHeaders,
                "lead": TeamWords.peopleLead,
                "period": ReportDates.range(publication.period.lowerBound, publication.period.upperBound),
            ])
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
    private func prisonVisits() -> [String] {
        let scenario = publication.scenario
        guard !scenario.prisonRelays.isEmpty else { return [] }
        let outings = Dictionary(grouping: publication.dated.outings, by: \.outing.service)
        let relays = scenario.prisonRelays.map { relay in
            let own = outings[relay.id] ?? []
            return Relay(
                relay: relay.name, visits: own.map(line),
                remarks: relay.reintegration > .zero
                    ? [ConformityWords.reintegration(relay.name, relay.reintegration)] : [],
                fictional: Array(Set(own.flatMap { StandingNotes($0.outing, scenario).sentences })).sorted())
        }
        return [
            publication.page(
                "parloirs", style: "equipe", title: TeamWords.prisonTitle,
                [
                    "relays": relays, "headers": TeamWords.prisonHeaders, "lead": ConformityWords.prisonText,
                    "period": ReportDates.range(publication.period.lowerBound, publication.period.upperBound),
                ])
        ]
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
