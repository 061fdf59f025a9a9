import FileAccess
import GeoModel
import PlanningModel
import Yams

/// What a service holds beyond its openings: `seances`, and what it says of itself: `tarif`, `ages`, `partenaires`.
extension ScenarioReader {
    package static let sessionKeys = [
        "id", "nom", "mission", "laep", "accueillants", "intervenant", "jours", "fois_4_semaines", "minutes",
        "partenaires", "ages", "professionnels", "handicap", "aide_numerique",
    ]

    package mutating func programme(
        _ mapping: Node.Mapping, _ territory: Territory, _ parameters: Parameters
    ) -> [SessionKind] {
        items(mapping, "seances").compactMap { item, own in
            checkKeys(own, Self.sessionKeys)
            let id = requiredScalar(own, "id", in: item)
            let missionWord = requiredScalar(own, "mission", in: item)
            let mission = missionWord.flatMap(Mission.init(rawValue:))
            if let missionWord, mission == nil {
                report(
                    .cell(.notAllowed(missionWord, Mission.allCases.map(\.rawValue))), at: own[Node("mission")],
                    key: "mission")
            }
            let isLaep = word(own, "laep", ["oui", "non"]) == "oui"
            let accueillants = number(own, "accueillants", 1...9) ?? (isLaep ? SessionKind.laepAccueillants : 1)
            let times = number(own, "fois_4_semaines", 1...20) ?? 1
            if times % parameters.cyclesInFourWeeks != 0 {
                report(
                    .fixedTimes(.timesNotInCycle(times, parameters.cycleWeeks)), at: own[Node("fois_4_semaines")],
                    key: "fois_4_semaines")
            }
            let minutes = number(own, "minutes", 15...600)
            let weekdays = own[Node("jours")].map { _ in self.weekdays(own, "jours") }
            let partners = partners(own, territory)
            let ages = ages(own)
            let disability = word(own, "handicap", Presence.words).flatMap(Presence.init(word:))
            guard let id, let mission else { return nil }
            return SessionKind(
                id: id, name: scalar(own, "nom") ?? id, mission: mission, isLaep: isLaep, accueillants: accueillants,
                guest: scalar(own, "intervenant") ?? "", weekdays: weekdays, timesInFourWeeks: times,
                length: minutes.map { Minutes($0) }, partners: partners, ages: ages,
                isForProfessionals: word(own, "professionnels", ["oui", "non"]) == "oui",
                welcomesDisability: disability ?? .unknown, digitalHelp: list(own, "aide_numerique").map(\.text))
        }
    }

    /// Each mapping of a list; a list that is missing is empty.
    package mutating func items(_ mapping: Node.Mapping, _ key: String) -> [(item: Node, mapping: Node.Mapping)] {
        guard let node = mapping[Node(key)] else { return [] }
        guard let sequence = node.sequence else {
            report(.yaml(.notAList(key)), at: node, key: key)
            return []
        }
        return sequence.compactMap { item in
            guard let mapping = item.mapping else {
                report(.yaml(.notAMapping), at: item, key: key)
                return nil
            }
            return (item, mapping)
        }
    }

    package mutating func charge(_ mapping: Node.Mapping) -> Charge {
        word(mapping, "tarif", Charge.words).flatMap(Charge.init(word:)) ?? .unknown
    }

    /// `0-2`: from an age to an age, in years.
    package mutating func ages(_ mapping: Node.Mapping) -> AgeBand? {
        guard let text = scalar(mapping, "ages") else { return nil }
        let ends = text.split(separator: "-").map { Int($0) }
        guard ends.count == 2, let from = ends[0], let until = ends[1], 0 <= from, from <= until, until <= 25 else {
            report(.fixedTimes(.notAges(text)), at: mapping[Node("ages")], key: "ages")
            return nil
        }
        return AgeBand(from: from, until: until)
    }

    package mutating func partners(_ mapping: Node.Mapping, _ territory: Territory) -> [String] {
        let known = Set(territory.partners.map(\.id))
        return list(mapping, "partenaires").compactMap { item in
            if known.contains(item.text) { return item.text }
            report(
                .scenario(
                    .unknownReference(
                        item.text, .file("partenaires.csv"), near: NearestNames.of(item.text, among: known.sorted()))),
                at: item.node, key: "partenaires")
            return nil
        }
    }

    package mutating func number(_ mapping: Node.Mapping, _ key: String, _ range: ClosedRange<Int>) -> Int? {
        guard let node = mapping[Node(key)] else { return nil }
        let text = node.scalar?.string ?? ""
        guard let value = Int(text), range.contains(value) else {
            report(.fixedTimes(.notInRange(text, range)), at: node, key: key)
            return nil
        }
        return value
    }

    package mutating func weekdays(_ mapping: Node.Mapping, _ key: String) -> [Weekday] {
        list(mapping, key).compactMap { item in
            if let day = Weekday(key: item.text) { return day }
            report(.cell(.notAllowed(item.text, Weekday.allCases.map(\.key))), at: item.node, key: key)
            return nil
        }.sorted()
    }
}
