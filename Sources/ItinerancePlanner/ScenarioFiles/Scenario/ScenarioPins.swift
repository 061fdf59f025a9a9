import FileAccess
import GeoModel
import PlanningModel
import Yams

/// The pins of a service: `epingles`, a list of what is promised or ruled out.
package struct PinReading {
    package let venues: [Place]
    package let communes: Set<String>
    package let teams: [Team]
    package let parameters: Parameters

    package static let keys = [
        "lieu", "commune", "servi", "visites_min", "visites_max", "jours", "demi_journee", "debut", "vehicule",
        "equipe", "semaines", "ordre", "motif", "auteur", "date", "jusqu_au",
    ]
    /// Keys that ask for something.
    package static let demands = keys.filter {
        !["lieu", "commune", "motif", "auteur", "date", "jusqu_au"].contains($0)
    }
    package static let visits = [1, 2, 4, 8]

    /// Cadences that the scenario allows, most first.
    package var cadences: [Int] { (parameters.twiceWeekly == .yes ? [8] : []) + parameters.cadences }
}

extension ScenarioReader {
    /// The pins that hold in the cycle; those whose last day is before it are left out, which is said.
    package mutating func pins(
        _ mapping: Node.Mapping, _ territory: Territory, communes: [String], teams: [Team]?, _ parameters: Parameters,
        firstMonday: CivilDate?
    ) -> [Pin] {
        guard let node = mapping[Node("epingles")] else { return [] }
        guard let items = node.sequence else {
            report(.pin(.notAList), at: node, key: "epingles")
            return []
        }
        let reading = PinReading(
            venues: territory.venues, communes: Set(communes), teams: teams ?? [], parameters: parameters)
        var read: [(pin: Pin, node: Node)] = []
        for item in items {
            guard let mapping = item.mapping else {
                report(.pin(.notAList), at: item, key: "epingles")
                continue
            }
            let errors = findings.errorCount
            let pin = pin(mapping, item, reading, territory)
            guard let pin, findings.errorCount == errors else { continue }
            checkItself(pin, mapping, item, reading)
            if let until = pin.until, let firstMonday, until < firstMonday {
                findings.add(
                    .pin(.expired(until)), file: name, line: item.mark?.line, column: "jusqu_au",
                    level: .warning)
                continue
            }
            let mayBeStops = reading.venues.filter { reading.communes.contains($0.commune) }
            for (other, node) in read {
                guard let field = PinConflict.field(other, pin, among: mayBeStops) else { continue }
                report(
                    .pin(.contradicts(field, line: node.mark?.line)), at: mapping[Node(field)] ?? item,
                    key: field)
            }
            read.append((pin, item))
        }
        return read.map(\.pin)
    }

    private mutating func pin(
        _ mapping: Node.Mapping, _ item: Node, _ reading: PinReading, _ territory: Territory
    ) -> Pin? {
        checkKeys(mapping, PinReading.keys)
        let target = target(mapping, item, reading, territory)
        var pin = Pin(venue: target?.venue, commune: target?.commune)
        pin.served = word(mapping, "servi", ["oui", "non"]).map { $0 == "oui" }
        pin.minimumVisits = visits(mapping, "visites_min", reading)
        pin.maximumVisits = visits(mapping, "visites_max", reading)
        pin.weekdays = weekdays(mapping, reading.parameters)
        pin.half = word(mapping, "demi_journee", HalfDay.words).flatMap(HalfDay.init(word:))
        pin.start = start(mapping, reading)
        pin.van = van(mapping, reading)
        pin.crew = crew(mapping, reading)
        pin.weeks = weeks(mapping, reading)
        pin.order = order(mapping, reading)
        pin.reason = scalar(mapping, "motif") ?? ""
        pin.author = scalar(mapping, "auteur") ?? ""
        pin.date = date(mapping, "date")
        pin.until = date(mapping, "jusqu_au")
        return target == nil ? nil : pin
    }

