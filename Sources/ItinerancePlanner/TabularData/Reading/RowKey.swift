import GeoModel

/// 128 bits that stand for the key of a row, so that a million rows are told apart in little memory.
package struct RowKey: Hashable {
    private var first: Int
    private var second: Int

    package init(_ key: [String]) {
        func hash(_ salt: UInt8) -> Int {
            var hasher = Hasher()
            hasher.combine(salt)
            hasher.combine(key)
            return hasher.finalize()
        }
        first = hash(1)
        second = hash(2)
    }
}

/// Holds PROJ's transformation, which cannot be copied, for a reader that can.
package final class Projection {
    private let lambert = Lambert93()

    package func position(easting: Double, northing: Double) -> Position? {
        lambert.position(easting: easting, northing: northing)
    }
}
