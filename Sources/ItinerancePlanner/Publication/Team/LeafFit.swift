import Foundation

/// The largest type at which tables of weeks stay on one A3 leaf, estimated on the wide side.
enum LeafFit {
    /// Points: below it nobody reads a wall.
    static let smallest = 6.5
    private static let largest = 16.0
    /// Millimetres between the margins, less title and foot.
    private static let (width, height) = (398.0, 254.0)
    /// Width of the first column, as in `equipe.css`.
    private static let first = 46.0
    private static let millimetresInPoint = 0.3528

    /// Points; `nil` where not even the smallest fits.
    static func size(of boards: [TeamBoard]) -> Double? {
        stride(from: largest, through: smallest, by: -0.5).first { size in
            boards.reduce(0) { $0 + height(of: $1, at: size) } <= height
        }
    }

    static func points(_ size: Double) -> String { String(format: "%.1f", size) }

    /// Millimetres.
    private static func height(of board: TeamBoard, at size: Double) -> Double {
        let column = (width - first) / Double(max(1, board.columns.count))
        func lines(_ text: String, _ width: Double, _ share: Double = 1) -> Double {
            guard !text.isEmpty else { return 0 }
            // A wide sans serif takes 0.56 of its size, words cut at line ends included for a letter.
            return (Double(text.count) * 0.56 * share * size * millimetresInPoint / (width - 3)).rounded(.up)
        }
        func row(_ row: TeamBoard.Row) -> Double {
            let cells = row.cells.map { cell in
                cell.entries.reduce(0.0) { sum, entry in
                    // What falls is in bold.
                    let weight = entry.state.isEmpty ? 1 : 1.15
                    return sum + lines(entry.hours + " " + entry.words, column, weight)
                        + entry.notes.reduce(0) { $0 + 0.88 * lines($1, column, 0.92 * weight) } + 0.1
                }
            }
            let label = lines(row.label, first, 1.1) + 0.85 * lines(row.detail, first, 0.85)
            return max(label, cells.max() ?? 0, 1) + 0.25
        }
        let closure = board.columns.map { lines(($0.closure + $0.holiday).joined(), column, 1.15) }.max() ?? 0
        let rows = board.rows.reduce(3.6 + closure) { $0 + row($1) }
        return rows * size * 1.18 * millimetresInPoint + 2
    }
}
