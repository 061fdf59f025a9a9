/// What rows and columns are called in a file. Those without a name are numbered from 1.
struct FileNames {
    private(set) var rows: [String] = []
    private(set) var columns: [String] = []
    private(set) var objective = ""
    /// The names of a row's second half, by row, where a format cannot say two ends at once.
    private(set) var secondRows: [Int: String] = [:]

    /// Names as they are.
    static func exact(of model: ModelView) throws(LinearError) -> FileNames {
        var names = FileNames()
        var takenRows = try given(model.rowCount, model.rowName)
        var takenColumns = try given(model.columnCount, model.columnName)
        for name in takenRows.union(takenColumns) where name.hasPrefix("$") || name.hasPrefix("'") {
            throw .badName(name)
        }
        names.objective = fresh("objective", &takenRows)
        for row in 0..<model.rowCount {
            let name = model.rowName(row)
            names.rows.append(name.isEmpty ? fresh("r\(row + 1)", &takenRows) : name)
        }
        for column in 0..<model.columnCount {
            let name = model.columnName(column)
            names.columns.append(name.isEmpty ? fresh("c\(column + 1)", &takenColumns) : name)
        }
        return names
    }

    /// Names that HiGHS, GLPK and CBC all read.
    static func forLP(of model: ModelView) throws(LinearError) -> FileNames {
        _ = try given(model.rowCount, model.rowName)
        _ = try given(model.columnCount, model.columnName)
        var names = FileNames()
        var takenRows: Set<String> = []
        var takenColumns: Set<String> = []
        for row in 0..<model.rowCount {
            let name = model.rowName(row)
            names.rows.append(fresh(name.isEmpty ? "r\(row + 1)" : adapted(name), &takenRows))
        }
        for row in 0..<model.rowCount {
            if case .between = model.rowBounds(row) { names.secondRows[row] = fresh(names.rows[row] + "~", &takenRows) }
        }
        names.objective = fresh("objective", &takenRows)
        for column in 0..<model.columnCount {
            let name = model.columnName(column)
            names.columns.append(fresh(name.isEmpty ? "c\(column + 1)" : adapted(name), &takenColumns))
        }
        return names
    }

    private static func given(_ count: Int, _ name: (Int) -> String) throws(LinearError) -> Set<String> {
        var seen: Set<String> = []
        for index in 0..<count {
            let name = name(index)
            guard name.isEmpty || seen.insert(name).inserted else { throw .duplicateName(name) }
        }
        return seen
    }

    private static func fresh(_ wanted: String, _ taken: inout Set<String>) -> String {
        // Room for the number within 255 bytes.
        let stem = wanted.utf8.count > 240 ? String(wanted.prefix(240)) : wanted
        var name = wanted.utf8.count > 255 ? stem : wanted
        var number = 2
        while !taken.insert(name).inserted {
            name = "\(stem)~\(number)"
            number += 1
        }
        return name
    }

    private static let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&(),.?@_{}~".utf8)
    private static let keywords: Set<String> = [
        "max", "maximize", "maximise", "maximum", "min", "minimize", "minimise", "minimum", "subject", "such", "st",
        "s.t.", "st.", "to", "that", "bounds", "bound", "free", "general", "generals", "gen", "integer", "integers",
        "int", "binary", "binaries", "bin", "inf", "infinity", "nan", "semi", "semis", "sec", "sos", "sos1", "sos2",
        "end",
    ]

    /// No sign that a reader takes for syntax, no word of the language, nothing that begins like a number.
    private static func adapted(_ name: String) -> String {
        let bytes = name.utf8.map { byte -> UInt8 in
            switch byte {
            case UInt8(ascii: "["): UInt8(ascii: "(")
            case UInt8(ascii: "]"): UInt8(ascii: ")")
            default: plain.contains(byte) ? byte : UInt8(ascii: "_")
            }
        }
        let text = String(decoding: bytes, as: UTF8.self)
        let beginsLikeNumber = bytes.first.map { $0 == UInt8(ascii: ".") || (48...57).contains($0) } ?? false
        let beginsLikeExponent =
            (text.hasPrefix("e") || text.hasPrefix("E")) && bytes.dropFirst().allSatisfy { (48...57).contains($0) }
        return beginsLikeNumber || beginsLikeExponent || keywords.contains(text.lowercased()) ? "_" + text : text
    }
}
