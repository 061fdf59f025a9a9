import GeoModel
import PlanningModel

/// Something that happens to a plan: `lieu-ferme=lieu-59601`. For good it changes the scenario; for some days it is an
/// interruption of dated weeks.
package struct PlanEvent {
    package enum Kind: String, CaseIterable {
        case venueClosed = "lieu-ferme"
        case personAbsent = "personne-absente"
        case vanOut = "vehicule-arrete"
        case communeJoins = "commune-rejoint"
        case socialCentreOpens = "centre-social-ouvre"
        case dayClosed = "jour-ferme"
    }

    package var kind: Kind
    /// Identifier of a venue, a person or a van, the Insee code of a commune, or a date.
    package var subject: String

    /// `nil` where the words are no event.
    package init?(_ text: String) {
        let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2, let kind = Kind(rawValue: parts[0]), !parts[1].isEmpty else { return nil }
        self.kind = kind
        subject = parts[1]
        if kind == .dayClosed, day == nil { return nil }
    }

    /// The one day it speaks of by itself.
    package var day: CivilDate? { kind == .dayClosed ? CivilDate(iso: subject) : nil }

    /// Whether it cannot be for some days only.
    package var comesToStay: Bool { kind == .communeJoins || kind == .socialCentreOpens }

    /// What is missing on some days; `nil` for what comes to stay.
    package func interruption(on dates: ClosedRange<CivilDate>, _ labels: ReplanLabels) -> Interruption? {
        switch kind {
        case .venueClosed: Interruption(.venueClosed(subject), on: dates, reason: labels.venueClosed)
        case .personAbsent: Interruption(.personAbsent(subject), on: dates)
        case .vanOut: Interruption(.vanOut(subject), on: dates)
        case .dayClosed: day.map { Interruption(.dayClosed, on: $0...$0, reason: labels.dayClosed) }
        case .communeJoins, .socialCentreOpens: nil
        }
    }

    /// - Throws: `ReplanFailure` where the scenario does not know the subject.
    package func checkSubject(in scenario: Scenario) throws {
        let known =
            switch kind {
            case .venueClosed: scenario.territory.venues.map(\.id)
            case .personAbsent: scenario.staff.map(\.id)
            case .vanOut: scenario.vans.map(\.id)
            case .communeJoins, .socialCentreOpens: scenario.territory.communes.map(\.code)
            case .dayClosed: [subject]
            }
        guard known.contains(subject) else { throw ReplanFailure.unknownSubject(self, known: known) }
    }

    /// From now on.
    ///
    /// - Throws: `ReplanFailure` where a service is left without a van.
    package func happen(in scenario: inout Scenario, _ labels: ReplanLabels) throws {
        switch kind {
        case .venueClosed:
            let commune = scenario.territory.venues.first { $0.id == subject }?.commune
            for index in scenario.services.indices
            where commune.map(scenario.services[index].communes.contains) ?? false {
                scenario.services[index].pins.append(
                    Pin(venue: subject, served: false, reason: labels.venueClosed))
            }
        case .personAbsent:
            scenario.staff.removeAll { $0.id == subject }
        case .vanOut:
            for index in scenario.services.indices {
                scenario.services[index].teams.removeAll { $0.van == subject }
                guard !scenario.services[index].teams.isEmpty else {
                    throw ReplanFailure.lastVan(subject, service: scenario.services[index].name)
                }
            }
        case .communeJoins:
            for index in scenario.services.indices where !scenario.services[index].communes.contains(subject) {
                scenario.services[index].communes = (scenario.services[index].communes + [subject]).sorted()
            }
        case .socialCentreOpens:
            for index in scenario.territory.communes.indices
            where scenario.territory.communes[index].code == subject {
                scenario.territory.communes[index].socialCentre = .present
            }
        case .dayClosed: break
        }
    }
}