    private mutating func target(
        _ mapping: Node.Mapping, _ item: Node, _ reading: PinReading, _ territory: Territory
    ) -> (venue: String?, commune: String?)? {
        let (venueNode, communeNode) = (mapping[Node("lieu")], mapping[Node("commune")])
        guard (venueNode == nil) != (communeNode == nil) else {
            report(
                venueNode == nil ? .pin(.withoutTarget) : .pin(.twoTargets), at: item,
                key: venueNode == nil ? "lieu" : "commune")
            return nil
        }
        let isVenue = venueNode != nil
        guard let text = requiredScalar(mapping, isVenue ? "lieu" : "commune", in: item) else { return nil }
        guard isVenue else { return commune(text, communeNode, reading, territory).map { (nil, $0) } }
        // Where places or communes could not be read, that is the error.
        guard !reading.venues.isEmpty, !reading.communes.isEmpty else { return nil }
        guard let venue = reading.venues.first(where: { $0.id == text }) else {
            report(.pin(.unknownVenue(text, near: Self.nearVenues(text, reading))), at: venueNode, key: "lieu")
            return nil
        }
        guard reading.communes.contains(venue.commune) else {
            let name = territory.commune(venue.commune)?.name ?? venue.commune
            report(.pin(.venueOutside(text, name)), at: venueNode, key: "lieu")
            return nil
        }
        return (text, nil)
    }

    private mutating func commune(
        _ code: String, _ node: Node?, _ reading: PinReading, _ territory: Territory
    ) -> String? {
        guard !territory.communes.isEmpty, !reading.communes.isEmpty, let node else { return nil }
        guard !known([(code, node)], Set(territory.communes.map(\.code)), territory, "commune").isEmpty else {
            return nil
        }
        let name = territory.commune(code)?.name ?? code
        guard reading.communes.contains(code) else {
            report(.pin(.communeOutside(code, name)), at: node, key: "commune")
            return nil
        }
        guard reading.venues.isEmpty || reading.venues.contains(where: { $0.commune == code }) else {
            report(.pin(.communeWithoutVenue(code, name)), at: node, key: "commune")
            return nil
        }
        return code
    }

    /// Near identifiers and near names, as `identifier (name)`; those of the service alone.
    private static func nearVenues(_ text: String, _ reading: PinReading) -> [String] {
        let own = reading.venues.filter { reading.communes.contains($0.commune) }
        let byName = NearestNames.of(text, among: own.map(\.name))
        let ids = NearestNames.of(text, among: own.map(\.id))
        return own.filter { byName.contains($0.name) || ids.contains($0.id) }.prefix(3).map { "\($0.id) (\($0.name))" }
    }

    // MARK: Fields

    package mutating func word(_ mapping: Node.Mapping, _ key: String, _ allowed: [String]) -> String? {
        guard let node = mapping[Node(key)] else { return nil }
        let text = node.scalar?.string ?? ""
        guard allowed.contains(text) else {
            report(.cell(.notAllowed(text, allowed)), at: node, key: key)
            return nil
        }
        return text
    }

    private mutating func visits(_ mapping: Node.Mapping, _ key: String, _ reading: PinReading) -> Int? {
        guard let text = word(mapping, key, PinReading.visits.map(String.init)) else { return nil }
        return Int(text)
    }

    /// The key `jours`; `nil` without it.
    package mutating func weekdays(_ mapping: Node.Mapping, _ parameters: Parameters) -> [Weekday]? {
        guard let node = mapping[Node("jours")] else { return nil }
        let items = list(mapping, "jours")
        guard !items.isEmpty else {
            if node.sequence?.isEmpty == true { report(.pin(.noWeekday), at: node, key: "jours") }
            return nil
        }
        let allowed = parameters.weekdays
        return items.compactMap { item -> Weekday? in
            guard let day = Weekday(key: item.text) else {
                report(.cell(.notAllowed(item.text, allowed.map(\.key))), at: item.node, key: "jours")
                return nil
            }
            guard allowed.contains(day) else {
                report(.pin(.closedWeekday(day, allowed)), at: item.node, key: "jours")
                return nil
            }
            return day
        }.sorted()
    }

    private mutating func start(_ mapping: Node.Mapping, _ reading: PinReading) -> Minutes? {
        guard let node = mapping[Node("debut")] else { return nil }
        let text = node.scalar?.string ?? ""
        guard let start = ParameterEntry.minutes(text) else {
            report(.cell(.parameter(text, .notATime)), at: node, key: "debut")
            return nil
        }
        return start
    }

    private mutating func van(_ mapping: Node.Mapping, _ reading: PinReading) -> String? {
        guard let node = mapping[Node("vehicule")] else { return nil }
        let text = node.scalar?.string ?? ""
        let known = reading.teams.map(\.van)
        guard !known.isEmpty else { return nil }
        guard known.contains(text) else {
            report(.pin(.vanNotInService(text, known)), at: node, key: "vehicule")
            return nil
        }
        return text
    }
}
