import FileAccess
import GeoModel
import PlanningModel
import Yams

extension ScenarioReader {
    /// What a pin's own fields, and the scenario's parameters, make impossible.
    package mutating func checkItself(_ pin: Pin, _ mapping: Node.Mapping, _ item: Node, _ reading: PinReading) {
        func at(_ key: String) -> Node { mapping[Node(key)] ?? item }
        let binding = [
            "visites_min", "visites_max", "jours", "demi_journee", "debut", "vehicule", "equipe", "semaines", "ordre",
        ]
        .filter { mapping[Node($0)] != nil }
        if pin.served == nil, binding.isEmpty { report(.pin(.asksNothing), at: item, key: "servi") }
        if pin.served == false, let key = binding.first {
            report(.pin(.boundThoughExcluded(key)), at: at(key), key: key)
        }
        checkCadence(pin, mapping, item, reading)
        if let weeks = pin.weeks, let found = weekFault(weeks, pin, reading) {
            report(found, at: at("semaines"), key: "semaines")
        }
        if let van = pin.van, let crew = pin.crew, !reading.teams.contains(where: { $0.van == van && $0.crew == crew })
        {
            report(.pin(.noSuchTeam(van, crew)), at: at("equipe"), key: "equipe")
        }
        if let fault = startFault(pin, reading) {
            report(fault, at: at("debut"), key: "debut")
        }
    }

    private mutating func checkCadence(_ pin: Pin, _ mapping: Node.Mapping, _ item: Node, _ reading: PinReading) {
        let least = pin.minimumVisits ?? 0
        let most = pin.maximumVisits ?? Int.max
        guard pin.minimumVisits != nil || pin.maximumVisits != nil else { return }
        let key = pin.minimumVisits != nil ? "visites_min" : "visites_max"
        let node = mapping[Node(key)] ?? item
        if least > most {
            report(.pin(.visitsReversed(least, most)), at: node, key: key)
            return
        }
        let possible = reading.cadences.filter { (least...most).contains($0) }
        if possible.isEmpty {
            report(.pin(.impossibleCadence(reading.cadences)), at: node, key: key)
        } else if possible == [8], pin.weekdays.map({ Set($0).count < 2 }) ?? (reading.parameters.weekdays.count < 2) {
            report(.pin(.oneWeekdayForTwo), at: mapping[Node("jours")] ?? node, key: "jours")
        }
    }

    /// Why no evenly spaced visits lie in the weeks of a pin.
    private func weekFault(_ weeks: [Int], _ pin: Pin, _ reading: PinReading) -> InputFault? {
        let cycle = reading.parameters.cycleWeeks
        let least = pin.minimumVisits ?? 0
        let fits = reading.cadences.contains { visits in
            guard visits >= least else { return false }
            let gap = max(1, 4 / visits)
            return gap <= cycle
                && (1...gap).contains { first in stride(from: first, through: cycle, by: gap).allSatisfy(weeks.contains)
                }
        }
        return fits ? nil : .pin(.weeksTooFew(weeks, reading.cadences.filter { $0 >= least }))
    }

    /// Why no opening can begin at the start of a pin.
    private func startFault(_ pin: Pin, _ reading: PinReading) -> InputFault? {
        guard let start = pin.start else { return nil }
        let parameters = reading.parameters
        guard start.count % parameters.startStep.count == 0 else {
            return .pin(.startOffGrid(start, parameters.startStep))
        }
        let lengths = [parameters.sessionLength] + (parameters.shortStops == .yes ? [parameters.shortStopLength] : [])
        let openings = lengths.map { Interval(start: start, end: start + $0) }
            .filter { $0.start >= parameters.windowStart && $0.end <= parameters.windowEnd }
        guard !openings.isEmpty else {
            return .pin(.startOutsideWindow(start, parameters.windowStart, parameters.windowEnd))
        }
        guard let half = pin.half else { return nil }
        guard openings.contains(where: { $0.half(split: parameters.halfDaySplit) == half }) else {
            return .pin(.startInOtherHalf(start, half))
        }
        return nil
    }
}

/// Two pins that no plan can keep both.
package enum PinConflict {
    /// The key of the second pin's field that the first one contradicts.
    package static func field(_ first: Pin, _ second: Pin, among venues: [Place]) -> String? {
        let shared = venues.filter { first.concerns($0) && second.concerns($0) }
        guard !shared.isEmpty else { return nil }
        let promised = first.served == true ? first : second.served == true ? second : nil
        let excluded = first.served == false ? first : second.served == false ? second : nil
        if let promised, let excluded {
            let left = venues.filter { promised.concerns($0) && !excluded.concerns($0) }
            return left.isEmpty ? "servi" : nil
        }
        guard excluded == nil else { return nil }
        if reversed(first.minimumVisits, second.maximumVisits) { return "visites_max" }
        if reversed(second.minimumVisits, first.maximumVisits) { return "visites_min" }
        if let a = first.weekdays, let b = second.weekdays, Set(a).isDisjoint(with: b) { return "jours" }
        if differ(first.half, second.half) { return "demi_journee" }
        if differ(first.start, second.start) { return "debut" }
        if differ(first.van, second.van) { return "vehicule" }
        if differ(first.crew, second.crew) { return "equipe" }
        if let a = first.weeks, let b = second.weeks, Set(a).isDisjoint(with: b) { return "semaines" }
        if differ(first.order, second.order) { return "ordre" }
        return nil
    }

    private static func reversed(_ least: Int?, _ most: Int?) -> Bool {
        guard let least, let most else { return false }
        return least > most
    }

    private static func differ<T: Equatable>(_ a: T?, _ b: T?) -> Bool {
        guard let a, let b else { return false }
        return a != b
    }
}
