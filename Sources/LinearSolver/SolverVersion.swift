import CGLPK

/// Which GLPK the layer is written for, checked once before the first problem.
package enum SolverVersion {
    package static let oldest = "4.65"

    static let installed: Result<Void, LinearError> = Result { () throws(LinearError) in
        try check(version: String(cString: glp_version()), hasThreadLocalState: glp_config("TLS") != nil)
    }

    /// - Throws: `unsupportedVersion`; `threadsUnsupported` where all threads would share one environment.
    package static func check(version: String, hasThreadLocalState: Bool) throws(LinearError) {
        guard let found = parts(version), let least = parts(oldest), found >= least else {
            throw .unsupportedVersion(found: version, oldest: oldest)
        }
        guard hasThreadLocalState else { throw .threadsUnsupported }
    }

    private static func parts(_ version: String) -> (Int, Int)? {
        let parts = version.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count >= 2, let major = parts[0], let minor = parts[1] else { return nil }
        return (major, minor)
    }
}
