/// A sum that keeps what rounding loses, and says a number that is surely not below it.
///
/// Each product and each addition is split into its rounded value and its error without loss. Source: Ogita, Rump, Oishi,
/// "Accurate sum and dot product", SIAM Journal on Scientific Computing 26, 2005.
struct CarefulSum: Sendable {
    private var sum: Double
    private var lost = 0.0
    private var size: Double

    init(_ start: Double = 0) {
        sum = start
        size = abs(start)
    }

    mutating func add(_ a: Double, times b: Double) {
        let product = a * b
        // The error of a product is itself a number.
        lost += (-product).addingProduct(a, b)
        let next = sum + product
        let part = next - sum
        lost += (sum - (next - part)) + (product - part)
        sum = next
        size += abs(product)
    }

    /// Never below the exact sum: the second-order error is far below 2⁻⁶⁰ of the size for any sum made here.
    var atMost: Double { (sum + lost + size * 0x1p-60).nextUp }
}
