import CGLPK
import Foundation

/// A thread of its own for one solve: GLPK's environment belongs to the thread that made it, and is freed last.
public enum SolverThread {
    private final class Box<T>: @unchecked Sendable {
        // Written once by the solver thread before `done` is signalled, read once after: never at the same time.
        var result: Result<T, any Error>?
        let done = DispatchSemaphore(value: 0)
    }

    static let stackSize = 16 << 20

    /// Runs each piece of work to its end on a thread of its own, at most `width` at a time, and returns the
    /// results in the order of the work. The calling thread waits.
    public static func run<T: Sendable>(
        _ work: [@Sendable () throws -> T], width: Int
    ) throws -> [T] {
        let boxes = work.map { _ in Box<T>() }
        let room = DispatchSemaphore(value: max(1, width))
        for (piece, box) in zip(work, boxes) {
            room.wait()
            start(
                { box.result = Result { try piece() } },
                whenFreed: {
                    box.done.signal()
                    room.signal()
                })
        }
        for box in boxes { box.done.wait() }
        return try boxes.map { try $0.result!.get() }
    }

    /// Starts a thread that runs a piece of work to its end, then frees GLPK's environment.
    package static func start(_ body: @escaping @Sendable () -> Void, whenFreed: @escaping @Sendable () -> Void = {}) {
        let thread = Thread {
            body()
            _ = itn_free_environment()
            whenFreed()
        }
        thread.stackSize = stackSize
        thread.start()
    }
}
