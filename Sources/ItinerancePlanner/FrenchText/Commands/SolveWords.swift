import GeoModel
import Optimizer
import PlanningModel

/// What a user reads when there is no plan, and while one is looked for.
package enum SolveWords {
    package static func refusal(_ refusal: ModelRefusal, _ scenario: Scenario) -> String {
        switch refusal {
        case .noAccueillant(let service, let crew):
            "service « \(service) » : l'équipe « \(crew) » n'a aucun accueillant (R02). Ajoutez le rôle dans personnel.csv."
        case .noDriver(let service, let crew, let van):
            "service « \(service) » : personne de l'équipe « \(crew) » ne peut conduire « \(van) »"
                + "\(size(of: scenario.vans.first { $0.id == van })) (R30). Il faut le rôle « conducteur » et le permis B "
                + "jusqu'à 3 500 kg et 9 places ; C1 au-delà de ce poids, D1 (17 places au plus) ou D au-delà de ces places "
                + "(personnel.csv, vehicules.csv)."
        case .noEligibleCommune(let service):
            "service « \(service) » : aucune commune éligible. Toutes sont au-dessus de densite_max "
                + "(\(ReportFigures.shortest(scenario.parameters.need.maximumDensity)) hab./km²), exclues, ou sans donnée. "
                + "Relevez densite_max, ou forcez des communes avec « forcer »."
        case .noVenue(let service):
            "service « \(service) » : aucun lieu d'arrêt dans ses communes. Complétez lieux.csv."
        case .noWeekday(let service):
            "service « \(service) » : aucun équipage ne travaille un jour de « jours ». Corrigez les jours des équipages."
        case .noWay(let service, let from, let to):
            "service « \(service) » : aucun trajet de « \(from) » à « \(to) » dans la matrice. Complétez le fichier de la clé « trajets »."
        case .noCadence(let service):
            "service « \(service) » : aucune cadence d'au moins \(scenario.parameters.minimumVisits) passages en 4 semaines ne tient dans le cycle (R15)."
        case .openingOutOfReach(let shortage): opening(shortage, scenario)
        case .unreadableHours(let service, let venue):
            "service « \(service) » : les horaires du lieu « \(venue) » ne se lisent pas. Corrigez la colonne horaires, au format opening_hours."
        }
    }

    /// `, 3 500 kg et 12 places`, as far as known.
    private static func size(of van: Van?) -> String {
        let mass = van?.maximumMass.map { ReportFigures.integer($0) + ReportFigures.noBreak + "kg" }
        let figures = [mass, van?.seats.map { ReportFigures.counted($0, "place") }].compactMap { $0 }
        return figures.isEmpty ? "" : " (\(figures.joined(separator: ", ")))"
    }

    package static var sharedRests: String {
        "les repos (R23, R24) d'une équipe partagée ne tiennent pas entre ses services, planifiés l'un sans l'autre. Resserrez "
            + "ouverture_debut et ouverture_fin, ou changez les jours des équipages."
    }

    private static func opening(_ shortage: OpeningShortage, _ scenario: Scenario) -> String {
        let teams = scenario.services.first { $0.id == shortage.service }?.teams ?? []
        let isShared = teams.contains { scenario.share(of: $0, in: Minutes(10_080)) < Minutes(10_080) }
        let head =
            "service « \(shortage.service) » : l'ouverture minimale (R01) de \(shortage.required) demi-journées par semaine "
            + "est hors d'atteinte ; \(shortage.reachable) au plus. "
        switch shortage.limit {
        case .sessionTooShort(let session, let minimum):
            return head
                + "Une séance de \(session.count) minutes ne compte pas : une demi-journée en demande \(minimum.count)."
        case .dailyLimits(let work, let limit, let span, let onEnd):
            return head
                + "Aucun lieu ne tient dans une journée : le plus proche demande \(hours(work)) de travail, pour "
                + "\(hours(limit)) par jour (R20), \(hours(span)) d'amplitude (R26) et \(hours(onEnd)) sans pause (R25)."
        case .daysAndVenues(let weekdays, let venues):
            return head + "Il y a \(weekdays) jours ouvrables et \(venues) lieu(x) d'arrêt."
        case .placesClosed(let week, let closed, let venues, let weekdays):
            return head
                + "En semaine \(week) du cycle\(repeats(week, scenario)), \(closed) lieux sur \(venues) sont fermés ou sans "
                + "autorisation de stationner à leurs dates (R38, R34)\(reasons(shortage.service, scenario)) ; il reste "
                + "\(ReportFigures.counted(weekdays, "jour")) où ouvrir. Le cycle est dressé sur ces dates : choisissez un "
                + "premier_lundi d'où il n'en contient pas, ou corrigez fermetures.csv et autorisations.csv."
        case .weeklyWork(let least, let limit):
            return head
                + "Elle demande au moins \(hours(least)) de travail par semaine et par personne ; la limite est "
                + "\(hours(limit)) (R21, R22 : heures_semaine_max, contrat de l'équipe"
                + (isShared ? ", part de l'équipage dans une équipe partagée : jours, heures)." : ").")
        }
    }

    /// Weeks that are visited alike: `, et celles qui lui ressemblent`.
    private static func repeats(_ week: Int, _ scenario: Scenario) -> String {
        scenario.parameters.cycleWeeks > 2 && scenario.parameters.minimumVisits > 1
            ? ", et dans celles où les mêmes lieux reviennent" : ""
    }

    /// Why places of a service are closed in the cycle, each reason once.
    private static func reasons(_ service: String, _ scenario: Scenario) -> String {
        var seen: Set<String> = []
        let reasons = scenario.services.filter { $0.id == service }.flatMap(scenario.closures)
            .filter { !$0.reason.isEmpty }
            .map { "\($0.reason), \(ReportFigures.plain(ReportDates.range($0.from, $0.until)))" }
            .filter { seen.insert($0).inserted }
        return reasons.isEmpty ? "" : " (\(ReportWords.few(reasons, atMost: 3)))"
    }

    package static func failure(_ failure: SolveFailure, _ scenario: Scenario) -> String {
        switch failure {
        case .refused(let reason): refusal(reason, scenario)
        case .infeasible(let service):
            "service « \(service) » : aucun plan ne respecte toutes les règles (d'après la recherche"
                + (scenario.hasSharedCrews
                    ? ", avec la part que ses équipages ont des heures d'une équipe partagée)." : ").")
        case .noPlan(let service, let interrupted):
            interrupted
                ? "interrompu avant le premier plan du service « \(service) ». Rien n'a été écrit."
                : "pas de plan du service « \(service) » dans le temps donné. Augmentez --duree."
        }
    }

    private static let visitsTold = 12

    /// Visits of the plan of `--depart` that have no place any more, on one line.
    package static func leftOut(_ visits: [LeftOutVisit]) -> String {
        let told = visits.prefix(visitsTold).map { "\($0.venue) (\($0.weekday.key), \($0.van))" }
        let more = visits.count - told.count
        return
            (visits.count == 1
            ? "1 visite du plan de départ n'a plus sa place"
            : "\(visits.count) visites du plan de départ n'ont plus leur place")
            + " : \(told.joined(separator: ", "))" + (more > 0 ? " et \(more) de plus." : ".")
    }

    /// `4 h 50`.
    package static func hours(_ minutes: Minutes) -> String {
        let rest = minutes.count % 60
        return "\(minutes.count / 60) h" + (rest == 0 ? "" : rest < 10 ? " 0\(rest)" : " \(rest)")
    }
}
