/// What is wrong with a file of outlines of communes.
package enum OutlineFault: Hashable, Sendable {
    case notACollection
    /// The feature's number, from 1.
    case feature(Int, OutlineFeatureFault)
}

/// What is wrong with one feature of a file of outlines.
package enum OutlineFeatureFault: Error, Hashable, Sendable {
    case noCode
    case badCode(String)
    /// The kind of geometry; empty where there is none.
    case notAnArea(String)
    case badCoordinates
    case openRing
    case notDegrees(Double, Double)
    case twice(String, first: Int)
}
