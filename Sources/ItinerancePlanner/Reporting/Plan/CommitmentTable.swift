import FrenchText
import PlanCheck

/// Floors, budgets, pins and other promises of a plan: one line each, then what is not kept.
package struct CommitmentTable {
    private let verdicts: [CommitmentVerdict]
    private let names: ReportNames
    private let severalServices: Bool

    package init(_ check: PlanCheck, _ names: ReportNames) {
        verdicts = check.commitments
        self.names = names
        severalServices = Set(verdicts.map(\.service)).count > 1
    }

    package var isEmpty: Bool { verdicts.isEmpty }

    package var lines: [String] {
        let width = verdicts.map { CommitmentWords.state($0.state).count }.max() ?? 0
        return verdicts.flatMap { verdict -> [String] in
            let state = CommitmentWords.state(verdict.state)
            let figures = Self.figures(verdict)
            let head =
                "  " + state + String(repeating: " ", count: width - state.count + 2) + title(verdict)
                + (figures.isEmpty ? "" : " : " + figures)
            return [head] + verdict.breaches.map { "    " + CommitmentWords.sentence($0, of: verdict, names) }
        }
    }

    package func title(_ verdict: CommitmentVerdict) -> String {
        (severalServices ? names.serviceName(verdict.service) + ", " : "") + CommitmentWords.title(verdict, names)
    }

    /// `7,25 % (au moins 5,00 %)`.
    package static func figures(_ verdict: CommitmentVerdict) -> String {
        guard let found = CommitmentWords.found(verdict) else { return "" }
        return found + (CommitmentWords.limit(verdict).map { " (\($0))" } ?? "")
    }
}
