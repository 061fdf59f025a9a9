import GeoModel
import Optimizer
import PlanningModel

/// Why a commune has a stop or has none, in sentences.
package struct CommuneWords {
    private let explanation: CommuneExplanation
    private let name: String
    private let words: ObstacleWords
    private let names: ReportNames
    private let service: Service
    private let scenario: Scenario

    package init(_ explanation: CommuneExplanation, of service: Service, in scenario: Scenario) {
        self.explanation = explanation
        self.service = service
        self.scenario = scenario
        names = ReportNames(scenario)
        name = names.communeName(explanation.commune)
        words = ObstacleWords(service, in: scenario)
    }

    /// `Trélon (59601)`.
    package var title: String { "\(name) (\(explanation.commune))" }

    // MARK: The answer

    /// What the commune is in the plan, first what keeps it from counting.
    package var answer: [String] {
        var lines: [String] = []
        if let reason = notCounting { lines.append(reason) }
        if explanation.venues.isEmpty {
            lines.append(
                "Aucun lieu d'arrêt n'y est connu : aucun plan ne peut y passer. Ajoutez-en un dans lieux.csv.")
        }
        for stop in explanation.stops {
            lines.append(
                "Arrêt au plan : \(ExplanationWords.stop(stop, words)), \(ExplanationWords.times(stop)), "
                    + ReportWords.enumeration(Set(stop.times.map(\.van)).sorted().map(names.vanName)) + ".")
        }
        if !explanation.isStop, !explanation.venues.isEmpty { lines.append("Pas d'arrêt au plan.") }
        if let reached { lines.append(reached) }
        return lines
    }

    private var notCounting: String? {
        let weight = explanation.need.weight
        switch weight.eligibility {
        case .tooDense:
            let density = explanation.need.density.map { ReportFigures.decimal($0, 0) } ?? "?"
            return "Hors cible : \(density) hab./km², au-delà de "
                + "\(ReportFigures.decimal(scenario.parameters.need.maximumDensity, 0)) (densite_max). "
                + "Elle ne compte pas dans le besoin ; « forcer » dans le scénario en décide autrement."
        case .forcedOut: return "Exclue à la main (« exclure » dans le scénario) : elle ne compte pas dans le besoin."
        case .unknown:
            return "Densité ou \(ReportWords.measure(explanation.need.measure)) non connues : elle ne compte pas dans "
                + "le besoin. Inconnu n'est pas zéro : complétez communes.csv."
        case .isolated, .forcedIn:
            return weight.points > .zero ? nil : "Son besoin est nul : elle ne compte pas."
        }
    }

    private var reached: String? {
        guard let share = explanation.share else { return nil }
        guard let credit = explanation.credit else { return "Aucun arrêt du plan ne la dessert : 0 % de son besoin." }
        let minutes = ReportFigures.duration(Seconds(credit.travel.count).roundedUpToMinutes)
        let part = ReportFigures.percent(share, 0)
        let own = explanation.stops.contains { $0.venue == credit.venue }
        return own
            ? "Son besoin est couvert à \(part), à \(minutes) en voiture."
            : "Elle est desservie par l'arrêt \(words.place(credit.venue)), à \(minutes) en voiture : "
                + "\(part) de son besoin est couvert."
    }

    // MARK: Why

    package var why: [String] {
        if explanation.isStop { return whyStop }
        guard let forcing = explanation.forcing else { return [] }
        switch forcing.answer {
        case .impossible:
            return explanation.conflict.map {
                ConflictWords(service, in: forcing.scenario).lines($0, .stop)
            } ?? []
        case .undecided:
            return ["Ni plan qui la dessert ni preuve qu'il n'y en a pas dans le temps donné. Augmentez --duree."]
        case .plan: return cost(forcing, "La desservir") + reasons
        }
    }

    /// What a variant costs, its figures and its stops.
    private func cost(_ comparison: PlanComparison, _ subject: String) -> [String] {
        guard let change = comparison.change else { return [] }
        return [subject + " " + Self.costs(change) + "."]
    }

    /// `coûterait 3,214 points (d'après la recherche)`.
    package static func costs(_ change: ValueRange) -> String {
        let cost = ValueRange(.zero) - change
        if cost.isExact {
            if cost.least == .zero { return "ne coûterait rien : un plan de même valeur existe (d'après la recherche)" }
            return cost.least > .zero
                ? "coûterait \(ExplanationWords.points(cost.least)) (d'après la recherche)"
                : "gagnerait \(ExplanationWords.points(.zero - cost.least)) : le plan n'est pas le meilleur"
        }
        if cost.most < .zero {
            return "gagnerait \(ExplanationWords.range(ValueRange(.zero) - cost)) : le plan n'est pas le meilleur"
        }
        if cost.least <= .zero {
            return "coûterait au plus \(ExplanationWords.points(cost.most)), peut-être rien (non tranché)"
        }
        return "coûterait \(ExplanationWords.range(cost))"
    }

    private var whyStop: [String] {
        var lines: [String] = []
        if let excluding = explanation.excluding {
            switch excluding.answer {
            case .plan: lines += cost(excluding, "Ne plus y passer")
            case .impossible:
                lines.append("Ne plus y passer n'est pas possible : aucun plan sans cet arrêt (d'après la recherche).")
            case .undecided: lines.append("Ne plus y passer : ni plan ni preuve dans le temps donné.")
            }
        }
        for cadence in explanation.cadences {
            let subject = "Y passer \(ReportWords.cadence(cadence.visits))"
            switch cadence.comparison.answer {
            case .plan: lines += cost(cadence.comparison, subject)
            case .impossible: lines.append("\(subject) n'est pas possible : aucun plan (d'après la recherche).")
            case .undecided: lines.append("\(subject) : ni plan ni preuve dans le temps donné.")
            }
        }
        return lines
    }

    private var reasons: [String] {
        let confirmed = explanation.reasons.map { trial in
            let circumstance = trial.relaxation.measure == .dropped ? "Sans cela" : words.circumstance(trial.relaxation)
            return
                "Ce qui l'écarte : \(words.title(trial.relaxation.obstacle)). \(circumstance), un plan qui la dessert "
                + "vaut \(Self.gain(trial)) de plus que le meilleur d'aujourd'hui (recalculé)."
        }
        let settled = explanation.trials.filter { $0.bearing(on: explanation.commune) == .doesNot }
        let open = explanation.trials.filter { $0.bearing(on: explanation.commune) == .undecided }
        var lines = confirmed
        if !settled.isEmpty {
            lines.append(
                (confirmed.isEmpty && open.isEmpty
                    ? "Aucune règle essayée ne l'écarte à elle seule : le temps de tournée rapporte plus ailleurs. "
                    : "")
                    + "Recalculé sans effet pour elle : "
                    + settled.map { words.brief($0.relaxation) }.joined(separator: ", ") + ".")
        }
        if !open.isEmpty {
            lines.append(
                "Non tranché dans le temps donné : "
                    + open.map { words.brief($0.relaxation) }.joined(separator: ", ") + ".")
        }
        return lines
    }

    private static func gain(_ trial: RelaxationTrial) -> String {
        guard case .changes(let gain) = trial.effect else { return "" }
        return ExplanationWords.range(gain)
    }

    // MARK: Figures

    /// What the variant worth telling changes, with its figures.
    package var variant: [String] {
        guard let comparison = explanation.forcing ?? explanation.excluding, let change = comparison.figureChange,
            let stops = comparison.stops
        else { return [] }
        let head = explanation.isStop ? "Sans cet arrêt" : "Avec un arrêt ici"
        return ["\(head), \(ExplanationWords.inFourWeeks) : \(ExplanationWords.change(change))."]
            + ExplanationWords.difference(stops, words).map { "  " + $0 }
    }
}
