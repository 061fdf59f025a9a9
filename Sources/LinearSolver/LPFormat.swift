/// Writes CPLEX LP, in lines short enough for every reader.
enum LPFormat {
    static func write(_ model: ModelView, _ names: FileNames, _ comments: [String], to file: inout ModelWriter) {
        file.append("\\ itinerance\n")
        for line in comments { file.append("\\ \(line)\n") }
        file.append("Maximize\n")
        // All columns stand in the objective: this fixes their order, and GLPK bounds none that it has not met.
        expression(
            (0..<model.columnCount).map { (index: $0, value: model.objective($0)) }, named: names.objective, names,
            to: &file)
        file.append("\nSubject To\n")
        for row in 0..<model.rowCount {
            let bounds = model.rowBounds(row)
            guard bounds != .free else { continue }
            var terms = model.row(row)
            if terms.isEmpty { terms = [(index: 0, value: 0)] }
            func side(_ sign: String, _ value: Double, _ name: String, _ file: inout ModelWriter) {
                expression(terms, named: name, names, to: &file)
                file.append("\n \(sign) \(exactText(value))\n")
            }
            switch bounds {
            case .free: break
            case .equal(let value): side("=", value, names.rows[row], &file)
            case .atLeast(let lower): side(">=", lower, names.rows[row], &file)
            case .atMost(let upper): side("<=", upper, names.rows[row], &file)
            case .between(let lower, let upper):
                side(">=", lower, names.rows[row], &file)
                side("<=", upper, names.secondRows[row] ?? "", &file)
            }
        }
        file.append("Bounds\n")
        for column in 0..<model.columnCount {
            file.append(" \(bounds(model.columnBounds(column), names.columns[column]))\n")
        }
        let integers = (0..<model.columnCount).filter { model.isInteger($0) }
        if !integers.isEmpty {
            file.append("Generals\n")
            for column in integers { file.append(" \(names.columns[column])\n") }
        }
        file.append("End\n")
    }

    private static func expression(
        _ terms: [(index: Int, value: Double)], named name: String, _ names: FileNames, to file: inout ModelWriter
    ) {
        file.append(" \(name):")
        var length = name.utf8.count + 2
        for term in terms {
            let text = " \(term.value < 0 ? "-" : "+") \(exactText(abs(term.value))) \(names.columns[term.index])"
            if length + text.utf8.count > 200 {
                file.append("\n")
                length = 0
            }
            file.append(text)
            length += text.utf8.count
        }
    }

    private static func bounds(_ bounds: Bounds, _ name: String) -> String {
        switch bounds {
        case .free: "\(name) free"
        case .equal(let value): "\(name) = \(exactText(value))"
        case .atLeast(let lower): "\(name) >= \(exactText(lower))"
        case .atMost(let upper): "-inf <= \(name) <= \(exactText(upper))"
        case .between(let lower, let upper): "\(exactText(lower)) <= \(name) <= \(exactText(upper))"
        }
    }
}
