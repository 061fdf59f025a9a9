import CGLPK
import Foundation

/// A linear program to maximise, owned by one scope on one thread.
///
/// It cannot be copied nor sent: a `glp_prob` freed on another thread than its own ends the process.
/// Make it inside `SolverThread.run`, and let no `await` come while it lives.
public struct LinearProblem: ~Copyable {
    private var handle: OpaquePointer?
    private let owner = pthread_self()
    public private(set) var rowCount = 0
    public private(set) var columnCount = 0

    public init() throws(LinearError) {
        SolverLog.attach()
        guard let made = itn_create() else {
            throw .aborted(routine: "glp_create_prob", message: String(cString: itn_last_error()))
        }
        handle = made
    }

    deinit {
        if let handle, pthread_equal(owner, pthread_self()) != 0 { itn_delete(handle) }
    }

    private func live() throws(LinearError) -> OpaquePointer {
        guard pthread_equal(owner, pthread_self()) != 0 else { throw .wrongThread }
        guard let handle else { throw .poisoned }
        return handle
    }

    /// After GLPK gave up, the handle points nowhere: it is dropped, never freed.
    private mutating func check(_ code: Int32, _ routine: String) throws(LinearError) {
        guard code != 0 else { return }
        handle = nil
        throw .aborted(routine: routine, message: String(cString: itn_last_error()))
    }

    /// Adds a row `bounds` on `coefficients · x`; returns its index.
    @discardableResult
    public mutating func addRow(
        _ bounds: Bounds, _ coefficients: SparseVector = SparseVector(), named name: String = ""
    ) throws(LinearError) -> Int {
        let problem = try live()
        try bounds.validate(where: name)
        try coefficients.validate(count: columnCount, where: name)
        guard name.utf8.count <= 255, name.utf8.allSatisfy({ $0 > 32 && $0 < 127 }) else { throw .badName(name) }
        var first: Int32 = 0
        try check(itn_add_rows(problem, 1, &first), "glp_add_rows")
        rowCount += 1
        let raw = bounds.raw
        try check(itn_set_row(problem, first, raw.type, raw.lower, raw.upper), "glp_set_row_bnds")
        if !name.isEmpty { try check(itn_set_row_name(problem, first, name), "glp_set_row_name") }
        if coefficients.count > 0 {
            try check(
                itn_set_row_coefficients(
                    problem, first, Int32(coefficients.count), coefficients.indices, coefficients.values),
                "glp_set_mat_row")
        }
        return Int(first) - 1
    }

    /// Adds a column with its objective coefficient; returns its index.
    @discardableResult
    public mutating func addColumn(
        _ bounds: Bounds, objective: Double, _ coefficients: SparseVector = SparseVector()
    ) throws(LinearError) -> Int {
        let problem = try live()
        try bounds.validate(where: "column")
        guard objective.isFinite else { throw .notFinite(where: "objective") }
        try coefficients.validate(count: rowCount, where: "column")
        var first: Int32 = 0
        try check(itn_add_cols(problem, 1, &first), "glp_add_cols")
        columnCount += 1
        let raw = bounds.raw
        try check(itn_set_col(problem, first, raw.type, raw.lower, raw.upper, objective), "glp_set_col_bnds")
        if coefficients.count > 0 {
            try check(
                itn_set_col_coefficients(
                    problem, first, Int32(coefficients.count), coefficients.indices, coefficients.values),
                "glp_set_mat_col")
        }
        return Int(first) - 1
    }

    public mutating func setRow(_ row: Int, _ bounds: Bounds) throws(LinearError) {
        let problem = try live()
        try bounds.validate(where: "row")
        guard (0..<rowCount).contains(row) else {
            throw .indexOutOfRange(where: "row", index: row, count: rowCount)
        }
        let raw = bounds.raw
        try check(itn_set_row(problem, Int32(row + 1), raw.type, raw.lower, raw.upper), "glp_set_row_bnds")
    }

    public mutating func setColumn(_ column: Int, _ bounds: Bounds) throws(LinearError) {
        let problem = try live()
        try bounds.validate(where: "column")
        guard (0..<columnCount).contains(column) else {
            throw .indexOutOfRange(where: "column", index: column, count: columnCount)
        }
        let raw = bounds.raw
        let objective = glp_get_obj_coef(problem, Int32(column + 1))
        try check(
            itn_set_col(problem, Int32(column + 1), raw.type, raw.lower, raw.upper, objective), "glp_set_col_bnds")
    }

    /// Changes the objective coefficient of a column.
    public mutating func setObjective(_ column: Int, _ objective: Double) throws(LinearError) {
        let problem = try live()
        guard objective.isFinite else { throw .notFinite(where: "objective") }
        guard (0..<columnCount).contains(column) else {
            throw .indexOutOfRange(where: "column", index: column, count: columnCount)
        }
        glp_set_obj_coef(problem, Int32(column + 1), objective)
    }

