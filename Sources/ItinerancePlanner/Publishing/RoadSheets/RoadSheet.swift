import Optimizer

/// One page of a driver: one van on one date. Property names are those of `feuilles.mustache`.
package struct RoadSheet: Sendable {
    package struct Figure: Sendable {
        package var label: String
        package var figure: String

        package init(label: String, figure: String) {
            self.label = label
            self.figure = figure
        }
    }

    /// `2027-01-04`.
    package var iso: String
    package var title: String
    package var subtitle: String
    package var people: String
    package var figures: [Figure]
    package var remarks: [String]
    package var steps: [RoadStep]
    package var fictional: [String]
    /// Name of the route for a telephone, without its ending.
    package var track: String

    /// Fixed once all else is known: type grows smaller where a day has many stops, and what is left is for notes.
    package var density = ""
    package var noteLines: [Int] = []

    /// Millimetres of an A4 leaf between its margins.
    private static let leaf = 277.0

    /// Millimetres that all but the notes take, estimated on the wide side.
    private func height(dense: Bool) -> Double {
        (dense ? 56 : 60) + Double(6 * (remarks.count + fictional.count))
            + steps.reduce(0) { $0 + $1.height(dense: dense) }
    }

    package mutating func settle() {
        let isDense = height(dense: false) + 16 > Self.leaf
        density = isDense ? "serre" : "aere"
        let room = Self.leaf - height(dense: isDense)
        // A day of so many stops that a leaf cannot hold them has its notes on a second one.
        noteLines = Array(1...(room < 0 ? 14 : max(1, min(14, Int(room / 8.2)))))
    }
}

/// A line or a block of a driver's day: exactly one of the lists holds something.
package struct RoadStep: Sendable {
    package struct Drive: Sendable {
        package var distance: String
        package var duration: String
    }

    package struct TimeLine: Sendable {
        package var clock: String
        package var words: String
        /// `cle` for what the public waits for, else empty.
        package var weight: String
    }

    package struct Fact: Sendable {
        package var label: String
        package var value: String
        /// `inconnu` where the value is missing.
        package var state: String
    }

    package struct Block: Sendable {
        package var number: String
        package var name: String
        package var address: [String]
        /// Why nothing is held there.
        package var notice: [String]
        package var times: [TimeLine]
        package var facts: [Fact]
        package var sessions: [String]
        /// Inline SVG; empty where the position is unknown.
        package var codes: [Code]
    }

    package struct Code: Sendable {
        package var svg: String
        package var caption: String
    }

    package var drive: [Drive] = []
    /// A plain line: the depot.
    package var line: [TimeLine] = []
    package var block: [Block] = []

    /// Millimetres, estimated on the wide side.
    package func height(dense: Bool) -> Double {
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
