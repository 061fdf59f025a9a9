import GeoModel

/// Morning or afternoon: the unit of the opening rule.
public enum HalfDay: String, CaseIterable, Hashable, Sendable, Comparable, Codable {
    case morning = "matin"
    case afternoon = "apres_midi"

    public static func < (a: Self, b: Self) -> Bool { a == .morning && b == .afternoon }
}

extension Interval {
    /// The side of the day on which most of it lies; on equal terms, the side it starts on.
    public func half(split: Minutes) -> HalfDay {
        let before = min(end, split) - start
        let after = end - max(start, split)
        return before > after || before == after && start < split ? .morning : .afternoon
    }
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
    /// Distinct half-days of a week in which some one team is open long enough: two teams out at once make one.
    public func halfDays(inWeek week: Int, _ parameters: Parameters) -> [(weekday: Weekday, half: HalfDay)] {
        let days = days(inWeek: week)
        return Weekday.allCases.flatMap { weekday in
            HalfDay.allCases.filter { half in
                days.contains {
                    $0.weekday == weekday
                        && $0.openMinutes(in: half, split: parameters.halfDaySplit) >= parameters.halfDayMinimum
                }
            }.map { (weekday, $0) }
        }
    }
}
