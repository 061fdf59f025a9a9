import Foundation
import LinearSolver
import Synchronization

/// Solves batches of nodes, on one thread or on several: what comes out does not depend on how many.
///
/// A batch has a fixed number of slots. Each slot keeps a master of its own, so that the columns it has seen are the same
/// wherever it runs.
final class NodeCrew {
    /// Nodes in a batch.
    static let slots = 2

    private let inline: [NodeSolver?]
    private let hands: [Hand]

    /// - Parameter threads: 1 to solve on the calling thread, which must be a solver thread.
    init(_ problem: RoundsProblem, threads: Int) throws {
        if threads <= 1 {
            inline = try (0..<Self.slots).map { _ in try NodeSolver(problem) }
            hands = []
        } else {
            inline = []
            hands = (0..<Self.slots).map { _ in Hand(problem) }
        }
    }

    deinit { for hand in hands { hand.end() } }

    /// Solves up to `slots` requests and hands their outcomes over in their order. `meanwhile` runs on the calling thread
    /// in the meantime, or before where there is but one thread.
    func solve(
        _ requests: [NodeRequest], shouldStop: @escaping @Sendable () -> Bool,
        onBound: @escaping @Sendable (Int) -> Void, meanwhile: () throws -> Void
    ) throws -> [NodeOutcome] {
        guard !hands.isEmpty else {
            try meanwhile()
            return try requests.enumerated().map { slot, request in
                try inline[slot]!.solve(request, shouldStop: shouldStop, onBound: onBound)
            }
        }
        for (hand, request) in zip(hands, requests) { hand.give(request, shouldStop, onBound) }
        let own = Result { try meanwhile() }
        let outcomes = zip(hands, requests).map { hand, _ in hand.take() }
        try own.get()
        return try outcomes.map { try $0.get() }
    }
}

/// A thread with a master of its own.
private final class Hand: Sendable {
    private struct Job: Sendable {
        var request: NodeRequest
        var shouldStop: @Sendable () -> Bool
        var onBound: @Sendable (Int) -> Void
    }

    private struct State {
        var job: Job?
        var isEnding = false
        var outcome: Result<NodeOutcome, any Error>?
    }

    private let state = Mutex(State())
    private let given = DispatchSemaphore(value: 0)
    private let done = DispatchSemaphore(value: 0)

    init(_ problem: RoundsProblem) {
        SolverThread.start { [self] in
            var solver: NodeSolver?
            while true {
                given.wait()
                let (job, isEnding) = state.withLock { ($0.job, $0.isEnding) }
                if isEnding { break }
                guard let job else { continue }
                let outcome = Result {
                    let own = try solver ?? NodeSolver(problem)
                    solver = own
                    return try own.solve(job.request, shouldStop: job.shouldStop, onBound: job.onBound)
                }
                state.withLock { $0.outcome = outcome }
                done.signal()
            }
            // The master goes before the environment of its thread does.
            solver = nil
        }
    }

    func give(
        _ request: NodeRequest, _ shouldStop: @escaping @Sendable () -> Bool,
        _ onBound: @escaping @Sendable (Int) -> Void
    ) {
        state.withLock { $0.job = Job(request: request, shouldStop: shouldStop, onBound: onBound) }
        given.signal()
    }

    func take() -> Result<NodeOutcome, any Error> {
        done.wait()
        return state.withLock { $0.outcome! }
    }

    func end() {
        state.withLock { $0.isEnding = true }
        given.signal()
    }
}
