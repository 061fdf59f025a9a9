import GeoModel

/// Files hold one text for each row of a matrix: figures with spaces between, `-` where unknown. Short, and one line each.
extension TravelMatrix: FileForm {
    private enum Key: String, CodingKey {
        case nodes, seconds, metres
    }

    package func write(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(nodes, forKey: .nodes)
        try container.encode(rows(figures.seconds), forKey: .seconds)
        try container.encode(rows(figures.metres), forKey: .metres)
    }

    private func rows(_ figures: [Int32]) -> [String] {
        nodes.indices.map { row in
            figures[row * nodes.count..<(row + 1) * nodes.count].map { $0 < 0 ? "-" : String($0) }
                .joined(separator: " ")
        }
    }

    /// Refuses rows that do not fit the nodes, and figures that are negative or absurd.
    package init(file decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        let names = try container.decode([String].self, forKey: .nodes)
        func fault(_ key: Key, _ what: String) -> DecodingError {
            DecodingError.dataCorruptedError(forKey: key, in: container, debugDescription: what)
        }
        guard let empty = TravelMatrix(nodes: names), empty.nodes == names else {
            throw fault(.nodes, "\(names.count)")
        }
        func figures(_ key: Key, upTo limit: Int) throws -> [Int32] {
            let rows = try container.decode([String].self, forKey: key)
            guard rows.count == names.count else { throw fault(key, "\(rows.count) ≠ \(names.count)") }
            var figures: [Int32] = []
            figures.reserveCapacity(names.count * names.count)
            for (index, row) in rows.enumerated() {
                let cells = row.utf8.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
                guard cells.count == names.count else { throw fault(key, "\(cells.count) ≠ \(names.count)") }
                for (column, cell) in cells.enumerated() {
                    if cell.elementsEqual("-".utf8) {
                        figures.append(-1)
                    } else if let figure = Int32(Substring(cell)), (0...limit).contains(Int(figure)), column != index {
                        figures.append(figure)
                    } else {
                        throw fault(key, "\(names[index]), \(names[column]) : \(Substring(cell))")
                    }
                }
            }
            return figures
        }
        let seconds = try figures(.seconds, upTo: Self.largestDuration.count)
        let metres = try figures(.metres, upTo: Self.largestDistance.count)
        if let odd = zip(seconds, metres).enumerated().first(where: { ($0.element.0 < 0) != ($0.element.1 < 0) }) {
            let (row, column) = (odd.offset / names.count, odd.offset % names.count)
            throw fault(.metres, "\(names[row]), \(names[column])")
        }
        guard let matrix = TravelMatrix(nodes: names, seconds: seconds, metres: metres) else {
            throw fault(.nodes, "\(names.count)")
        }
        self = matrix
    }
}
