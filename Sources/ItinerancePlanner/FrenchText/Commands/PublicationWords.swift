import Foundation
import GeoModel
import PlanAnalysis
import PlanningModel

/// What a user reads of a publication: its command, its errors, and what is planned on a date.
package enum PublicationWords {
    package static var command: String {
        "Écrit tout ce que l'on tient en main : feuilles, affiches, calendriers, rapport, tableaux."
    }
    package static var examples: String {
        """
        Exemples :
          itinerance publier plans/avesnois/plan.json --sortie publications/avesnois
          itinerance publier plans/avesnois/plan.json --sortie publications/janvier --du 2027-01-04 --au 2027-01-31
          itinerance publier plans/avesnois/plan.json --sortie affiches --seulement affiches communes

          itinerance publier plans/avesnois/plan.json --semaine panne/semaine-2027-01-18/plan.json --sortie publications/avesnois

        Les semaines qui ont leur propre plan (replanifier --du … --au …) prennent la place de celles du cycle.
        Sans dates, un cycle est publié ; les calendriers vont du premier lundi à la fin des calendriers officiels.
        Un dossier « gabarits » peut remplacer les pages et leurs styles (--gabarits).
        """
    }
    package static var onlyHelp: String {
        "Ne publie que ces parties : \(PublicationKind.allCases.map(\.rawValue).joined(separator: ", "))."
    }
    package static var fromHelp: String { "Premier jour publié (AAAA-MM-JJ) ; le premier lundi du plan sinon." }
    package static var untilHelp: String { "Dernier jour publié (AAAA-MM-JJ) ; la fin du cycle sinon." }
    package static var weekHelp: String { "Plan d'une semaine modifiée, fait par replanifier ; plusieurs possibles." }
    package static func notAWeek(_ path: String) -> String {
        "\(path) n'est pas le plan d'une seule semaine ; replanifier en écrit dans semaine-AAAA-MM-JJ/plan.json."
    }
    package static func weekOfOtherPlan(_ path: String, _ services: [String]) -> String {
        "\(path) : ses services (\(services.joined(separator: ", "))) ne sont pas ceux du plan."
    }
    package static func weekBefore(_ path: String, _ monday: CivilDate, first: CivilDate) -> String {
        "\(path) : sa semaine (\(monday.iso)) vient avant le plan, qui commence le \(first.iso)."
    }
    package static func weekTwice(_ monday: CivilDate) -> String {
        "deux plans pour la semaine du \(monday.iso). Gardez-en un."
    }
    package static var contoursHelp: String {
        "Contours des communes (GeoJSON) pour les cartes ; sinon contours.geojson à côté du plan."
    }
    package static var templatesHelp: String {
        "Dossier de gabarits et de styles du bureau, qui remplacent ceux du programme."
    }
    package static var anywayHelp: String {
        "Publie aussi un plan qui ne passe pas le contrôle : « \(notValid) » est alors sur chaque page."
    }
    package static var notValid: String { "Plan non valide" }
    package static func publishedAnyway(_ path: String) -> String {
        "\(path) : ce plan ne passe pas le contrôle. « \(notValid) » est écrit sur chaque page ; n'affichez rien de ceci."
    }
    package static var noPDFHelp: String { "N'écrit pas de PDF : les pages HTML disent la même chose." }

    package static func unknownKind(_ text: String) -> String {
        "« \(text) » n'est pas une partie. Connues : \(PublicationKind.allCases.map(\.rawValue).joined(separator: ", "))."
    }
    package static func notADate(_ option: String, _ text: String) -> String {
        "--\(option) attend une date AAAA-MM-JJ, « \(text) » trouvé."
    }
    package static func endsBeforeStart(_ from: CivilDate, _ until: CivilDate) -> String {
        "la période finit (\(until.iso)) avant de commencer (\(from.iso))."
    }
    package static func beforeThePlan(_ first: CivilDate) -> String {
        "le plan commence le \(first.iso) : rien n'est prévu avant."
    }
    package static var tooLong: String { "la période dépasse deux ans." }
    package static func progress(_ kind: PublicationKind) -> String { "publication : \(kind.rawValue)…" }
    package static var interrupted: String { "Interrompu : rien n'a été écrit." }
    package static var noRenderer: String {
        "WeasyPrint n'est pas installé : les pages sont écrites en HTML, sans PDF (sous Debian : apt install weasyprint)."
    }
    package static func pdfFailed(_ detail: String) -> String {
        "WeasyPrint n'a pas pu faire un PDF ; --sans-pdf s'en passe. \(detail.trimmingCharacters(in: .whitespacesAndNewlines))"
    }
    package static func written(_ folder: String, _ count: Int, seconds: Double) -> String {
        "Écrit dans \(folder) : \(ReportFigures.plain(ReportFigures.counted(count, "fichier"))), en "
            + "\(ReportFigures.plain(ReportFigures.decimal(seconds, 1))) s. Commencez par \(folder)/index.html."
    }

    package static func title(_ kind: PublicationKind) -> String {
        switch kind {
        case .roadSheets: "Feuilles de route"
        case .team: "L'équipe"
        case .posters: "Affiches"
        case .communes: "Où nous trouver, commune par commune"
        case .calendars: "Calendriers"
        case .report: "Rapport"
        case .tables: "Tableaux et cartes"
        case .directories: "Annuaires"
        }
    }

    package static func readers(_ kind: PublicationKind) -> String {
        switch kind {
        case .roadSheets: "Pour qui conduit : une page par jour, et les trajets pour le téléphone (GPX, KML)."
        case .team: "Pour l'équipe : la semaine, le cycle, et les heures de chaque personne."
        case .posters: "Pour les parents : une affiche par lieu d'accueil."
        case .communes: "Pour les habitants : une page par commune."
        case .calendars: "Pour le téléphone : des agendas à importer (iCalendar)."
        case .report: "Pour les élus et la commission."
        case .tables: "Pour l'analyse : classeur, CSV, GeoPackage, GeoJSON, JSON."
        case .directories: "Pour les annuaires nationaux et OpenStreetMap."
        }
    }

    package static func period(_ period: ClosedRange<CivilDate>) -> String {
        ReportDates.range(period.lowerBound, period.upperBound)
    }

    /// Why something planned does not take place; `nil` where it does, or is not known not to.
    package static func reason(_ state: DatedPlan.State) -> String? {
        switch state {
        case .held, .notCovered: nil
        case .falls(let bar): reason(bar)
        case .otherWeek: "semaine modifiée"
        }
    }

    package static func reason(_ bar: DateBar) -> String {
        switch bar {
        case .publicHoliday(let name): "jour férié : \(name)"
        case .schoolHoliday(let name): "vacances scolaires : \(name)"
        case .placeClosed(let reason): reason.isEmpty ? "lieu fermé" : "lieu fermé : \(reason)"
        case .noPermit: "stationnement non autorisé"
        case .outsideHours: "lieu fermé à ces heures"
        case .noAccueillant: "équipe absente"
        case .noDriver: "personne pour conduire"
        case .tooFewAccueillants: "équipe incomplète"
        case .noEscort: "personne pour accompagner"
        }
    }

    /// What falls in the published period, a line for each reason: how many openings, and their dates.
    package static func fallen(_ fallen: [FallenOpenings]) -> [String] {
        fallen.map { own in
            "Annulé : \(ReportFigures.counted(own.count, "ouverture")) – \(reason(own.state) ?? "") : "
                + "\(ReportDates.list(own.dates))."
        }
    }
}
