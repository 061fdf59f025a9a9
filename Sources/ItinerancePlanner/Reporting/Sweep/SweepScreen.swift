import FileAccess
import FrenchText
import PlanAnalysis
import ScenarioFiles

/// The lines that `balayer` prints: what each step brings, and which candidates may be the best.
package struct SweepScreen: Sendable {
    private let results: SweepResults

    package init(_ results: SweepResults) { self.results = results }

    package var lines: [String] {
        var lines = ScreenReport.wrapped(SweepPageWords.lead(results), to: 100) + ["", SweepPageWords.cellsTitle]
        lines +=
            ScreenTable(
                heads: SweepPageWords.screenHeads,
                rows: results.cells.map { cell in (label: "  " + cell.name, cells: figures(cell)) }
            ).lines
        for (index, axis) in results.grid.axes.enumerated() {
            let slices = results.slices.filter { $0.axis == index }
            guard !slices.isEmpty else { continue }
            lines += ["", SweepPageWords.axisTitle(axis)]
            for slice in slices { lines += self.lines(slice, axis) }
        }
        return lines.map(ReportFigures.plain)
    }

    private func figures(_ cell: SweptCell) -> [String] {
        guard let total = cell.total else { return [SweepPageWords.short(cell.state), "", "", "", ""] }
        return [
            ReportFigures.points(total.summary.value), ReportFigures.points(total.summary.bound),
            ReportFigures.percent(total.summary.shareReached), ReportFigures.decimal(total.kilometres, 1),
            ReportFigures.decimal(total.personHours, 1),
        ]
    }

    private func lines(_ slice: SweepSlice, _ axis: SweepAxis) -> [String] {
        let others = SweepPageWords.others(slice, results.grid)
        let head = results.grid.axes.count > 1 ? ["  \(others) :"] : []
        let body: [String] =
            axis.isOrdered
            ? zip(slice.steps, zip(slice.points, slice.points.dropFirst())).map { step, ends in
                "\(SweepPageWords.stepName(axis, from: ends.0.value, to: ends.1.value)) : "
                    + SweepPageWords.step(step.outcome)
            } : [slice.ranking.map { SweepPageWords.ranking($0, slice, axis) } ?? SweepPageWords.notRanked(axis)]
        return head + body.flatMap { ScreenReport.wrapped($0, to: 96).map { "    " + $0 } }
    }
}

/// What `balayer --json` prints: the file, and what was done for it.
package struct SweepReport: Encodable, FrenchKeyed {
    private let file: SweepFile
    private let solved: Int
    private let kept: Int

    package init(_ file: SweepFile, solved: Int, kept: Int) {
        self.file = file
        self.solved = solved
        self.kept = kept
    }

    private enum CodingKeys: String, CodingKey {
        case solved = "scenarios_resolus"
        case kept = "scenarios_repris"
    }

    /// Those of the file, which it writes among its own.
    package static var frenchKeys: [String: String] { SweepFile.frenchKeys }

    package func encode(to encoder: any Encoder) throws {
        try file.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(solved, forKey: .solved)
        try container.encode(kept, forKey: .kept)
    }
}
