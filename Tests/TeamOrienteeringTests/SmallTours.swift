import TeamOrienteering
import TestSupport

/// Small instances, and their optimum by plain enumeration.
struct SmallTours {
    let instance: TeamOrienteeringInstance

    /// - Parameter seed: also decides how the points lie: on a grid with ties, at random, or some in one place.
    init(seed: Int) {
        var random = TestRandom(UInt64(seed))
        let nodes = random.whole(3...9)
        let isGrid = random.chance(0.5)
        var points = (0..<nodes).map { _ in
            isGrid
                ? TeamOrienteeringInstance.Point(
                    x: Double(random.whole(0...4)), y: Double(random.whole(0...4)))
                : TeamOrienteeringInstance.Point(x: random.real(0...10), y: random.real(0...10))
        }
        if random.chance(0.4) { points[nodes - 1] = points[0] }
        if nodes > 4, random.chance(0.2) { points[2] = points[1] }
        let unit = random.pick([1, 1, 5, 10])
        let scores = points.indices.map { $0 == 0 || $0 == nodes - 1 ? 0 : unit * random.whole(0...8) }
        instance = TeamOrienteeringInstance(
            name: "essai-\(seed)", vehicles: random.whole(1...3),
            limit: isGrid ? Double(random.whole(2...16)) : random.real(2...30), points: points, scores: scores)
    }

    /// Every order of visits to some nodes that keeps within the limit, by the benchmark's own rule.
    var tours: [[Int]] {
        let inner = instance.points.indices.dropFirst().dropLast().filter { instance.scores[$0] > 0 }
        func distance(_ a: Int, _ b: Int) -> Double {
            TeamOrienteeringInstance.distance(instance.points[a], instance.points[b])
        }
        var found: [[Int]] = []
        func grow(_ tour: [Int], _ length: Double) {
            let here = tour.last ?? 0
            if !tour.isEmpty, length + distance(here, instance.points.count - 1) <= instance.limit + 1e-6 {
                found.append(tour)
            }
            for next in inner where !tour.contains(next) {
                let longer = length + distance(here, next)
                if longer <= instance.limit + 1e-6 { grow(tour + [next], longer) }
            }
        }
        grow([], 0)
        return found
    }

    func set(_ tour: [Int]) -> Int { tour.reduce(0) { $0 | 1 << $1 } }
    func score(_ tour: [Int]) -> Int { tour.reduce(0) { $0 + instance.scores[$1] } }

    /// The best score of at most so many tours without a node in common.
    var optimum: Int {
        let best = Dictionary(tours.map { (set($0), score($0)) }) { first, _ in first }
        func most(_ vehicles: Int, _ used: Int, _ from: Int, _ sets: [(key: Int, value: Int)]) -> Int {
            guard vehicles > 0 else { return 0 }
            var top = 0
            for place in from..<max(from, sets.count) where sets[place].key & used == 0 {
                top = max(top, sets[place].value + most(vehicles - 1, used | sets[place].key, place + 1, sets))
            }
            return top
        }
        return most(instance.vehicles, 0, 0, best.sorted { $0.key < $1.key })
    }

    /// What is wrong with a result, told as the benchmark's check would.
    static func faults(_ instance: TeamOrienteeringInstance, _ result: TeamOrienteeringResult) -> [String] {
        var faults: [String] = []
        if result.tours.count > instance.vehicles { faults.append("too many tours") }
        var seen: Set<Int> = []
        for tour in result.tours {
            let row = [1] + tour + [instance.points.count]
            let length = zip(row, row.dropFirst()).reduce(0) {
                $0 + TeamOrienteeringInstance.distance(instance.points[$1.0 - 1], instance.points[$1.1 - 1])
            }
            if length > instance.limit + 1e-6 { faults.append("length \(length)") }
            for node in tour {
                if node <= 1 || node >= instance.points.count { faults.append("node \(node)") }
                if !seen.insert(node).inserted { faults.append("node \(node) twice") }
            }
        }
        if seen.reduce(0, { $0 + instance.scores[$1 - 1] }) != result.score { faults.append("score \(result.score)") }
        if result.bound < result.score { faults.append("bound \(result.bound)") }
        return faults
    }
}
