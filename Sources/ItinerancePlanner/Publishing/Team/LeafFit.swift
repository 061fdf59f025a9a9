import Foundation
import PageRendering

/// The largest type at which tables of weeks stay on one A3 leaf.
package enum LeafFit {
    /// Points: where not even it fits, weeks go on a further leaf. Notes are a tenth smaller, so never under 8 points.
    package static let smallest = 9.0
    private static let largest = 22.0
    /// Millimetres between the margins, less title and foot.
    private static let (width, height) = (400.0, 258.0)
    /// Width of the first column, of the padding of a cell and of the indent of a note, as in `equipe.css`.
    private static let (first, padding, indent) = (54.0, 3.2, 2.0)
    private static let millimetresInPoint = 0.3528
    private static let noteShare = 0.9

    /// Points; `nil` where not even the smallest fits.
    package static func size(of boards: [TeamBoard]) -> Double? {
        stride(from: largest, through: smallest - 0.01, by: -0.1).first { size in
            boards.reduce(0) { $0 + height(of: $1, at: size) } <= height
        }
    }

    /// Millimetres.
    private static func height(of board: TeamBoard, at size: Double) -> Double {
        let em = size * millimetresInPoint
        func lines(_ runs: [TypeMeasure.Run], in room: Double) -> Double { Double(TypeMeasure.lines(runs, in: room)) }
        let column = ((width - first) / Double(max(1, board.columns.count)) - padding) / em
        func entry(_ entry: TeamBoard.Entry) -> Double {
            // What falls is bold throughout.
            let isBold = !entry.state.isEmpty
            let notes = entry.notes.reduce(0.0) {
                $0 + noteShare
                    * lines([.init(text: $1, share: noteShare, isBold: isBold)], in: column - indent / em)
            }
            return lines(
                [.init(text: entry.hours, isBold: true), .init(text: entry.words, isBold: isBold)], in: column)
                + notes + 0.07
        }
        func row(_ row: TeamBoard.Row) -> Double {
            let cells = row.cells.map { $0.entries.reduce(0) { $0 + entry($1) } }
            let label = lines(
                [.init(text: row.label, isBold: true), .init(text: row.detail, share: noteShare)],
                in: (first - padding) / em)
            return max(label, cells.max() ?? 0, 1) + 0.18
        }
        let heads = board.columns.map { head in
            lines([.init(text: head.weekday, isBold: true), .init(text: head.date)], in: column)
                + (head.closure + head.holiday).reduce(0) { $0 + lines([.init(text: $1, isBold: true)], in: column) }
        }
        let rows = board.rows.reduce((heads.max() ?? 1) + 0.18) { $0 + row($1) }
        return rows * em * 1.16 + 1.25 * 1.2 * em + 1.5 + 0.2 * Double(board.rows.count + 2)
    }
}
