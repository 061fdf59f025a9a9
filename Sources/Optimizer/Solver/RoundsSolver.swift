import Foundation
import GeoModel
import LinearSolver
import PlanningModel
import Synchronization

/// When a search may end before it has proven its plan optimal.
public struct SolveLimits: Sendable {
    /// Stop once (bound − value) / need reached is at most this fraction; 0 asks for the optimum.
    public var gap: Double
    public var seconds: Double
    /// Nodes of each service at most: a limit that does not depend on the machine's speed. `nil` for none.
    public var nodes: Int?
    /// Resident memory of the process at which the search stops, in MB; `nil` for none.
    public var megabytes: Int?
    public var seed: UInt64
    /// Threads at work: on several services at once, or on several nodes of one. The plan does not depend on it.
    public var workers: Int
    /// Whether plans are looked for beside the tree; without, the tree has to find them itself.
    package var searchesNeighbourhoods = true
    /// No plan of any one service is worth more: proven elsewhere. The search may end by it, before it has a proof of its own.
    package var ceiling: MilliPoints?
    /// Whether the whole search tree is kept and its bound worked out a second time; the root's always is.
    public var auditsTree: Bool

    public init(
        gap: Double = 0, seconds: Double = 300, nodes: Int? = nil, megabytes: Int? = nil, seed: UInt64 = 1,
        workers: Int = 2, auditsTree: Bool = false
    ) {
        self.gap = gap
        self.seconds = seconds
        self.nodes = nodes
        self.megabytes = megabytes
        self.seed = seed
        self.workers = workers
        self.auditsTree = auditsTree
    }
}

/// Where the search stands, all services together; points.
public struct SolveProgress: Sendable {
    public var seconds: Double
    /// `nil` until each service has a plan.
    public var value: Double?
    public var bound: Double
    /// (bound − value) / max(need reached, 1 point); `nil` until each service has a plan.
    public var gap: Double?
    public var columns: Int
    public var nodes: Int

    public init(seconds: Double, value: Double?, bound: Double, gap: Double?, columns: Int, nodes: Int) {
        self.seconds = seconds
        self.value = value
        self.bound = bound
        self.gap = gap
        self.columns = columns
        self.nodes = nodes
    }
}

/// Why there is no plan.
public enum SolveFailure: Error, Sendable {
    case refused(ModelRefusal)
    /// Proven: no plan keeps all rules.
    case infeasible(service: String)
    /// The limits came before any plan.
    case noPlan(service: String, interrupted: Bool)
}

/// A flag that another thread, or Ctrl-C, may raise at any time.
public final class StopFlag: Sendable {
    private let raised = Atomic<Bool>(false)

    public init() {}

    public func raise() { raised.store(true, ordering: .relaxed) }
    public var isRaised: Bool { raised.load(ordering: .relaxed) }
}

/// Plans the rounds of every service of a scenario.
public enum RoundsSolver {
    /// A service's plan and why its search ended.
    public struct Solution: Sendable {
        public var services: [ServicePlan]
        public var stop: StopReason
        public var columns: Int
        public var nodes: Int
        /// The trees of each service, with all nodes where that was asked for.
        package var trees: [[SearchedTree]]
        /// Visits of the plans to begin with that have no place any more.
        public var leftOut: [LeftOutVisit]
    }

    /// Solves each service to its optimum or its limits. Blocks until done.
    ///
    /// - Parameter start: plans to begin with, of this scenario or one like it with a cycle at least as long, matched by
    ///   the identifier of the service. One that still keeps all rules is the first plan: the answer is worth no less.
    /// - Throws: `SolveFailure`; `LinearError` where GLPK gave up.
    public static func solve(
        _ scenario: Scenario, limits: SolveLimits, start plans: [ServicePlan] = [], stop: StopFlag = StopFlag(),
        progress: @escaping @Sendable (SolveProgress) -> Void = { _ in }
    ) throws -> Solution {
        let start = ContinuousClock.now
        var problems: [RoundsProblem] = []
        for service in scenario.services {
            do throws(ModelRefusal) {
                let problem = try RoundsProblem(service, in: scenario)
                if let shortage = problem.openingShortage() { throw .openingOutOfReach(shortage) }
                problems.append(problem)
            } catch {
                throw SolveFailure.refused(error)
            }
        }
        let board = ProgressBoard(problems.count, report: progress)
        let workers = max(1, min(limits.workers, problems.count))
        // With fewer services than workers, each service takes several.
        let threads = max(1, limits.workers / max(1, problems.count))
        let share = TimeShare(limits.seconds, since: start, services: problems.count, workers: workers)
        let outcomes = try SolverThread.run(
            problems.enumerated().map { index, problem in
                { @Sendable in
                    try ServiceSolver(
                        problem, scenario, limits, threads: threads, deadline: share.next(), stop
                    ).solve(from: plans.first { $0.id == problem.service.id }) {
                        board.update(index, $0)
                    }
                }
            }, width: workers)
        let reasons = outcomes.map(\.stop)
        let order: [StopReason] = [.interrupted, .timeLimit, .gapReached, .optimal]
        return Solution(
            services: outcomes.map(\.plan), stop: order.first(where: reasons.contains) ?? .optimal,
            columns: outcomes.reduce(0) { $0 + $1.progress.columns },
            nodes: outcomes.reduce(0) { $0 + $1.progress.nodes }, trees: outcomes.map(\.trees),
            leftOut: outcomes.flatMap(\.leftOut))
    }
}

