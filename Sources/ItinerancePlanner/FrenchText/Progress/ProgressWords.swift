import Planning

/// What a user reads while a use case works.
package enum ProgressWords {
    /// The one line that is written over; `nil` for what stays on the screen.
    package static func line(_ progress: PlanningProgress) -> String? {
        switch progress {
        case .search(let progress): CommandWords.progress(progress)
        case .front(let progress, let wanted): FrontWords.progress(progress, wanted: wanted)
        case .leastChange(let service): ReplanWords.progress(service)
        case .weightDraw(let number, let all): NeedWords.planProgress(number, of: all)
        case .answered(let count): ExplanationWords.progress(count)
        case .promises: PinWords.searching
        case .cells(let done, let all, let last): SweepWords.progress(done, of: all, last)
        case .travel(let progress): TravelWords.progress(progress)
        case .leftOut, .damagedCell, .scenario: nil
        }
    }

    /// What stays on the screen; `nil` for what is written over.
    package static func notice(_ progress: PlanningProgress) -> String? {
        switch progress {
        case .leftOut(let visits): SolveWords.leftOut(visits)
        case .damagedCell(let name): SweepWords.damaged(name)
        case .scenario(let path, let turn, let count): ComparisonWords.solving(path, turn, of: count)
        default: nil
        }
    }
}

extension SweepWords {
    /// What is to be done, and how long that may last.
    package static func plan(_ load: SweepRun.Workload) -> String {
        plan(
            cells: load.cells, scenarios: load.scenarios, pending: load.pending, seconds: load.seconds,
            width: load.width)
    }

    /// What a cell without a plan keeps of its search, in the options of a sweep.
    package static func outcome(_ failure: PlanningFailure) -> String { outcome(SolveWords.sentence(failure)) }
}

extension ComparisonWords {
    package static func notice(_ notice: ComparedInputs.Notice) -> String {
        switch notice {
        case .warning(let finding): finding.sentence
        case .sameBytes(let path, let other): sameBytes(path, other)
        }
    }
}
