/// The rounds that a plan better than the one at hand may hold, at a node and below it.
///
/// Where they are few enough they are listed, and pricing goes through the list alone: a round that no better plan holds
/// weakens no relaxation any more. Further down the list is worked over again under the duals found there; short lists are
/// given to the master whole.
/// Source: Baldacci, Christofides, Mingozzi, "An exact algorithm for the vehicle routing problem based on the set
/// partitioning formulation with additional cuts", Mathematical Programming 115, 2008.
struct RoundList: Sendable {
    /// Rounds listed at most.
    static let most = 3_000
    /// Rounds of a list that a master is given whole.
    private static let short = 300
    /// A list is replaced by one that is no longer than this share of it.
    static let shrinkage = 0.5
    /// Lists on the way to a node at most: the audit follows each of them.
    static let mostLists = 8

    let columns: [RoundColumn]
    let uses: [RoundUse]
    private let members: Set<RoundColumn>
    /// How many lists came before on the way to the node.
    let earlier: Int

    init(_ columns: [RoundColumn], in problem: RoundsProblem) {
        let usable = columns.compactMap { column in problem.use(of: column).map { (column: column, use: $0) } }
        self.init(usable.map(\.column), usable.map(\.use), earlier: 0)
    }

    init(_ columns: [RoundColumn], _ uses: [RoundUse], earlier: Int) {
        self.columns = columns
        self.uses = uses
        self.earlier = earlier
        members = Set(columns)
    }

    var isShort: Bool { columns.count <= Self.short }

    func contains(_ column: RoundColumn) -> Bool { members.contains(column) }
}
