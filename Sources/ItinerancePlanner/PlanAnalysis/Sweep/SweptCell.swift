import Optimizer
import PlanCheck
import ScenarioFiles

/// A cell of a grid with what became of it.
package struct SweptCell: Sendable {
    /// What the search of a scenario gave.
    package struct Result: Sendable {
        package var fingerprint: String
        package var state: CellState
        package var messages: [String]
        /// With its figures, as `comparer` has them; `nil` where none was found.
        package var plan: ComparedPlan?

        /// `nil` where the plan that was kept is not one of the scenario, or does not pass the check.
        package init?(_ cell: CellFile, _ loaded: LoadedScenario, name: String) {
            fingerprint = cell.fingerprint
            state = cell.state
            messages = cell.messages
            guard cell.state == .plan else { return }
            guard let plan = cell.plan(of: loaded), PlanFileRanges.fault(in: plan) == nil else { return nil }
            let check = PlanCheck(plan)
            guard check.holds(plan) else { return nil }
            self.plan = ComparedPlan(plan, check, letter: "", label: name, file: "")
        }
    }

    package var cell: SweepCell
    package var name: String
    /// Of its file in the folder.
    package var key: String
    package var fingerprint: String
    package var state: CellState
    package var messages: [String]
    package var plan: ComparedPlan?

    package init(_ cell: SweepCell, _ result: Result, key: String, in grid: SweepGrid) {
        self.cell = cell
        name = cell.name(in: grid)
        self.key = key
        fingerprint = result.fingerprint
        state = result.state
        messages = result.messages
        plan = result.plan
    }
}

/// All cells of a grid, the scenario as it is first, and what stands between them.
package struct SweepResults: Sendable {
    package var grid: SweepGrid
    package var cells: [SweptCell]
    private let places: [SweepCell: Int]

    package init(_ grid: SweepGrid, _ cells: [SweptCell]) {
        self.grid = grid
        self.cells = cells
        places = Dictionary(cells.enumerated().map { ($1.cell, $0) }, uniquingKeysWith: { first, _ in first })
    }

    package var base: SweptCell { cells[0] }

    /// Index of the cell of a choice.
    package func index(_ choice: [Int]) -> Int? { places[SweepCell(choice: choice)] }

    /// What the best plan of a cell is worth beside that of the scenario as it is; `nil` where one of them has no plan.
    package func besideBase(_ cell: SweptCell) -> PairVerdict? {
        guard let own = base.plan, let plan = cell.plan else { return nil }
        var verdict = PairVerdict(own, plan)
        // One scenario has one best plan, wherever it lies.
        if cell.fingerprint == base.fingerprint {
            verdict.first = ValueRange(verdict.first.least)
            verdict.second = verdict.first
        }
        return verdict
    }

    /// Along each axis that has several values, for each choice on the others.
    package var slices: [SweepSlice] {
        grid.axes.indices.filter { grid.axes[$0].values.count > 1 }.flatMap { axis in
            others(than: axis).map { SweepSlice(axis, $0, in: self) }
        }
    }

    /// Every choice on the other axes, the value of the axis itself left open at 0.
    private func others(than axis: Int) -> [[Int]] {
        var choices: [[Int]] = [[]]
        for (index, other) in grid.axes.enumerated() {
            choices = choices.flatMap { choice in
                (index == axis ? [0] : Array(other.values.indices)).map { choice + [$0] }
            }
        }
        return choices
    }
}
