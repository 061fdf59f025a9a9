/// A plan under construction, and the moves on it. Tours are rows of one table; the first entry of a row is the start
/// (`sites`) and the last the end (`sites + 1`).
final class TourDraft {
    let instance: TeamOrienteeringInstance
    let sites: Int
    let vehicles: Int
    let limit: Double
    // Allocated by `init`, freed by `deinit`: the search reads and writes them millions of times a second.
    let lengths: UnsafeMutablePointer<Double>
    private let stride: Int
    private let rows: UnsafeMutablePointer<Int32>
    private let counts: UnsafeMutablePointer<Int>
    private(set) var used: UnsafeMutablePointer<Double>
    /// Tour of each site, −1 where it is left out.
    let tourOf: UnsafeMutablePointer<Int>
    private(set) var score = 0

    init(_ instance: TeamOrienteeringInstance) {
        self.instance = instance
        sites = instance.count
        vehicles = instance.vehicles
        limit = instance.limit + LengthTolerance.search
        stride = sites + 2
        lengths = .allocate(capacity: stride * stride)
        rows = .allocate(capacity: vehicles * stride)
        counts = .allocate(capacity: vehicles)
        used = .allocate(capacity: vehicles)
        tourOf = .allocate(capacity: max(1, sites))
        lengths.initialize(repeating: 0, count: stride * stride)
        rows.initialize(repeating: 0, count: vehicles * stride)
        for a in 0..<sites {
            for b in 0..<sites { lengths[a * stride + b] = instance.distance(a, b) }
            lengths[a * stride + sites] = instance.fromStart[a]
            lengths[sites * stride + a] = instance.fromStart[a]
            lengths[a * stride + sites + 1] = instance.toEnd[a]
            lengths[(sites + 1) * stride + a] = instance.toEnd[a]
        }
        lengths[sites * stride + sites + 1] = instance.straight
        lengths[(sites + 1) * stride + sites] = instance.straight
        clear()
    }

    deinit {
        lengths.deallocate()
        rows.deallocate()
        counts.deallocate()
        used.deallocate()
        tourOf.deallocate()
    }

    func clear() {
        score = 0
        for tour in 0..<vehicles {
            counts[tour] = 2
            rows[tour * stride] = Int32(sites)
            rows[tour * stride + 1] = Int32(sites + 1)
            used[tour] = instance.straight
        }
        for site in 0..<sites { tourOf[site] = -1 }
    }

    func copy(from other: TourDraft) {
        score = other.score
        counts.update(from: other.counts, count: vehicles)
        used.update(from: other.used, count: vehicles)
        tourOf.update(from: other.tourOf, count: sites)
        for tour in 0..<vehicles {
            (rows + tour * stride).update(from: other.rows + tour * stride, count: counts[tour])
        }
    }

    /// Entries of a row, both ends included.
    @inline(__always)
    func count(_ tour: Int) -> Int { counts[tour] }
    @inline(__always)
    func row(_ tour: Int) -> UnsafeMutablePointer<Int32> { rows + tour * stride }
    @inline(__always)
    func distance(_ a: Int, _ b: Int) -> Double { lengths[a * stride + b] }
    @inline(__always)
    func distances(from a: Int) -> UnsafeMutablePointer<Double> { lengths + a * stride }

    var totalLength: Double { (0..<vehicles).reduce(0) { $0 + used[$1] } }

    func tour(_ tour: Int) -> [Int] { (1..<max(1, counts[tour] - 1)).map { Int(rows[tour * stride + $0]) } }

    /// Puts a site before the entry at `place`.
    func insert(_ site: Int, _ tour: Int, at place: Int) {
        let row = row(tour)
        let (before, after) = (Int(row[place - 1]), Int(row[place]))
        used[tour] += distance(before, site) + distance(site, after) - distance(before, after)
        var index = counts[tour]
        while index > place {
            row[index] = row[index - 1]
            index -= 1
        }
        row[place] = Int32(site)
        counts[tour] += 1
        tourOf[site] = tour
        score += instance.worth[site]
    }

    func remove(_ tour: Int, at place: Int) {
        let row = row(tour)
        let site = Int(row[place])
        let (before, after) = (Int(row[place - 1]), Int(row[place + 1]))
        used[tour] += distance(before, after) - distance(before, site) - distance(site, after)
        for index in place..<counts[tour] - 1 { row[index] = row[index + 1] }
        counts[tour] -= 1
        tourOf[site] = -1
        score -= instance.worth[site]
    }

