import FrenchText
import GeoModel
import PlanningModel
import TabularData

/// What maps draw of a publication.
extension PublishedRounds {
    /// Stops, days of the cycle as straight lines, communes with their credit, depots; and the outlines of communes where
    /// they are known.
    package var layers: [DataLayer] {
        [stopLayer, roundLayer, accessLayer] + (outlinesLayer.map { [$0] } ?? []) + [depotLayer]
    }

    private var stopLayer: DataLayer {
        DataLayer(
            table: stopsTable, shape: .point, description: TableFileWords.stopLayer,
            geometries: stops.map { .point($0.place.position) })
    }

    private var roundLayer: DataLayer {
        let days: [ServiceDay] = publication.plan.services.flatMap { service in
            service.days.map { (service.id, $0) }
        }.filter { line($0.day).count > 1 }
        let columns = [ColumnOf<ServiceDay>("jour") { .text($0.day.weekday.key) }] + dayColumns
        return DataLayer(
            table: DataTable("tournees", columns, rows: days), shape: .line, description: TableFileWords.roundLayer,
            geometries: days.map { .line(line($0.day)) })
    }

    private func line(_ day: DayRound) -> [Position] {
        let ends = (day.legs.first.map { [$0.from] } ?? []) + day.legs.map(\.to)
        return ends.compactMap { places.place($0)?.position }
    }

    private var accessLayer: DataLayer {
        let communes = serviceCommunes
        return DataLayer(
            table: DataTable("acces", communeColumns, rows: communes), shape: .point,
            description: TableFileWords.accessLayer, geometries: communes.map { .point($0.outcome.commune.centre) })
    }

    private var outlinesLayer: DataLayer? {
        let outlines = publication.contours.outlines
        let communes = serviceCommunes.filter { outlines[$0.outcome.commune.code] != nil }
        guard !communes.isEmpty else { return nil }
        return DataLayer(
            table: DataTable("acces_contours", communeColumns, rows: communes), shape: .outline,
            description: TableFileWords.outlineLayer(publication.contours.source),
            geometries: communes.compactMap { outlines[$0.outcome.commune.code].map { .outline($0) } })
    }

    private var depotLayer: DataLayer {
        let used = Set(scenario.services.flatMap(\.teams).map(\.depot) + scenario.prisonRelays.map(\.team.depot))
        let depots = scenario.territory.depots.filter { used.contains($0.id) }
        return DataLayer(
            table: DataTable(
                "depots",
                [
                    ColumnOf("lieu") { .text($0.id) },
                    ColumnOf("nom_lieu") { .text($0.name) },
                    ColumnOf("code_insee") { .text($0.commune) },
                    ColumnOf("commune") { .text(names.communeName($0.commune)) },
                    ColumnOf("statut") { .text($0.standing) },
                ], rows: depots), shape: .point, description: TableFileWords.depotLayer,
            geometries: depots.map { .point($0.position) })
    }
}
