import CGLPK

/// A program's data as files need them, numbered from 0. Used only while the program lives.
package struct ModelView {
    private let problem: OpaquePointer
    package let rowCount: Int
    package let columnCount: Int

    init(_ problem: OpaquePointer, rowCount: Int, columnCount: Int) {
        self.problem = problem
        self.rowCount = rowCount
        self.columnCount = columnCount
    }

    package func rowName(_ row: Int) -> String {
        glp_get_row_name(problem, Int32(row + 1)).map { String(cString: $0) } ?? ""
    }

    package func columnName(_ column: Int) -> String {
        glp_get_col_name(problem, Int32(column + 1)).map { String(cString: $0) } ?? ""
    }

    package func rowBounds(_ row: Int) -> Bounds {
        let row = Int32(row + 1)
        return Bounds(
            type: glp_get_row_type(problem, row), lower: glp_get_row_lb(problem, row),
            upper: glp_get_row_ub(problem, row))
    }

    package func columnBounds(_ column: Int) -> Bounds {
        let column = Int32(column + 1)
        return Bounds(
            type: glp_get_col_type(problem, column), lower: glp_get_col_lb(problem, column),
            upper: glp_get_col_ub(problem, column))
    }

    package func isInteger(_ column: Int) -> Bool { glp_get_col_kind(problem, Int32(column + 1)) != GLP_CV }

    package func objective(_ column: Int) -> Double { glp_get_obj_coef(problem, Int32(column + 1)) }

    /// Coefficients of a column by row, in the order of the rows.
    package func column(_ column: Int) -> [(index: Int, value: Double)] {
        terms { glp_get_mat_col(problem, Int32(column + 1), $0, $1) }
    }

    /// Coefficients of a row by column, in the order of the columns.
    package func row(_ row: Int) -> [(index: Int, value: Double)] {
        terms { glp_get_mat_row(problem, Int32(row + 1), $0, $1) }
    }

    private func terms(
        _ read: (UnsafeMutablePointer<Int32>?, UnsafeMutablePointer<Double>?) -> Int32
    ) -> [(index: Int, value: Double)] {
        let count = Int(read(nil, nil))
        guard count > 0 else { return [] }
        var indices = [Int32](repeating: 0, count: count + 1)
        var values = [Double](repeating: 0, count: count + 1)
        _ = read(&indices, &values)
        return (1...count).map { (index: Int(indices[$0]) - 1, value: values[$0]) }.sorted { $0.index < $1.index }
    }
}
