/// A problem as the audit understands it, in plain numbers: all that a stranger needs to work a bound out from duals.
///
/// Thousandths of a point, minutes and metres. Days are lists of whole numbers laid end to end; `docs/preuve.md` says them.
package struct ProblemNumbers: Hashable, Sendable, Codable {
    package struct Pattern: Hashable, Sendable, Codable {
        /// Weeks, from 0.
        package var weeks: [Int]
        package var level: Int

        package init(weeks: [Int], level: Int) {
            self.weeks = weeks
            self.level = level
        }
    }

    package struct Stop: Hashable, Sendable, Codable {
        package var venue: String
        package var twinOf: Int?

        package init(venue: String, twinOf: Int?) {
            self.venue = venue
            self.twinOf = twinOf
        }
    }

    package struct Segment: Hashable, Sendable, Codable {
        package var stops: [Int]
        package var isShort: Bool
        package var halfDays: Int

        package init(stops: [Int], isShort: Bool, halfDays: Int) {
            self.stops = stops
            self.isShort = isShort
            self.halfDays = halfDays
        }
    }

    package struct Demand: Hashable, Sendable, Codable {
        package var commune: String
        package var weight: Int
        /// Offer and thousandths, two by two.
        package var gains: [Int]

        package init(commune: String, weight: Int, gains: [Int]) {
            self.commune = commune
            self.weight = weight
            self.gains = gains
        }
    }

    package struct Block: Hashable, Sendable, Codable {
        package var kind: Int
        /// Indices into the weekdays of the problem.
        package var weekdays: [Int]
        package var teams: [Int]
        package var persons: Int
        package var table: Int

        package init(kind: Int, weekdays: [Int], teams: [Int], persons: Int, table: Int) {
            self.kind = kind
            self.weekdays = weekdays
            self.teams = teams
            self.persons = persons
            self.table = table
        }
    }

    package struct Table: Hashable, Sendable, Codable {
        /// Segment, then what a day has: minutes, thousandths, metres, half-days, and 1 where it is an evening at any hours, and where
        /// it is a long day.
        package var singles: [Int]
        /// Stop, then the same.
        package var fullDays: [Int]
        /// Morning, afternoon, then the same.
        package var pairs: [Int]

        package init(singles: [Int], fullDays: [Int], pairs: [Int]) {
            self.singles = singles
            self.fullDays = fullDays
            self.pairs = pairs
        }
    }

    /// What rounds have in a row.
    package enum Amount: String, Hashable, Sendable, Codable {
        case nothing = "rien"
        case offer = "offre"
        case days = "jours"
        case halfDays = "demi_journees"
        case evenings = "soirees"
        case longDays = "journees_longues"
        case minutes = "minutes"
        case use = "usage"
    }

    package struct Row: Hashable, Sendable, Codable {
        package var name: String
        package var lower: Double?
        package var upper: Double?
        /// Thousandths for a unit of the row, where the dual is a point for a unit of the master's.
        package var unit: Double
        package var amount: Amount
        package var offer: Int?
        package var week: Int?
        package var blocks: [Int]?
        package var perMetre: Double?
        package var perPersonMinute: Double?
        package var boxes: [Int]
        /// One a box.
        package var values: [Double]

        package init(
            name: String, lower: Double?, upper: Double?, unit: Double, amount: Amount, offer: Int? = nil,
            week: Int? = nil, blocks: [Int]? = nil, perMetre: Double? = nil, perPersonMinute: Double? = nil,
            boxes: [Int] = [], values: [Double] = []
        ) {
            self.name = name
            self.lower = lower
            self.upper = upper
            self.unit = unit
            self.amount = amount
            self.offer = offer
            self.week = week
            self.blocks = blocks
            self.perMetre = perMetre
            self.perPersonMinute = perPersonMinute
            self.boxes = boxes
            self.values = values
        }
    }

    /// What rules of stops close before any decision.
    package struct Limits: Hashable, Sendable, Codable {
        package var offers: [Int]
        /// Stop and pattern, two by two.
        package var patterns: [Int]
        /// Stop and block, two by two.
        package var blocks: [Int]
        /// Stop, pattern and block, three by three: what dates bar.
        package var dates: [Int]
        package var required: [Int]

        package init(offers: [Int], patterns: [Int], blocks: [Int], dates: [Int], required: [Int]) {
            self.offers = offers
            self.patterns = patterns
            self.blocks = blocks
            self.dates = dates
            self.required = required
        }
    }

    package var weekCount: Int
    package var cadences: [Int]
    package var forms: Int
    package var patterns: [Pattern]
    package var stops: [Stop]
    package var segments: [Segment]
    package var demands: [Demand]
    package var blocks: [Block]
    package var tables: [Table]
    package var limits: Limits
    /// Most, and worth of a unit: first those of the offers, then those of the demands.
    package var boxMost: [Double]
    package var boxWorth: [Double]
    package var rows: [Row]
    /// Minutes that some rule keeps each team of a kind within, in every week, by kind: what a rounding may begin from.
    package var keptMinutes: [Int?]

    package init(
        weekCount: Int, cadences: [Int], forms: Int, patterns: [Pattern], stops: [Stop], segments: [Segment],
        demands: [Demand], blocks: [Block], tables: [Table], limits: Limits, boxMost: [Double], boxWorth: [Double],
        rows: [Row], keptMinutes: [Int?]
    ) {
        self.weekCount = weekCount
        self.cadences = cadences
        self.forms = forms
        self.patterns = patterns
        self.stops = stops
        self.segments = segments
        self.demands = demands
        self.blocks = blocks
        self.tables = tables
        self.limits = limits
        self.boxMost = boxMost
        self.boxWorth = boxWorth
        self.rows = rows
        self.keptMinutes = keptMinutes
    }
}
