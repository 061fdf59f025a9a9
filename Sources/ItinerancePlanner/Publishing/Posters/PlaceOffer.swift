import FrenchText
import GeoModel
import PlanAnalysis
import PlanningModel

/// Something that parents find at a place, and when where it is not always there.
package struct PlaceOffer: Sendable {
    package var offer: String
    package var when: [String]

    /// - Parameter shown: dates that the leaf or the page shows; nothing is promised for others.
    package static func all(
        _ programme: VenueProgramme, on shown: Set<CivilDate>, _ scenario: Scenario, _ names: ReportNames,
        _ book: PlaceIndex
    ) -> [PlaceOffer] {
        let own = Set(programme.services)
        let kindsInOrder = scenario.services.filter { own.contains($0.id) }.flatMap(\.programme)
        let kinds = Dictionary(kindsInOrder.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let held = programme.sessions.filter { $0.state.isHeld && shown.contains($0.date) }
        let byKind = Dictionary(grouping: held, by: \.session.kind)
        var seen: Set<String> = []
        let order = kindsInOrder.map(\.id).filter { byKind[$0] != nil && seen.insert($0).inserted }
        let sessions = order.map { kind in
            PlaceOffer(
                offer: PosterWords.session(kinds[kind], name: names.sessionName(kind)),
                when: PosterWords.times(
                    (byKind[kind] ?? []).map { PosterWords.sessionTime($0.date, $0.session.hours) }, limit: 3))
        }
        let planned = order.compactMap { kinds[$0] }
        var offers = [PlaceOffer(offer: PosterWords.always, when: [])] + sessions
        let welcoming = planned.filter { $0.welcomesDisability == .present }.map(\.name).sorted()
        if !welcoming.isEmpty {
            let isAccessible = book.facts(programme.venue)?.accessible ?? .unknown
            offers.append(PlaceOffer(offer: PosterWords.disability(welcoming, isAccessible: isAccessible), when: []))
        }
        let help = Set(planned.flatMap(\.digitalHelp)).sorted()
        if !help.isEmpty { offers.append(PlaceOffer(offer: PosterWords.digital(help), when: [])) }
        return offers
    }
}
