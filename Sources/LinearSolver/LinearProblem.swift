import CGLPK
import Foundation

/// A linear or mixed-integer program to maximise, owned by one scope on one thread.
///
/// It cannot be copied nor sent: a `glp_prob` freed on another thread than its own ends the process.
/// Make it inside `SolverThread.run`, and let no `await` come while it lives.
///
/// - `Building`, `Changes`: rows, columns, and what may change between solves
/// - `Simplex`, `IntegerSolve`: solving; `Solution`: what was found; `Basis`: where the simplex method stands
/// - `ModelFile`: the same program as a file for other solvers
public struct LinearProblem: ~Copyable {
    private let handle: OpaquePointer
    private let thread = pthread_self()
    private let environment: UInt64
    public internal(set) var rowCount = 0
    public internal(set) var columnCount = 0
    /// Whether the basis at hand is optimal, and whether the plan is one of this program. GLPK says so of a program
    /// that has been changed since, too.
    var isSolved = false
    var isSearched = false

    public init() throws(LinearError) {
        try SolverVersion.installed.get()
        SolverLog.attach()
        guard let made = itn_create() else {
            let message = String(cString: itn_last_error())
            guard !message.isEmpty else { throw .insideCallback }
            throw .aborted(routine: "glp_create_prob", message: message)
        }
        handle = made
        environment = itn_environment()
    }

    deinit {
        // On another thread, or after its environment went, the memory is no longer ours to free.
        if environment == itn_environment() { itn_delete(handle) }
    }

    /// The problem, if it may be touched here and now.
    func live() throws(LinearError) -> OpaquePointer {
        guard pthread_equal(thread, pthread_self()) != 0 else { throw .wrongThread }
        guard environment == itn_environment() else { throw .poisoned }
        return handle
    }

    /// What was found is no longer about this program.
    mutating func change() {
        isSolved = false
        isSearched = false
    }

    /// After GLPK gave up, the environment has another number: no problem of the thread passes `live` any more.
    func check(_ code: Int32, _ routine: String) throws(LinearError) {
        switch code {
        case Int32(ITN_BUSY): throw .insideCallback
        case Int32(ITN_ABORTED): throw .aborted(routine: routine, message: String(cString: itn_last_error()))
        default: return
        }
    }
}
