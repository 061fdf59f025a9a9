import GeoModel
import PlanningModel

/// When each venue may open: its own hours, by weekday, and the starts that pins ask for.
struct PlainDoors {
    /// By venue and weekday: the hours of every date of that weekday in the cycle; `nil` where they are not known.
    private var hours: [[[[Range<Int>]]?]]
    private var starts: [[Int]]
    private var orders: [[Int]]
    private var halves: [Bool]
    /// Listening slots that reception must leave free: weekday, first and last minute.
    private var listening: [(Int, Int, Int)]

    init(_ scenario: Scenario, _ venues: [Place]) {
        hours = venues.map { venue in
            let text = scenario.territory.venueFacts.first { $0.venue == venue.id }?.openingHours ?? ""
            guard !text.isEmpty else { return Weekday.allCases.map { _ in nil } }
            // The generator writes only texts that can be read.
            let rule = try! OpeningHours(parsing: text)
            return Weekday.allCases.map { weekday in
                (0..<scenario.parameters.cycleWeeks).map { week in
                    scenario.firstMonday.adding(days: 7 * week + weekday.rawValue)
                }.filter { date in
                    // On holidays the usual week is kept, whatever the venue says of them.
                    !(scenario.calendar.publicHolidays + scenario.calendar.schoolHolidays).contains { $0.date == date }
                }.map { date in
                    rule.intervals(on: date, publicHoliday: false, schoolHoliday: false).map {
                        $0.lowerBound.count..<$0.upperBound.count
                    }
                }
            }
        }
        starts = venues.map { venue in
            scenario.services[0].pins.filter { $0.venue == venue.id || $0.commune == venue.commune }
                .compactMap { $0.start?.count }
        }
        halves = venues.map { venue in
            scenario.services[0].pins.contains {
                ($0.venue == venue.id || $0.commune == venue.commune) && $0.half != nil
            }
        }
        listening = scenario.listening.filter { $0.besides.isEmpty || $0.besides.contains(scenario.services[0].id) }
            .flatMap(\.slots).map { ($0.weekday.rawValue, $0.hours.start.count, $0.hours.end.count) }
        orders = venues.map { venue in
            scenario.services[0].pins.filter { $0.venue == venue.id || $0.commune == venue.commune }
                .compactMap(\.order)
        }
    }

    func isOpen(_ venue: Int, _ weekday: Int, _ start: Int, _ end: Int) -> Bool {
        if listening.contains(where: { $0.0 == weekday && start < $0.2 && $0.1 < end }) { return false }
        guard let dates = hours[venue][weekday] else { return true }
        return dates.allSatisfy { spans in spans.contains { $0.lowerBound <= start && end <= $0.upperBound } }
    }

    /// Whether a pin promises its half of the day.
    func isHalfPinned(_ venue: Int) -> Bool { halves[venue] }

    func allows(_ venue: Int, start: Int) -> Bool { starts[venue].allSatisfy { $0 == start } }

    /// Whether a venue may be the first, the second… stop of a half-day.
    func allows(_ venue: Int, place: Int) -> Bool { orders[venue].allSatisfy { $0 == place } }
}
