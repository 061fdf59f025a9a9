/// A solution of the restricted master.
package struct RoundSolution {
    package var objective = 0.0
    /// By offer.
    var cover: [Double] = []
    /// Points, by demand.
    var theta: [Double] = []
    var rounds: [(column: Int, share: Double)] = []
    var artificial = 0.0
}
