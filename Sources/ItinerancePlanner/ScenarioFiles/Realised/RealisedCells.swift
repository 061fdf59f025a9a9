import FileAccess
import GeoModel
import PlanningModel
import TabularData

/// Reads the cells of one row of a table of what happened.
package struct RealisedCells {
    private let texts: [String: String]
    private let file: String
    private let number: Int
    package private(set) var findings = Findings()

    package init(_ texts: [String: String], file: String, line: Int) {
        self.texts = texts
        self.file = file
        number = line
    }

    /// People at one opening at most.
    private static let mostPeople = 10_000

    /// `nil` with what is wrong in the findings.
    package mutating func line(of scenario: Scenario) -> RealisedLine? {
        for (column, text) in texts.sorted(by: { $0.key < $1.key }) {
            if let sign = PersonalDataSign(text) { report(.realised(.personal(sign)), column) }
        }
        let date = date(scenario)
        let service = service(scenario)
        var place: String?
        if let service { place = self.place(service, scenario) }
        let isDepot = place.map { place in service?.teams.contains { $0.depot == place } ?? false } ?? false
        let state = isDepot ? nil : state()
        let (start, end, planned) = (clock("debut"), clock("fin"), clock("debut_prevu"))
        let (arrival, departure) = (clock("arrivee"), clock("depart"))
        let (parents, children) = (people("parents"), people("enfants"))
        guard !findings.hasErrors, let date, let service, let place, isDepot || state != nil else { return nil }
        if isDepot {
            for column in ["etat", "debut_prevu", "debut", "fin", "parents", "enfants"] where text(column) != nil {
                report(.realised(.notAtDepot(place)), column)
            }
            if let arrival, let departure, arrival <= departure {
                report(.realised(.backBeforeLeaving(departure, arrival)), "arrivee")
            }
        } else {
            check(state, start, end, parents ?? 0, children ?? 0)
        }
        guard !findings.hasErrors else { return nil }
        return RealisedLine(
            file: file, line: number, date: date, service: service.id, place: place, planned: planned, state: state,
            start: start, end: end, arrival: arrival, departure: departure, parents: parents, children: children,
            reason: text("motif") ?? "")
    }

    private mutating func check(
        _ state: RealisedState?, _ start: Minutes?, _ end: Minutes?, _ parents: Int, _ children: Int
    ) {
        switch state {
        case .late where start == nil: report(.realised(.lateWithoutStart), "debut")
        case .cancelled:
            for (column, isGiven) in [
                ("debut", start != nil), ("fin", end != nil), ("parents", parents > 0), ("enfants", children > 0),
            ] where isGiven { report(.realised(.cancelledYet), column) }
        default: break
        }
    }

    private mutating func report(_ fault: InputFault, _ column: String) {
        findings.add(fault, file: file, line: number, column: column)
    }

    private func text(_ column: String) -> String? { texts[column].flatMap { $0.isEmpty ? nil : $0 } }

    private mutating func needed(_ column: String) -> String? {
        if let text = text(column) { return text }
        report(.cell(.empty), column)
        return nil
    }

    private mutating func date(_ scenario: Scenario) -> CivilDate? {
        guard let text = needed("date") else { return nil }
        guard let date = CellReading.date(text) else {
            report(.cell(.badDate(text)), "date")
            return nil
        }
        let days = date.dayNumber - scenario.firstMonday.dayNumber
        guard days >= 0, days <= RealisedLine.mostDays else {
            report(.realised(.outsidePlan(date, from: scenario.firstMonday)), "date")
            return nil
        }
        return date
    }

    private mutating func service(_ scenario: Scenario) -> Service? {
        let services = scenario.services
        guard let text = text("service") else {
            if services.count == 1 { return services[0] }
            report(.realised(.whichService(services.map(\.id))), "service")
            return nil
        }
        guard let service = services.first(where: { $0.id == text }) else {
            report(
                .scenario(
                    .unknownReference(
                        text, .plan, near: NearestNames.of(text, among: services.map(\.id)))), "service")
            return nil
        }
        return service
    }

    private mutating func place(_ service: Service, _ scenario: Scenario) -> String? {
        guard let text = needed("lieu") else { return nil }
        let known = scenario.venues(of: service).map(\.id) + service.teams.map(\.depot)
        guard known.contains(text) else {
            report(
                .scenario(.unknownReference(text, .plan, near: NearestNames.of(text, among: known))),
                "lieu")
            return nil
        }
        return text
    }

    private mutating func state() -> RealisedState? {
        guard let text = needed("etat") else { return nil }
        guard let state = RealisedState(rawValue: HeaderNames.folded(text)) else {
            report(.cell(.notAllowed(text, RealisedState.allCases.map(\.rawValue))), "etat")
            return nil
        }
        return state
    }

    /// A spreadsheet may add seconds to a time.
    private mutating func clock(_ column: String) -> Minutes? {
        guard let text = text(column) else { return nil }
        let plain = text.count { $0 == ":" } == 2 && text.hasSuffix(":00") ? String(text.dropLast(3)) : text
        if let time = ParameterEntry.minutes(plain) { return time }
        report(.cell(.parameter(text, .notATime)), column)
        return nil
    }

    private mutating func people(_ column: String) -> Int? {
        guard let text = text(column) else { return nil }
        guard let count = Int(text), (0...Self.mostPeople).contains(count) else {
            report(.realised(.notACount(text)), column)
            return nil
        }
        return count
    }
}
