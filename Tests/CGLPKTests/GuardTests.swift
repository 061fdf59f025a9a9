import CGLPK
import Foundation
import Testing

/// GLPK's objects belong to the thread that made them, so each test stays on one.
@Suite("The guard around GLPK", .serialized)
struct GuardTests {
    @Test("An abort inside GLPK is caught, tells its reason, and GLPK works again on the same thread")
    func abortIsCaught() {
        let lost = itn_create()
        #expect(lost != nil)
        #expect(itn_set_rows(lost, 1, [999], [GLP_FR], [0], [0]) == Int32(ITN_ABORTED))
        let reason = String(cString: itn_last_error())
        #expect(reason.contains("999"), "\(reason)")
        // The environment went with the error: `lost` must not be touched any more.
        let problem = itn_create()
        #expect(problem != nil)
        #expect(String(cString: itn_last_error()).isEmpty)
        #expect(Self.solveLittle(problem) == 4)
        itn_delete(problem)
        #expect(itn_free_environment() == 0)
    }

    @Test("Every guarded call survives an index that does not exist")
    func everyCall() {
        let aborted = Int32(ITN_ABORTED)
        let index: [Int32] = [0, 7]
        let value: [Double] = [0, 1]
        var first: Int32 = 0
        let calls: [(String, (OpaquePointer?) -> Int32)] = [
            ("no rows", { itn_add_rows($0, 0, [], [], [], [0], index, value, [], &first) }),
            ("no columns", { itn_add_cols($0, -1, [], [], [], [], [], [0], index, value, [], &first) }),
            (
                "coefficients of a new row",
                { itn_add_rows($0, 1, [GLP_FR], [0], [0], [0, 1], index, value, [0], &first) }
            ),
            (
                "coefficients of a new column",
                { itn_add_cols($0, 1, [GLP_FR], [0], [0], [1], [GLP_CV], [0, 1], index, value, [0], &first) }
            ),
            (
                "kind of a new column",
                { itn_add_cols($0, 1, [GLP_FR], [0], [0], [1], [77], [0, 0], index, value, [0], &first) }
            ),
            (
                "name of a new row",
                {
                    itn_add_rows(
                        $0, 1, [GLP_FR], [0], [0], [0, 0], index, value, [CChar](repeating: 97, count: 300) + [0],
                        &first
                    )
                }
            ),
            ("row bounds", { itn_set_rows($0, 1, [5], [GLP_FR], [0], [0]) }),
            ("column bounds", { itn_set_cols($0, 1, [5], [GLP_FR], [0], [0]) }),
            ("objective", { itn_set_objective($0, 4, 1) }),
            ("row deletion", { itn_delete_rows($0, 1, index) }),
            ("column deletion", { itn_delete_cols($0, 1, index) }),
        ]
        for (name, call) in calls {
            let problem = itn_create()
            #expect(call(problem) == aborted, "\(name)")
            #expect(!String(cString: itn_last_error()).isEmpty, "\(name)")
        }
        let problem = itn_create()
        #expect(Self.solveLittle(problem) == 4)
        itn_delete(problem)
        _ = itn_free_environment()
    }

    @Test("A duplicate index in one row is caught")
    func duplicateIndex() {
        let problem = itn_create()
        var first: Int32 = 0
        #expect(
            itn_add_cols(
                problem, 2, [GLP_FR, GLP_FR], [0, 0], [0, 0], [1, 1], [GLP_CV, GLP_CV], [0, 0, 0], [0], [0], [0, 0],
                &first) == 0)
        #expect(
            itn_add_rows(problem, 1, [GLP_FR], [0], [0], [0, 2], [0, 1, 1], [0, 1, 1], [0], &first)
                == Int32(ITN_ABORTED))
        _ = itn_free_environment()
    }

    @Test("What GLPK prints reaches the hook, on the thread that set it")
    func printing() {
        final class Lines { var text = "" }
        let lines = Lines()
        itn_set_print(
            { context, text in
                guard let context, let text else { return }
                Unmanaged<Lines>.fromOpaque(context).takeUnretainedValue().text += String(cString: text)
            }, Unmanaged.passUnretained(lines).toOpaque())
        let problem = itn_create()
        _ = Self.solveLittle(problem)
        glp_write_lp(problem, nil, "/dev/null")
        itn_set_print(nil, nil)
        itn_delete(problem)
        _ = itn_free_environment()
        #expect(lines.text.contains("Writing problem data"))
    }

    /// max x, x ≤ 4.
    private static func solveLittle(_ problem: OpaquePointer?) -> Double? {
        var first: Int32 = 0
        guard itn_add_cols(problem, 1, [GLP_LO], [0], [0], [1], [GLP_CV], [0, 0], [0], [0], [0], &first) == 0,
            itn_add_rows(problem, 1, [GLP_UP], [0], [4], [0, 1], [0, 1], [0, 1], [0], &first) == 0,
            itn_simplex(problem, 0, 100, 10_000) == 0
        else { return nil }
        return glp_get_obj_val(problem)
    }
}
