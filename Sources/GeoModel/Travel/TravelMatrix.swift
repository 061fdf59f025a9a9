/// A way from one node of a matrix to another.
public struct TravelPair: Hashable, Sendable {
    public var from: String
    public var to: String

    public init(from: String, to: String) {
        self.from = from
        self.to = to
    }
}

/// Every way from some nodes to others: how needs are stated without naming each pair.
public struct TravelBlock: Hashable, Sendable {
    public var from: [String]
    public var to: [String]

    public init(from: [String], to: [String]) {
        self.from = from
        self.to = to
    }
}

/// Travel times and road distances between nodes, both ways apart: the way back may differ, or be missing.
///
/// A node is the Insee code of a commune (its centre), the identifier of a venue or that of a depot. From a node to
/// itself there is no way to state.
public struct TravelMatrix: Hashable, Sendable {
    /// In ascending order, each once.
    public let nodes: [String]
    private let place: [String: Int]
    /// Row by row; −1 where unknown.
    private var seconds: [Int32]
    private var metres: [Int32]

    /// No way takes or measures more: eleven days, ten thousand kilometres.
    public static let largestDuration = Seconds(1_000_000)
    public static let largestDistance = Metres(10_000_000)
    /// More nodes than the communes of any département.
    public static let largestCount = 5_000

    /// A matrix without any way yet; `nil` for more than `largestCount` nodes.
    public init?(nodes: some Sequence<String>) {
        let nodes = Set(nodes).sorted()
        guard nodes.count <= Self.largestCount else { return nil }
        self.nodes = nodes
        place = Dictionary(uniqueKeysWithValues: nodes.enumerated().map { ($0.element, $0.offset) })
        seconds = Array(repeating: -1, count: nodes.count * nodes.count)
        metres = seconds
    }

    public static func == (a: Self, b: Self) -> Bool {
        a.nodes == b.nodes && a.seconds == b.seconds && a.metres == b.metres
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(nodes)
        hasher.combine(seconds)
        hasher.combine(metres)
    }

    public func contains(_ node: String) -> Bool { place[node] != nil }

    /// The way between two nodes; `nil` where it is not known, and from a node to itself.
    public subscript(from: String, to: String) -> Leg? {
        guard let row = place[from], let column = place[to] else { return nil }
        let index = row * nodes.count + column
        guard seconds[index] >= 0 else { return nil }
        return Leg(distance: Metres(Int(metres[index])), duration: Seconds(Int(seconds[index])))
    }

    /// States a way. False, and nothing changes, where a node is unknown, both are the same, or a figure is negative
    /// or absurd.
    @discardableResult
    public mutating func set(_ leg: Leg, from: String, to: String) -> Bool {
        guard let row = place[from], let column = place[to], row != column,
            (Seconds.zero...Self.largestDuration).contains(leg.duration),
            (Metres.zero...Self.largestDistance).contains(leg.distance)
        else { return false }
        seconds[row * nodes.count + column] = Int32(leg.duration.count)
        metres[row * nodes.count + column] = Int32(leg.distance.count)
        return true
    }

    /// Pairs of the blocks whose way is not known, each once, in the order of the blocks.
    public func holes(in blocks: [TravelBlock]) -> [TravelPair] {
        var found: [TravelPair] = []
        var seen: Set<TravelPair> = []
        for block in blocks {
            let columns = block.to.map { (node: $0, column: place[$0]) }
            for from in block.from {
                let row = place[from]
                for (to, column) in columns where to != from {
                    if let row, let column, seconds[row * nodes.count + column] >= 0 { continue }
                    let pair = TravelPair(from: from, to: to)
                    if seen.insert(pair).inserted { found.append(pair) }
                }
            }
        }
        return found
    }

    /// Only the nodes and pairs of some blocks.
    public func restricted(to blocks: [TravelBlock]) -> TravelMatrix {
        let wanted = Set(blocks.flatMap { $0.from + $0.to }.filter(contains))
        guard var matrix = TravelMatrix(nodes: wanted) else { return self }
        for block in blocks {
            let targets = block.to.compactMap { node in
                place[node].flatMap { old in matrix.place[node].map { (old: old, new: $0) } }
            }
            for from in block.from {
                guard let row = place[from], let newRow = matrix.place[from] else { continue }
                for target in targets {
                    matrix.seconds[newRow * matrix.nodes.count + target.new] =
                        seconds[
                            row * nodes.count + target.old]
                    matrix.metres[newRow * matrix.nodes.count + target.new] = metres[row * nodes.count + target.old]
                }
            }
        }
        return matrix
    }
}

extension TravelMatrix: Codable {
    enum CodingKeys: String, CodingKey {
        case nodes, seconds, metres
    }

    /// Rows are texts of figures with spaces between, `-` where unknown: short, and one line each in a file.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(nodes, forKey: .nodes)
        func rows(_ figures: [Int32]) -> [String] {
            nodes.indices.map { row in
                figures[row * nodes.count..<(row + 1) * nodes.count].map { $0 < 0 ? "-" : String($0) }
                    .joined(separator: " ")
            }
        }
        try container.encode(rows(seconds), forKey: .seconds)
        try container.encode(rows(metres), forKey: .metres)
    }

    /// Refuses rows that do not fit the nodes, and figures that are negative or absurd.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let names = try container.decode([String].self, forKey: .nodes)
        guard let empty = TravelMatrix(nodes: names), empty.nodes == names else {
            throw DecodingError.dataCorruptedError(
                forKey: .nodes, in: container, debugDescription: "\(names.count)")
        }
        self = empty
        func figures(_ key: CodingKeys, upTo limit: Int) throws -> [Int32] {
            let rows = try container.decode([String].self, forKey: key)
            func fault(_ what: String) -> DecodingError {
                DecodingError.dataCorruptedError(forKey: key, in: container, debugDescription: what)
            }
            guard rows.count == names.count else { throw fault("\(rows.count) ≠ \(names.count)") }
            var figures: [Int32] = []
            figures.reserveCapacity(names.count * names.count)
            for (index, row) in rows.enumerated() {
                let cells = row.utf8.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
                guard cells.count == names.count else { throw fault("\(cells.count) ≠ \(names.count)") }
                for (column, cell) in cells.enumerated() {
                    if cell.elementsEqual("-".utf8) {
                        figures.append(-1)
                    } else if let figure = Int32(Substring(cell)), (0...limit).contains(Int(figure)), column != index {
                        figures.append(figure)
                    } else {
                        throw fault("\(names[index]), \(names[column]) : \(Substring(cell))")
                    }
                }
            }
            return figures
        }
        seconds = try figures(.seconds, upTo: Self.largestDuration.count)
        metres = try figures(.metres, upTo: Self.largestDistance.count)
        if let odd = zip(seconds, metres).enumerated().first(where: { ($0.element.0 < 0) != ($0.element.1 < 0) }) {
            let (row, column) = (odd.offset / names.count, odd.offset % names.count)
            throw DecodingError.dataCorruptedError(
                forKey: .metres, in: container, debugDescription: "\(names[row]), \(names[column])")
        }
    }
}
