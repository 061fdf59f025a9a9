import GeoModel
import PlanningModel
import TabularData
import Yams

/// Services at fixed times: `ecoutes`, `relais_enfants_parents`, `lieux_fixes`; and `publie_le`.
package struct FixedTimesReading {
    package var listening: [ListeningService] = []
    package var relays: [PrisonRelay] = []
    package var centres: [FixedCentre] = []
    package var publishedOn: CivilDate?

    package static let keys = ["ecoutes", "relais_enfants_parents", "lieux_fixes", "publie_le"]
    package static let listeningKeys = [
        "id", "nom", "a_cote_de", "equipe", "creneaux", "canal", "relais_urgence", "statut",
    ]
    package static let relayKeys = [
        "id", "nom", "vehicule", "equipe", "depot", "parloirs", "accompagnant_autorise", "reinsertion_heures", "statut",
    ]
    package static let visitKeys = ["etablissement", "fois_4_semaines", "creneaux", "enfants"]
    package static let centreKeys = ["id", "nom", "type", "lieu", "equipe", "ouvertures", "tarif", "statut"]

    /// Crews whose people the plan needs.
    package var crews: Set<String> {
        Set(listening.map(\.crew) + relays.map(\.team.crew) + centres.map(\.crew))
    }
}

extension ScenarioReader {
    /// - Parameter services: those of the rounds, whose crews and vans are theirs alone.
    package mutating func fixedTimes(
        _ root: Node.Mapping, _ contents: TerritoryContents, _ parameters: Parameters, besides services: [Service]
    ) -> FixedTimesReading {
        var reading = FixedTimesReading()
        var taken = Set(services.map(\.id))
        let crews = Set(services.flatMap { $0.teams.map(\.crew) })
        let vans = Set(services.flatMap { $0.teams.map(\.van) })
        func owned(_ mapping: Node.Mapping, _ key: String, _ value: String?, _ own: Set<String>) {
            guard let value, own.contains(value) else { return }
            report(.fixedTimes(.ofTheRounds(key, value)), at: mapping[Node(key)], key: key)
        }
        func identifier(_ mapping: Node.Mapping, _ item: Node) -> String? {
            guard let id = requiredScalar(mapping, "id", in: item) else { return nil }
            if !taken.insert(id).inserted {
                report(.scenario(.idTwice(id)), at: mapping[Node("id")], key: "id")
            }
            return id
        }
        for (item, mapping) in items(root, "lieux_fixes") {
            checkKeys(mapping, FixedTimesReading.centreKeys)
            let id = identifier(mapping, item)
            let crew = crew(mapping, item, contents)
            owned(mapping, "equipe", crew, crews)
            let kind = word(mapping, "type", ServiceKind.words).flatMap(ServiceKind.init(word:))
            let venue = reference(mapping, item, "lieu", contents.territory.venues.map(\.id), "lieux.csv")
            let openings = slots(mapping, "ouvertures", item)
            guard let id, let crew, let venue else { continue }
            reading.centres.append(
                FixedCentre(
                    id: id, name: scalar(mapping, "nom") ?? id, kind: kind ?? .parentingResource, venue: venue,
                    crew: crew, openings: openings, charge: charge(mapping), standing: scalar(mapping, "statut") ?? ""))
        }
        for (item, mapping) in items(root, "relais_enfants_parents") {
            checkKeys(mapping, FixedTimesReading.relayKeys)
            let id = identifier(mapping, item)
            let crew = crew(mapping, item, contents)
            owned(mapping, "equipe", crew, crews)
            let van = reference(mapping, item, "vehicule", contents.vans.map(\.id), "vehicules.csv")
            owned(mapping, "vehicule", van, vans)
            let depot = reference(mapping, item, "depot", contents.territory.depots.map(\.id), "depots.csv")
            let cleared = word(mapping, "accompagnant_autorise", Presence.words)
            let hours = number(mapping, "reinsertion_heures", 0...200) ?? 0
            let visits = prisonVisits(mapping, item, contents, parameters)
            guard let id, let crew, let van, let depot else { continue }
            reading.relays.append(
                PrisonRelay(
                    id: id, name: scalar(mapping, "nom") ?? id, team: Team(van: van, crew: crew, depot: depot),
                    visits: visits, escortCleared: cleared.flatMap(Presence.init(word:)) ?? .unknown,
                    reintegration: Minutes(hours * 60), standing: scalar(mapping, "statut") ?? ""))
        }
        for (item, mapping) in items(root, "ecoutes") {
            checkKeys(mapping, FixedTimesReading.listeningKeys)
            let id = identifier(mapping, item)
            let crew = crew(mapping, item, contents)
            let known = services.map(\.id) + reading.centres.map(\.id)
            let besides = list(mapping, "a_cote_de").compactMap { service -> String? in
                if known.contains(service.text) { return service.text }
                report(.fixedTimes(.unknownService(service.text, known)), at: service.node, key: "a_cote_de")
                return nil
            }
            let slots = slots(mapping, "creneaux", item)
            guard let id, let crew else { continue }
            reading.listening.append(
                ListeningService(
                    id: id, name: scalar(mapping, "nom") ?? id, besides: besides, crew: crew, slots: slots,
                    channel: channel(mapping), urgentRelay: scalar(mapping, "relais_urgence") ?? "",
                    standing: scalar(mapping, "statut") ?? ""))
        }
        if let text = scalar(root, "publie_le") {
            reading.publishedOn = CivilDate(iso: text)
            if reading.publishedOn == nil {
                report(.cell(.badDate(text)), at: root[Node("publie_le")], key: "publie_le")
            }
        }
        return reading
    }

