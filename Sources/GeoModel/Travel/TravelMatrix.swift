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

extension TravelMatrix {
    /// Seconds and metres of every way, row by row in the order of the nodes; −1 where unknown.
    package var figures: (seconds: [Int32], metres: [Int32]) { (seconds, metres) }

    /// A matrix of all its figures; `nil` where they do not fit the nodes, or are negative or absurd.
    package init?(nodes names: [String], seconds: [Int32], metres: [Int32]) {
        self.init(nodes: names)
        guard nodes == names, seconds.count == self.seconds.count, metres.count == seconds.count else { return nil }
        for index in seconds.indices {
            let (duration, distance) = (Int(seconds[index]), Int(metres[index]))
            let isWay =
                (0...Self.largestDuration.count).contains(duration)
                && (0...Self.largestDistance.count).contains(distance)
                && index / nodes.count != index % nodes.count
            guard isWay || duration == -1 && distance == -1 else { return nil }
        }
        self.seconds = seconds
        self.metres = metres
    }
}

extension TravelMatrix: Codable {
    enum CodingKeys: String, CodingKey {
        case nodes, seconds, metres
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(nodes, forKey: .nodes)
        try container.encode(seconds, forKey: .seconds)
        try container.encode(metres, forKey: .metres)
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let matrix = TravelMatrix(
            nodes: try container.decode([String].self, forKey: .nodes),
            seconds: try container.decode([Int32].self, forKey: .seconds),
            metres: try container.decode([Int32].self, forKey: .metres))
        guard let matrix else {
            throw DecodingError.dataCorruptedError(forKey: .nodes, in: container, debugDescription: "")
        }
        self = matrix
    }
}