/// Shares the time out: a service that ends early leaves its time to those not begun.
final class TimeShare: Sendable {
    private let waiting: Mutex<Int>
    private let seconds: Double
    private let workers: Int
    private let start: ContinuousClock.Instant

    init(_ seconds: Double, since start: ContinuousClock.Instant, services: Int, workers: Int) {
        self.start = start
        waiting = Mutex(services)
        self.seconds = seconds
        self.workers = workers
    }

    /// Seconds for the service that begins now.
    func next() -> Double {
        let services = waiting.withLock { waiting in
            defer { waiting -= 1 }
            return waiting
        }
        let left = seconds - (ContinuousClock.now - start) / .seconds(1)
        return max(0, left * min(1, Double(workers) / Double(max(1, services))))
    }
}

/// Solves one service on the calling thread: alike teams and weekdays aggregated first, disaggregated where that
/// leaves something open.
struct ServiceSolver {
    struct Outcome: Sendable {
        var plan: ServicePlan
        var stop: StopReason
        var progress: SearchProgress
        var trees: [SearchedTree]
        var leftOut: [LeftOutVisit]
    }

    private let problem: RoundsProblem
    private let scenario: Scenario
    private let limits: SearchLimits
    private let ceiling: Int
    private let deadline: Double
    private let megabytes: Int?
    private let stop: StopFlag

    init(
        _ problem: RoundsProblem, _ scenario: Scenario, _ limits: SolveLimits, threads: Int, deadline: Double,
        _ stop: StopFlag
    ) {
        self.problem = problem
        self.scenario = scenario
        self.limits = SearchLimits(
            gap: limits.gap, nodes: limits.nodes, seed: limits.seed, threads: threads,
            keepsCertificates: limits.auditsTree, searchesNeighbourhoods: limits.searchesNeighbourhoods)
        ceiling = limits.ceiling?.count ?? Int.max
        self.deadline = deadline
        megabytes = limits.megabytes
        self.stop = stop
    }

    func solve(
        from earlier: ServicePlan?, onProgress: @escaping @Sendable (SearchProgress) -> Void
    ) throws -> Outcome {
        let start = ContinuousClock.now
        let (deadline, megabytes, stop) = (deadline, megabytes, stop)
        let shouldStop: @Sendable () -> Bool = {
            stop.isRaised || (ContinuousClock.now - start) / .seconds(1) >= deadline
                || megabytes.map { ResidentMemory.megabytes >= $0 } ?? false
        }
        var tree = try BranchAndPrice(
            problem, limits, ceiling: ceiling, shouldStop: shouldStop, onProgress: onProgress)
        let leftOut = earlier.map { tree.begin(with: $0) } ?? []
        var finished = try tree.run()
        var solved = problem
        var trees = [SearchedTree(problem: problem, certificate: tree.certificate)]
        if finished, tree.unresolved > tree.incumbent?.value ?? Int.min, !problem.isDisaggregated,
            problem.canBeDisaggregated
        {
            do throws(ModelRefusal) {
                solved = try RoundsProblem(problem.service, in: scenario, disaggregated: true)
            } catch { throw SolveFailure.refused(error) }
            let known = tree.incumbent.map { solved.disaggregated($0) }
            tree = try BranchAndPrice(
                solved, limits, incumbent: known, ceiling: tree.bound, shouldStop: shouldStop, onProgress: onProgress)
            finished = try tree.run()
            trees.append(SearchedTree(problem: solved, certificate: tree.certificate))
        }
        guard let best = tree.incumbent else {
            if finished && tree.unresolved == Int.min { throw SolveFailure.infeasible(service: problem.service.id) }
            throw SolveFailure.noPlan(service: problem.service.id, interrupted: stop.isRaised)
        }
        // Where what was proven elsewhere did, there is no proof of this search to look at.
        let isProvenElsewhere = ceiling < Int.max && trees.allSatisfy { $0.certificate.nodes.isEmpty }
        let review =
            isProvenElsewhere
            ? BoundReview(bound: tree.bound, audit: .notDone)
            : BoundReview(
                trees, value: best.value, claimed: tree.bound, wholeTree: limits.keepsCertificates, ceiling: ceiling)
        let reason: StopReason =
            if review.bound <= best.value { .optimal } else if finished, review.audit != .refused {
                .gapReached
            } else if finished || stop.isRaised { .interrupted } else { .timeLimit }
        return Outcome(
            plan: PlanAssembly(problem: solved, scenario: scenario).servicePlan(best.rounds, review),
            stop: reason, progress: tree.progress, trees: trees, leftOut: leftOut)
    }
}

extension RoundsProblem {
    /// Whether some block counts more than one team or weekday.
    var canBeDisaggregated: Bool { blocks.contains { $0.places > 1 } }

    /// A plan of the same problem with other blocks, in the blocks of this one.
    func disaggregated(_ plan: PlacedPlan) -> PlacedPlan {
        let rounds = plan.rounds.map { round in
            var own = round
            own.column.block =
                blocks.firstIndex {
                    kinds[$0.kind].teams.contains(round.team) && $0.weekdays.contains(round.weekday)
                } ?? 0
            return own
        }
        return PlacedPlan(columns: rounds.map(\.column), rounds: rounds, value: plan.value)
    }
}
