import GeoModel

/// What is wrong with the text of a parameter. Words for people are made elsewhere.
public enum ParameterFault: Error, Hashable, Sendable {
    case notANumber
    case outOfRange(low: String, high: String)
    case notAllowed([String])
    case notATime
}

extension ParameterEntry {
    /// The value as a scenario file or a snapshot writes it.
    public func text(in parameters: Parameters) -> String {
        switch kind {
        case .number(let path, _): Self.plain(parameters[keyPath: path])
        case .count(let path, _): String(parameters[keyPath: path])
        case .duration(let path, _): String(parameters[keyPath: path].count)
        case .hours(let path, _): Self.plain(Double(parameters[keyPath: path].count) / 60)
        case .timeOfDay(let path): Self.clock(parameters[keyPath: path])
        case .choice(let choice): choice.read(parameters)
        case .weekdays: parameters.weekdays.map(\.key).joined(separator: ",")
        case .lighterWeeks:
            parameters.lighterWeeks.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: ",")
        }
    }

    /// Reads a value as a scenario file or a snapshot writes it; a decimal comma is accepted.
    public func set(_ text: String, in parameters: inout Parameters) throws(ParameterFault) {
        switch kind {
        case .number(let path, let range):
            parameters[keyPath: path] = try Self.number(text, in: range)
        case .count(let path, let allowed):
            guard let value = Int(text) else { throw .notANumber }
            guard allowed.contains(value) else { throw .notAllowed(allowed.map(String.init)) }
            parameters[keyPath: path] = value
        case .duration(let path, let range):
            guard let value = Int(text) else { throw .notANumber }
            guard range.contains(value) else {
                throw .outOfRange(low: String(range.lowerBound), high: String(range.upperBound))
            }
            parameters[keyPath: path] = Minutes(value)
        case .hours(let path, let range):
            parameters[keyPath: path] = Minutes(Int((60 * (try Self.number(text, in: range))).rounded()))
        case .timeOfDay(let path):
            guard let minutes = Self.minutes(text) else { throw .notATime }
            parameters[keyPath: path] = minutes
        case .choice(let choice):
            guard choice.write(text, to: &parameters) else { throw .notAllowed(choice.allowed) }
        case .weekdays:
            let words = text.split(separator: ",").map { $0.filter { !$0.isWhitespace } }
            let days = words.compactMap(Weekday.init(key:))
            guard !days.isEmpty, days.count == words.count, !days.contains(.sunday), Set(days).count == days.count
            else { throw .notAllowed(Weekday.allCases.filter { $0 != .sunday }.map(\.key)) }
            parameters.weekdays = days.sorted()
        case .lighterWeeks:
            var weeks: [Int: Int] = [:]
            for word in text.split(separator: ",") {
                let parts = word.split(separator: "=").map { Int($0.filter { !$0.isWhitespace }) }
                guard parts.count == 2, let week = parts[0], let least = parts[1], (1...4).contains(week),
                    (0...14).contains(least), weeks.updateValue(least, forKey: week) == nil
                else { throw .notAllowed(["3=4"]) }
            }
            parameters.lighterWeeks = weeks
        }
    }

    private static func number(_ text: String, in range: ClosedRange<Double>) throws(ParameterFault) -> Double {
        guard let value = FrenchDecimal.value(text), value.isFinite else { throw .notANumber }
        guard range.contains(value) else {
            throw .outOfRange(low: plain(range.lowerBound), high: plain(range.upperBound))
        }
        return value
    }

    private static func plain(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
    }

    static func clock(_ time: Minutes) -> String {
        "\(time.count / 60):\(time.count % 60 < 10 ? "0" : "")\(time.count % 60)"
    }

    /// Reads `9:00`, `09:00` or `9h00`.
    public static func minutes(_ text: String) -> Minutes? {
        let parts = text.split(whereSeparator: { $0 == ":" || $0 == "h" })
        guard parts.count == 2, let hours = Int(parts[0]), let minutes = Int(parts[1]),
            (0..<24).contains(hours), (0..<60).contains(minutes)
        else { return nil }
        return Minutes(60 * hours + minutes)
    }
}

extension Weekday {
    /// The word of the files.
    public var key: String {
        ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"][rawValue]
    }

    public init?(key: String) {
        guard let day = Weekday.allCases.first(where: { $0.key == key }) else { return nil }
        self = day
    }
}

extension Weekday: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let day = Weekday(key: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "jour")
        }
        self = day
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(key)
    }
}

/// A snapshot holds every parameter by its key, so that a plan can be checked from its file alone; but for one that stands as
/// it did before there was it: so a plan written then keeps its fingerprint.
extension Parameters: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let texts = try container.decode([String: String].self)
        self.init()
        for entry in ParameterCatalogue.entries {
            guard let text = texts[entry.key] ?? entry.before else {
                throw DecodingError.dataCorruptedError(in: container, debugDescription: entry.key)
            }
            do { try entry.set(text, in: &self) } catch {
                throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(entry.key): \(text)")
            }
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(
            Dictionary(
                uniqueKeysWithValues: ParameterCatalogue.entries.map { ($0, $0.text(in: self)) }
                    .filter { $0.before != $1 }.map { ($0.key, $1) }))
    }
}
