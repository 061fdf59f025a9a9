import GeoModel
import RoundPlan

/// What a planner reads of a plan that changes, and what is sent to those who must be told.
enum ReplanWords {
    static let command = "Change un plan aussi peu que possible après un événement."
    static let examples = """
        Exemples :
          itinerance replanifier plans/hiver/plan.json --evenement lieu-ferme=lieu-59601 --sortie plans/hiver-2
          itinerance replanifier plans/hiver/plan.json --avec data/nord/printemps.yaml --des 2027-03-01 --sortie plans/printemps

        Ce qui change le moins passe d'abord : un arrêt perdu pèse plus qu'une cadence, puis jour, semaines, demi-journée, heure,
        véhicule, équipe. Aucun plan ne change moins : c'est prouvé. Parmi ceux-là, le meilleur est pris.
        changements.csv et annonces.txt disent qui prévenir et de quoi.
        """
    static let diffCommand = "Dit ce qui change d'un plan à un autre, et qui prévenir."
    static let diffExamples = """
        Exemple :
          itinerance diff plans/hiver/plan.json plans/hiver-2/plan.json --sortie plans/hiver-2/changements
        """
    static let eventHelp =
        "Ce qui arrive : lieu-ferme=LIEU, personne-part=PERSONNE, vehicule-retire=VÉHICULE ou commune-rejoint=CODE. Se répète."
    static let withHelp =
        "Fichier de scénario à jour (besoins, jours fériés, centres sociaux, équipages…), à la place des données du plan."
    static let fromHelp = "Lundi où commence le nouveau cycle ; les semaines d'avant restent celles du plan d'avant."

    static func notAnEvent(_ text: String, _ known: [String]) -> String {
        "« \(text) » n'est pas un événement. Formes attendues : \(known.map { $0 + "=…" }.joined(separator: ", "))."
    }
    static func brokenPlan(_ path: String) -> String {
        "\(path) : ce plan ne passe pas le contrôle ; il ne peut servir de départ. Voyez « itinerance verifier \(path) »."
    }
    static let nothingHappened = "Rien n'est arrivé : donnez --evenement, ou --avec et un scénario à jour."
    static func unknownSubject(_ event: String, _ subject: String, _ known: [String]) -> String {
        "--evenement \(event) : « \(subject) » n'est pas dans ce plan."
            + ErrorWords.suggestion(NearestNames.of(subject, among: known), "Proches")
    }
    static func lastVan(_ van: String, _ service: String) -> String {
        "« \(van) » est le seul véhicule de « \(service) » : sans lui, pas de tournée."
    }
    static func notALaterMonday(_ date: CivilDate, _ first: CivilDate) -> String {
        "le nouveau cycle commence un lundi, le \(ReportDates.full(first)) au plus tôt ; « \(date.iso) » ne convient pas."
    }
    static let venueClosed = "lieu fermé"
    static func progress(_ service: String) -> String { "\(service) : le moindre changement…" }
    static func infeasible(_ service: String) -> String {
        "« \(service) » : aucun plan n'est possible après cela, même en changeant tout (prouvé). Écrivez-le dans un scénario : "
            + "« itinerance expliquer » dit pourquoi."
    }
    static func undecided(_ service: String) -> String {
        "« \(service) » : ni plan ni preuve dans le temps donné. Augmentez --duree. Rien n'a été écrit."
    }
    static let unchanged = "Rien ne change : le plan d'avant est repris tel quel."
    static let noChange = "Aucun arrêt ne change."

    // MARK: Changes

    static let columns = [
        "service", "lieu", "nom", "code_insee", "nature", "champs", "poids", "avant", "apres", "a_prevenir",
    ]

    static func kind(_ change: StopChange) -> String {
        change.isLost ? "supprimé" : change.isNew ? "nouveau" : "changé"
    }

