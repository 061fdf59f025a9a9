import Foundation
import GeoModel

/// Classes of a figure on a map: class 0 below the first bound, then from each bound to below the next.
package struct MapClasses: Hashable, Sendable {
    /// Inner bounds, ascending, all different.
    package var bounds: [Double]

    /// - Parameter bounds: inner bounds in any order; equal ones count once.
    package init(bounds: [Double]) { self.bounds = Set(bounds).sorted() }

    package var count: Int { bounds.count + 1 }

    /// Classes that hold about as many values each. Bounds are rounded to the places a legend shows, so that the
    /// legend says exactly what the map draws; bounds that fall together make fewer classes.
    package static func quantiles(_ values: [Double], count: Int = 5, places: Int = 1) -> MapClasses {
        let sorted = values.filter(\.isFinite).sorted()
        guard let low = sorted.first, let high = sorted.last, count > 1 else { return MapClasses(bounds: []) }
        let step = pow(10, Double(places))
        let bounds = (1..<count).map { part in
            (Normalisation.percentile(sorted, Double(part) / Double(count)) * step).rounded() / step
        }
        return MapClasses(bounds: bounds.filter { $0 > low && $0 <= high })
    }

    package func index(of value: Double) -> Int { bounds.count { $0 <= value } }
}

/// Colours of the classes, from least to most: ColorBrewer 2.0 "YlGnBu", safe for colour-blind readers, whose
/// lightness only falls, so that a photocopy keeps the order (CIE L* 99, 84, 69, 51, 27).
package enum MapPalette {
    private static let five = ["#ffffcc", "#a1dab4", "#41b6c4", "#2c7fb8", "#253494"]

    /// Colours for a number of classes, as far apart as the palette allows. More than five classes share colours.
    package static func colours(_ count: Int) -> [String] {
        guard count > 1 else { return [five[2]] }
        return (0..<count).map { five[$0 * (five.count - 1) / (count - 1)] }
    }
}
