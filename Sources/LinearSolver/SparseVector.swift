/// Coefficients of a row or a column, by index from 0. GLPK's arrays from 1 are hidden here, once.
public struct SparseVector: Sendable {
    public private(set) var indices: [Int32] = [0]
    public private(set) var values: [Double] = [0]

    public init() {}

    public init(_ terms: [(index: Int, value: Double)]) {
        for term in terms { append(term.index, term.value) }
    }

    public var count: Int { indices.count - 1 }

    /// Zero coefficients are left out.
    public mutating func append(_ index: Int, _ value: Double) {
        guard value != 0 else { return }
        indices.append(Int32(index + 1))
        values.append(value)
    }

    /// Checks all that would make GLPK abort.
    func validate(count limit: Int, where place: String) throws(LinearError) {
        for position in 1..<max(1, indices.count) {
            let index = Int(indices[position]) - 1
            guard (0..<limit).contains(index) else {
                throw .indexOutOfRange(where: place, index: index, count: limit)
            }
            guard values[position].isFinite else { throw .notFinite(where: place) }
        }
        guard count > 1 else { return }
        let sorted = indices.dropFirst().sorted()
        for (a, b) in zip(sorted, sorted.dropFirst()) where a == b {
            throw .duplicateIndex(where: place, index: Int(a) - 1)
        }
    }
}
