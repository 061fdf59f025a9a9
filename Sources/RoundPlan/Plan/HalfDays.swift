import GeoModel

/// Morning or afternoon: the unit of the opening rule.
public enum HalfDay: String, CaseIterable, Hashable, Sendable, Comparable, Codable {
    case morning = "matin"
    case afternoon = "apres_midi"

    public static func < (a: Self, b: Self) -> Bool { a == .morning && b == .afternoon }
}

extension DayRound {
    /// Minutes open in one half of the day; the day is cut at `split`.
    public func openMinutes(in half: HalfDay, split: Minutes) -> Minutes {
        visits.flatMap(\.openings).reduce(.zero) { sum, opening in
            let start = half == .morning ? opening.start : max(opening.start, split)
            let end = half == .morning ? min(opening.end, split) : opening.end
            return sum + max(.zero, end - start)
        }
    }
}

extension CheckedPlan.ServiceView {
    /// Distinct half-days of a week whose open minutes reach the minimum.
    public func halfDays(inWeek week: Int, _ parameters: Parameters) -> [(weekday: Weekday, half: HalfDay)] {
        var minutes: [Weekday: [HalfDay: Minutes]] = [:]
        for day in days(inWeek: week) {
            for half in HalfDay.allCases {
                minutes[day.weekday, default: [:]][half, default: .zero] += day.openMinutes(
                    in: half, split: parameters.halfDaySplit)
            }
        }
        return Weekday.allCases.flatMap { weekday in
            HalfDay.allCases.filter { (minutes[weekday]?[$0] ?? .zero) >= parameters.halfDayMinimum }
                .map { (weekday, $0) }
        }
    }
}