    /// Removes rows; the later ones move up to fill the places.
    public mutating func deleteRows(_ rows: [Int]) throws(LinearError) {
        let problem = try live()
        guard !rows.isEmpty else { return }
        let unique = Set(rows).sorted()
        for row in unique where !(0..<rowCount).contains(row) {
            throw .indexOutOfRange(where: "row", index: row, count: rowCount)
        }
        let raw = [0] + unique.map { Int32($0 + 1) }
        try check(itn_delete_rows(problem, Int32(unique.count), raw), "glp_del_rows")
        rowCount -= unique.count
    }

    /// Removes columns; the later ones move up to fill the places.
    public mutating func deleteColumns(_ columns: [Int]) throws(LinearError) {
        let problem = try live()
        guard !columns.isEmpty else { return }
        let unique = Set(columns).sorted()
        for column in unique where !(0..<columnCount).contains(column) {
            throw .indexOutOfRange(where: "column", index: column, count: columnCount)
        }
        let raw = [0] + unique.map { Int32($0 + 1) }
        try check(itn_delete_cols(problem, Int32(unique.count), raw), "glp_del_cols")
        columnCount -= unique.count
    }

    /// Whether each column, and each row, is in the basis.
    public func columnIsBasic() throws(LinearError) -> [Bool] {
        let problem = try live()
        return (0..<columnCount).map { glp_get_col_stat(problem, Int32($0 + 1)) == GLP_BS }
    }

    public func rowIsBasic() throws(LinearError) -> [Bool] {
        let problem = try live()
        return (0..<rowCount).map { glp_get_row_stat(problem, Int32($0 + 1)) == GLP_BS }
    }

    /// Maximises by the simplex method, warm from the basis at hand. Numerical trouble starts again from a fresh basis.
    public mutating func solve(
        dual: Bool, iterationLimit: Int = Int(Int32.max), milliseconds: Int = Int(Int32.max)
    ) throws(LinearError) -> Outcome {
        let problem = try live()
        guard rowCount > 0, columnCount > 0, glp_get_num_nz(problem) > 0 else { throw .emptyProblem }
        let limit = Int32(clamping: max(0, iterationLimit))
        let time = Int32(clamping: max(1, milliseconds))
        var code = itn_simplex(problem, dual ? 1 : 0, limit, time)
        if code == GLP_EBADB || code == GLP_ESING || code == GLP_ECOND || code == GLP_EFAIL {
            try check(itn_reset_basis(problem), "glp_std_basis")
            code = itn_simplex(problem, 0, limit, time)
        }
        if code == Int32(ITN_ABORTED) { try check(code, "glp_simplex") }
        return Outcome(
            stop: try Self.stop(code), primal: try Self.status(glp_get_prim_stat(problem)),
            dual: try Self.status(glp_get_dual_stat(problem)))
    }

    private static func stop(_ code: Int32) throws(LinearError) -> SolveStop {
        switch code {
        case 0: return .finished
        case GLP_EITLIM: return .iterationLimit
        case GLP_ETMLIM: return .timeLimit
        case GLP_EBADB, GLP_ESING, GLP_ECOND: return .badBasis
        case GLP_EFAIL, GLP_EOBJLL, GLP_EOBJUL: return .numericalTrouble
        case GLP_EBOUND: throw .crossedBounds(where: "simplex", lower: 0, upper: 0)
        default: throw .unknownCode(routine: "glp_simplex", code: Int(code))
        }
    }

    private static func status(_ code: Int32) throws(LinearError) -> SolutionStatus {
        switch code {
        case GLP_UNDEF: return .undefined
        case GLP_FEAS: return .feasible
        case GLP_INFEAS: return .infeasible
        case GLP_NOFEAS: return .provenNone
        default: throw .unknownCode(routine: "glp_get_prim_stat", code: Int(code))
        }
    }

    public func objective() throws(LinearError) -> Double { glp_get_obj_val(try live()) }

    public func columnValues() throws(LinearError) -> [Double] {
        let problem = try live()
        return (0..<columnCount).map { glp_get_col_prim(problem, Int32($0 + 1)) }
    }

    public func columnDuals() throws(LinearError) -> [Double] {
        let problem = try live()
        return (0..<columnCount).map { glp_get_col_dual(problem, Int32($0 + 1)) }
    }

    public func rowDuals() throws(LinearError) -> [Double] {
        let problem = try live()
        return (0..<rowCount).map { glp_get_row_dual(problem, Int32($0 + 1)) }
    }

    public func rowValues() throws(LinearError) -> [Double] {
        let problem = try live()
        return (0..<rowCount).map { glp_get_row_prim(problem, Int32($0 + 1)) }
    }
}
