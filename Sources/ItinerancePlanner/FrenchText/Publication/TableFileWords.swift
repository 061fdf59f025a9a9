import GeoModel
import PlanAnalysis
import PlanCheck
import PlanningModel

/// What an analyst reads around the published tables.
package enum TableFileWords {
    package static func unwritable(_ detail: String) -> String {
        "un tableau n'a pas pu être écrit" + (detail.isEmpty ? "." : " (\(detail)).")
    }

    package static var schemaTitle: String { "Tableaux d'une publication d'itinerance" }
    package static var stopLayer: String { "Arrêts des tournées et lieux fixes." }
    package static var roundLayer: String {
        "Journées de tournée du cycle : segments droits entre les lieux, dans l'ordre ; ce ne sont pas les routes suivies. "
            + "Les kilomètres sont ceux des trajets du plan."
    }
    package static var accessLayer: String {
        "Communes de chaque service, au centre de la commune, avec leur besoin et ce que le plan leur apporte."
    }
    package static func outlineLayer(_ source: String) -> String {
        "Les mêmes communes avec leurs contours." + (source.isEmpty ? "" : " Contours : \(source)")
    }
    package static var depotLayer: String { "Dépôts d'où partent les véhicules." }

    private static func date(_ date: CivilDate) -> String { ReportFigures.plain(ReportDates.full(date)) }

    package static func aboutLines(
        _ plan: Plan, _ check: PlanCheck, period: ClosedRange<CivilDate>
    ) -> [(String, String)] {
        let scenario = plan.scenario
        let standings =
            scenario.vans.map(\.standing) + scenario.territory.venues.map(\.standing) + [scenario.office.standing]
        let standing = PlaceIndex.standing(standings)
        return [
            ("Plan", scenario.name),
            ("Bureau", scenario.office.name.isEmpty ? "non indiqué" : scenario.office.name),
            ("Publié le", scenario.publishedOn.map(date) ?? "non indiqué"),
            ("Cycle", "\(scenario.parameters.cycleWeeks) semaines à partir du \(date(scenario.firstMonday))"),
            (
                "Période des feuilles ouvertures et tournees",
                "du \(date(period.lowerBound)) au \(date(period.upperBound))"
            ),
            ("Empreinte des données", plan.fingerprint),
            ("Valide", ColumnWords.yesNo(check.isValid)),
            ("Conforme", ColumnWords.yesNo(check.isConform)),
            ("Statut des données", standing.isEmpty ? "rien de signalé" : "attention : \(standing)"),
            ("Définitions", "la dernière feuille dit le sens, l'unité et la source de chaque colonne"),
            ("Personnes", "aucune personne n'est nommée ; les appels et les enfants ne sont que des nombres"),
        ]
    }

    /// - Parameters:
    ///   - plan: its name.
    ///   - schema: the file that says what `publication.json` may hold.
    package static func readMe(_ plan: String, schema: String) -> String {
        """
        Tableaux du plan « \(plan) »

        itinerance.xlsx       tous les tableaux, un par feuille, avec leurs définitions (Excel, LibreOffice)
        csv-excel/            un fichier par tableau : point-virgule, virgule décimale, UTF-8 avec BOM
        csv/                  les mêmes pour un programme : virgule, point décimal, UTF-8
        publication.json      les mêmes en un document, décrit par \(schema)
        itinerance.gpkg       couches cartographiques (QGIS) : arrets, tournees, acces, acces_contours, depots ; WGS 84
        geojson/              les mêmes couches, un fichier chacune

        Une cellule vide est une valeur inconnue ou sans objet, jamais un zéro. Les codes (Insee, EPCI, postaux) sont du
        texte : leurs zéros initiaux sont gardés. Dans les CSV, un texte qui commence par = + - @ est précédé d'une
        apostrophe, pour qu'aucun tableur n'y voie une formule.
        Les lignes de la couche tournees sont des segments droits entre les lieux, pas les routes suivies.

        """
    }
}
