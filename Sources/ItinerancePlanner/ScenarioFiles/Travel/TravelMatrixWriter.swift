import Foundation
import GeoModel
import TabularData

/// Writes a matrix as `de;vers;minutes;km`, so that reading it gives the same whole seconds and metres.
package enum TravelMatrixWriter {
    package static func csv(_ matrix: TravelMatrix) -> Data {
        var text = "de;vers;minutes;km\n"
        for from in matrix.nodes {
            for to in matrix.nodes {
                guard let leg = matrix[from, to] else { continue }
                let ends = [from, to].map { CSVCell.quoted($0, separator: ";") }.joined(separator: ";")
                text += "\(ends);\(minutes(leg.duration));\(kilometres(leg.distance))\n"
            }
        }
        return Data(text.utf8)
    }

    /// Thousandths of a minute tell whole seconds apart.
    private static func minutes(_ duration: Seconds) -> String { decimal((duration.count * 1000 + 30) / 60) }
    private static func kilometres(_ distance: Metres) -> String { decimal(distance.count) }

    /// A number of thousandths with its comma, without the zeros nobody needs.
    private static func decimal(_ thousandths: Int) -> String {
        let rest = thousandths % 1000
        guard rest != 0 else { return String(thousandths / 1000) }
        var digits = String(rest + 1000).dropFirst()
        while digits.last == "0" { digits.removeLast() }
        return "\(thousandths / 1000),\(digits)"
    }
}
