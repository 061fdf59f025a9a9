import FileAccess
import GeoModel
import PlanAnalysis
import Planning
import PlanningModel

/// What a planner reads of a plan that changes, and what is sent to those who must be told.
package enum ReplanWords {
    package static var command: String { "Change un plan aussi peu que possible après un événement." }
    package static var examples: String {
        """
        Exemples :
          itinerance replanifier plans/hiver/plan.json --evenement lieu-ferme=lieu-59601 --du 2027-02-01 --sortie plans/hiver-2
          itinerance replanifier plans/hiver/plan.json --evenement vehicule-arrete=van-1 --du 2027-01-20 --au 2027-01-26 --sortie plans/panne
          itinerance replanifier plans/hiver/plan.json --avec data/nord/printemps.yaml --du 2027-03-01 --sortie plans/printemps

        Ce qui change le moins passe d'abord : un arrêt perdu pèse plus qu'une cadence, puis jour, semaines, demi-journée, heure,
        véhicule, équipe. La preuve qu'aucun plan ne change moins a --duree-preuve secondes. Parmi ceux-là, le meilleur est pris.
        Avec --au, le plan reste le même et chaque semaine touchée a le sien. Ce qui est déjà vécu ne change pas.
        changements.csv et annonces.txt disent qui prévenir et de quoi.
        """
    }
    package static var diffCommand: String { "Dit ce qui change d'un plan à un autre, et qui prévenir." }
    package static var diffExamples: String {
        """
        Exemple :
          itinerance diff plans/hiver/plan.json plans/hiver-2/plan.json --sortie plans/hiver-2/changements
        """
    }
    package static var eventHelp: String {
        "Ce qui arrive : lieu-ferme=LIEU, vehicule-arrete=VÉHICULE, personne-absente=PERSONNE, jour-ferme=DATE, "
            + "commune-rejoint=CODE ou centre-social-ouvre=CODE. Se répète."
    }
    package static var withHelp: String {
        "Fichier de scénario à jour (besoins, jours fériés, centres sociaux, équipages…), à la place des données du plan."
    }
    package static var fromHelp: String {
        "Premier jour qui peut changer ; ce qui est avant est vécu et ne change pas."
    }
    package static var untilHelp: String {
        "Dernier jour de ce qui ne dure pas (une panne, des travaux) : le plan reprend ensuite tel quel."
    }
    package static var lossHelp: String {
        "Points de besoin que l'on veut bien perdre par rapport au meilleur plan ; moins on en perd, plus le plan change. "
            + "La courbe est montrée."
    }

    package static func notAnEvent(_ text: String, _ known: [String]) -> String {
        "« \(text) » n'est pas un événement. Formes attendues : \(known.map { $0 + "=…" }.joined(separator: ", "))."
    }
    package static var nothingHappened: String {
        "Rien n'est arrivé : donnez --evenement, ou --avec et un scénario à jour."
    }
    package static func unknownSubject(_ event: String, _ subject: String, _ known: [String]) -> String {
        "--evenement \(event) : « \(subject) » n'est pas dans ce plan."
            + ErrorWords.suggestion(NearestNames.of(subject, among: known), "Proches")
    }
    package static func lastVan(_ van: String, _ service: String) -> String {
        "« \(van) » est le seul véhicule de « \(service) » : sans lui, pas de tournée."
    }
    package static func beforeThePlan(_ date: CivilDate, _ first: CivilDate) -> String {
        "le plan commence le \(ReportDates.full(first)) : rien ne peut changer dès le « \(date.iso) »."
    }
    package static func dayBeforeThePlan(_ date: CivilDate, _ first: CivilDate) -> String {
        "jour-ferme=\(date.iso) : le plan commence le \(ReportDates.full(first))."
    }
    package static var untilNeedsFrom: String { "--au demande --du : de quel jour à quel jour ?" }
    package static var untilBeforeFrom: String { "--au est avant --du." }
    package static var untilWithScenario: String {
        "--au ne va pas avec --avec : un scénario à jour vaut pour toujours."
    }
    package static func comesToStay(_ event: String) -> String {
        "--evenement \(event) dure : il ne va pas avec --au. Faites-en deux appels."
    }
    package static func tooManyWeeks(_ weeks: Int, _ most: Int) -> String {
        "\(weeks) semaines à part, \(most) au plus : ce qui dure autant est un changement pour de bon. Donnez --du sans --au."
    }
    package static var proofHelp: String {
        "Secondes pour établir qu'aucun plan ne change moins ; après, le poids établi jusque-là est dit."
    }
    package static func badProof(_ text: String) -> String {
        "--duree-preuve attend un nombre de secondes, 0 ou plus ; « \(text) » ne convient pas."
    }
    package static func badLoss(_ text: String) -> String {
        "--perte-max attend un nombre de points, 0 ou plus ; « \(text) » ne convient pas."
    }
    package static var lossOfWeeks: String {
        "--perte-max ne vaut que pour un changement qui dure : il ne va pas avec --au ni jour-ferme seul."
    }
    package static var venueClosed: String { "lieu fermé" }
    package static var dayClosed: String { "jour fermé" }
    package static func weekName(_ name: String, _ monday: CivilDate) -> String {
        "\(name), semaine du \(ReportDates.full(monday))"
    }
    package static func noWeek(_ monday: CivilDate) -> String {
        "Semaine du \(ReportDates.full(monday)) : ce qui est déjà vécu ne va avec aucun plan."
    }
    package static func week(_ run: WeekRun) -> [String] {
        guard !run.report.changes.isEmpty else { return [quietWeek(run.week.monday)] }
        var lines = ["Semaine du \(ReportDates.full(run.week.monday)) :"]
        let names = ReportNames(run.week.before.scenario)
        if !run.week.idle.isEmpty {
            let idle = run.week.before.services.map(\.id).filter(run.week.idle.contains).map(names.serviceName)
            lines.append(
                "  R01 : \(ReportWords.enumeration(idle)) : plus de véhicule ou plus d'équipe, rien d'autre ne peut ouvrir."
                    + (idle.count < run.week.before.services.count
                        ? " Le minimum n'est demandé à aucun service cette semaine-là." : ""))
        } else if run.minimum < run.usualMinimum {
            lines.append(
                "  R01 : \(ReportFigures.counted(run.minimum, "demi-journée ouverte", "demi-journées ouvertes")) au moins, "
                    + "au lieu de \(run.usualMinimum) ; plus n'est pas possible (d'après la recherche).")
        }
        for pin in run.outcomes.flatMap(\.broken) {
            lines.append("  Promesse qui ne peut être tenue : \(CommitmentWords.pin(pin, names)).")
        }
        return lines + ChangeText(run.report).lines.map { "  " + $0 }
            + [
                "  Le plan de cette semaine : \(WeekRun.folder(run.week.monday))/. Les autres semaines restent celles du plan."
            ]
    }
    private static func quietWeek(_ monday: CivilDate) -> String {
        "Semaine du \(ReportDates.full(monday)) : rien ne change."
    }
    package static func progress(_ service: String) -> String { "\(service) : le moindre changement…" }
    package static func infeasible(_ service: String) -> String {
        "« \(service) » : aucun plan n'est possible après cela, même en changeant tout (d'après la recherche). Écrivez-le dans un scénario : "
            + "« itinerance expliquer » dit pourquoi."
    }
    package static func undecided(_ service: String) -> String {
        "« \(service) » : ni plan ni preuve dans le temps donné. Augmentez --duree. Rien n'a été écrit."
    }
    private static var unchanged: String { "Rien ne change : le plan d'avant est repris tel quel." }
    package static var noChange: String { "Aucun arrêt ne change." }

    // MARK: Changes

    package static let columns = [
        "du", "au", "service", "lieu", "nom", "code_insee", "nature", "champs", "poids", "avant", "apres", "a_prevenir",
    ]

    package static func kind(_ change: StopChange) -> String {
        change.isLost ? "supprimé" : change.isNew ? "nouveau" : "changé"
    }

    package static func field(_ field: ChangedField) -> String {
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
    package static func stop(_ stop: KnownStop, of scenario: Scenario, _ names: ReportNames) -> String {
        let halves = stop.halves.count > 1 ? "la journée" : stop.halves.map(ReportWords.halfDay).joined()
        let starts = ReportWords.enumeration(stop.starts.map(ReportFigures.time))
        let weeks =
            scenario.parameters.cycleWeeks == 1
            ? nil
            : stop.weeks.count == scenario.parameters.cycleWeeks
                ? "chaque semaine"
                : ReportWords.weeks(stop.weeks)
        return [
            "\(ReportWords.enumeration(stop.weekdays.map(\.key))) \(halves) à \(starts)", weeks,
            ReportWords.enumeration(stop.vans.map(names.vanName)),
        ].compactMap { $0 }.joined(separator: ", ")
    }

    /// What is printed: what changes, for whom, and what it costs.
    package static func lines(_ run: ReplanRun, _ report: ChangeReport) -> [String] {
        guard !run.outcomes.isEmpty else { return [unchanged] }
        let text = ChangeText(report)
        return text.lines + run.outcomes.flatMap { value($0, text.names) }
    }

    private static func value(_ outcome: ReplanRun.Outcome, _ names: ReportNames) -> [String] {
        func points(_ value: MilliPoints) -> String { ReportFigures.points(value.points) }
        let service = names.serviceName(outcome.service)
        let least =
            outcome.weight == outcome.leastWeight
            ? "\(service) : aucun plan ne change moins (poids \(outcome.leastWeight), d'après la recherche)."
            : "\(service) : le plan change pour un poids de \(outcome.weight) ; tout plan change pour \(outcome.leastWeight) au moins "
                + "(d'après la recherche ; --duree-preuve donne plus de temps)."
        guard let curve = outcome.curve else {
            return [
                least
                    + " Garder le reste coûte au plus \(points(outcome.free.most - outcome.value)) points sur "
                    + "\(points(outcome.free.most))."
            ]
        }
        let steps = outcome.steps.map { step in
            "  \(step.isChosen ? "→" : " ") poids \(step.weight) : \(ReportFigures.points(step.value)) points, "
                + "\(ReportFigures.points(step.loss)) de moins que le meilleur plan trouvé"
                + (step.isChosen ? " ← retenu" : "")
        }
        return [
            "\(service) : plus le plan change, plus il peut valoir."
        ] + steps + [
            "  Poids \(outcome.leastWeight) au moins dans tout plan (d'après la recherche). Aucun des changements retenus ne peut être repris seul "
                + "dans la perte acceptée, autant que la recherche le dit ; le meilleur plan vaut au plus "
                + "\(points(outcome.free.most)) points."
        ] + (curve.chosen.plan.value < outcome.free.least ? [] : ["  Le plan retenu vaut le meilleur plan trouvé."])
    }

    package static var curveTitle: String { "Plus de changements, moins de perte" }
    package static var curveWeight: String { "Poids des changements" }
    package static var curveLoss: String { "Perte, points" }
    package static func curveDescription(_ steps: [StabilityStep]) -> String {
        steps.map { "\($0.service), poids \($0.weight) : perte de \(ReportFigures.points($0.loss)) points" }
            .joined(separator: " ; ") + "."
    }

    // MARK: The page

    package static var pageTitle: String { "Ce qui change" }
    package static var pageText: String {
        "Le poids d'un changement dit ce qu'il coûte à ceux qui connaissent le plan : arrêt 100, cadence 40, jour 30, semaines 20, "
            + "demi-journée 15, heure 6, véhicule 2, équipe 1 (à confirmer). Un nouvel arrêt ne pèse rien."
    }
    package static var stopsCaption: String { "Arrêt par arrêt" }
    package static let stopHeaders = ["Lieu", "Service", "Nature", "Avant", "Après", "Qui prévenir", "Poids"]
    package static var weeksCaption: String { "Semaine par semaine" }
    package static let weekHeaders = ["Semaine du nouveau cycle", "En moins", "En plus"]
}
