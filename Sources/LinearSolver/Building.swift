import CGLPK

/// A row to add: bounds on `coefficients · x`.
public struct LinearRow: Sendable {
    public var name: String
    public var bounds: Bounds
    public var coefficients: SparseVector

    public init(_ bounds: Bounds, _ coefficients: SparseVector = SparseVector(), named name: String = "") {
        self.name = name
        self.bounds = bounds
        self.coefficients = coefficients
    }
}

/// What values a column may take within its bounds.
public enum ColumnKind: Hashable, Sendable {
    case continuous
    case integer
    /// 0 or 1: bounds are cut to that.
    case binary
}

/// A column to add, with its objective coefficient.
public struct LinearColumn: Sendable {
    public var name: String
    public var bounds: Bounds
    public var kind: ColumnKind
    public var objective: Double
    public var coefficients: SparseVector

    public init(
        _ bounds: Bounds, objective: Double, _ coefficients: SparseVector = SparseVector(), named name: String = "",
        kind: ColumnKind = .continuous
    ) {
        self.name = name
        self.bounds = bounds
        self.kind = kind
        self.objective = objective
        self.coefficients = coefficients
    }
}

/// All is checked before GLPK sees any of it: a refused batch leaves the problem as it was.
extension LinearProblem {
    /// Adds a row `bounds` on `coefficients · x`; returns its index.
    @discardableResult
    public mutating func addRow(
        _ bounds: Bounds, _ coefficients: SparseVector = SparseVector(), named name: String = ""
    ) throws(LinearError) -> Int {
        try addRows([LinearRow(bounds, coefficients, named: name)]).lowerBound
    }

    /// Adds a column with its objective coefficient; returns its index.
    @discardableResult
    public mutating func addColumn(
        _ bounds: Bounds, objective: Double, _ coefficients: SparseVector = SparseVector(), named name: String = "",
        kind: ColumnKind = .continuous
    ) throws(LinearError) -> Int {
        try addColumns([LinearColumn(bounds, objective: objective, coefficients, named: name, kind: kind)]).lowerBound
    }

    /// Adds rows in one call of GLPK; returns their indices.
    @discardableResult
    public mutating func addRows(_ rows: [LinearRow]) throws(LinearError) -> Range<Int> {
        let problem = try live()
        var batch = Batch(capacity: rows.count)
        for row in rows {
            try batch.append(row.name, row.bounds, row.coefficients, fallback: "row", count: columnCount)
        }
        guard !rows.isEmpty else { return rowCount..<rowCount }
        change()
        var first: Int32 = 0
        try check(
            itn_add_rows(
                problem, Int32(rows.count), batch.types, batch.lowers, batch.uppers, batch.starts, batch.indices,
                batch.values, batch.names, &first), "glp_add_rows")
        rowCount += rows.count
        return Int(first) - 1..<rowCount
    }

    /// Adds columns in one call of GLPK; returns their indices.
    @discardableResult
    public mutating func addColumns(_ columns: [LinearColumn]) throws(LinearError) -> Range<Int> {
        let problem = try live()
        var batch = Batch(capacity: columns.count)
        var objectives: [Double] = []
        var kinds: [Int32] = []
        objectives.reserveCapacity(columns.count)
        kinds.reserveCapacity(columns.count)
        for column in columns {
            let place = column.name.isEmpty ? "column" : column.name
            guard column.objective.isFinite else { throw .notFinite(where: "objective of \(place)") }
            let bounds = try column.bounds.fitted(to: column.kind, where: place)
            try batch.append(column.name, bounds, column.coefficients, fallback: "column", count: rowCount)
            objectives.append(column.objective)
            kinds.append(column.kind == .continuous ? GLP_CV : GLP_IV)
        }
        guard !columns.isEmpty else { return columnCount..<columnCount }
        change()
        var first: Int32 = 0
        try check(
            itn_add_cols(
                problem, Int32(columns.count), batch.types, batch.lowers, batch.uppers, objectives, kinds,
                batch.starts, batch.indices, batch.values, batch.names, &first), "glp_add_cols")
        columnCount += columns.count
        return Int(first) - 1..<columnCount
    }
}

/// Rows or columns as the arrays that the C shim takes: coefficients are numbered from 1, all else from 0.
private struct Batch {
    var types: [Int32] = []
    var lowers: [Double] = []
    var uppers: [Double] = []
    var starts: [Int32] = [0]
    var indices: [Int32] = [0]
    var values: [Double] = [0]
    var names: [CChar] = []

    init(capacity: Int) {
        types.reserveCapacity(capacity)
        lowers.reserveCapacity(capacity)
        uppers.reserveCapacity(capacity)
        starts.reserveCapacity(capacity + 1)
    }

    mutating func append(
        _ name: String, _ bounds: Bounds, _ coefficients: SparseVector, fallback: String, count: Int
    ) throws(LinearError) {
        let place = name.isEmpty ? fallback : name
        guard name.utf8.count <= 255, name.utf8.allSatisfy({ $0 > 32 && $0 < 127 }) else { throw .badName(name) }
        try bounds.validate(where: place)
        try coefficients.validate(count: count, where: place)
        let raw = bounds.raw
        types.append(raw.type)
        lowers.append(raw.lower)
        uppers.append(raw.upper)
        indices.append(contentsOf: coefficients.indices.dropFirst())
        values.append(contentsOf: coefficients.values.dropFirst())
        starts.append(Int32(indices.count - 1))
        names.append(contentsOf: name.utf8.lazy.map { CChar(bitPattern: $0) })
        names.append(0)
    }
}
