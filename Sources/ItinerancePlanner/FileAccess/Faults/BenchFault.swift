/// What is wrong with benchmark instances.
package enum BenchFault: Hashable, Sendable {
    case folderMissing
    case folderUnreadable
    case folderEmpty
    case noInstance(String, near: [String])
    case headerMissing(String)
    case headerExpected(String, String)
    case outOfRange(String, Int, Int)
    case nodeExpected(String)
    case scoreExpected(String)
    case nodeCount(found: Int, expected: Int)
}
