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
    /// Distinct half-days of a week in which some one team receives parents long enough: two teams out at once make one.
    /// Sessions for professionals are no reception (à confirmer).
    public func halfDays(inWeek week: Int, _ parameters: Parameters) -> [(weekday: Weekday, half: HalfDay)] {
        let days = days(inWeek: week)
        return Weekday.allCases.flatMap { weekday in
            HalfDay.allCases.filter { half in
                days.contains {
                    $0.weekday == weekday && receptionMinutes(on: $0, half, parameters) >= parameters.halfDayMinimum
                }
            }.map { (weekday, $0) }
        }
    }

    /// Minutes of one half of a day open to parents: openings there, less what meetings of professionals take of them.
    public func receptionMinutes(on day: DayRound, _ half: HalfDay, _ parameters: Parameters) -> Minutes {
        let closed = Set(service.programme.filter(\.isForProfessionals).map(\.id))
        let split = parameters.halfDaySplit
        let whole =
            half == .morning
            ? Interval(start: .zero, end: split) : Interval(start: split, end: Minutes(24 * 60))
        let meetings = plan.sessions.filter {
            closed.contains($0.kind) && $0.week == day.week && $0.weekday == day.weekday
        }
        return day.visits.reduce(Minutes.zero) { sum, visit in
            visit.openings.reduce(sum) { sum, opening in
                let taken = meetings.filter { $0.venue == visit.venue }.reduce(Minutes.zero) {
                    $0 + opening.overlap($1.hours, within: whole)
                }
                return sum + opening.overlap(whole, within: whole) - taken
            }
        }
    }
}

extension Interval {
    /// Minutes that two stretches share inside a third.
    fileprivate func overlap(_ other: Interval, within whole: Interval) -> Minutes {
        max(.zero, min(end, other.end, whole.end) - max(start, other.start, whole.start))
    }
}

extension CheckedPlan {
    /// Half-days of a week in which a fixed centre is open long enough.
    public func halfDays(of centre: FixedCentre, inWeek week: Int) -> [(weekday: Weekday, half: HalfDay)] {
        let shifts = plan.shifts.filter { $0.service == centre.id && $0.week == week }
        let split = parameters.halfDaySplit
        return Weekday.allCases.flatMap { weekday in
            HalfDay.allCases.filter { half in
                let open = shifts.filter { $0.weekday == weekday }.reduce(Minutes.zero) { sum, shift in
                    let start = half == .morning ? shift.hours.start : max(shift.hours.start, split)
                    let end = half == .morning ? min(shift.hours.end, split) : shift.hours.end
                    return sum + max(.zero, end - start)
                }
                return open >= parameters.halfDayMinimum
            }.map { (weekday, $0) }
        }
    }
}
