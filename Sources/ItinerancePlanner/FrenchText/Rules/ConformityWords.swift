import GeoModel
import PlanAnalysis
import PlanCheck
import PlanningModel
import Staffing

/// The words of the dossier de conformité.
package enum ConformityWords {
    package static var dossierHelp: String {
        "Écrit aussi le dossier de conformité dans ce dossier : conformite.html, .csv et .json."
    }

    package static func title(_ name: String) -> String { "Dossier de conformité – \(name)" }

    package static func heading(_ dates: String, fingerprint: String) -> String {
        "\(dates) – données du plan : empreinte \(fingerprint.prefix(16))"
    }

    package static func written(_ folder: String) -> String {
        "Dossier de conformité écrit : \(folder)/conformite.html (à imprimer), conformite.csv, conformite.json"
    }

    package static var projectHelp: String {
        "Compare les données du plan à celles d'aujourd'hui, lues par ce scénario : ce qui est venu, parti, changé."
    }

    /// What has changed since the plan, one line a part, only the first of many named.
    package static func dataChanges(_ comparison: SnapshotComparison) -> [String] {
        guard !comparison.changes.isEmpty else { return ["Les données d'aujourd'hui sont celles du plan."] }
        return ["Depuis ce plan, les données ont changé :"]
            + comparison.changes.flatMap { change in
                [("en plus", change.added), ("en moins", change.removed), ("modifiés", change.changed)]
                    .filter { !$0.1.isEmpty }.map { word, ids in
                        let shown = ids.prefix(8).joined(separator: ", ") + (ids.count > 8 ? "…" : "")
                        return "  \(change.section) : \(ids.count) \(word) (\(shown))"
                    }
            }
    }

    // MARK: Absences

    package static var absences: String { "Absences : les tournées qui ne peuvent pas sortir comme prévu" }
    package static let absenceHeaders = [
        "Date", "Service", "Équipe", "Règles", "Demi-journées", "Remplacement possible",
    ]

    package static func absenceText(_ repair: AbsenceRepair) -> String {
        let found = repair.gaps.count { $0.standIn != nil }
        let all = ReportFigures.counted(repair.gaps.count, "tournée")
        let head = "\(all) sans l'effectif qu'il faut ; un remplacement est possible pour \(found)."
        return repair.isComplete
            ? head + " Tous les remplacements ont été essayés : on ne peut pas en assurer davantage."
            : head + " Tous les remplacements n'ont pas été essayés."
    }

    package static func standIn(_ gap: AbsenceRepair.Gap) -> String {
        guard let person = gap.standIn, let work = gap.weekWork else {
            return "personne : la tournée est à annuler"
        }
        return "\(person) (\(ReportFigures.duration(work)) cette semaine)"
    }

    // MARK: Rules

    package static var rules: String { "Les \(RuleID.allCases.count) règles" }
    package static var rulesCaption: String {
        "Chiffre le plus proche du seuil dans tout le plan, seuil, source et date"
    }
    package static let ruleHeaders = ["Règle", "Nature", "État", "Trouvé", "Seuil", "Source"]
    package static var findings: String { "Constats" }
    package static var broken: String { "Non respecté" }
    package static var reported: String { "À signaler" }
    package static let csvColumns = [
        "regle", "intitule", "nature", "etat", "trouve", "seuil", "source", "date_source", "gravite", "constat",
        "service", "semaine", "date", "sujet",
    ]

    package static func severity(_ severity: Severity) -> String {
        switch severity {
        case .hard: "enfreinte"
        case .soft: "à signaler"
        case .unknown: "donnée manquante"
        }
    }

    // MARK: Opening

    package static var week: String { "Semaine" }
    package static var total: String { "Total" }
    package static var opening: String { "Preuve de l'ouverture : cinq demi-journées par semaine (R01)" }
    package static let openingHeaders = ["Semaine", "Date", "Demi-journée", "Accueil", "Lieu", "Compte"]

    package static func openingText(_ parameters: Parameters) -> String {
        "Une demi-journée compte quand l'accueil des parents y dure au moins "
            + ReportFigures.duration(parameters.halfDayMinimum)
            + " ; deux véhicules sortis en même temps n'en font qu'une. Les séances pour professionnels n'en sont pas "
            + "(à confirmer)."
    }

    /// - Parameter bar: why it is not held; `nil` where it is, as far as anybody knows.
    package static func counts(_ bar: DateBar?, isCovered: Bool) -> String {
        guard bar == nil else { return falls(bar) }
        return isCovered ? "oui" : "date non couverte par les calendriers"
    }

    package static func falls(_ bar: DateBar?) -> String {
        switch bar {
        case .publicHoliday(let name): "non tenue : férié (\(name))"
        case .schoolHoliday(let name): "non tenue : \(name)"
        case .some(let bar): "non tenue : \(PublicationWords.reason(bar))"
        case nil: "non tenue"
        }
    }

    package static func weekCount(_ count: Int, held: Int, minimum: Int) -> String {
        let head = ReportFigures.counted(count, "demi-journée") + " (minimum \(minimum))"
        let lost = count - held
        return lost <= 0
            ? head
            : head + ", dont \(lost) perdue\(lost > 1 ? "s" : "") (férié, vacances, fermeture ou absence)"
                + (count >= minimum && held < minimum
                    ? " : \(held) < \(minimum) à ces dates, conforme pour le cycle type" : "")
    }

    // MARK: Effort and premises

    package static var effort: String { "Où va l'effort : communes sans centre social (R10)" }
    package static var effortCaption: String { "Passages du cycle, selon qu'un centre social existe dans la commune" }
    package static let effortHeaders = ["Service", "Centre social", "Passages", "Part"]

    package static func socialCentre(_ presence: Presence) -> String {
        switch presence {
        case .absent: "aucun"
        case .present: "il y en a un"
        case .unknown: "inconnu"
        }
    }

    package static var premises: String { "Les lieux : espaces, accès, stationnement, électricité (R04, R05, R34)" }
    package static var premisesText: String {
        "Le véhicule et le lieu comptent ensemble. « inconnu » n'est ni oui ni non : c'est à établir avec la commune."
    }
    package static var premisesCaption: String { "Une ligne par lieu et par véhicule" }
    package static let premisesHeaders = [
        "Lieu", "Véhicule", "Confidentiel", "Collectif", "Accessible", "Accès propre", "Reconnaissable", "Électricité",
        "Stationnement", "Service le plus proche", "Source",
    ]

    package static func permit(from: CivilDate, until: CivilDate?) -> String {
        until.map { "du \(ReportDates.full(from)) au \(ReportDates.full($0))" } ?? "depuis le \(ReportDates.full(from))"
    }

    // MARK: Missions and sessions

    package static var mission: String { "Mission" }
    package static var missions: String { "Les cinq missions, semaine par semaine (R08)" }

    package static func missionName(_ mission: Mission) -> String {
        switch mission {
        case .information: "Information"
        case .welcome: "Accueil"
        case .groups: "Actions collectives"
        case .services: "Services aux parents"
        case .actors: "Mise en réseau des acteurs"
        }
    }

    package static func everyOpening(_ count: Int) -> String {
        "à chaque ouverture (\(ReportFigures.counted(count, "demi-journée")))"
    }

    package static var sessions: String { "Les séances" }
    package static var sessionText: String {
        "Placées dans les ouvertures du plan, réparties sur les semaines et les lieux."
    }
    package static let sessionHeaders = ["Séance", "Date", "Heures", "Lieu", "Avec", "Remarques"]

    package static func notes(_ kind: SessionKind, held: Bool) -> String {
        var notes: [String] = held ? [] : ["hors de toute ouverture"]
        if kind.isLaep { notes.append("deux accueillants au moins") }
        if kind.isForProfessionals { notes.append("pour les professionnels") }
        if let ages = kind.ages { notes.append("de \(ages.from) à \(ages.until) ans") }
        if kind.welcomesDisability == .present { notes.append("ouverte aux parents et enfants handicapés") }
        if !kind.digitalHelp.isEmpty { notes.append("aide en ligne : " + kind.digitalHelp.joined(separator: ", ")) }
        return notes.isEmpty ? "–" : notes.joined(separator: " ; ")
    }

    // MARK: Fixed times

    package static var listening: String { "L'écoute à distance (R16, R17, R18)" }
    package static var anonymous: String {
        "L'écoute est anonyme : ce dossier, le plan et les données n'ont aucune place pour un appelant."
    }
    package static let listeningHeaders = ["Date", "Heures", "Écoutant", "Tenue"]

    package static func relay(_ service: String, _ relay: String) -> String {
        "\(service), aide psychologique d'urgence : \(relay)."
    }

    package static func calls(_ service: String, received: Int, handled: Int, weeks: Int) -> String {
        let lost = received > 0 ? ReportFigures.percent(Double(received - handled) / Double(received)) : nil
        return "\(service), \(ReportFigures.counted(weeks, "semaine")) : "
            + "\(ReportFigures.counted(received, "appel reçu", "appels reçus")), \(handled) traités"
            + (lost.map { ", \($0) perdus." } ?? ".")
    }

    package static var centres: String { "Les lieux fixes" }
    package static let centreHeaders = ["Jour", "Heures"]
    package static var prisons: String { "Le relais enfants-parents : calendrier des parloirs (R19)" }
    package static var prisonText: String {
        "Les enfants et les communes où on les prend sont comptés : ni nom, ni âge, ni adresse, ni nom de commune."
    }
    package static let prisonHeaders = [
        "Date", "Établissement", "Parloir", "Enfants", "Équipe", "Route", "Travail",
    ]

    /// `mercredi 6 janvier 2027 : 2 enfants, 1 commune, départ 10 h 53, établissement 13 h 15, retour 17 h 06.` Communes are
    /// counted, never named: with a prison visit they would tell which families have a parent there.
    package static func way(_ outing: PrisonOuting, on date: String) -> String {
        let communes = Set(outing.legs.dropLast().map(\.to)).subtracting([outing.prison]).count
        let arrival = outing.arrivalAtPrison.map { ", établissement \(ReportFigures.time($0))" } ?? ""
        return "\(date) : \(ReportFigures.counted(outing.children, "enfant")), "
            + "\(ReportFigures.counted(communes, "commune")), départ \(ReportFigures.time(outing.departure))\(arrival), "
            + "retour \(ReportFigures.time(outing.arrival))."
            + rides(outing) + outing.breaks.map { " Pause \(ReportWords.span($0))." }.joined()
    }

    /// ` Trajet des enfants, de chaque prise en charge : 48 min à l'aller, 51 min au retour.`
    private static func rides(_ outing: PrisonOuting) -> String {
        let each = outing.rides.map {
            "\(ReportFigures.duration($0.out)) à l'aller, \(ReportFigures.duration($0.back)) au retour"
        }
        return each.isEmpty ? "" : " Trajet des enfants, de chaque prise en charge : \(each.joined(separator: " ; "))."
    }

    package static func reintegration(_ name: String, _ minutes: Minutes) -> String {
        "\(name) : \(ReportFigures.duration(minutes)) en 4 semaines pour le retour du parent dans la société "
            + "(réinsertion), comptées comme travail de l'équipe, à parts égales (notre lecture, à confirmer)."
    }

    // MARK: People and thresholds

    package static var people: String { "Les personnes : temps de travail (R20 à R28)" }
    package static var peopleText: String {
        "Tous les services d'une personne comptent ensemble. Identifiants de l'employeur, sans nom."
    }
    package static var peopleCaption: String {
        "Travail de chaque semaine du cycle, contrat, et chiffres extrêmes du cycle"
    }
    /// `34 h 02 chaque semaine`, or each week's where they differ.
    package static func weeks(_ weeks: [Minutes]) -> String {
        let texts = weeks.map(ReportFigures.duration)
        guard let first = texts.first, texts.count > 1, Set(texts).count == 1 else {
            return texts.joined(separator: " ; ")
        }
        return first + " chaque semaine"
    }
    package static let peopleHeaders = [
        "Personne", "Rôles", "Services", "Travail par semaine", "Contrat", "Jour le plus long", "Amplitude",
        "Repos le plus court", "Soirées", "Statut",
    ]
    package static var thresholds: String { "Seuils employés" }
    package static var thresholdCaption: String { "Valeur, source et état de chaque seuil" }
    package static let thresholdHeaders = ["Seuil", "Valeur", "Source", "État"]
    package static let thresholdKeys: Set<String> = [
        "demi_journees_min", "demi_journee_min_minutes", "min_visites", "profil", "travail_jour_max_heures",
        "travail_semaine_max_heures", "travail_semaine_moyenne_heures", "heures_semaine_max", "heures_supplementaires",
        "repos_quotidien_heures", "repos_hebdo_heures", "deux_jours_de_repos", "pause_apres_heures", "pause_minutes",
        "amplitude_signalee_heures", "amplitude_max_heures", "amplitude_longue_jours", "soiree_a_partir_de",
        "soirees_semaine_max",
        "coupures_temps_partiel", "coupure_temps_partiel_heures", "periodes_jour", "periodes_jour_max",
        "delai_planning_jours", "marge_parloir_minutes",
    ]

    package static func profile(_ profile: WorkProfile) -> String {
        switch profile {
        case .alisfa:
            "Profil de travail : ALISFA, la branche des centres sociaux. Le régime applicable est à confirmer."
        case .legalOnly: "Profil de travail : la loi seule. Le régime applicable est à confirmer."
        case .custom: "Profil de travail : propre à l'employeur. Le régime applicable est à confirmer."
        }
    }
}
