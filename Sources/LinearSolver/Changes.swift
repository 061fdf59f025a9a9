import CGLPK

/// What may change between two solves; the basis stays.
extension LinearProblem {
    public mutating func setRow(_ row: Int, _ bounds: Bounds) throws(LinearError) {
        try setRows([(row, bounds)])
    }

    public mutating func setColumn(_ column: Int, _ bounds: Bounds) throws(LinearError) {
        try setColumns([(column, bounds)])
    }

    /// Changes the bounds of many rows; none where one is refused.
    public mutating func setRows(_ changes: [(row: Int, bounds: Bounds)]) throws(LinearError) {
        let problem = try live()
        var raw = RawBounds()
        for (row, bounds) in changes {
            try Self.validate([row], below: rowCount, where: "row")
            try bounds.validate(where: "row")
            raw.append(row, bounds)
        }
        change()
        try check(
            itn_set_rows(problem, Int32(changes.count), raw.indices, raw.types, raw.lowers, raw.uppers),
            "glp_set_row_bnds")
    }

    /// Changes the bounds of many columns; none where one is refused.
    public mutating func setColumns(_ changes: [(column: Int, bounds: Bounds)]) throws(LinearError) {
        let problem = try live()
        var raw = RawBounds()
        for (column, bounds) in changes {
            try Self.validate([column], below: columnCount, where: "column")
            let isInteger = glp_get_col_kind(problem, Int32(column + 1)) != GLP_CV
            raw.append(column, try bounds.fitted(to: isInteger ? .integer : .continuous, where: "column"))
        }
        change()
        try check(
            itn_set_cols(problem, Int32(changes.count), raw.indices, raw.types, raw.lowers, raw.uppers),
            "glp_set_col_bnds")
    }

    /// Changes the objective coefficient of a column.
    public mutating func setObjective(_ column: Int, _ objective: Double) throws(LinearError) {
        let problem = try live()
        guard objective.isFinite else { throw .notFinite(where: "objective") }
        try Self.validate([column], below: columnCount, where: "column")
        change()
        try check(itn_set_objective(problem, Int32(column + 1), objective), "glp_set_obj_coef")
    }

    /// Removes rows; the later ones move up to fill the places.
    public mutating func deleteRows(_ rows: [Int]) throws(LinearError) {
        let problem = try live()
        guard !rows.isEmpty else { return }
        try Self.validate(rows, below: rowCount, where: "row")
        let unique = Set(rows).sorted()
        let raw = [0] + unique.map { Int32($0 + 1) }
        change()
        try check(itn_delete_rows(problem, Int32(unique.count), raw), "glp_del_rows")
        rowCount -= unique.count
    }

    /// Removes columns; the later ones move up to fill the places.
    public mutating func deleteColumns(_ columns: [Int]) throws(LinearError) {
        let problem = try live()
        guard !columns.isEmpty else { return }
        try Self.validate(columns, below: columnCount, where: "column")
        let unique = Set(columns).sorted()
        let raw = [0] + unique.map { Int32($0 + 1) }
        change()
        try check(itn_delete_cols(problem, Int32(unique.count), raw), "glp_del_cols")
        columnCount -= unique.count
    }

    private static func validate(_ indices: [Int], below count: Int, where place: String) throws(LinearError) {
        for index in indices where !(0..<count).contains(index) {
            throw .indexOutOfRange(where: place, index: index, count: count)
        }
    }
}

private struct RawBounds {
    var indices: [Int32] = []
    var types: [Int32] = []
    var lowers: [Double] = []
    var uppers: [Double] = []

    mutating func append(_ index: Int, _ bounds: Bounds) {
        let raw = bounds.raw
        indices.append(Int32(index + 1))
        types.append(raw.type)
        lowers.append(raw.lower)
        uppers.append(raw.upper)
    }
}
