import GeoModel
import Optimizer
import PlanCheck
import PlanningModel

/// Limits and promises that may stand in the way, and how far each is moved.
package struct ObstacleWords {
    private let scenario: Scenario
    private let service: Service
    private let names: ReportNames
    private var parameters: Parameters { scenario.parameters }

    package init(_ service: Service, in scenario: Scenario) {
        self.scenario = scenario
        self.service = service
        names = ReportNames(scenario)
    }

    /// The obstacle with its figure: `R01, 5 demi-journées d'ouverture par semaine au moins`.
    package func title(_ obstacle: Obstacle) -> String {
        let rule = obstacle.rule.map { $0.rawValue + ", " } ?? ""
        return rule + name(obstacle)
    }

    private func name(_ obstacle: Obstacle) -> String {
        switch obstacle {
        case .minimumOpening:
            ReportFigures.counted(parameters.minimumHalfDays, "demi-journée") + " d'ouverture par semaine au moins"
        case .minimumVisits: "\(visits(parameters.minimumVisits)) au moins pour chaque arrêt"
        case .dailyWork: "\(ReportFigures.duration(parameters.dailyWork)) de travail par jour au plus"
        case .weeklyWork:
            "\(ReportFigures.duration(parameters.weeklyWork)) de travail par semaine et "
                + "\(ReportFigures.duration(parameters.averageWeeklyWork)) en moyenne au plus"
        case .referenceWeek: "\(week(.zero)) de travail par semaine et par personne au plus"
        case .dailyRest: "\(ReportFigures.duration(parameters.dailyRest)) de repos entre deux journées"
        case .weeklyRest:
            "\(ReportFigures.duration(parameters.weeklyRest)) de repos par semaine"
                + (parameters.twoDaysOff == .yes ? ", deux jours de suite" : "")
        case .workBreak:
            "pause de \(ReportFigures.duration(parameters.breakLength)) avant "
                + "\(ReportFigures.duration(parameters.breakAfter)) de travail"
        case .daySpan: "\(ReportFigures.duration(parameters.spanMaximum)) d'amplitude par jour au plus"
        case .openingWindow:
            "accueil entre \(ReportFigures.time(parameters.windowStart)) et "
                + "\(ReportFigures.time(parameters.windowEnd)) (ouverture_debut, ouverture_fin)"
        case .floor(let kind): floor(kind).map { "plancher de \($0)" } ?? "plancher"
        case .budget(let kind): budget(kind).map { "budget de \($0) en 4 semaines" } ?? "budget"
        case .pin(let index): names.pin(service.id, index).map(pin) ?? "épingle \(index + 1)"
        case .formerStop(let venue): "suite du cycle précédent, \(place(venue)) : même jour, mêmes semaines"
        case .venueHours(let venue): "horaires du lieu \(place(venue))\(hours(of: venue))"
        case .premises: "lieux et véhicules connus pour ne pas convenir (R04, R05, R34 : espaces, accès, électricité)"
        case .permits: "autorisations de stationner qui ne couvrent pas tout le cycle (R34)"
        case .closures: "fermetures de lieux pendant le cycle (R38)\(closedPlaces)"
        }
    }

    private func pin(_ pin: Pin) -> String {
        let text = CommitmentWords.pin(pin, names).replacing("Épingle : ", with: "")
        return "épingle « \(text) »"
    }

    private func floor(_ kind: FloorKind) -> String? {
        let floors = service.floors
        return switch kind {
        case .everyEpci: floors.everyEpci.map { "\(Self.share($0)) dans chaque intercommunalité" }
        case .highestNeed: floors.highestNeed.map { "\(Self.share($0)) pour les familles au besoin le plus intense" }
        case .worstOff: floors.worstOff.map { "\(Self.share($0)) pour le cinquième du besoin le moins bien servi" }
        }
    }

    private func budget(_ kind: BudgetKind) -> String? {
        let budgets = service.budgets
        return switch kind {
        case .kilometres: budgets.kilometres.map { RuleWords.amount(.kilometres($0)) }
        case .personHours: budgets.personHours.map { RuleWords.amount(.personHours($0)) + " de travail" }
        case .euros: budgets.euros.map { RuleWords.amount(.euros($0)) }
        }
    }

    /// The limit of R22, contracts included, with so much more: `35 h`, `24 h à 35 h`.
    private func week(_ more: Minutes) -> String {
        let rule = ReferenceWeek(parameters)
        let limits = service.teams.compactMap { scenario.crew(of: $0).map(rule.limit).min() }
        let (least, most) = (limits.min() ?? rule.reference, limits.max() ?? rule.reference)
        let first = ReportFigures.duration(least + more)
        return least == most ? first : "\(first) à \(ReportFigures.duration(most + more))"
    }

    /// ` : « Salle » du 1er décembre 2026 au 30 juin 2027 (travaux)`, the first ones of many.
    private var closedPlaces: String {
        let texts = scenario.closures(of: service).map { closure in
            "\(place(closure.place)), \(ReportDates.range(closure.from, closure.until))"
                + (closure.reason.isEmpty ? "" : ", \(closure.reason)")
        }
        return texts.isEmpty ? "" : " : " + ReportWords.few(texts, atMost: Self.closuresTold)
    }
    private static let closuresTold = 3

    private func hours(of venue: String) -> String {
        let text = scenario.territory.venueFacts.first { $0.venue == venue }?.openingHours ?? ""
        return text.isEmpty ? "" : " (\(text))"
    }

    package func place(_ venue: String) -> String {
        "« \(names.placeName(venue)) »" + (names.communeBeside(venue).map { " (\($0))" } ?? "")
    }

    private func visits(_ count: Int) -> String { ReportFigures.counted(count, "passage") + " en 4 semaines" }

    private static func share(_ share: Double) -> String {
        ReportFigures.percent(share, 100 * share == (100 * share).rounded() ? 0 : 1)
    }

    /// What is moved, as what somebody would have to grant: `1 h de travail de plus par semaine … (36 h au lieu de 35 h)`.
    package func measure(_ relaxation: Relaxation) -> String {
        switch (relaxation.obstacle, relaxation.measure) {
        case (.openingWindow, .dropped):
            "un accueil possible de \(ReportFigures.time(Obstacle.widestWindow.lowerBound)) à "
                + "\(ReportFigures.time(Obstacle.widestWindow.upperBound))"
        case (_, .dropped): "sans \(named(relaxation.obstacle))"
        case (.referenceWeek, .moreTime(let time)):
            "\(ReportFigures.duration(time)) de travail de plus par semaine et par personne "
                + "(\(week(time)) au lieu de \(week(.zero)))"
        case (.dailyWork, .moreTime(let time)): perDay(time, "de travail de plus", parameters.dailyWork)
        case (.daySpan, .moreTime(let time)): perDay(time, "d'amplitude de plus", parameters.spanMaximum)
        case (_, .moreTime(let time)): "\(ReportFigures.duration(time)) de plus par semaine"
        case (_, .lessTime(let time)): "\(ReportFigures.duration(time)) de repos de moins"
        case (.minimumOpening, .threshold(.count(let count))):
            "\(ReportFigures.counted(count, "demi-journée")) par semaine au lieu de \(parameters.minimumHalfDays)"
        case (_, .halfDays(let count, let weeks)): lighter(count, weeks)
        case (.minimumVisits, .threshold(.count(let count))):
            "\(visits(count)) par arrêt au lieu de \(parameters.minimumVisits)"
        case (.floor(let kind), .threshold(.share(let share))):
            "un plancher de \(Self.share(share)) au lieu de \(floor(kind) ?? "")"
        case (.budget(let kind), .threshold(let amount)):
            "un budget de \(RuleWords.amount(amount)) au lieu de \(budget(kind) ?? "") en 4 semaines"
        case (_, .threshold(let amount)): RuleWords.amount(amount)
        }
    }

    /// The same as the beginning of a sentence: `Avec 1 h de travail de plus …`, `Sans le plancher de 40 % …`.
    package func circumstance(_ relaxation: Relaxation) -> String {
        let text = measure(relaxation)
        return text.hasPrefix("sans ") ? "S" + text.dropFirst() : "Avec \(text)"
    }

    /// The obstacle with its article: `le plancher de 40 % dans chaque intercommunalité`.
    private func named(_ obstacle: Obstacle) -> String {
        switch obstacle {
        case .floor, .budget: "le \(name(obstacle))"
        case .pin(let index): names.pin(service.id, index).map { "l'\(pin($0))" } ?? "l'épingle \(index + 1)"
        case .formerStop: "la \(name(obstacle))"
        case .venueHours, .premises, .permits, .closures: "les \(name(obstacle))"
        default: "la règle \(title(obstacle))"
        }
    }

    /// What is moved, in few words, for lists: `R22 (1 h de plus)`, `budget de km`, `épingle (Trélon, centre)`.
    package func brief(_ relaxation: Relaxation) -> String {
        let obstacle = relaxation.obstacle
        let rule = obstacle.rule?.rawValue ?? ""
        switch (obstacle, relaxation.measure) {
        case (_, .moreTime(let time)): return "\(rule) (\(ReportFigures.duration(time)) de plus)"
        case (_, .lessTime(let time)): return "\(rule) (\(ReportFigures.duration(time)) de repos de moins)"
        case (.minimumOpening, .threshold(.count(let count))):
            return "\(rule) (\(ReportFigures.counted(count, "demi-journée")))"
        case (_, .halfDays): return "\(rule) (\(measure(relaxation)))"
        case (.minimumVisits, .threshold(.count(let count))): return "\(rule) (\(visits(count)))"
        case (.floor(.everyEpci), _): return "plancher par intercommunalité"
        case (.floor(.highestNeed), _): return "plancher du besoin le plus intense"
        case (.floor(.worstOff), _): return "plancher des moins bien servis"
        case (.budget(.kilometres), _): return "budget de km (10 % de plus)"
        case (.budget(.personHours), _): return "budget d'heures (10 % de plus)"
        case (.budget(.euros), _): return "budget d'euros (10 % de plus)"
        case (.pin(let index), _):
            let pin = names.pin(service.id, index)
            let subject = pin?.venue.map(names.placeName) ?? pin?.commune.map(names.communeName)
            return "épingle (\(subject ?? String(index + 1)))"
        default: return measure(relaxation)
        }
    }

    /// `1 demi-journée de moins en semaine 3 (4 au lieu de 5)`.
    private func lighter(_ count: Int, _ weeks: [Int]) -> String {
        let usual = weeks.map(parameters.minimumHalfDays).max() ?? parameters.minimumHalfDays
        let names = ReportWords.enumeration(weeks.map(String.init))
        return "\(ReportFigures.counted(usual - count, "demi-journée")) de moins en "
            + (weeks.count > 1 ? "semaines \(names)" : "semaine \(names)") + " (\(count) au lieu de \(usual))"
    }

    private func perDay(_ time: Minutes, _ words: String, _ limit: Minutes) -> String {
        "\(ReportFigures.duration(time)) \(words) par jour (\(ReportFigures.duration(limit + time)) au lieu de "
            + "\(ReportFigures.duration(limit)))"
    }

    /// The key of an obstacle in JSON.
    package static func key(_ obstacle: Obstacle) -> String {
        switch obstacle {
        case .minimumOpening, .minimumVisits, .dailyWork, .weeklyWork, .referenceWeek, .dailyRest, .weeklyRest,
            .workBreak, .daySpan:
            obstacle.rule?.rawValue ?? ""
        case .openingWindow: "plage_ouverture"
        case .floor(.everyEpci): "plancher_epci"
        case .floor(.highestNeed): "plancher_besoin_eleve"
        case .floor(.worstOff): "plancher_moins_bien_servis"
        case .budget(.kilometres): "budget_km"
        case .budget(.personHours): "budget_heures"
        case .budget(.euros): "budget_euros"
        case .pin(let index): "epingle_\(index + 1)"
        case .formerStop(let venue): "arret_precedent_\(venue)"
        case .venueHours(let venue): "horaires_\(venue)"
        case .premises: "lieux_et_vehicules"
        case .permits: "autorisations"
        case .closures: "fermetures"
        }
    }
}
