extension OpeningHours {
    /// The value in OpenStreetMap's notation: reading it gives the same rules.
    public var text: String {
        rules.enumerated().map { index, rule in
            let next = index + 1 < rules.count && rules[index + 1].isAdditional ? rules[index + 1] : nil
            let separator = index == 0 ? "" : rule.isAdditional ? ", " : "; "
            return separator + rule.text(before: next)
        }.joined()
    }
}

extension OpeningRule {
    /// - Parameter next: an additional rule that follows. What it begins with could be read as more of this one's list,
    ///   were this one not ended by `open`.
    func text(before next: OpeningRule?) -> String {
        var parts: [String] = []
        if !dates.isEmpty { parts.append(dates.map(\.text).joined(separator: ",")) }
        if !weeks.isEmpty { parts.append("week " + weeks.map(\.text).joined(separator: ",")) }
        if !days.text.isEmpty { parts.append(days.text) }
        if !spans.isEmpty { parts.append(spans.map(\.text).joined(separator: ",")) }
        if isOff { parts.append("off") }
        let isAlways = parts.isEmpty
        if isAlways { parts.append("24/7") }
        if let comment {
            if spans.isEmpty, !isOff, !isAlways { parts.append("open") }
            parts.append("\"\(comment)\"")
        } else if let next, !isOff, !isAlways, spans.isEmpty || next.startsWithTime {
            parts.append("open")
        }
        return parts.joined(separator: " ")
    }

    private var startsWithTime: Bool { dates.isEmpty && weeks.isEmpty && days == OpeningDays() && !spans.isEmpty }
}

private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

extension OpeningSpan {
    var text: String {
        let day = OpeningHours.dayLength
        // `22:00-02:00` reads as past midnight by itself; `10:00-34:30` does not.
        let end = end > day && end - day <= start ? end - day : end
        return Self.clock(start) + "-" + Self.clock(end)
    }

    private static func clock(_ minutes: Int) -> String { twoDigits(minutes / 60) + ":" + twoDigits(minutes % 60) }
}

extension OpeningWeeks {
    var text: String {
        if first == last, step == 1 { return twoDigits(first) }
        return twoDigits(first) + "-" + twoDigits(last) + (step > 1 ? "/\(step)" : "")
    }
}

extension OpeningDays {
    var text: String {
        let days = weekdays.map(\.text).joined(separator: ",")
        let holidays = holidays.map(\.rawValue).joined(separator: ",")
        if onlyInHolidays { return holidays + " " + days }
        return [days, holidays].filter { !$0.isEmpty }.joined(separator: ",")
    }
}

extension OpeningWeekdays {
    static let words = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]

    var text: String {
        let names = Self.words[first.rawValue] + (first == last ? "" : "-" + Self.words[last.rawValue])
        return turns.isEmpty ? names : names + "[" + turns.map(String.init).joined(separator: ",") + "]"
    }
}

extension OpeningDates {
    static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    var text: String { first == last ? first.text : first.text + "-" + last.text }
}

extension OpeningDates.Edge {
    var text: String {
        (year.map { String(repeating: "0", count: max(0, 4 - String($0).count)) + "\($0) " } ?? "")
            + OpeningDates.months[month - 1] + (day.map { " " + twoDigits($0) } ?? "")
    }
}
