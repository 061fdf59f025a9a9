import Foundation
import GeoModel
import PlanningModel
import Yams

/// `cycle_precedent`: the plan of an earlier cycle that the service goes on from.
extension ScenarioReader {
    /// The stops of the service of the same identifier, their weeks counted in the cycle to come.
    package mutating func formerStops(
        _ mapping: Node.Mapping, service: String?, _ territory: Territory, _ parameters: Parameters,
        firstMonday: CivilDate?
    ) -> [FormerStop] {
        let key = "cycle_precedent"
        guard let node = mapping[Node(key)] else { return [] }
        guard let path = node.scalar?.string, !path.isEmpty else {
            report(.cell(.empty), at: node, key: key)
            return []
        }
        let former: (plan: Plan, source: SourceFile)
        do {
            former = try PlanFile.read(
                URL(fileURLWithPath: path, relativeTo: url.deletingLastPathComponent()), named: shown(path))
        } catch {
            for finding in error.findings { report(.inFile(finding.file, finding.fault), at: node, key: key) }
            return []
        }
        if !otherSources.contains(where: { $0.name == former.source.name }) { otherSources.append(former.source) }
        let scenario = former.plan.scenario
        let cycle = parameters.cycleWeeks
        guard scenario.parameters.cycleWeeks == cycle else {
            report(.former(.otherCycle(scenario.parameters.cycleWeeks, cycle)), at: node, key: key)
            return []
        }
        guard let service, let firstMonday else { return [] }
        guard scenario.firstMonday < firstMonday else {
            report(.former(.notBefore(scenario.firstMonday, firstMonday)), at: node, key: key)
            return []
        }
        guard let plan = former.plan.services.first(where: { $0.id == service }) else {
            let known = former.plan.services.map(\.id)
            report(.former(.serviceNotInPlan(service, known)), at: node, key: key)
            return []
        }
        let weeksBetween = (firstMonday.dayNumber - scenario.firstMonday.dayNumber) / 7
        let stops = Self.stops(of: plan, cycle: cycle, weeksBetween: weeksBetween)
        let known = Set(territory.venues.map(\.id))
        let gone = stops.map(\.venue).filter { !known.contains($0) }
        if !gone.isEmpty, !known.isEmpty {
            findings.add(
                .former(.goneVenues(gone)), file: name, line: node.mark?.line, column: key, level: .warning)
        }
        return stops.filter { known.contains($0.venue) }
    }

    /// A cycle that does not follow at once still goes on as if the former one had been repeated until then.
    private static func stops(of plan: ServicePlan, cycle: Int, weeksBetween: Int) -> [FormerStop] {
        var weekdays: [String: Set<Weekday>] = [:]
        var weeks: [String: Set<Int>] = [:]
        for day in plan.days {
            let week = ((day.week - 1 - weeksBetween) % cycle + cycle) % cycle + 1
            for visit in day.visits {
                weekdays[visit.venue, default: []].insert(day.weekday)
                weeks[visit.venue, default: []].insert(week)
            }
        }
        return weekdays.keys.sorted().map {
            FormerStop(venue: $0, weekdays: (weekdays[$0] ?? []).sorted(), weeks: (weeks[$0] ?? []).sorted())
        }
    }
}
