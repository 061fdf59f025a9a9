import GeoModel
import RoundPlan

/// One page of a driver: one van on one date. Property names are those of `feuilles.mustache`.
struct RoadSheet: Sendable {
    struct Figure: Sendable {
        var label: String
        var figure: String
    }

    /// `2027-01-04`.
    var iso: String
    var title: String
    var subtitle: String
    var people: String
    var figures: [Figure]
    var remarks: [String]
    var steps: [Step]
    var fictional: [String]
    /// Name of the route for a telephone, without its ending.
    var track: String

    /// Fixed once all else is known: type grows smaller where a day has many stops, and what is left is for notes.
    var density = ""
    var noteLines: [Int] = []

    /// Millimetres of an A4 leaf between its margins.
    private static let leaf = 277.0

    /// Millimetres that all but the notes take, estimated on the wide side.
    private func height(dense: Bool) -> Double {
        (dense ? 56 : 60) + Double(6 * (remarks.count + fictional.count))
            + steps.reduce(0) { $0 + $1.height(dense: dense) }
    }

    mutating func settle() {
        let isDense = height(dense: false) + 16 > Self.leaf
        density = isDense ? "serre" : "aere"
        let room = Self.leaf - height(dense: isDense)
        // A day of so many stops that a leaf cannot hold them has its notes on a second one.
        noteLines = Array(1...(room < 0 ? 14 : max(1, min(14, Int(room / 8.2)))))
    }
}

/// A line or a block of a driver's day: exactly one of the lists holds something.
struct Step: Sendable {
    struct Drive: Sendable {
        var distance: String
        var duration: String
    }

    struct TimeLine: Sendable {
        var clock: String
        var words: String
        /// `cle` for what the public waits for, else empty.
        var weight: String
    }

    struct Fact: Sendable {
        var label: String
        var value: String
        /// `inconnu` where the value is missing.
        var state: String
    }

    struct Block: Sendable {
        var number: String
        var name: String
        var address: [String]
        /// Why nothing is held there.
        var notice: [String]
        var times: [TimeLine]
        var facts: [Fact]
        var sessions: [String]
        /// Inline SVG; empty where the position is unknown.
        var codes: [Code]
    }

    struct Code: Sendable {
        var svg: String
        var caption: String
    }

    var drive: [Drive] = []
    /// A plain line: the depot.
    var line: [TimeLine] = []
    var block: [Block] = []

    /// Millimetres, estimated on the wide side.
    func height(dense: Bool) -> Double {
        guard let block = block.first else { return line.isEmpty ? (dense ? 4.9 : 6.2) : (dense ? 6.6 : 7.6) }
        func lines(_ texts: [String], _ perLine: Int) -> Double {
            Double(texts.reduce(0) { $0 + 1 + $1.count / perLine })
        }
        let facts = lines(block.facts.map { $0.label + " : " + $0.value }, dense ? 33 : 29)
        let times = lines(block.times.map(\.words), 25)
        let code: Double = block.codes.isEmpty ? 0 : dense ? 26 : 31
        return (dense ? 3 : 4) + lines([block.name], 42) * (dense ? 6 : 7)
            + lines(block.address, dense ? 80 : 68) * (dense ? 5 : 5.6) + lines(block.notice, 60) * 5.5
            + lines(block.sessions, 65) * (dense ? 5 : 6.2)
            + max(code, times * (dense ? 6.2 : 7.2), facts * (dense ? 4.5 : 5.1))
    }
}
