import Foundation
import LinearSolver
import Synchronization

/// Solves batches of nodes, on one thread or on several: what comes out does not depend on how many.
///
/// A batch has a fixed number of places. Each place has a solver of its own, so that the columns it has seen are the same
/// wherever it runs.
package final class NodeWorkers<Request: Sendable, Outcome: Sendable> {
    /// Solves nodes one after the other on the thread that made it, each warm from the one before.
    package typealias Solver = (
        _ request: Request, _ shouldStop: () -> Bool, _ onBound: (Int) -> Void
    ) throws -> Outcome

    private let inline: [Solver]
    private let workers: [NodeWorker<Request, Outcome>]

    /// - Parameters:
    ///   - places: nodes in a batch.
    ///   - threads: 1 to solve on the calling thread, which must be a solver thread.
    ///   - make: called on the thread that then solves.
    package init(places: Int, threads: Int, make: @escaping @Sendable () throws -> Solver) throws {
        if threads <= 1 {
            inline = try (0..<places).map { _ in try make() }
            workers = []
        } else {
            inline = []
            workers = (0..<places).map { _ in NodeWorker(make) }
        }
    }

    deinit { for worker in workers { worker.end() } }

    /// Solves one request for each place at most and hands their outcomes over in their order. `meanwhile` runs on the
    /// calling thread in the meantime, or before where there is but one thread.
    package func solve(
        _ requests: [Request], shouldStop: @escaping @Sendable () -> Bool,
        onBound: @escaping @Sendable (Int) -> Void, meanwhile: () throws -> Void
    ) throws -> [Outcome] {
        guard !workers.isEmpty else {
            try meanwhile()
            return try zip(inline, requests).map { solver, request in
                try solver(request, shouldStop, onBound)
            }
        }
        for (worker, request) in zip(workers, requests) { worker.give(request, shouldStop, onBound) }
        let own = Result { try meanwhile() }
        let outcomes = zip(workers, requests).map { worker, _ in worker.take() }
        try own.get()
        return try outcomes.map { try $0.get() }
    }
}

/// A thread with a solver of its own.
private final class NodeWorker<Request: Sendable, Outcome: Sendable>: Sendable {
    typealias Solver = NodeWorkers<Request, Outcome>.Solver

    private struct Job: Sendable {
        var request: Request
        var shouldStop: @Sendable () -> Bool
        var onBound: @Sendable (Int) -> Void
    }

    private struct State {
        var job: Job?
        var isEnding = false
        var outcome: Result<Outcome, any Error>?
    }

    private let state = Mutex(State())
    private let given = DispatchSemaphore(value: 0)
    private let done = DispatchSemaphore(value: 0)

    init(_ make: @escaping @Sendable () throws -> Solver) {
        SolverThread.start { [self] in
            var solver: Solver?
            while true {
                given.wait()
                let (job, isEnding) = state.withLock { ($0.job, $0.isEnding) }
                if isEnding { break }
                guard let job else { continue }
                let outcome = Result {
                    let own = try solver ?? make()
                    solver = own
                    return try own(job.request, job.shouldStop, job.onBound)
                }
                state.withLock { $0.outcome = outcome }
                done.signal()
            }
            // The master goes before the environment of its thread does.
            solver = nil
        }
    }

    func give(
        _ request: Request, _ shouldStop: @escaping @Sendable () -> Bool,
        _ onBound: @escaping @Sendable (Int) -> Void
    ) {
        state.withLock { $0.job = Job(request: request, shouldStop: shouldStop, onBound: onBound) }
        given.signal()
    }

    func take() -> Result<Outcome, any Error> {
        done.wait()
        return state.withLock { $0.outcome! }
    }

    func end() {
        state.withLock { $0.isEnding = true }
        given.signal()
    }
}
