/// What binds a plan as a whole, kept up to date change by change: floors, promised stops, second visits in the week,
/// budgets.
struct AnnealingTotals {
    /// Whether a floor makes demands count.
    let bindsDemands: Bool
    private var floors: AnnealingFloors
    private var missingPromises: Int
    private var brokenTwins = 0
    private var setsOfStop: [[Int]]
    private var takenOfSet: [Int]
    /// By stop: its twin, or the stop it is the twin of.
    private var twin: [Int?]
    private let isSecond: [Bool]
    private let mustBeTwice: [Bool]
    /// By stop: 1 + its weekday where it has a weekly session, 0 where it is not taken, −1 where it is taken otherwise.
    private var visit: [Int]
    private let hasBudgets: Bool
    private let frame: DraftFrame
    private var metres = 0
    private var personMinutes = 0

    /// Thousandths of a point that a broken promise counts for.
    private static let perPromise = 20_000

    init(_ frame: DraftFrame) {
        let problem = frame.problem
        self.frame = frame
        floors = AnnealingFloors(problem)
        bindsDemands = problem.service.floors != .init()
        let stops = 0..<problem.stopCount
        setsOfStop = stops.map { _ in [] }
        takenOfSet = problem.requiredSets.map { _ in 0 }
        for (index, set) in problem.requiredSets.enumerated() { for stop in set { setsOfStop[stop].append(index) } }
        missingPromises = problem.requiredSets.count
        isSecond = problem.twinOf.map { $0 != nil }
        var twin = problem.twinOf
        for stop in stops { if let first = problem.twinOf[stop] { twin[first] = stop } }
        self.twin = twin
        mustBeTwice = problem.rules.map(\.mustBeTwice)
        visit = stops.map { _ in 0 }
        hasBudgets = problem.service.budgets != .init()
    }

    /// Thousandths of a point, in the order of size of what is missing; 0 where nothing is.
    var missing: Int {
        floors.missing + (missingPromises + brokenTwins) * Self.perPromise
            + (hasBudgets ? frame.problem.budgetExcess(metres: metres, personMinutes: personMinutes) : 0)
    }

    mutating func add(_ points: Int, to demand: Int) { floors.add(points, to: demand) }

    /// Fits what is approximated to where the plan is now.
    mutating func retune(_ covered: [Int32]) { floors.retune(covered) }

    @inline(__always)
    mutating func drive(metres: Int, personMinutes: Int) {
        self.metres += metres
        self.personMinutes += personMinutes
    }

    /// A stop is taken: on a weekday with a weekly session, or otherwise (`nil`).
    mutating func take(_ stop: Int, weekday: Int?) {
        for set in setsOfStop[stop] {
            if takenOfSet[set] == 0 { missingPromises -= 1 }
            takenOfSet[set] += 1
        }
        visit(stop, weekday.map { $0 + 1 } ?? -1)
    }

    mutating func leave(_ stop: Int) {
        for set in setsOfStop[stop] {
            takenOfSet[set] -= 1
            if takenOfSet[set] == 0 { missingPromises += 1 }
        }
        visit(stop, 0)
    }

    @inline(__always)
    private mutating func visit(_ stop: Int, _ how: Int) {
        guard let other = twin[stop] else { return }
        let (first, second) = isSecond[stop] ? (other, stop) : (stop, other)
        if isBroken(first, second) { brokenTwins -= 1 }
        visit[stop] = how
        if isBroken(first, second) { brokenTwins += 1 }
    }

    private func isBroken(_ first: Int, _ second: Int) -> Bool {
        visit[second] == 0
            ? visit[first] != 0 && mustBeTwice[first] : visit[first] <= 0 || visit[first] == visit[second]
    }
}
