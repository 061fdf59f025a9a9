import PlanCheck
import PlanningModel

/// What a scenario promises beyond the rules, and what became of it.
package enum CommitmentWords {
    /// `Plancher par intercommunalité`, `Épingle : Anor, centre – servi, mardi, matin`.
    package static func title(_ verdict: CommitmentVerdict, _ names: ReportNames) -> String {
        switch verdict.commitment {
        case .epciFloor: "Plancher de bénéfice, chaque intercommunalité"
        case .highestNeedFloor: "Plancher de bénéfice, cinquième des familles au besoin le plus intense"
        case .worstOffFloor: "Plancher de bénéfice, cinquième du besoin le moins bien servi"
        case .kilometreBudget: "Budget de kilomètres, en 4 semaines"
        case .hourBudget: "Budget d'heures de travail, en 4 semaines, toutes personnes"
        case .euroBudget: "Budget de coûts comptés, en 4 semaines"
        case .formerStops: "Suite du cycle précédent, arrêts gardés"
        case .venueHours: "Horaires des lieux"
        case .pin(let index): names.pin(verdict.service, index).map { pin($0, names) } ?? "Épingle \(index + 1)"
        }
    }

    /// `met` and its like; a commitment is masculine in French.
    package static func state(_ state: RuleState) -> String {
        switch state {
        case .met: "tenu"
        case .reported: "à signaler"
        case .notCheckable: "non vérifiable"
        case .broken: "non tenu"
        case .notConcerned: "sans objet"
        }
    }

    package static func found(_ verdict: CommitmentVerdict) -> String? {
        verdict.found.map {
            guard case .count(let count) = $0 else { return RuleWords.amount($0) }
            return ReportFigures.counted(
                count, verdict.commitment == .venueHours ? "lieu avec horaires" : "lieu",
                verdict.commitment == .venueHours ? "lieux avec horaires" : "lieux")
        }
    }

    /// The threshold, as a minimum or a maximum.
    package static func limit(_ verdict: CommitmentVerdict) -> String? {
        verdict.limit.map { (isMinimum(verdict.commitment) ? "au moins " : "au plus ") + RuleWords.amount($0) }
    }

    private static func isMinimum(_ commitment: Commitment) -> Bool {
        switch commitment {
        case .epciFloor, .highestNeedFloor, .worstOffFloor: true
        case .kilometreBudget, .hourBudget, .euroBudget, .pin, .formerStops, .venueHours: false
        }
    }

    // MARK: Pins

    package static func pin(_ pin: Pin, _ names: ReportNames) -> String {
        let subject = pin.venue.map(names.placeName) ?? pin.commune.map { "\(names.communeName($0)) (commune)" } ?? "?"
        let wishes = wishes(pin, names)
        return "Épingle : \(subject)" + (wishes.isEmpty ? "" : " – " + wishes.joined(separator: ", "))
            + (pin.reason.isEmpty ? "" : " ; motif : \(pin.reason)") + origin(pin)
    }

    /// ` ; posée le 4 janvier 2027 par responsable des lieux ressources ; jusqu'au 2 juillet 2027`.
    private static func origin(_ pin: Pin) -> String {
        let made =
            (pin.date.map { " le \(ReportDates.full($0))" } ?? "") + (pin.author.isEmpty ? "" : " par \(pin.author)")
        return (made.isEmpty ? "" : " ; posée\(made)")
            + (pin.until.map { " ; jusqu'au \(ReportDates.full($0))" } ?? "")
    }

    private static func wishes(_ pin: Pin, _ names: ReportNames) -> [String] {
        var wishes: [String] = []
        if let served = pin.served { wishes.append(served ? "desservi" : "non desservi") }
        if let least = pin.minimumVisits { wishes.append("au moins \(visits(least))") }
        if let most = pin.maximumVisits { wishes.append("au plus \(visits(most))") }
        if let weekdays = pin.weekdays { wishes.append(weekdays.map(\.key).joined(separator: " ou ")) }
        if let half = pin.half { wishes.append(ReportWords.halfDay(half)) }
        if let start = pin.start { wishes.append("à partir de \(ReportFigures.time(start))") }
        if let van = pin.van { wishes.append(names.vanName(van)) }
        if let crew = pin.crew { wishes.append("équipe \(crew)") }
        if let weeks = pin.weeks {
            wishes.append(
                (weeks.count > 1 ? "semaines " : "semaine ") + ReportWords.enumeration(weeks.map(String.init)))
        }
        if let order = pin.order { wishes.append("\(place(order)) de sa demi-journée") }
        return wishes
    }

    /// `1er arrêt`, `2e arrêt`.
    package static func place(_ order: Int) -> String { (order == 1 ? "1er" : "\(order)e") + " arrêt" }

    private static func visits(_ count: Int) -> String { ReportFigures.counted(count, "passage") + " en 4 semaines" }

    // MARK: Breaches

    /// One breach as a sentence: where, then what, with its figures.
    package static func sentence(
        _ breach: CommitmentBreach, of verdict: CommitmentVerdict, _ names: ReportNames
    ) -> String {
        let place = names.locus(breach.locus)
        return place.prefix(1).uppercased() + place.dropFirst() + " : " + what(breach, of: verdict) + "."
    }

    private static func what(_ breach: CommitmentBreach, of verdict: CommitmentVerdict) -> String {
        let found = breach.found.map(RuleWords.amount) ?? "?"
        let limit = breach.limit.map(RuleWords.amount) ?? "?"
        return switch breach.kind {
        case .floorMissed: "bénéfice de \(found), le plancher est \(limit)"
        case .budgetPassed: "\(budgeted(verdict.commitment)) \(found) en 4 semaines, le budget est \(limit)"
        case .notServed: "aucun arrêt, alors qu'il est promis"
        case .servedThoughExcluded: "un arrêt, alors que le lieu est exclu"
        case .tooFewVisits: "\(found) passages en 4 semaines, l'épingle en demande \(limit) au moins"
        case .tooManyVisits: "\(found) passages en 4 semaines, l'épingle en permet \(limit) au plus"
        case .otherWeekday: "ce jour n'est pas parmi ceux de l'épingle"
        case .otherOrder: "l'arrêt est le n° \(found) de sa demi-journée, l'épingle demande le n° \(limit)"
        case .otherHalf: "l'accueil n'est pas, ou pas seulement, dans la demi-journée de l'épingle"
        case .otherStart: "l'accueil commence à \(found), l'épingle demande \(limit)"
        case .otherVan: "le véhicule n'est pas celui de l'épingle"
        case .otherCrew: "l'équipe n'est pas celle de l'épingle"
        case .otherWeek: "l'une de ses semaines n'est pas parmi celles de l'épingle"
        case .formerWeekdayLost: "le jour n'est plus celui du cycle précédent"
        case .formerWeeksLost: "les semaines ne prolongent pas celles du cycle précédent"
        case .venueClosed: "l'accueil de \(found) est hors des horaires du lieu"
        case .venueClosedInSchoolHolidays:
            "l'accueil de \(found) est hors des horaires du lieu pendant les vacances scolaires"
        case .hoursNotRead: "les horaires du lieu ne sont pas compris, ils ne sont pas vérifiés"
        }
    }

    private static func budgeted(_ commitment: Commitment) -> String {
        switch commitment {
        case .kilometreBudget: "route de"
        case .hourBudget: "travail de"
        default: "coûts de"
        }
    }
}
