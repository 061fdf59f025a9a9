import CGLPK

/// What the last `solve` found. Of a problem that was not solved, the values mean nothing: ask its `Outcome` first.
extension LinearProblem {
    public func objective() throws(LinearError) -> Double { glp_get_obj_val(try live()) }

    /// Simplex iterations since the problem was made.
    public func iterationCount() throws(LinearError) -> Int { Int(glp_get_it_cnt(try live())) }

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
