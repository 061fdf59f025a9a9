import FrenchText
import PageRendering
import PlanAnalysis
import PlanningModel
import ScenarioFiles

/// `balayage.html`: what each step brings, the candidates, all cells. Needs no other file and no network.
package struct SweepPage: Sendable {
    private let results: SweepResults

    package init(_ results: SweepResults) { self.results = results }

    /// Drawings of one axis; slices beyond them are in the table only.
    private static let mostDrawings = 3

    package func html(_ templates: TemplateShelf) -> String {
        let grid = results.grid
        let slices = Dictionary(grouping: results.slices, by: \.axis)
        let chapters = grid.axes.indices.filter { slices[$0] != nil }.map { chapter($0, slices[$0] ?? []) }
        let anchors =
            grid.axes.indices.filter { slices[$0] != nil }.map {
                (Self.anchor($0), SweepPageWords.axisTitle(grid.axes[$0]))
            }
            + [("cellules", SweepPageWords.cellsTitle), ("methode", SweepPageWords.methodTitle)]
        let missing = results.cells.filter { $0.plan == nil }
        let style = ["commun", "rapport", "balayage"].map(templates.style).joined()
        return templates.render(
            "balayage",
            [
                "title": SweepPageWords.title(grid), "style": ":root { --bureau: \(Office.usualColour); }\n" + style,
                "skip": ReportPageWords.skip, "contents": ReportPageWords.contents,
                "lead": SweepPageWords.lead(results),
                "axes": grid.axes.map(SweepPageWords.axisLine),
                "anchors": anchors.map { ["anchor": $0.0, "title": $0.1] }, "chapters": chapters,
                "cellsTitle": SweepPageWords.cellsTitle, "cellsText": SweepPageWords.cellsText,
                "cells": ReportSection(title: "", tables: [cells]).context,
                "missing": missing.isEmpty
                    ? []
                    : [
                        ["title": SweepPageWords.missingTitle, "items": missing.map(SweepPageWords.missing)]
                            as [String: Any]
                    ],
                "methodTitle": SweepPageWords.methodTitle, "method": SweepPageWords.method,
            ])
    }

    private static func anchor(_ axis: Int) -> String { "axe-\(axis + 1)" }

    // MARK: Axes

    private func chapter(_ index: Int, _ slices: [SweepSlice]) -> [String: Any] {
        let axis = results.grid.axes[index]
        var chapter: [String: Any] = [
            "anchor": Self.anchor(index), "title": SweepPageWords.axisTitle(axis),
            "kind": axis.isOrdered ? "pas" : "candidats",
        ]
        if axis.isOrdered {
            let plots = plots(axis, slices, index)
            let drawn = min(slices.count, Self.mostDrawings * SweepPlot.most)
            chapter["plots"] = plots
            chapter["texts"] =
                (plots.isEmpty ? [] : [SweepPageWords.plotText])
                + (drawn < slices.count ? [SweepPageWords.moreSlices(drawn, of: slices.count)] : [])
            chapter["section"] = ReportSection(title: "", tables: [steps(axis, slices)]).context
        } else {
            chapter["plots"] = [String]()
            chapter["texts"] = [String]()
            chapter["section"] = candidates(axis, slices).context
        }
        return chapter
    }

    private func plots(_ axis: SweepAxis, _ slices: [SweepSlice], _ index: Int) -> [String] {
        stride(from: 0, to: slices.count, by: SweepPlot.most).prefix(Self.mostDrawings).compactMap { first in
            SweepPlot(
                axis, Array(slices[first..<min(first + SweepPlot.most, slices.count)]), results, first: first,
                identifier: "courbe\(index + 1)n\(first)"
            ).svg()
        }
    }

    private func steps(_ axis: SweepAxis, _ slices: [SweepSlice]) -> ReportSection.Table {
        let rows = slices.flatMap { slice in
            zip(slice.steps, zip(slice.points, slice.points.dropFirst())).map { step, ends in
                [
                    SweepPageWords.others(slice, results.grid),
                    SweepPageWords.stepName(axis, from: ends.0.value, to: ends.1.value),
                    SweepPageWords.step(step.outcome), perUnit(step, axis, ends.0.value, ends.1.value),
                ] + changes(step)
            }
        }
        let hasOthers = results.grid.axes.count > 1
        return ReportSection.Table(
            caption: SweepPageWords.stepCaption(axis),
            headers: Array(SweepPageWords.stepHeaders.dropFirst(hasOthers ? 0 : 1)),
            rows: rows.map { Array($0.dropFirst(hasOthers ? 0 : 1)) })
    }

    private func perUnit(_ step: SweepStep, _ axis: SweepAxis, _ from: Int, _ to: Int) -> String {
        guard case .gain(let range, _) = step.outcome, let start = axis.values[from].number,
            let end = axis.values[to].number, end > start
        else { return ComparisonWords.none }
        return SweepPageWords.perUnit(range, over: end - start)
    }

    /// Kilometres, hours and road euros of the second plan beyond the first.
    private func changes(_ step: SweepStep) -> [String] {
        guard let first = results.cells[step.from].total, let second = results.cells[step.to].total else {
            return Array(repeating: ComparisonWords.none, count: 3)
        }
        return [
            ComparisonWords.signed(second.kilometres - first.kilometres, 1),
            ComparisonWords.signed(second.personHours - first.personHours, 1),
            ComparisonWords.signed(second.summary.roadEuros - first.summary.roadEuros, 0),
        ]
    }

    private func candidates(_ axis: SweepAxis, _ slices: [SweepSlice]) -> ReportSection {
        var section = ReportSection(title: "")
        for slice in slices {
            guard let ranking = slice.ranking else { continue }
            let others = SweepPageWords.others(slice, results.grid)
            let sentence = SweepPageWords.ranking(ranking, slice, axis)
            section.texts.append(others == SweepPageWords.value ? sentence : "\(others) : \(sentence)")
            section.tables.append(
                ReportSection.Table(
                    caption: SweepPageWords.rankingCaption(axis, others), headers: SweepPageWords.rankingHeaders,
                    rows: zip(ranking.order, ranking.ahead).map { point, ahead in
                        let cell = results.cells[slice.points[point].cell]
                        let name = axis.values[slice.points[point].value].text
                        guard let total = cell.total else {
                            return [name, SweepPageWords.short(cell.state)]
                                + Array(repeating: ComparisonWords.none, count: SweepPageWords.rankingHeaders.count - 2)
                        }
                        return [
                            name, ReportFigures.points(total.summary.value), ReportFigures.points(total.summary.bound),
                            point == ranking.order.first
                                ? ComparisonWords.none : ahead.map(SweepPageWords.ahead) ?? ComparisonWords.none,
                            ReportFigures.percent(total.summary.shareReached),
                            ReportFigures.integer(total.summary.communesServed),
                            ReportFigures.decimal(total.kilometres, 1), ReportFigures.decimal(total.personHours, 1),
                            ReportFigures.euros(total.summary.roadEuros),
                        ]
                    }))
        }
        if section.texts.isEmpty { section.texts = [SweepPageWords.notRanked(axis)] }
        return section
    }

    // MARK: Cells

    private var cells: ReportSection.Table {
        let headers = SweepPageWords.cellHeaders(results.grid)
        // The name of a cell is its values: said once.
        return ReportSection.Table(
            caption: SweepPageWords.cellsCaption(results.cells.count), headers: headers,
            rows: results.cells.enumerated().map { index, cell in
                let head = cell.cell.choice == nil ? cell.name : "\(index)"
                let values = results.grid.axes.enumerated().map { place, axis in
                    SweepTables.value(axis, place, cell) ?? ComparisonWords.none
                }
                return [head] + values + figures(cell, count: headers.count - values.count - 1)
            })
    }

    private func figures(_ cell: SweptCell, count: Int) -> [String] {
        guard let total = cell.total else {
            return [SweepPageWords.short(cell.state)] + Array(repeating: ComparisonWords.none, count: count - 1)
        }
        let summary = total.summary
        let margin = results.besideBase(cell)?.margin
        return [
            ReportFigures.range(summary.halfDays.min() ?? 0, summary.halfDays.max() ?? 0),
            ReportFigures.integer(summary.communesServed),
            ReportFigures.percent(summary.shareReached),
            summary.worstOffFifth.map { ReportFigures.percent($0) } ?? ComparisonWords.none,
            summary.gini.map { ReportFigures.decimal($0, 3) } ?? ComparisonWords.none,
            ReportFigures.decimal(total.kilometres, 1), ReportFigures.decimal(total.personHours, 1),
            ReportFigures.euros(summary.roadEuros), ReportFigures.points(summary.value),
            ReportFigures.points(summary.bound), ReportWords.gap(summary.gap),
            cell.cell.choice == nil ? ComparisonWords.none : margin.map(SweepPageWords.ahead) ?? ComparisonWords.none,
        ]
    }
}
