import FileAccess
import FrenchText
import Optimizer
import PlanAnalysis
import PlanningModel
import ScenarioFiles
import TabularData

/// `balayage.json`: all cells, what each step brings, which candidates may be the best.
package struct SweepFile: Sendable, Encodable, FrenchKeyed {
    package struct Axis: Sendable, Encodable, FrenchKeyed {
        package var name: String
        package var service: String?
        package var van: String?
        package var ordered: Bool
        package var values: [String]

        package static var frenchKeys: [String: String] {
            ["ordered": "ordonne", "values": "valeurs"]
        }

        package init(name: String, service: String? = nil, van: String? = nil, ordered: Bool, values: [String]) {
            self.name = name
            self.service = service
            self.van = van
            self.ordered = ordered
            self.values = values
        }
    }

    package struct Range: Sendable, Encodable, FrenchKeyed {
        package var least: Double
        package var most: Double

        package init(_ range: ValueRange) {
            least = range.least.points
            most = range.most.points
        }

        package static var frenchKeys: [String: String] {
            ["least": "au_moins", "most": "au_plus"]
        }
    }

    package struct Cell: Sendable, Encodable, FrenchKeyed {
        package var name: String
        /// By the name of the axis; absent for the scenario as it is.
        package var values: [String: String]?
        package var state: CellState
        package var messages: [String]
        package var fingerprint: String
        package var file: String
        package var stop: StopReason?
        package var total: ComparedFigures?
        package var services: [ComparedFigures]?
        package var comparable: Bool?
        package var standing: ValueComparison?
        package var margin: Range?

        package static var frenchKeys: [String: String] {
            [
                "values": "valeurs", "state": "etat", "total": "total", "comparable": "valeurs_comparables_a_la_base",
                "standing": "verdict",
            ]
        }

        package init(
            name: String, values: [String: String]? = nil, state: CellState, messages: [String], fingerprint: String,
            file: String, stop: StopReason? = nil, total: ComparedFigures? = nil, services: [ComparedFigures]? = nil,
            comparable: Bool? = nil, standing: ValueComparison? = nil, margin: Range? = nil
        ) {
            self.name = name
            self.values = values
            self.state = state
            self.messages = messages
            self.fingerprint = fingerprint
            self.file = file
            self.stop = stop
            self.total = total
            self.services = services
            self.comparable = comparable
            self.standing = standing
            self.margin = margin
        }
    }

    package struct Point: Sendable, Encodable, FrenchKeyed {
        package var value: String
        package var cell: String
        package var state: CellState
        package var range: Range?

        package static var frenchKeys: [String: String] {
            ["value": "valeur_de_l_axe", "cell": "cellule", "state": "etat", "range": "meilleur_plan"]
        }

        package init(value: String, cell: String, state: CellState, range: Range? = nil) {
            self.value = value
            self.cell = cell
            self.state = state
            self.range = range
        }
    }

    package struct Step: Sendable, Encodable, FrenchKeyed {
        package var from: String
        package var to: String
        package var outcome: String
        package var margin: Range?
        package var perUnit: Range?
        package var sentence: String

        package static var frenchKeys: [String: String] {
            ["from": "de", "to": "a", "outcome": "verdict", "perUnit": "valeur_en_plus_par_unite"]
        }
    }

    package struct Slice: Sendable, Encodable, FrenchKeyed {
        package var axis: String
        /// Values of the other axes.
        package var others: [String: String]
        package var points: [Point]
        package var steps: [Step]?
        /// Values of the axis, the best first, and those that may be the best.
        package var ranking: [String]?
        package var open: [String]?
        package var sentence: String?

        package static var frenchKeys: [String: String] {
            [
                "axis": "axe", "others": "autres_axes", "points": "points", "steps": "pas", "ranking": "classement",
                "open": "peuvent_etre_les_meilleurs",
            ]
        }
    }

    package var name: String
    package var scenario: String
    package var axes: [Axis]
    package var cells: [Cell]
    package var slices: [Slice]

    package static var frenchKeys: [String: String] {
        ["scenario": "scenario", "cells": "cellules", "slices": "coupes"]
    }

    /// - Parameter scenario: its name, as its file says it.
    package init(_ results: SweepResults, scenario: String) {
        let grid = results.grid
        name = grid.name
        self.scenario = scenario
        axes = grid.axes.map {
            Axis(
                name: $0.name, service: $0.service, van: $0.van, ordered: $0.isOrdered, values: $0.values.map(\.text))
        }
        cells = results.cells.map { Cell($0, in: results) }
        slices = results.slices.map { Slice($0, in: results) }
    }
}

extension SweepFile.Cell {
    fileprivate init(_ cell: SweptCell, in results: SweepResults) {
        let verdict = cell.cell.choice == nil ? nil : results.besideBase(cell)
        self.init(
            name: cell.name,
            values: cell.cell.choice.map { choice in
                Dictionary(
                    zip(results.grid.axes, choice).map { ($0.name, $0.values[$1].text) },
                    uniquingKeysWith: { first, _ in first })
            }, state: cell.state, messages: cell.messages, fingerprint: cell.fingerprint,
            file: "\(SweepFolder.cells)/\(cell.key).json", stop: cell.plan?.plan.stop, total: cell.plan?.total,
            services: cell.plan?.services, comparable: verdict.map(\.differences.isEmpty),
            standing: verdict?.comparison,
            margin: verdict?.margin.map(SweepFile.Range.init))
    }
}

extension SweepFile.Slice {
    fileprivate init(_ slice: SweepSlice, in results: SweepResults) {
        let subject = results.grid.axes[slice.axis]
        func text(_ point: Int) -> String { subject.values[slice.points[point].value].text }
        axis = subject.name
        others = Dictionary(
            zip(results.grid.axes, slice.choice).enumerated().filter { $0.offset != slice.axis }
                .map { ($0.element.0.name, $0.element.0.values[$0.element.1].text) },
            uniquingKeysWith: { first, _ in first })
        points = slice.points.map { point in
            SweepFile.Point(
                value: subject.values[point.value].text, cell: results.cells[point.cell].name,
                state: results.cells[point.cell].state, range: point.range.map(SweepFile.Range.init))
        }
        steps =
            subject.isOrdered
            ? zip(slice.steps, zip(slice.points, slice.points.dropFirst())).map { step, ends in
                SweepFile.Step(step, subject, from: ends.0.value, to: ends.1.value)
            } : nil
        ranking = slice.ranking?.order.map(text)
        open = slice.ranking?.open.map(text)
        sentence = slice.ranking.map { ReportFigures.plain(SweepPageWords.ranking($0, slice, subject)) }
    }
}

extension SweepFile.Step {
    fileprivate init(_ step: SweepStep, _ axis: SweepAxis, from: Int, to: Int) {
        self.from = axis.values[from].text
        self.to = axis.values[to].text
        sentence = ReportFigures.plain(SweepPageWords.step(step.outcome))
        switch step.outcome {
        case .gain(let range, let standing):
            outcome = standing.word
            margin = .init(range)
            if let start = axis.values[from].number, let end = axis.values[to].number, end > start {
                perUnit = .init(range)
                perUnit?.least /= end - start
                perUnit?.most /= end - start
            }
        case .notComparable: outcome = "non_comparables"
        case .becomesPossible: outcome = "devient_possible"
        case .becomesImpossible: outcome = "devient_impossible"
        case .bothImpossible: outcome = "impossible"
        case .unknown: outcome = "inconnu"
        }
    }
}
