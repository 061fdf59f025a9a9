import FileAccess
import Foundation
import GeoModel
import PlanningModel

/// Reads and writes `plan.json` (format: `docs/plan.md`).
package enum PlanFile {
    package static func encode(_ plan: Plan) throws -> Data {
        try ReadableJSON.data(plan)
    }

    /// SHA-256 of the scenario's canonical JSON: sorted keys, no spaces.
    package static func fingerprint(_ scenario: Scenario) throws -> String {
        Sha256.hex(try FrenchJSON.encode(scenario))
    }

    /// Reads a plan from a file, or a version that a store keeps (`STORE@VERSION`).
    ///
    /// - Throws: `InputFailure`.
    package static func read(_ path: String) throws(InputFailure) -> Plan {
        try read(URL(fileURLWithPath: path), named: path).plan
    }

    /// - Throws: `InputFailure`.
    package static func read(_ url: URL, named name: String) throws(InputFailure) -> (plan: Plan, source: SourceFile) {
        let input = try PlanReference.plan(url, named: name)
        return (try decode(input), input.source)
    }

    /// - Throws: `InputFailure`.
    package static func decode(_ input: InputFile) throws(InputFailure) -> Plan {
        let name = input.name
        func fail(_ fault: InputFault) -> InputFailure { InputFailure(fault, file: name) }
        guard !input.data.isEmpty else { throw fail(.file(.empty)) }
        let plan: Plan
        do {
            let header = try JSONDecoder().decode(Header.self, from: input.data)
            guard header.format == Plan.formatName else { throw fail(.plan(.otherFormat(header.format))) }
            guard header.version == Plan.formatVersion else { throw fail(.plan(.otherVersion(header.version))) }
            plan = try FrenchJSON.decode(Plan.self, from: input.data)
        } catch let failure as InputFailure {
            throw failure
        } catch let error as DecodingError {
            throw fail(Self.fault(error))
        } catch {
            throw fail(.plan(.notUnderstood))
        }
        if let fault = PlanFileRanges.fault(in: plan) { throw fail(.plan(.outOfRange(fault))) }
        if let fault = PlanFileTexts.fault(in: plan) { throw fail(.plan(fault)) }
        return plan
    }

    private static func fault(_ error: DecodingError) -> InputFault {
        func path(_ context: DecodingError.Context) -> String {
            context.codingPath.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: ".")
        }
        return switch error {
        case .keyNotFound(let key, let context): .plan(.missingKey(key.stringValue, in: path(context)))
        case .typeMismatch(_, let context): .plan(.otherType(at: path(context)))
        case .valueNotFound(_, let context): .plan(.missingValue(at: path(context)))
        case .dataCorrupted(let context):
            context.codingPath.isEmpty
                ? .file(.notJSON) : .plan(.badValue(at: path(context), context.debugDescription))
        @unknown default: .plan(.notUnderstood)
        }
    }

    private struct Header: Decodable {
        var format: String
        var version: Int
    }
}

/// Figures of a plan file that no real plan holds, and that sums could not bear.
package enum PlanFileRanges {
    /// Path of the first one, if any.
    package static func fault(in plan: Plan) -> String? {
        let large = 1e12
        let weeks = 1...52
        if plan.shifts.contains(where: { !weeks.contains($0.week) }) { return "permanences" }
        if plan.outings.contains(where: {
            !weeks.contains($0.week) || $0.legs.isEmpty || !(0...1_000).contains($0.children)
        }) {
            return "sorties_parloir"
        }
        if let legs = plan.scenario.learnedLegs,
            !legs.allSatisfy({ (Seconds.zero...TravelMatrix.largestDuration).contains($0.duration) })
        {
            return "donnees.trajets_appris"
        }
        guard OfficeFormat.holds(plan.scenario.office) else { return "donnees.bureau" }
        for relay in plan.scenario.prisonRelays
        where relay.visits.contains(where: { wish in
            !(0...100).contains(wish.timesInFourWeeks)
                || wish.pickups.contains { !(0...1_000).contains($0.children) }
        }) {
            return "donnees.relais_enfants_parents \(relay.id)"
        }
        guard abs(plan.value) < large, abs(plan.bound) < large, abs(plan.gap) < large else {
            return "valeur, borne, ecart"
        }
        for commune in plan.scenario.territory.communes {
            let counts = [commune.population, commune.households, commune.births, commune.active, commune.unemployed]
            guard (0.01...20_000).contains(commune.areaKm2), isOnEarth(commune.centre),
                counts.allSatisfy({ $0.map { (0...100_000_000).contains($0) } ?? true }),
                commune.medianLivingStandard.map({ abs($0) < large }) ?? true
            else { return "donnees.territoire.communes \(commune.code)" }
        }
        for place in plan.scenario.territory.venues + plan.scenario.territory.depots where !isOnEarth(place.position) {
            return "donnees.territoire \(place.id)"
        }
        for service in plan.scenario.services {
            guard (0...1000).contains(service.factor), !service.teams.isEmpty, isInRange(service) else {
                return "donnees.services \(service.id)"
            }
        }
        if plan.shifts.contains(where: { !isNear($0.hours) }) { return "permanences" }
        if plan.outings.contains(where: { outing in
            !outing.legs.allSatisfy { isNear(Interval(start: $0.departure, end: $0.arrival)) }
                || !(outing.breaks + [outing.visit]).allSatisfy(isNear)
        }) {
            return "sorties_parloir"
        }
        for service in plan.services {
            for day in service.days where !weeks.contains(day.week) || !isNear(day) {
                return "services.\(service.id).journees"
            }
            for session in service.sessions where !weeks.contains(session.week) {
                return "services.\(service.id).seances"
            }
            for credit in service.credits where abs(credit.access) > 1.001 || !(0...100).contains(credit.visits) {
                return "services.\(service.id).credits"
            }
            for need in service.needs where abs(need.volume) >= large || abs(need.intensity) >= large {
                return "services.\(service.id).besoins"
            }
        }
        return nil
    }

    /// Floors, budgets and pins that a scenario file could say.
    private static func isInRange(_ service: Service) -> Bool {
        let floors = [service.floors.everyEpci, service.floors.highestNeed, service.floors.worstOff]
        let budgets = [service.budgets.kilometres, service.budgets.personHours, service.budgets.euros]
        return floors.allSatisfy { $0.map { (0...1).contains($0) } ?? true }
            && budgets.allSatisfy { $0.map { (0...1e12).contains($0) } ?? true }
            && service.teams.allSatisfy { $0.weeklyHours.map { (0...10_080).contains($0.count) } ?? true }
            && service.pins.allSatisfy { ($0.venue == nil) != ($0.commune == nil) }
    }

    /// Within two days of the day itself.
    private static func isNear(_ interval: Interval) -> Bool {
        let days = -2880...4320
        return days.contains(interval.start.count) && days.contains(interval.end.count)
    }

    private static func isNear(_ day: DayRound) -> Bool {
        day.legs.allSatisfy { isNear(Interval(start: $0.departure, end: $0.arrival)) } && day.breaks.allSatisfy(isNear)
            && day.visits.allSatisfy { visit in
                isNear(Interval(start: visit.arrival, end: visit.departure)) && visit.openings.allSatisfy(isNear)
            }
    }

    private static func isOnEarth(_ position: Position) -> Bool {
        abs(position.latitude) <= 90 && abs(position.longitude) <= 180
    }
}
