import CGLPK

/// Where a row or a column stands in the simplex method.
public enum BasisState: UInt8, Hashable, Sendable {
    case basic
    case atLower
    case atUpper
    case free
    case fixed

    fileprivate init(raw: Int32) throws(LinearError) {
        switch raw {
        case GLP_BS: self = .basic
        case GLP_NL: self = .atLower
        case GLP_NU: self = .atUpper
        case GLP_NF: self = .free
        case GLP_NS: self = .fixed
        default: throw .unknownCode(routine: "glp_get_col_stat", code: Int(raw))
        }
    }

    fileprivate var raw: Int32 {
        switch self {
        case .basic: GLP_BS
        case .atLower: GLP_NL
        case .atUpper: GLP_NU
        case .free: GLP_NF
        case .fixed: GLP_NS
        }
    }
}

/// A snapshot to start from again, one byte a row and a column: what a node of a search keeps for its children.
public struct Basis: Hashable, Sendable {
    public var rows: [BasisState]
    public var columns: [BasisState]

    public init(rows: [BasisState], columns: [BasisState]) {
        self.rows = rows
        self.columns = columns
    }
}

extension LinearProblem {
    public func basis() throws(LinearError) -> Basis {
        let problem = try live()
        var rows = [Int32](repeating: 0, count: rowCount)
        var columns = [Int32](repeating: 0, count: columnCount)
        try check(itn_get_basis(problem, &rows, &columns), "glp_get_col_stat")
        var basis = Basis(rows: [], columns: [])
        basis.rows.reserveCapacity(rowCount)
        basis.columns.reserveCapacity(columnCount)
        for row in rows { basis.rows.append(try BasisState(raw: row)) }
        for column in columns { basis.columns.append(try BasisState(raw: column)) }
        return basis
    }

    /// The next solve starts from `basis`. Rows and columns added since it was taken come in as if they were new: rows
    /// basic, columns not. A state that the bounds no longer allow becomes one they do.
    public mutating func restore(_ basis: Basis) throws(LinearError) {
        let problem = try live()
        guard basis.rows.count <= rowCount else {
            throw .indexOutOfRange(where: "basis", index: basis.rows.count - 1, count: rowCount)
        }
        guard basis.columns.count <= columnCount else {
            throw .indexOutOfRange(where: "basis", index: basis.columns.count - 1, count: columnCount)
        }
        let basic =
            rowCount - basis.rows.count + basis.rows.count { $0 == .basic } + basis.columns.count { $0 == .basic }
        guard basic == rowCount else { throw .wrongBasis(basic: basic, rows: rowCount) }
        isSolved = false
        try check(
            itn_set_basis(
                problem, Int32(basis.rows.count), basis.rows.map(\.raw), Int32(basis.columns.count),
                basis.columns.map(\.raw)), "glp_set_col_stat")
    }

    /// The next solve starts from rows alone, as the first one did.
    public mutating func resetBasis() throws(LinearError) {
        let problem = try live()
        isSolved = false
        try check(itn_reset_basis(problem), "glp_std_basis")
    }

    /// Whether each column is in the basis.
    public func columnIsBasic() throws(LinearError) -> [Bool] {
        let problem = try live()
        return (0..<columnCount).map { glp_get_col_stat(problem, Int32($0 + 1)) == GLP_BS }
    }

    /// Whether each row is in the basis.
    public func rowIsBasic() throws(LinearError) -> [Bool] {
        let problem = try live()
        return (0..<rowCount).map { glp_get_row_stat(problem, Int32($0 + 1)) == GLP_BS }
    }
}
