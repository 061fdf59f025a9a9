import FrenchText
import GeoModel
import PlanAnalysis
import PlanningModel
import Reporting
import TabularData

/// How far the communes of one service are from its own stops, by the ways the plan was made with, and how its benefit is
/// spread.
package struct ServiceReach: Sendable {
    package let outcome: ServiceOutcome
    /// In the order of the week, as the map and the tables number them.
    package let stops: [Place]
    /// The nearest stop of each commune, in the order of the outcome's; `nil` where no way is known.
    package let nearest: [NearestStops.Way?]

    /// Last minute of the curves.
    package static let minutes = 60

    package init(_ outcome: ServiceOutcome, in scenario: Scenario, _ names: ReportNames) {
        self.outcome = outcome
        stops = ServiceResults.inOrder(outcome.view).compactMap { names.place($0.venue) }
        let search = NearestStops(scenario, stops)
        nearest = outcome.communes.map { search.nearest(1, to: $0.commune).first }
    }

    package var service: Service { outcome.view.service }
    package var hasOffTarget: Bool { outcome.communes.contains { $0.weight.points == .zero } }

    /// `3 – Anor, centre`: a stop by the number it has on the maps.
    package func numbered(_ index: Int) -> String { "\(index + 1) – \(stops[index].name)" }

    /// Numbers of stops by venue.
    package var numbers: [String: Int] {
        Dictionary(stops.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    }

    /// Share of the families, households or births within each whole minute of a stop; unknown volumes weigh nothing.
    ///
    /// - Parameter targets: of the communes that count only.
    package func curve(targets: Bool) -> TravelCurve {
        TravelCurve(
            zip(outcome.communes, nearest).filter { !targets || $0.0.weight.points > .zero }.map { commune, way in
                (weight: commune.weight.volume ?? 0, travel: way?.leg.duration)
            }, minutes: Self.minutes)
    }

    package var spread: BenefitSpread { BenefitSpread(outcome.communes) }

    /// The communes of one EPCI together.
    package struct Group: Sendable {
        package var epci: String
        package var communes = 0
        /// Families, households or births, as far as they are known.
        package var volume = 0.0
        /// Of those within some known way of a stop, and their minutes.
        package var counted = 0.0
        package var volumeMinutes = 0.0
        package var weight = 0.0
        package var reached = 0.0

        package var minutes: Double? { counted > 0 ? volumeMinutes / counted : nil }
        /// Share of the need that the plan covers; `nil` where no commune counts.
        package var share: Double? { weight > 0 ? reached / weight : nil }

        package init(
            epci: String, communes: Int = 0, volume: Double = 0.0, counted: Double = 0.0, volumeMinutes: Double = 0.0,
            weight: Double = 0.0, reached: Double = 0.0
        ) {
            self.epci = epci
            self.communes = communes
            self.volume = volume
            self.counted = counted
            self.volumeMinutes = volumeMinutes
            self.weight = weight
            self.reached = reached
        }
    }

    /// In the order of the codes.
    package var groups: [Group] {
        var groups: [String: Group] = [:]
        for (entry, way) in zip(outcome.communes, nearest) {
            let volume = entry.weight.volume ?? 0
            var group = groups[entry.commune.epci] ?? Group(epci: entry.commune.epci)
            group.communes += 1
            group.volume += volume
            if let way {
                group.counted += volume
                group.volumeMinutes += volume * Double(way.leg.duration.count) / 60
            }
            group.weight += entry.weight.points.points
            group.reached += entry.credit?.points.points ?? 0
            groups[entry.commune.epci] = group
        }
        return groups.values.sorted { $0.epci < $1.epci }
    }

    /// Each commune with its nearest stop, as `;` file: UTF-8 with BOM, decimal comma.
    package var table: String {
        CSVText(
            .excel, ReachWords.columns,
            zip(outcome.communes, nearest).map { entry, way in
                [
                    entry.commune.code, entry.commune.name,
                    entry.weight.volume.map { ReportFigures.trimmed($0, 1) } ?? AgeWords.unknown,
                    ReportWords.eligibility(entry.weight.eligibility), way.map { stops[$0.stop].name } ?? "",
                    way.map { ReportFigures.trimmed(Double($0.leg.duration.count) / 60, 1) } ?? AgeWords.unknown,
                    ReportFigures.trimmed(entry.weight.points.points, 3),
                    ReportFigures.trimmed(entry.credit?.points.points ?? 0, 3),
                ]
            }
        ).text
    }
}
