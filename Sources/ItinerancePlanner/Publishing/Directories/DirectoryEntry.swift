import FileAccess
import FrenchText
import GeoModel
import PlanAnalysis

/// What a national directory asks of a stop, and why a stop cannot be listed.
package struct DirectoryEntry: Sendable {
    package var stop: PublishedRounds.Stop
    package var facts: VenueFacts?
    package var commune: String
    package var hours: String
    /// Day on which the data were last known to be right; `nil` where nothing says it.
    package var updated: CivilDate?
    package var lacks: Set<DirectoryLack>

    /// `lr--lieu-59012`: the same from plan to plan.
    package var id: String { "\(PublishedFile.slug(stop.service))--\(PublishedFile.slug(stop.place.id))" }

    package var standing: String { PlaceIndex.standing([stop.place.standing] + stop.standings) }

    /// Service and place, at most 150 characters, with its standing where there is one.
    package var name: String { DirectoryWords.name(stop.serviceName, stop.place.name, standing) }

    /// What the keeper of the directories is told of it.
    package var listed: DirectoryStop {
        DirectoryStop(venue: stop.place.id, name: stop.place.name, service: stop.service, lacks: lacks)
    }

    package static func all(_ rounds: PublishedRounds) -> [DirectoryEntry] {
        let office = rounds.publication.office
        return rounds.stops.map { stop in
            let facts = rounds.places.facts(stop.place.id)
            let updated = rounds.scenario.publishedOn ?? facts.flatMap { CivilDate(iso: $0.vintage) }
            var lacks: Set<DirectoryLack> = []
            if office.name.isEmpty { lacks.insert(.office) }
            if office.siret.isEmpty { lacks.insert(.siret) }
            if (facts?.address ?? "").isEmpty { lacks.insert(.address) }
            if !isPostcode(facts?.postcode ?? "") { lacks.insert(.postcode) }
            if updated == nil { lacks.insert(.date) }
            return DirectoryEntry(
                stop: stop, facts: facts, commune: rounds.names.communeName(stop.place.commune),
                hours: rounds.hours(stop), updated: updated, lacks: lacks)
        }
    }

    private static func isPostcode(_ text: String) -> Bool {
        text.utf8.count == 5 && text.utf8.allSatisfy { (48...57).contains($0) }
    }
}

/// A telephone number of France as directories want it: `+33320000000`.
package enum FrenchPhone {
    /// `nil` for anything but ten digits that begin with 0, or the same after `+33`.
    package static func international(_ text: String) -> String? {
        let kept = text.filter { !" .-()\u{A0}\u{202F}".contains($0) }
        let digits =
            kept.hasPrefix("+33") ? String(kept.dropFirst(3)) : kept.hasPrefix("0") ? String(kept.dropFirst()) : ""
        guard digits.utf8.count == 9, digits.utf8.allSatisfy({ (48...57).contains($0) }), !digits.hasPrefix("0") else {
            return nil
        }
        return "+33" + digits
    }
}
