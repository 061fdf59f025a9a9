import GeoModel
import PlanAnalysis

/// What `realise` says of what happened against what was planned.
package enum RealisedWords {
    package static var command: String {
        "Compare ce qui s'est passé à ce qui était prévu, et en tire les durées de route pour la suite."
    }
    package static var examples: String {
        """
        Exemples :
          itinerance modele realise > realise.csv
          itinerance realise plans/avesnois/plan.json realise.csv --sortie bilans/hiver
          itinerance realise plans/avesnois/plan.json janvier.csv fevrier.csv --au 2027-02-28 --sortie bilans/hiver

        Une ligne du tableau par accueil : tenu, annule ou retard, les heures vraies si elles sont notées, et des nombres de
        parents et d'enfants, jamais un nom. Un accueil sans ligne est inconnu : ni tenu, ni annulé. Écrit realise.html,
        realise.csv, realise-communes.csv, realise.json et durees-apprises.csv.
        """
    }
    package static var tablesHelp: String {
        "Tableaux de ce qui s'est passé, CSV ou XLSX (« itinerance modele realise »)."
    }
    package static var untilHelp: String { "Dernier jour dont le bilan parle ; celui des tableaux si rien n'est dit." }
    package static var secrecyHelp: String {
        "Plus petit nombre de personnes montré ; les plus petits, et celui qui les ferait deviner, ne le sont pas (à confirmer)."
    }
    package static func badSecrecy(_ value: Int) -> String {
        "--secret attend un entier de 0 à 100, « \(value) » trouvé."
    }
    package static func untilOutside(_ date: CivilDate, _ first: CivilDate) -> String {
        "--au \(date.iso) : une date entre le début du plan, le \(first.iso), et deux ans plus tard est attendue."
    }
    package static func written(_ path: String) -> String {
        "Écrit : \(path)/realise.html, realise.csv, realise-communes.csv, realise.json, durees-apprises.csv"
    }

    // MARK: Template

    package static var kind: String { "realise" }
    package static var about: String {
        "ce qui s'est passé, un accueil par ligne : des nombres de personnes, jamais de nom"
    }
    package static func column(_ name: String) -> String {
        switch name {
        case "date": "jour, AAAA-MM-JJ [nécessaire]"
        case "service": "identifiant du service [nécessaire s'il y en a plusieurs]"
        case "lieu":
            "identifiant du lieu, comme dans le plan ; ou du dépôt, pour le départ et le retour du véhicule [nécessaire]"
        case "debut_prevu": "heure prévue, 9:00 [nécessaire si le lieu a deux accueils ce jour-là]"
        case "etat": "tenu, annule ou retard [nécessaire, vide pour un dépôt]"
        case "debut": "heure vraie du début ; vide : comme prévu [nécessaire pour un retard]"
        case "fin": "heure vraie de la fin ; vide : comme prévu"
        case "arrivee": "arrivée du véhicule"
        case "depart": "départ du véhicule"
        case "parents": "nombre de parents reçus ; vide : personne n'a compté"
        case "enfants": "nombre d'enfants reçus ; vide : personne n'a compté"
        default: "pourquoi, pour un accueil annulé ou en retard ; rien sur une personne"
        }
    }

    // MARK: Weeks

    package static var pageTitle: String { "Ce qui était prévu, ce qui s'est passé" }

    package static func lead(_ report: RealisedReport) -> [String] {
        let total = report.weeks.count
        let unknown = report.weeks.reduce(0) { $0 + $1.week.unknown }
        let weeks = ReportFigures.counted(total, "semaine")
        var lines = [
            "Du \(ReportDates.full(report.scenario.firstMonday)) au \(ReportDates.full(report.realised.until)). "
                + "Ouverture due (R01) : tenue \(times(report.count(.met))), non tenue \(times(report.count(.missed))), "
                + "indécidable \(times(report.count(.open))), sur \(weeks)"
                + (report.severalServices ? ", chaque service compté." : ".")
        ]
        if unknown > 0 {
            lines.append(
                "\(ReportFigures.counted(unknown, "accueil prévu n'a", "accueils prévus n'ont")) pas de ligne : "
                    + "inconnus, ils ne comptent ni comme tenus ni comme annulés.")
        }
        return lines
    }

    private static func times(_ count: Int) -> String { "\(count) fois" }

    package static let weekHeads = [
        "prévues", "tenues", "R01", "accueils", "annulés", "en retard", "inconnus", "fermés", "parents",
    ]
    package static func week(_ week: RealisedWeek) -> String {
        "semaine du \(ReportDates.dayMonth(week.monday))"
    }
    package static func verdict(_ verdict: RealisedWeek.Verdict) -> String {
        switch verdict {
        case .met: "tenu"
        case .missed: "non tenu"
        case .open: "indécidable"
        }
    }
    package static func late(_ week: RealisedWeek) -> String {
        week.late == 0 ? "0" : "\(week.late) (\(ReportFigures.duration(week.lateMinutes)))"
    }
    /// Why openings of the week fell.
    package static func reasons(_ week: RealisedWeek) -> [String] { week.reasons.compactMap(PublicationWords.reason) }
    package static func plotTitle(_ service: String) -> String { "Demi-journées tenues par semaine : \(service)" }
    package static var plotDescription: String {
        "Une barre par semaine : les demi-journées tenues. Deux barres fines où des accueils sont inconnus : tenues à coup "
            + "sûr, puis tenues au plus. Les mêmes chiffres sont dans le tableau."
    }
    package static var plotLimit: String { "demi-journées dues (R01) ; deux barres fines : au moins, au plus" }

    // MARK: People

    package static var peopleTitle: String { "Personnes reçues" }
    package static let communeHeads = ["accueils", "parents", "enfants"]
    package static func shown(_ shown: SmallCounts.Shown, _ counts: SmallCounts) -> String {
        switch shown {
        case .count(let count): ReportFigures.integer(count)
        case .withheld: "non montré"
        case .unknown: "inconnu"
        }
    }
    package static func people(_ report: RealisedReport) -> [String] {
        let uncounted = report.weeks.reduce(0) { $0 + $1.week.uncounted }
        let line =
            "Parents reçus : \(shown(report.parents, report.counts)) ; enfants : \(shown(report.children, report.counts))."
        return [
            line
                + (uncounted > 0
                    ? " \(ReportFigures.counted(uncounted, "accueil tenu", "accueils tenus")) sans comptage : ces nombres "
                        + "sont des minimums." : "")
        ]
    }

    // MARK: Durations

    package static var durationTitle: String { "Durées apprises" }
    package static let durationHeads = ["fois", "prévu", "médiane", "écart", "de … à"]
    package static func way(_ leg: ObservedDuration, _ names: ReportNames) -> String {
        "\(names.placeName(leg.from)) → \(names.placeName(leg.to))"
    }
    package static func figures(_ leg: ObservedDuration) -> [String] {
        let difference = leg.median - Double(leg.planned.count)
        return [
            String(leg.minutes.count), "\(leg.planned.count)", half(leg.median),
            (difference > 0 ? "+" : "") + half(difference), "\(leg.least) à \(leg.most)",
        ]
    }
    /// Whole or half minutes.
    package static func half(_ minutes: Double) -> String {
        ReportFigures.ungrouped(minutes, minutes == minutes.rounded() ? 0 : 1)
    }
    package static func durations(_ report: RealisedReport) -> [String] {
        var lines = [
            report.legs.isEmpty
                ? "Aucun trajet n'a ses deux heures (« depart » d'un arrêt, « arrivee » au suivant) : rien n'est appris."
                : "Trajets en minutes, d'un départ noté à l'arrivée notée à l'étape suivante du plan. Ils ne servent que si un "
                    + "scénario nomme durees-apprises.csv (« durees_apprises: »)."
        ]
        let parts = [("Installation", report.setUps.setUp), ("Rangement", report.setUps.packUp)].compactMap {
            name, found in
            found.map { found in
                "\(name) : médiane de \(half(found.median)) min sur "
                    + "\(ReportFigures.counted(found.minutes.count, "fois", "fois")) (de \(found.least) à \(found.most)), "
                    + "\(found.planned.count) min prévues"
            }
        }
        if !parts.isEmpty {
            lines.append(
                parts.joined(separator: " ; ")
                    + ". Le modèle n'a qu'une durée pour tous les lieux : changez « installation_minutes » et "
                    + "« rangement_minutes » vous-même s'il y a lieu.")
        }
        return lines
    }

    // MARK: Method

    package static var methodTitle: String { "Comment c'est compté" }
    package static func method(_ counts: SmallCounts) -> [String] {
        [
            "Une demi-journée compte comme pour R01 : assez de minutes d'accueil, aux heures vraies quand elles sont notées, "
                + "sinon à celles du plan ; deux véhicules dehors au même moment font une demi-journée.",
            "Un accueil prévu sans ligne est inconnu. « Tenues » donne alors le moins et le plus : R01 est tenu si le moins y "
                + "suffit, non tenu si le plus n'y suffit pas, indécidable entre les deux.",
            "« Fermés » : jours fériés, vacances, lieux fermés et absences connus du plan, sans ligne au tableau.",
            "Un nombre de personnes inférieur à \(counts.threshold), sauf 0, n'est pas montré, ni celui qui le ferait "
                + "retrouver par soustraction (seuil à confirmer). Aucun nombre n'est donné pour un seul accueil, sauf si la "
                + "semaine ou la commune n'en a qu'un.",
        ]
    }

    private static func time(_ time: Minutes) -> String { ReportFigures.plain(ReportFigures.time(time)) }
}