    private mutating func crew(_ mapping: Node.Mapping, _ item: Node, _ contents: TerritoryContents) -> String? {
        reference(mapping, item, "equipe", Set(contents.staff.map(\.crew)).sorted(), "personnel.csv")
    }

    private mutating func prisonVisits(
        _ mapping: Node.Mapping, _ item: Node, _ contents: TerritoryContents, _ parameters: Parameters
    ) -> [PrisonVisitWish] {
        let visits = items(mapping, "parloirs")
        if visits.isEmpty { report(.fixedTimes(.noVisits), at: mapping[Node("parloirs")] ?? item, key: "parloirs") }
        return visits.compactMap { item, own in
            checkKeys(own, FixedTimesReading.visitKeys)
            let prison = reference(
                own, item, "etablissement", contents.territory.prisons.map(\.id), "etablissements_penitentiaires.csv")
            let times = number(own, "fois_4_semaines", 1...4) ?? 1
            let count = times / parameters.cyclesInFourWeeks
            if times == 3 || count < 1 || parameters.cycleWeeks % max(1, count) != 0 {
                report(
                    .fixedTimes(.timesNotInCycle(times, parameters.cycleWeeks)), at: own[Node("fois_4_semaines")],
                    key: "fois_4_semaines")
            }
            let slots = items(own, "creneaux").compactMap { item, slot -> PrisonSlot? in
                checkKeys(slot, ["jour", "debut"])
                guard let day = weekday(slot, item), let start = time(slot, "debut", item) else { return nil }
                return PrisonSlot(weekday: day, start: start)
            }
            if slots.isEmpty { report(.fixedTimes(.noSlots), at: own[Node("creneaux")] ?? item, key: "creneaux") }
            let codes = Set(contents.territory.communes.map(\.code))
            var seen: Set<String> = []
            let pickups = items(own, "enfants").compactMap { item, pickup -> ChildPickup? in
                checkKeys(pickup, ["commune", "nombre"])
                guard let code = requiredScalar(pickup, "commune", in: item),
                    let node = pickup[Node("commune")],
                    !known([(code, node)], codes, contents.territory, "commune").isEmpty,
                    let children = number(pickup, "nombre", 1...60)
                else { return nil }
                if !seen.insert(code).inserted {
                    report(.scenario(.communeTwice(code)), at: node, key: "commune")
                }
                return ChildPickup(commune: code, children: children)
            }
            guard let prison, !pickups.isEmpty else {
                if pickups.isEmpty {
                    report(.fixedTimes(.noChildren), at: own[Node("enfants")] ?? item, key: "enfants")
                }
                return nil
            }
            return PrisonVisitWish(prison: prison, timesInFourWeeks: times, slots: slots, pickups: pickups)
        }
    }

    private mutating func slots(_ mapping: Node.Mapping, _ key: String, _ item: Node) -> [WeeklySlot] {
        let slots = items(mapping, key).compactMap { item, slot -> WeeklySlot? in
            checkKeys(slot, ["jour", "debut", "fin"])
            guard let day = weekday(slot, item), let start = time(slot, "debut", item),
                let end = time(slot, "fin", item)
            else { return nil }
            guard start < end else {
                report(.fixedTimes(.endBeforeStart), at: slot[Node("fin")], key: "fin")
                return nil
            }
            return WeeklySlot(weekday: day, hours: Interval(start: start, end: end))
        }.sorted { ($0.weekday, $0.hours.start) < ($1.weekday, $1.hours.start) }
        for (a, b) in zip(slots, slots.dropFirst()) where a.weekday == b.weekday && b.hours.start < a.hours.end {
            report(.fixedTimes(.slotsOverlap(b.weekday)), at: mapping[Node(key)], key: key)
        }
        if slots.isEmpty { report(.fixedTimes(.noSlots), at: mapping[Node(key)] ?? item, key: key) }
        return slots
    }

    private mutating func weekday(_ mapping: Node.Mapping, _ item: Node) -> Weekday? {
        guard let text = requiredScalar(mapping, "jour", in: item) else { return nil }
        if let day = Weekday(key: text) { return day }
        report(.cell(.notAllowed(text, Weekday.allCases.map(\.key))), at: mapping[Node("jour")], key: "jour")
        return nil
    }

    private mutating func time(_ mapping: Node.Mapping, _ key: String, _ item: Node) -> Minutes? {
        guard let text = requiredScalar(mapping, key, in: item) else { return nil }
        if let time = ParameterEntry.minutes(text) { return time }
        report(.cell(.parameter(text, .notATime)), at: mapping[Node(key)], key: key)
        return nil
    }
}