    /// Removes every site for which `leaves` says so.
    func removeAll(where leaves: (Int) -> Bool) {
        for tour in 0..<vehicles {
            let row = row(tour)
            var kept = 1
            let count = counts[tour]
            for place in 1..<count - 1 {
                let site = Int(row[place])
                if leaves(site) {
                    tourOf[site] = -1
                    score -= instance.worth[site]
                } else {
                    row[kept] = row[place]
                    kept += 1
                }
            }
            guard kept < count - 1 else { continue }
            row[kept] = row[count - 1]
            counts[tour] = kept + 1
            measure(tour)
        }
    }

    /// Adds up a tour's length anew, so that rounding does not pile up.
    func measure(_ tour: Int) {
        let row = row(tour)
        var length = 0.0
        for place in 1..<counts[tour] { length += distance(Int(row[place - 1]), Int(row[place])) }
        used[tour] = length
    }

    func set(_ tours: [[Int]]) {
        clear()
        for (tour, sites) in tours.enumerated() {
            for (place, site) in sites.enumerated() { insert(site, tour, at: place + 1) }
            measure(tour)
        }
    }
}

// Moves that shorten tours and leave the score as it is.
extension TourDraft {
    /// 2-opt and Or-opt on one tour until neither shortens it. True where it did.
    func shorten(_ tour: Int) -> Bool {
        var isShorter = false
        while twoOpt(tour) || orOpt(tour) { isShorter = true }
        if isShorter { measure(tour) }
        return isShorter
    }

    private func twoOpt(_ tour: Int) -> Bool {
        let row = row(tour)
        let last = count(tour) - 1
        guard last >= 3 else { return false }
        var isShorter = false
        for first in 0..<last - 2 {
            let (a, b) = (Int(row[first]), Int(row[first + 1]))
            let fromA = distances(from: a)
            let fromB = distances(from: b)
            let ab = fromA[b]
            for second in first + 2..<last {
                let (c, d) = (Int(row[second]), Int(row[second + 1]))
                guard fromA[c] + fromB[d] < ab + distance(c, d) - 1e-9 else { continue }
                var (low, high) = (first + 1, second)
                while low < high {
                    swap(&row[low], &row[high])
                    low += 1
                    high -= 1
                }
                isShorter = true
                break
            }
            if isShorter { break }
        }
        return isShorter
    }

    private func orOpt(_ tour: Int) -> Bool {
        let row = row(tour)
        let count = count(tour)
        for size in 1...3 where count >= size + 3 {
            for first in 1..<count - size {
                let last = first + size - 1
                let (before, after) = (Int(row[first - 1]), Int(row[last + 1]))
                let (head, tail) = (Int(row[first]), Int(row[last]))
                let freed = distance(before, head) + distance(tail, after) - distance(before, after)
                guard freed > 1e-9 else { continue }
                let fromHead = distances(from: head)
                let fromTail = distances(from: tail)
                for place in 0..<count - 1 where place < first - 1 || place > last {
                    let (a, b) = (Int(row[place]), Int(row[place + 1]))
                    let ab = distance(a, b)
                    let plain = fromHead[a] + fromTail[b] - ab
                    let turned = fromTail[a] + fromHead[b] - ab
                    guard min(plain, turned) < freed - 1e-9 else { continue }
                    move(row, first, size, place, turned < plain)
                    return true
                }
            }
        }
        return false
    }

    /// Takes `size` entries from `first` and puts them between `place` and `place + 1`.
    private func move(_ row: UnsafeMutablePointer<Int32>, _ first: Int, _ size: Int, _ place: Int, _ turned: Bool) {
        var piece: (Int32, Int32, Int32) = (row[first], row[first + min(1, size - 1)], row[first + size - 1])
        if turned { piece = (piece.2, piece.1, piece.0) }
        if size == 2 { piece = turned ? (row[first + 1], row[first], 0) : (row[first], row[first + 1], 0) }
        let target: Int
        if place < first {
            var index = first - 1
            while index > place {
                row[index + size] = row[index]
                index -= 1
            }
            target = place + 1
        } else {
            for index in first + size...place { row[index - size] = row[index] }
            target = place - size + 1
        }
        row[target] = piece.0
        if size > 1 { row[target + 1] = piece.1 }
        if size > 2 { row[target + 2] = piece.2 }
    }
}
