import CGLPK
import Foundation

/// How a program is written for other solvers.
public enum ModelFormat: Hashable, Sendable {
    /// Free MPS: names as they are and every digit, to be preferred. It minimises the negated objective, since CBC
    /// passes over a section that asks for a maximum and GLPK refuses one: the other solver's optimum is minus ours.
    /// Of a row with two ends it holds one and the distance, so that the other may come out one bit away, where no
    /// distance gives it; readers drop rows without ends.
    case freeMPS
    /// CPLEX LP, for reading: maximises and has every digit, but cannot hold every name. `opening[r01,w2]` becomes
    /// `opening(r01,w2)`, since HiGHS and GLPK read no bracket in a name; what else they refuse becomes `_`; and names
    /// that have become equal are numbered. A row with two ends becomes two rows, the second with `~` after its name;
    /// rows without ends are left out.
    case lp
}

extension LinearProblem {
    /// Writes the program to exactly this file, in place: for all or nothing, write to a name beside and rename. After
    /// an error the file may be there in part.
    ///
    /// Not by `glp_write_mps` and `glp_write_lp`, which were measured to round to 12 and 15 digits, to say that they
    /// wrote what a full disk refused, to drop the objective of a program with a row without ends (MPS) and to rename.
    /// - Parameter comments: lines for a reader, at the top; what is not printable ASCII becomes `?`.
    /// - Throws: `duplicateName`, `badName` for a name that free MPS would take for something else, `notWritten`.
    public func write(
        to path: String, as format: ModelFormat = .freeMPS, comments: [String] = []
    ) throws(LinearError) {
        let view = try view()
        guard rowCount > 0, columnCount > 0 else { throw .emptyProblem }
        // Names are checked before the file is opened.
        switch format {
        case .freeMPS:
            let names = try FileNames.exact(of: view)
            var file = try ModelWriter(path)
            FreeMPS.write(view, names, comments.map(plainText), to: &file)
            try file.close()
        case .lp:
            let names = try FileNames.forLP(of: view)
            var file = try ModelWriter(path)
            LPFormat.write(view, names, comments.map(plainText), to: &file)
            try file.close()
        }
    }
}

extension LinearProblem {
    /// The program of a file, as GLPK's own reader understands it; what it minimises is maximised here, with other signs.
    package static func read(
        _ path: String, as format: ModelFormat = .freeMPS
    ) throws(LinearError) -> LinearProblem {
        var program = try LinearProblem()
        let problem = try program.live()
        var code: Int32 = 0
        try program.check(itn_read(problem, path, format == .lp ? 1 : 0, &code), "glp_read_mps")
        guard code == 0 else { throw .notRead(path: path) }
        program.rowCount = Int(glp_get_num_rows(problem))
        program.columnCount = Int(glp_get_num_cols(problem))
        if glp_get_obj_dir(problem) == GLP_MIN {
            for column in 0..<program.columnCount {
                try program.setObjective(column, 0 - glp_get_obj_coef(problem, Int32(column + 1)))
            }
        }
        return program
    }

    /// The program's data, to compare it with another's.
    package func view() throws(LinearError) -> ModelView {
        ModelView(try live(), rowCount: rowCount, columnCount: columnCount)
    }
}
