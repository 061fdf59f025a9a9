import FrenchText
import GeoModel
import PlanAnalysis
import TabularData

/// What the plan brings to whom: communes, services, ages, calls.
extension PublishedRounds {
    /// A commune as one service sees it.
    package typealias ServiceCommune = (service: String, measure: NeedMeasure, hasStop: Bool, outcome: CommuneOutcome)

    package var serviceCommunes: [ServiceCommune] {
        outcomes.flatMap { outcome -> [ServiceCommune] in
            let served = Set(outcome.servedCommunes)
            return outcome.communes.map {
                (outcome.view.service.id, outcome.needs.measure, served.contains($0.commune.code), $0)
            }
        }
    }

    package var communesTable: DataTable { DataTable("communes", communeColumns, rows: serviceCommunes) }

    package var communeColumns: [ColumnOf<ServiceCommune>] {
        let epcis = Dictionary(
            scenario.territory.epcis.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
        return [
            ColumnOf("service") { .text($0.service) },
            ColumnOf("code_insee") { .text($0.outcome.commune.code) },
            ColumnOf("commune") { .text($0.outcome.commune.name) },
            ColumnOf("code_epci") { .text($0.outcome.commune.epci) },
            ColumnOf("epci") { .text(epcis[$0.outcome.commune.epci]) },
            ColumnOf("population", .integer) { .integer($0.outcome.commune.population) },
            ColumnOf("densite", .decimal(1)) { .decimal($0.outcome.commune.density) },
            ColumnOf("centre_social") { .text($0.outcome.weight.socialCentre.word) },
            ColumnOf("cible") { .text($0.outcome.weight.eligibility.word) },
            ColumnOf("mesure") { .text($0.measure.word) },
            ColumnOf("volume", .decimal(1)) { .decimal($0.outcome.weight.volume) },
            ColumnOf("intensite", .decimal(4)) { .decimal($0.outcome.weight.intensity) },
            ColumnOf("points", .decimal(3)) { .decimal($0.outcome.weight.points.points) },
            ColumnOf("points_couverts", .decimal(3)) { .decimal($0.outcome.credit?.points.points ?? 0) },
            ColumnOf("part_couverte", .decimal(4)) {
                let points = $0.outcome.weight.points.points
                return .decimal(points > 0 ? ($0.outcome.credit?.points.points ?? 0) / points : nil)
            },
            ColumnOf("a_un_arret") { .text(ColumnWords.yesNo($0.hasStop)) },
            ColumnOf("lieu_credite") { .text($0.outcome.credit?.venue) },
            ColumnOf("nom_lieu_credite") { .text($0.outcome.credit.map { names.placeName($0.venue) }) },
            ColumnOf("passages_4_semaines", .integer) { .integer($0.outcome.credit?.visits) },
            ColumnOf("trajet_minutes", .decimal(1)) {
                .decimal($0.outcome.credit.map { Double($0.travel.count) / 60 })
            },
            ColumnOf("acces", .decimal(4)) { .decimal($0.outcome.credit?.access) },
        ]
    }

    /// The services of rounds, then their total where there are several.
    package var servicesTable: DataTable {
        DataTable(
            "services",
            [
                ColumnOf("service") { .text($0.id ?? ColumnWords.total) },
                ColumnOf("nom_service") { .text($0.name) },
                ColumnOf("demi_journees_semaine_min", .integer) { .integer($0.halfDays.min()) },
                ColumnOf("demi_journees_requises", .integer) { .integer($0.minimumHalfDays) },
                ColumnOf("communes_avec_arret", .integer) { .integer($0.communesServed) },
                ColumnOf("communes_atteintes", .integer) { .integer($0.communesReached) },
                ColumnOf("communes_eligibles", .integer) { .integer($0.communesAtStake) },
                ColumnOf("communes_hors_cible", .integer) { .integer($0.offTarget.total) },
                ColumnOf("population_hors_cible", .integer) { .integer($0.reach.populationOffTarget) },
                ColumnOf("menages_eligibles", .integer) { .integer($0.reach.households) },
                ColumnOf("part_menages_10_min", .decimal(4)) { .decimal($0.reach.within10Minutes) },
                ColumnOf("part_menages_20_min", .decimal(4)) { .decimal($0.reach.within20Minutes) },
                ColumnOf("part_menages_1_km", .decimal(4)) { .decimal($0.reach.within1Kilometre) },
                ColumnOf("part_menages_3_km", .decimal(4)) { .decimal($0.reach.within3Kilometres) },
                ColumnOf("points_couverts", .decimal(3)) { .decimal($0.pointsReached) },
                ColumnOf("points", .decimal(3)) { .decimal($0.pointsAtStake) },
                ColumnOf("part_couverte", .decimal(4)) { .decimal($0.shareReached) },
                ColumnOf("benefice_cinquieme_moins_servi", .decimal(4)) { .decimal($0.worstOffFifth) },
                ColumnOf("benefice_cinquieme_besoin_fort", .decimal(4)) { .decimal($0.highestNeedFifth) },
                ColumnOf("gini", .decimal(4)) { .decimal($0.gini) },
                ColumnOf("trajet_minutes", .decimal(1)) { .decimal($0.meanTravel) },
                ColumnOf("km_semaine", .decimal(1)) { .decimal($0.meanKilometres) },
                ColumnOf("heures_semaine", .decimal(2)) { .decimal($0.meanHours) },
                ColumnOf("euros_route_4_semaines", .decimal(2)) { .decimal($0.roadEuros) },
                ColumnOf("euros_personnel_4_semaines", .decimal(2)) { .decimal($0.staffEuros) },
                ColumnOf("valeur", .decimal(3)) { .decimal($0.value) },
                ColumnOf("borne", .decimal(3)) { .decimal($0.bound) },
                ColumnOf("ecart", .decimal(6)) { .decimal($0.gap) },
            ], rows: summary.services + (summary.services.count > 1 ? [summary.total] : []))
    }

    package var agesTable: DataTable {
        DataTable(
            "ages",
            [
                ColumnOf("service") { .text($0.0) },
                ColumnOf("tranche") { .text($0.1.group.word) },
                ColumnOf("nom_tranche") { .text(AgeWords.group($0.1.group)) },
                ColumnOf("total", .decimal(1)) { .decimal($0.1.total) },
                ColumnOf("dans_une_commune_atteinte", .decimal(1)) { .decimal($0.1.reached) },
                ColumnOf("selon_le_besoin_couvert", .decimal(1)) { .decimal($0.1.covered) },
                ColumnOf("communes_sans_chiffre", .integer) { .integer($0.1.communesUnknown) },
            ], rows: summary.services.flatMap { service in service.ages.map { (service.id ?? "", $0) } })
    }

    /// Counts by week, and nothing of any caller.
    package var callsTable: DataTable {
        DataTable(
            "appels",
            [
                ColumnOf("service") { .text($0.service) },
                ColumnOf("lundi", .date) { .date($0.monday) },
                ColumnOf("appels_recus", .integer) { .integer($0.received) },
                ColumnOf("appels_traites", .integer) { .integer($0.handled) },
                ColumnOf("part_traitee", .decimal(4)) {
                    .decimal($0.received > 0 ? Double($0.handled) / Double($0.received) : nil)
                },
            ], rows: scenario.calls.sorted { ($0.service, $0.monday) < ($1.service, $1.monday) })
    }
}
