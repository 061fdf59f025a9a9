/// Writes free MPS: fields between blanks, names as they are.
enum FreeMPS {
    static func write(_ model: ModelView, _ names: FileNames, _ comments: [String], to file: inout ModelWriter) {
        let rows = (0..<model.rowCount).map { RowForm(model.rowBounds($0)) }
        file.append("* Minimises the negated objective: the optimum is minus that of the program.\n")
        for line in comments { file.append("* \(line)\n") }
        file.append("NAME itinerance\nROWS\n N \(names.objective)\n")
        for (row, form) in rows.enumerated() { file.append(" \(form.letter) \(names.rows[row])\n") }
        file.append("COLUMNS\n")
        columns(model, names, to: &file)
        file.append("RHS\n")
        for (row, form) in rows.enumerated() where form.side != 0 {
            file.append(" RHS \(names.rows[row]) \(exactText(form.side))\n")
        }
        if rows.contains(where: { $0.range != nil }) {
            file.append("RANGES\n")
            for (row, form) in rows.enumerated() {
                if let range = form.range { file.append(" RNG \(names.rows[row]) \(exactText(range))\n") }
            }
        }
        file.append("BOUNDS\n")
        for column in 0..<model.columnCount {
            bounds(model.columnBounds(column), isInteger: model.isInteger(column), names.columns[column], to: &file)
        }
        file.append("ENDATA\n")
    }

    private static func columns(_ model: ModelView, _ names: FileNames, to file: inout ModelWriter) {
        var inIntegers = false
        var markers = 0
        func mark(_ isInteger: Bool, _ file: inout ModelWriter) {
            guard isInteger != inIntegers else { return }
            file.append(" M\(markers) 'MARKER' '\(isInteger ? "INTORG" : "INTEND")'\n")
            markers += 1
            inIntegers = isInteger
        }
        for column in 0..<model.columnCount {
            mark(model.isInteger(column), &file)
            let name = names.columns[column]
            let objective = model.objective(column)
            let terms = model.column(column)
            // A column must be named once to be there.
            if objective != 0 || terms.isEmpty {
                file.append(" \(name) \(names.objective) \(exactText(objective == 0 ? 0 : -objective))\n")
            }
            for term in terms { file.append(" \(name) \(names.rows[term.index]) \(exactText(term.value))\n") }
        }
        mark(false, &file)
    }

    /// Integer columns say both ends, as readers differ in what they assume.
    private static func bounds(_ bounds: Bounds, isInteger: Bool, _ name: String, to file: inout ModelWriter) {
        switch bounds {
        case .free: file.append(" FR BND \(name)\n")
        case .equal(let value): file.append(" FX BND \(name) \(exactText(value))\n")
        case .atLeast(let lower):
            if lower != 0 { file.append(" LO BND \(name) \(exactText(lower))\n") }
            if isInteger { file.append(" PL BND \(name)\n") }
        case .atMost(let upper): file.append(" MI BND \(name)\n UP BND \(name) \(exactText(upper))\n")
        case .between(let lower, let upper):
            if lower != 0 || isInteger || upper == 0 { file.append(" LO BND \(name) \(exactText(lower))\n") }
            file.append(" UP BND \(name) \(exactText(upper))\n")
        }
    }
}

/// A row as MPS has it: a letter, a right-hand side, and for two ends the distance to the other one.
private struct RowForm {
    var letter: Character
    var side = 0.0
    var range: Double?

    init(_ bounds: Bounds) {
        switch bounds {
        case .free: letter = "N"
        case .equal(let value): (letter, side) = ("E", value)
        case .atLeast(let lower): (letter, side) = ("G", lower)
        case .atMost(let upper): (letter, side) = ("L", upper)
        case .between(let lower, let upper):
            // A reader adds the range to the one end or takes it from the other. Rounding may miss, so we look for one
            // that does not; there is none where both neighbours are ties.
            let near = upper - lower
            (letter, side, range) = ("G", lower, near)
            for candidate in [near, near.nextUp, near.nextDown] {
                if lower + candidate == upper {
                    (letter, side, range) = ("G", lower, candidate)
                    return
                }
                if upper - candidate == lower {
                    (letter, side, range) = ("L", upper, candidate)
                    return
                }
            }
        }
    }
}
