import ColumnGeneration
import TestSupport
import Testing

@Suite("Nodes of a tree that wait")
struct OpenNodesTests {
    private static func node(_ number: Int, _ bound: Int, depth: Int = 1) -> OpenNode<String> {
        OpenNode(bound: bound, depth: depth, number: number, content: "node \(number)")
    }

    @Test("The best bound comes first, then the deepest node, then the first made")
    func order() {
        var open = OpenNodes(root: "root", bound: 100)
        open.remove(0)
        for node in [Self.node(1, 70), Self.node(2, 90), Self.node(3, 90), Self.node(4, 90, depth: 2)] {
            open.insert(node)
        }
        let (batch, others) = open.next(3)
        #expect(batch.map(\.number) == [4, 2, 3])
        #expect(others == 70)
        #expect(open.bound == 90)
    }

    @Test("A node cut short waits on under its better bound, and never under a worse one")
    func lower() {
        var open = OpenNodes(root: "root", bound: 100)
        open.insert(Self.node(1, 95))
        open.lower(0, to: 90)
        #expect(open.first?.number == 1)
        open.lower(1, to: 200)
        #expect(open.bound == 95)
        #expect(open.next(2).batch.map(\.bound) == [95, 90])
    }

    @Test("Nodes that hold nothing better than the plan at hand are dropped")
    func prune() {
        var open = OpenNodes(root: "root", bound: 100)
        open.insert(Self.node(1, 80))
        open.insert(Self.node(2, 81))
        open.prune(upTo: 80)
        #expect(open.next(5).batch.map(\.number) == [0, 2])
        #expect(open.next(5).boundOfOthers == nil)
        open.removeAll()
        #expect(open.isEmpty && open.bound == nil)
    }

    @Test("Whatever the threads, a batch comes out in the order it was given", arguments: [1, 2])
    func workers(threads: Int) throws {
        let outcomes = try onSolverThread {
            let workers = try NodeWorkers<Int, [Int]>(places: 2, threads: threads) {
                var seen: [Int] = []
                return { request, _, onBound in
                    seen.append(request)
                    onBound(request)
                    return seen
                }
            }
            return try [[1, 2], [3], [4, 5]].map { batch in
                try workers.solve(batch, shouldStop: { false }, onBound: { _ in }, meanwhile: {})
            }
        }
        #expect(outcomes == [[[1], [2]], [[1, 3]], [[1, 3, 4], [2, 5]]])
    }
}
