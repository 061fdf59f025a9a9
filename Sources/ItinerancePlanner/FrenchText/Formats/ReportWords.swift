import GeoModel
import PlanAnalysis
import PlanCheck
import PlanningModel

/// Sentences that the reports share.
package enum ReportWords {
    package static var wholePlan: String { "plan entier" }
    package static func timetableTitle(_ scenario: String) -> String { "Horaires des tournées – \(scenario)" }
    /// - Parameter week: `semaine 1 sur 2`.
    package static func roundsCaption(_ week: String, _ dates: String) -> String { "Tournées de la \(week), \(dates)" }

    /// `a, b et c`.
    package static func enumeration(_ words: [String]) -> String {
        guard words.count > 1, let last = words.last else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " et " + last
    }

    /// `semaine 2`, `semaines 1 et 3`.
    package static func weeks(_ weeks: [Int]) -> String {
        (weeks.count > 1 ? "semaines " : "semaine ") + enumeration(weeks.map(String.init))
    }

    /// `a ; b et 7 autres`.
    package static func first(_ count: Int, of names: [String]) -> String {
        names.prefix(count).joined(separator: " ; ") + " et \(names.count - count) autres"
    }

    /// All names where they are few, else the first ones and how many more there are.
    package static func few(_ names: [String], atMost count: Int) -> String {
        names.count > count ? first(count, of: names) : names.joined(separator: " ; ")
    }

    /// Whose word a bound is: the search that has just ended, or a file's.
    package enum BoundClaim {
        case ownSearch
        case announced
    }

    /// Why the search ended; of a plan from a file, what it says of itself.
    package static func stop(_ reason: StopReason, _ claim: BoundClaim) -> String {
        switch reason {
        case .optimal: claim == .ownSearch ? "optimum d'après la recherche" : "optimum annoncé"
        case .gapReached: "écart demandé atteint"
        case .timeLimit: "arrêt au temps imparti"
        case .interrupted: "recherche interrompue"
        }
    }

    /// A gap that is not zero is never shown as zero.
    package static func gap(_ gap: Double) -> String {
        gap > 0 && gap < 0.00005 ? "moins de " + ReportFigures.percent(0.0001, 2) : ReportFigures.percent(gap, 2)
    }

    /// Whether the bound was worked out a second time.
    package static func audit(_ audit: BoundAudit) -> String {
        switch audit {
        case .wholeTree: "Borne vérifiée une seconde fois, par un calcul à part, sur tout l'arbre de recherche"
        case .root:
            "Borne vérifiée une seconde fois, par un calcul à part, au début de la recherche seulement"
        case .notDone: "Borne non vérifiée une seconde fois"
        case .refused: "La seconde vérification de la borne a échoué : une borne plus prudente la remplace"
        }
    }

    /// The same, as a plan's file says it.
    package static func announcedAudit(_ audit: BoundAudit) -> String {
        let own = self.audit(audit)
        return "D'après le plan : " + own.prefix(1).lowercased() + own.dropFirst()
    }

    /// How the bound is worked out a second time, for who runs the program; empty where nothing is left to be done.
    package static func auditOption(_ audit: BoundAudit) -> String {
        switch audit {
        case .root: " (--preuve : sur tout l'arbre)"
        case .notDone: " (--preuve la vérifie)"
        case .wholeTree, .refused: ""
        }
    }

    /// What bound and gap mean, for someone who never heard of them.
    package static func proof(_ summary: PlanSummary) -> String {
        let possible =
            "Borne annoncée par le plan, non vérifiée ici : aucun plan qui respecte les mêmes règles, avec les mêmes données, ne vaudrait "
            + "plus de \(ReportFigures.points(summary.bound)) points"
        guard summary.stop != .optimal, summary.gap > 0 else {
            return possible + " ; ce plan les atteint, il n'en existerait pas de meilleur."
        }
        return possible
            + " ; un meilleur plan, s'il en existe un, gagnerait au plus \(gap(summary.gap)) du besoin couvert."
    }

    package static func kind(_ kind: ServiceKind) -> String {
        switch kind {
        case .parentingResource: "Lieu ressources parentalité"
        case .firstThousandDays: "Maison des 1 000 premiers jours"
        }
    }

    package static func eligibility(_ eligibility: Eligibility) -> String {
        switch eligibility {
        case .isolated: "commune isolée"
        case .forcedIn: "ajoutée à la main"
        case .tooDense: "trop dense"
        case .forcedOut: "exclue à la main"
        case .unknown: "densité ou population inconnue"
        }
    }

    /// `2 dimensions sur 4 (fragilité, éloignement) ; manquent : numérique, offre`.
    package static func dimensions(_ used: [NeedDimension]) -> String {
        let missing = NeedDimension.allCases.filter { !used.contains($0) }
        let all = NeedDimension.allCases.count
        let names = used.map(dimension).joined(separator: ", ")
        let head =
            ReportFigures.counted(used.count, "dimension") + " sur \(all)" + (names.isEmpty ? "" : " (\(names))")
        if missing.isEmpty { return head }
        return head + (missing.count > 1 ? " ; manquent : " : " ; manque : ")
            + missing.map(dimension).joined(separator: ", ")
    }

    package static func cadence(_ visits: Int) -> String {
        switch visits {
        case 8: "deux fois par semaine"
        case 4: "chaque semaine"
        case 2: "une semaine sur deux"
        case 1: "toutes les 4 semaines"
        default: ReportFigures.counted(visits, "passage") + " en 4 semaines"
        }
    }

    package static var shortStop: String { "arrêt court" }

    package static func halfDay(_ half: HalfDay) -> String { half == .morning ? "matin" : "après-midi" }

    package static func closure(_ closure: HolidaySummary.Kind) -> String {
        switch closure {
        case .publicHoliday: "férié : annulé"
        case .schoolHoliday: "vacances : annulé"
        }
    }

    /// Whether a day of the timetable takes place, and what the data say of its place.
    package static func status(_ closure: DayClosure?, place standing: String) -> String {
        let status =
            switch closure {
            case .publicHoliday: "annulé (férié)"
            case .schoolHoliday: "annulé (vacances)"
            case .notCovered: "prévu (calendrier non couvert)"
            case nil: "prévu"
            }
        return standing.isEmpty ? status : "\(status), lieu : \(standing)"
    }

    /// What became of the whole plan.
    package static func conclusion(_ check: PlanCheck) -> String {
        let commitments = check.commitments.count
        if check.isValid {
            let met = check.verdicts.count { $0.state == .met }
            return "Plan valide : aucune règle obligatoire n'est enfreinte (\(met) respectées sur "
                + "\(check.verdicts.count)), "
                + (commitments == 0
                    ? "" : commitments == 1 ? "l'engagement est tenu, " : "les \(commitments) engagements sont tenus, ")
                + "tous les chiffres sont retrouvés"
        }
        let broken = check.verdicts.count { $0.state == .broken }
        let missed = check.commitments.count { $0.state == .broken }
        return "Plan non valide : "
            + ReportFigures.counted(broken, "règle non respectée", "règles non respectées") + ", "
            + (commitments == 0
                ? "" : ReportFigures.counted(missed, "engagement non tenu", "engagements non tenus") + ", ")
            + ReportFigures.counted(
                check.discrepancies.count, "chiffre qui ne se retrouve pas", "chiffres qui ne se retrouvent pas")
    }

    /// What another frequency curve would change.
    package static func shapeTrial(_ trial: ShapeTrial) -> String {
        let curve = trial.shape == .squareRoot ? "en racine carrée" : "exponentielle"
        let certainty = trial.gap > 0 ? ", plan à \(ReportFigures.percent(trial.gap)) près" : ""
        return "Avec une autre courbe de fréquence (\(curve)\(certainty)), "
            + "\(trial.kept) des \(trial.stops) arrêts restent les mêmes"
    }

    /// The word "conforme", or why it cannot be said.
    package static func conformity(_ check: PlanCheck) -> String {
        if check.isConform { return "Le plan est conforme : aucune règle obligatoire n'est restée sans donnée" }
        let missing = check.verdicts.filter { $0.rule.kind == .hard && $0.state == .notCheckable }
            .map(\.rule.rawValue)
        if !check.isValid { return "Le plan n'est pas conforme" }
        return "Le plan ne peut pas encore être dit conforme : des données manquent pour des règles obligatoires ("
            + (missing + (check.commitments.contains { $0.state == .notCheckable } ? ["engagements"] : []))
            .joined(separator: ", ") + ")"
    }

    package static var missingData: String { "Données manquantes : ni respecté ni enfreint" }
    package static var noRound: String { "pas de tournée" }

    /// `9 h – 12 h`.
    package static func span(_ interval: Interval) -> String {
        "\(ReportFigures.time(interval.start))\(ReportFigures.noBreak)–\(ReportFigures.noBreak)"
            + ReportFigures.time(interval.end)
    }

    /// The lunch, or another break.
    package static func pause(_ pause: Interval, _ parameters: Parameters) -> String {
        let isLunch = pause.start < parameters.lunchUntil && parameters.lunchFrom < pause.end
        return (isLunch ? "Pause de midi" : "Pause") + ", de \(ReportFigures.time(pause.start)) à "
            + ReportFigures.time(pause.end)
    }

    package static let parametersPage = [
        "# Paramètres d'un scénario", "",
        "Chaque paramètre peut être écrit sous `parametres:` dans le fichier du scénario. Sans cela, la valeur par défaut",
        "s'applique. « À confirmer » : la valeur est un choix ou une observation, à valider avec la Caf. Cette page est",
        "produite par le programme.", "",
    ]
}