    static func counts(lost: Int, moved: Int, added: Int, weight: Int) -> String {
        [
            ReportFigures.counted(lost, "arrêt supprimé", "arrêts supprimés"),
            ReportFigures.counted(moved, "arrêt changé", "arrêts changés"),
            ReportFigures.counted(added, "arrêt nouveau", "arrêts nouveaux"),
        ].joined(separator: ", ") + " ; poids des changements : \(weight)."
    }

    static func line(_ change: StopChange, _ report: ChangeReport) -> String {
        let name = report.placeName(change)
        switch (report.words(change.before, isOld: true), report.words(change.after, isOld: false)) {
        case (let before?, nil): return "  – \(name) : plus d'arrêt (c'était \(before))"
        case (nil, let after?): return "  + \(name) : nouvel arrêt, \(after)"
        case (let before?, let after?):
            return "  ~ \(name) : \(before) → \(after) (\(change.fields.map(field).joined(separator: ", ")))"
        case (nil, nil): return "  \(name)"
        }
    }

    private static func field(_ field: ChangedField) -> String {
        switch field {
        case .stop: "arrêt"
        case .cadence: "cadence"
        case .weekday: "jour"
        case .weeks: "semaines"
        case .half: "demi-journée"
        case .start: "heure"
        case .van: "véhicule"
        case .crew: "équipe"
        }
    }

    /// `mardi matin à 9 h, chaque semaine, Van 1`.
    static func stop(_ stop: KnownStop, of scenario: Scenario, _ names: ReportNames) -> String {
        let halves = stop.halves.count > 1 ? "la journée" : stop.halves.map(ReportWords.halfDay).joined()
        let starts = ReportWords.enumeration(stop.starts.map(ReportFigures.time))
        let weeks =
            stop.weeks.count == scenario.parameters.cycleWeeks
            ? "chaque semaine"
            : (stop.weeks.count > 1 ? "semaines " : "semaine ") + ReportWords.enumeration(stop.weeks.map(String.init))
        return [
            "\(ReportWords.enumeration(stop.weekdays.map(\.key))) \(halves) à \(starts)", weeks,
            ReportWords.enumeration(stop.vans.map(names.vanName)),
        ].joined(separator: ", ")
    }

    static func value(_ outcome: ReplanRun.Outcome, _ names: ReportNames) -> String {
        let loss = ReportFigures.decimal(Double((outcome.free.most - outcome.value).count) / 1000, 3)
        return
            "\(names.serviceName(outcome.service)) : aucun plan ne change moins (poids \(outcome.leastWeight), prouvé). "
            + "Garder le reste coûte au plus \(loss) points sur \(ReportFigures.decimal(Double(outcome.free.most.count) / 1000, 3))."
    }

    // MARK: Who is told

    /// Mayor, then partners of the commune, then parents.
    static func told(_ change: StopChange, _ report: ChangeReport) -> [String] {
        let commune = report.commune(change)?.name ?? report.placeName(change)
        return ["mairie : \(commune)"]
            + report.partners(change).map { "\($0.name)" + ($0.contactRole.isEmpty ? "" : " (\($0.contactRole))") }
            + ["parents : affiche du lieu"]
    }

    static func notice(_ change: StopChange, _ report: ChangeReport) -> String {
        let name = report.placeName(change)
        let service = report.names.serviceName(change.service)
        let day = ReportDates.full(report.after.scenario.firstMonday)
        let what =
            switch (report.words(change.before, isOld: true), report.words(change.after, isOld: false)) {
            case (let before?, nil):
                "À partir du \(day), \(service) ne vient plus à \(name) (c'était \(before))."
            case (nil, let after?): "À partir du \(day), \(service) vient à \(name) : \(after)."
            case (let before?, let after?):
                "À partir du \(day), l'accueil de \(service) à \(name) change : \(after). Avant : \(before)."
            case (nil, nil): name
            }
        return "À : \(told(change, report).joined(separator: " ; "))\n\(what)"
    }
}
