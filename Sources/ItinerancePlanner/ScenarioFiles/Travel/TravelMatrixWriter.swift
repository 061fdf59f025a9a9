import Foundation
import GeoModel
import TabularData

/// Writes a matrix as `de;vers;minutes;km`, so that reading it gives the same whole seconds and metres.
package enum TravelMatrixWriter {
    package static func csv(_ matrix: TravelMatrix) -> Data {
        var file = CSVText(.territory)
        file.add(["de", "vers", "minutes", "km"])
        for from in matrix.nodes {
            for to in matrix.nodes {
                guard let leg = matrix[from, to] else { continue }
                file.add([.text(from), .text(to), minutes(leg.duration), thousandths(leg.distance.count)])
            }
        }
        return Data(file.text.utf8)
    }

    /// Thousandths of a minute tell whole seconds apart.
    private static func minutes(_ duration: Seconds) -> CSVText.Cell { thousandths((duration.count * 1000 + 30) / 60) }

    private static func thousandths(_ count: Int) -> CSVText.Cell {
        .figure(DataNumber.thousandths(count).replacing(".", with: CSVDialect.territory.decimalMark))
    }
}
