import Optimizer
import Synchronization
import Testing

@Suite("Progress of several services")
struct ProgressBoardTests {
    private final class Reports: Sendable {
        let all = Mutex<[SolveProgress]>([])
    }

    @Test("Bounds are added once all are known, and not with that of a service that has no plan")
    func impossible() {
        let reports = Reports()
        let board = ProgressBoard(2) { progress in reports.all.withLock { $0.append(progress) } }
        func tell(_ index: Int, bound: Int) {
            board.update(index, SearchProgress(value: nil, need: 0, bound: bound, columns: 1, nodes: 1))
        }
        tell(0, bound: -592_031)
        #expect(reports.all.withLock { $0.isEmpty })
        tell(1, bound: 10_000)
        #expect(reports.all.withLock { $0.map(\.bound) } == [-582.031])
        tell(1, bound: .min)
        #expect(reports.all.withLock { $0.count } == 1)
    }
}
