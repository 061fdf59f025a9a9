/// How far a front is searched.
public struct FrontLimits: Sendable {
    /// Points wanted: plans of which none dominates another.
    public var points: Int
    /// Of each point, as a fraction of its need.
    public var gap: Double
    /// For all steps together.
    public var seconds: Double
    public var seed: UInt64
    public var workers: Int

    public static let usualGap = 0.005

    public init(points: Int = 12, gap: Double = usualGap, seconds: Double = 300, seed: UInt64 = 1, workers: Int = 2) {
        self.points = points
        self.gap = gap
        self.seconds = seconds
        self.seed = seed
        self.workers = workers
    }

    /// Lines of equal floors: one for each four points, three at most. The first has no floor.
    var lines: Int { max(1, min(3, points / 4)) }
    /// Steps of a line: those with a floor have a quarter of the points each, since their proofs take longer.
    func steps(ofLine line: Int) -> Int { line > 0 ? max(1, points / 4) : points - (lines - 1) * max(1, points / 4) }
}

/// Where the search of a front stands.
public struct FrontProgress: Sendable {
    public enum Phase: Sendable { case ends, steps }
    public var phase: Phase
    public var seconds: Double
    /// Plans found so far that none dominates.
    public var points: Int
    public var steps: Int
}
