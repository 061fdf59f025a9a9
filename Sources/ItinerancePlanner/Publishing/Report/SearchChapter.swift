import FrenchText
import Optimizer
import Reporting
import ScenarioFiles

/// How plan and bound closed: a plot, and the same at a few moments.
package struct SearchChapter {
    private let trace: SearchTrace

    package init(_ trace: SearchTrace) { self.trace = trace }

    package var chapter: ReportChapter {
        ReportChapter(
            anchor: "recherche", title: JournalWords.chapter, startsPage: true, texts: [JournalWords.text],
            pictures: [
                .init(
                    name: "graphiques/recherche", svg: SearchFiles(trace).picture,
                    title: JournalWords.title, table: trace.csv,
                    tables: [
                        .init(
                            caption: JournalWords.caption, headers: JournalWords.headers, rows: moments.map(Self.row))
                    ])
            ])
    }

    private static func row(_ step: SolveProgress) -> [String] {
        [
            ReportFigures.decimal(step.seconds, 1),
            step.value.map { ReportFigures.decimal($0, 3) } ?? JournalWords.none,
            ReportFigures.decimal(step.bound, 3), step.gap.map { ReportFigures.percent($0, 2) } ?? JournalWords.none,
        ]
    }

    /// The first plan, the first step at each tenfold smaller gap, and the last step.
    private var moments: [SolveProgress] {
        let planned = trace.steps.filter { $0.value != nil }
        let gaps = [Double.infinity, 0.1, 0.01, 0.001]
        var found: [SolveProgress] = []
        for step in gaps.compactMap({ gap in planned.first { $0.gap ?? .infinity <= gap } }) + planned.suffix(1)
        where found.last.map({ $0.seconds < step.seconds }) ?? true {
            found.append(step)
        }
        return found
    }
}
