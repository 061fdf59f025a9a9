import CGLPK

/// What GLPK holds on the calling thread: its own count, which no other thread disturbs.
package enum SolverMemory {
    package static var blocks: Int {
        var count: Int32 = 0
        glp_mem_usage(&count, nil, nil, nil)
        return Int(count)
    }

    /// GLPK gives up where it would hold so much more; the limit goes with the thread's environment. A limit below what
    /// it holds already would be none: GLPK's count of what is left goes round.
    package static func limit(furtherMebibytes: Int) {
        var held = 0
        glp_mem_usage(nil, nil, &held, nil)
        glp_mem_limit(Int32(clamping: (held >> 20) + 1 + max(0, furtherMebibytes)))
    }
}
