import ColumnGeneration

/// Good tours seen so far, one for each set of sites: the shortest.
package struct TourArchive {
    private(set) var tours: [(set: NodeSet, score: Int, length: Double, tour: [Int])] = []
    private var places: [NodeSet: Int] = [:]
    private let limit: Int

    init(limit: Int) { self.limit = limit }

    mutating func add(_ tour: [Int], _ set: NodeSet, score: Int, length: Double) {
        if let place = places[set] {
            if length < tours[place].length - 1e-9 { tours[place] = (set, score, length, tour) }
            return
        }
        if tours.count >= limit {
            // The older half goes.
            tours.removeFirst(limit / 2)
            places.removeAll(keepingCapacity: true)
            for (place, kept) in tours.enumerated() { places[kept.set] = place }
        }
        places[set] = tours.count
        tours.append((set, score, length, tour))
    }

    func contains(_ set: NodeSet) -> Bool { places[set] != nil }
}
