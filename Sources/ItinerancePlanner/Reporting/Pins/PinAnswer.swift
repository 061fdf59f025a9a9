import FileAccess
import FrenchText
import LinearSolver
import Optimizer
import PlanCheck
import PlanningModel

/// One promise of a service, in words, and held against a plan.
package struct Promise {
    package let scenario: Scenario
    package let service: Service?
    package let pin: Pin?

    /// - Parameter index: among the pins of the service.
    package init(_ scenario: Scenario, _ service: String, _ index: Int) {
        self.scenario = scenario
        self.service = scenario.services.first { $0.id == service }
        pin = self.service.flatMap { $0.pins.indices.contains(index) ? $0.pins[index] : nil }
    }

    package var words: String {
        pin.map { ReportFigures.plain(CommitmentWords.pin($0, ReportNames(scenario))) } ?? ""
    }

    /// What a plan keeps of it.
    package struct PlanAnswer: Encodable, FrenchKeyed {
        package var plan: String
        package var isKept: Bool
        /// Sentences, one for each breach.
        package var breaches: [String]

        package static var frenchKeys: [String: String] {
            ["plan": "fichier", "isKept": "tenue", "breaches": "ecarts"]
        }
    }

    /// `nil` where the plan does not have the service.
    package func answer(of plan: Plan, named name: String) -> PlanAnswer? {
        var plan = plan
        guard let service, let pin, let index = plan.scenario.services.firstIndex(where: { $0.id == service.id }) else {
            return nil
        }
        plan.scenario.services[index].pins = [pin]
        let names = ReportNames(plan.scenario)
        let verdict = PlanCheck(plan).commitments.first { $0.service == service.id && $0.commitment == .pin(0) }
        return PlanAnswer(
            plan: name, isKept: verdict?.state == .met,
            breaches: verdict.map { verdict in
                verdict.breaches.map { ReportFigures.plain(CommitmentWords.sentence($0, of: verdict, names)) }
            } ?? [])
    }
}

/// What `epingler` answers: the promise, whether all promises can be kept together, whether it is written, and whether a
/// plan keeps it.
package struct PinAnswer: Encodable {
    package enum Outcome: String, Encodable {
        case possible = "tenables_ensemble"
        case impossible
        case undecided = "non_tranche"
        case notSearched = "non_recherche"
    }

    package let file: String
    package let line: Int
    package let service: String
    package let text: String
    package var isWritten = false
    package private(set) var outcome = Outcome.notSearched
    package private(set) var conflict: ConflictSummary?
    package private(set) var planAnswer: Promise.PlanAnswer?
    private var explanation: [String] = []

    package init(_ promise: Promise, file: String, line: Int) {
        self.file = file
        self.line = line
        service = promise.service?.id ?? ""
        text = promise.words
    }

    package mutating func tell(_ finding: ConflictFinder.Finding?, in scenario: Scenario, pin index: Int) {
        switch finding {
        case nil: outcome = .notSearched
        case .feasible: outcome = .possible
        case .undecided: outcome = .undecided
        case .conflict(let found):
            outcome = .impossible
            conflict = ConflictSummary(found, in: scenario)
            explanation = ExplanationScreen(scenario).lines(found)
            if !found.members.contains(.pin(index)) { explanation.append(PinWords.otherConflict) }
        }
    }

    package mutating func tell(_ answer: Promise.PlanAnswer) { planAnswer = answer }

    package var lines: [String] {
        var lines = [text]
        switch outcome {
        case .possible: lines.append(PinWords.possible)
        case .undecided: lines.append(PinWords.undecided)
        case .notSearched: lines.append(PinWords.notSearched)
        case .impossible: lines += explanation
        }
        if isWritten { lines.append(PinWords.written(file, line)) }
        if let planAnswer {
            lines.append(planAnswer.isKept ? PinWords.kept(planAnswer.plan) : PinWords.notKept(planAnswer.plan))
            lines += planAnswer.breaches.map { "  " + $0 }
        }
        return lines
    }

    package enum CodingKeys: String, CodingKey {
        case file = "fichier"
        case line = "ligne"
        case service
        case text = "promesse"
        case isWritten = "ecrite"
        case outcome = "promesses_du_service"
        case conflict = "conflit"
        case planAnswer = "plan"
    }
}
