import FrenchText
import Optimizer
import PlanCheck
import PlanningModel

/// The lines of `expliquer` on a terminal: the answer first, then why, then figures.
package struct ExplanationScreen: Sendable {
    private let scenario: Scenario
    private let names: ReportNames
    private let width: Int

    /// - Parameter width: columns after which a line goes on below itself.
    package init(_ scenario: Scenario, width: Int = 100) {
        self.scenario = scenario
        self.width = width
        names = ReportNames(scenario)
    }

    private func service(_ id: String) -> Service? { scenario.services.first { $0.id == id } }

    /// Ordinary spaces, and long lines that go on below their own indent, never between a figure and its unit.
    private func finished(_ lines: [String]) -> [String] {
        lines.flatMap { line -> [String] in
            guard line.contains(where: { $0 != " " }) else { return [""] }
            let indent = line.prefix { $0 == " " || $0 == "-" }
            let text = ReportFigures.typeset(String(line.dropFirst(indent.count)))
            let parts = ScreenReport.wrapped(text, to: max(20, width - indent.count))
            let below = String(repeating: " ", count: indent.count)
            return parts.enumerated().map { ReportFigures.plain(($0 == 0 ? String(indent) : below) + $1) }
        }
    }

    /// The service, where a plan has several.
    private func heading(_ text: String, _ service: String) -> String {
        scenario.services.count > 1 ? "\(text) – \(names.serviceName(service))" : text
    }

    package func lines(_ explanation: CommuneExplanation) -> [String] {
        guard let service = service(explanation.service) else { return [] }
        let words = CommuneWords(explanation, of: service, in: scenario)
        let blocks = [
            words.answer, words.why, words.variant,
            CommuneNeedWords(explanation.need, of: service, in: scenario).lines,
        ].filter { !$0.isEmpty }
        return finished([heading(words.title, explanation.service)] + blocks.flatMap { $0.map { "  " + $0 } + [""] })
    }

    package func lines(_ explanation: RuleExplanation) -> [String] {
        guard let service = service(explanation.service) else { return [] }
        let words = RuleEffectWords(explanation, of: service, in: scenario)
        return finished([heading(words.title, explanation.service)] + words.lines.map { "  " + $0 } + [""])
    }

    package func lines(_ explanation: VanExplanation) -> [String] {
        guard let service = service(explanation.service) else { return [] }
        let words = VanWords(explanation, of: service, in: scenario)
        return finished([heading(words.title, explanation.service)] + words.lines.map { "  " + $0 } + [""])
    }

    package func lines(_ explanation: WeekExplanation) -> [String] {
        let words = WeekWords(explanation, in: scenario)
        return finished([heading(words.title, explanation.service)] + words.lines.map { "  " + $0 } + [""])
    }

    package func lines(_ conflict: Conflict) -> [String] {
        guard let service = service(conflict.service) else { return [] }
        return finished(
            ConflictWords(service, in: scenario).lines(conflict, .service(service.name)) + [""])
    }
}
