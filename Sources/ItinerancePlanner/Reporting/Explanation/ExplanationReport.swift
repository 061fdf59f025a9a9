import FileAccess
import Foundation
import FrenchText
import Planning
import ScenarioFiles

/// What `expliquer` says of a plan, and the other plans that it writes.
package struct ExplanationReport {
    private let explanation: PlanExplanation

    package init(_ explanation: PlanExplanation) { self.explanation = explanation }

    package var summary: ExplanationSummary {
        var summary = ExplanationSummary()
        let scenario = explanation.scenario
        summary.communes = explanation.communes?.map { CommuneSummary($0, in: scenario) }
        summary.weeks = explanation.weeks?.map(WeekSummary.init)
        summary.vans = explanation.vans?.map(VanSummary.init)
        summary.rules = explanation.rules?.map { RuleSummary($0, in: scenario) }
        return summary
    }

    /// - Parameter written: the folder that other plans were written to, and their files.
    package func lines(written: (folder: String, files: [String])?) -> [String] {
        let screen = ExplanationScreen(explanation.scenario)
        var lines: [String] = []
        if let communes = explanation.communes {
            lines += communes.flatMap(screen.lines)
            lines += written.map { [self.line(written: $0.files, to: $0.folder)] } ?? []
        }
        lines += explanation.weeks?.flatMap(screen.lines) ?? []
        lines += explanation.vans?.flatMap(screen.lines) ?? []
        return lines + (explanation.rules?.flatMap(screen.lines) ?? [])
    }

    private func line(written files: [String], to folder: String) -> String {
        files.isEmpty ? ExplanationWords.nothingToWrite : ExplanationWords.written(folder, files)
    }

    /// The best plan with each commune that has no stop: named by the code of the commune, and by the service where several
    /// know it.
    package func files() throws -> [(name: OutputName, data: Data)] {
        try explanation.variants.flatMap { variant -> [(name: OutputName, data: Data)] in
            let commune = variant.explanation.commune
            let isShared = (explanation.communes ?? []).count { $0.commune == commune } > 1
            let name: OutputName =
                isShared
                ? "\(slug: commune)-\(slug: variant.explanation.service)" : "\(slug: commune)"
            return [
                ("\(name)-\(PlanFolder.plan)", try PlanFile.encode(variant.plan)),
                ("\(name)-horaires.html", Data(try TimetableReport(variant.plan, variant.check).html().utf8)),
            ]
        }
    }
}

/// What `expliquer` says of a scenario that has no plan.
package struct ConflictReport {
    private let explanation: ScenarioExplanation

    package init(_ explanation: ScenarioExplanation) { self.explanation = explanation }

    package var summary: ExplanationSummary {
        var summary = ExplanationSummary()
        summary.conflicts = explanation.conflicts.compactMap { ConflictSummary($0, in: explanation.scenario) }
        summary.feasible = explanation.feasible
        summary.undecided = explanation.undecided
        return summary
    }

    package var lines: [String] {
        let screen = ExplanationScreen(explanation.scenario)
        return explanation.findings.flatMap { service, finding in
            switch finding {
            case .feasible: [ExplanationWords.feasible(service.name)]
            case .undecided: [ExplanationWords.noAnswer(service.name)]
            case .conflict(let conflict): screen.lines(conflict)
            }
        }
    }
}
