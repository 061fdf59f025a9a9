/// Reads an `opening_hours` value from left to right; see `OpeningHours` for what is read.
struct OpeningHoursParser {
    private let characters: [Character]
    private var position = 0

    init(_ text: String) { characters = Array(text) }

    mutating func rules() throws(OpeningHoursError) -> [OpeningRule] {
        skipSpaces()
        guard position < characters.count else { throw error(.empty) }
        var rules: [OpeningRule] = []
        var isAdditional = false
        while true {
            var rule = try rule()
            rule.isAdditional = isAdditional
            rules.append(rule)
            skipSpaces()
            guard position < characters.count else { return rules }
            if take("||") { throw error(.unsupported("||"), at: position - 2) }
            if take(";") {
                isAdditional = false
            } else if take(",") {
                isAdditional = true
            } else {
                throw unexpected()
            }
            skipSpaces()
            // A `;` may end the value.
            if position == characters.count, !isAdditional { return rules }
        }
    }

    private mutating func rule() throws(OpeningHoursError) -> OpeningRule {
        let start = position
        var rule = OpeningRule()
        let isAlways = take("24/7")
        if isAlways {
            skipSpaces()
        } else {
            rule.dates = try dates()
            rule.weeks = try weeks()
            rule.days = try days()
            rule.spans = try spans()
        }
        let word = peekWord()
        let saysState = ["off", "closed", "open"].contains(word)
        if saysState {
            rule.isOff = word != "open"
            position += word.count
            skipSpaces()
        }
        if peek == "\"" {
            // A comment in place of hours says "perhaps open": that is not known.
            guard isAlways || saysState || !rule.spans.isEmpty else { throw error(.unsupported("\"")) }
            rule.comment = try comment()
        }
        guard position > start else { throw unexpected() }
        return rule
    }

    private mutating func comment() throws(OpeningHoursError) -> String {
        let start = position
        position += 1
        guard let end = characters[position...].firstIndex(of: "\"") else {
            throw error(.commentNotClosed, at: start)
        }
        let text = String(characters[position..<end])
        position = end + 1
        return text
    }

    // MARK: Times

    private mutating func spans() throws(OpeningHoursError) -> [OpeningSpan] {
        var spans: [OpeningSpan] = []
        guard startsTime else { return [] }
        while true {
            let start = try time(upTo: 24 * 60 - 1)
            skipSpaces()
            if peek == "+" { throw error(.unsupported("+")) }
            guard take("-") else { throw error(.timeExpected) }
            skipSpaces()
            let end = try time(upTo: 48 * 60)
            if peek == "+" || peek == "/" { throw error(.unsupported(String(characters[position]))) }
            spans.append(OpeningSpan(start: start, end: end <= start ? end + OpeningHours.dayLength : end))
            let before = position
            skipSpaces()
            guard take(",") else { return spans }
            skipSpaces()
            guard startsTime else {
                position = before
                skipSpaces()
                return spans
            }
        }
    }

    /// One or two digits and a colon.
    private var startsTime: Bool {
        let digits = digitsAhead
        return (1...2).contains(digits) && position + digits < characters.count
            && characters[position + digits] == ":"
    }

    private mutating func time(upTo limit: Int) throws(OpeningHoursError) -> Int {
        let start = position
        guard startsTime else {
            let word = peekWord()
            guard !["sunrise", "sunset", "dawn", "dusk"].contains(word) else { throw error(.unsupported(word)) }
            throw error(.timeExpected)
        }
        let hours = number()
        position += 1
        guard digitsAhead == 2 else { throw error(.timeExpected, at: start) }
        let minutes = number()
        guard minutes < 60, 60 * hours + minutes <= limit else {
            throw error(.timeOutOfRange(String(characters[start..<position])), at: start)
        }
        return 60 * hours + minutes
    }

    // MARK: Days

    private mutating func days() throws(OpeningHoursError) -> OpeningDays {
        var days = OpeningDays()
        var startsWithHolidays = false
        repeat {
            if let holiday = OpeningHoliday(rawValue: peekWord()) {
                if days.weekdays.isEmpty { startsWithHolidays = true }
                position += 2
                days.holidays.append(holiday)
                skipSpaces()
                if peek == "+" || peek == "-" { throw error(.unsupported(holiday.rawValue), at: position) }
            } else if let first = weekday() {
                try days.weekdays.append(weekdays(from: first))
                skipSpaces()
            } else {
                return days
            }
        } while takeListComma { $0.startsDay }
        if startsWithHolidays, days.weekdays.isEmpty, startsWeekday {
            days.onlyInHolidays = true
            repeat {
                guard let first = weekday() else { return days }
                try days.weekdays.append(weekdays(from: first))
                skipSpaces()
            } while takeListComma { $0.startsWeekday }
        }
        return days
    }

    private var startsWeekday: Bool { OpeningWeekdays.words.contains(peekWord()) }
    private var startsDay: Bool { startsWeekday || OpeningHoliday(rawValue: peekWord()) != nil }

    private mutating func weekday() -> Weekday? {
        guard let number = OpeningWeekdays.words.firstIndex(of: peekWord()) else { return nil }
        position += 2
        return Weekday(rawValue: number)
    }

    private mutating func weekdays(from first: Weekday) throws(OpeningHoursError) -> OpeningWeekdays {
        if take("-") {
            guard let last = weekday() else { throw unexpected() }
            return OpeningWeekdays(first: first, last: last)
        }
        guard take("[") else { return OpeningWeekdays(first: first, last: first) }
        var turns: [Int] = []
        repeat {
            let start = position
            let isNegative = take("-")
            guard (1...2).contains(digitsAhead) else { throw unexpected() }
            let value = number()
            let last = !isNegative && take("-") ? number() : value
            guard (1...5).contains(value), (value...5).contains(last) else {
                throw error(.turnOutOfRange(String(characters[start..<position])), at: start)
            }
            turns += isNegative ? [-value] : Array(value...last)
        } while take(",")
        guard take("]") else { throw unexpected() }
        let end = position
        skipSpaces()
        if peek == "+" || peek == "-" { throw error(.unsupported(String(characters[position]))) }
        position = end
        return OpeningWeekdays(first: first, last: first, turns: turns)
    }

    // MARK: Weeks

    private mutating func weeks() throws(OpeningHoursError) -> [OpeningWeeks] {
        guard peekWord() == "week" else { return [] }
        position += 4
        skipSpaces()
        var weeks: [OpeningWeeks] = []
        repeat {
            let start = position
            guard (1...2).contains(digitsAhead) else { throw unexpected() }
            let first = number()
            let isRange = take("-")
            let last = isRange ? number() : first
            let step = isRange && take("/") ? number() : 1
            guard (1...53).contains(first), (1...53).contains(last), first <= last, (1...26).contains(step) else {
                throw error(.weekOutOfRange(String(characters[start..<position])), at: start)
            }
            weeks.append(OpeningWeeks(first: first, last: last, step: step))
            skipSpaces()
        } while takeListComma { (1...2).contains($0.digitsAhead) && !$0.startsTime }
        return weeks
    }

    // MARK: Dates

    private mutating func dates() throws(OpeningHoursError) -> [OpeningDates] {
        guard startsDate else { return [] }
        var dates: [OpeningDates] = []
        repeat {
            let first = try edge(after: nil)
            var last = first
            let before = position
            skipSpaces()
            if take("-") {
                skipSpaces()
                last = try edge(after: first)
            } else {
                position = before
            }
            dates.append(OpeningDates(first: first, last: last))
            skipSpaces()
        } while takeListComma { $0.startsDate }
        return dates
    }

    private var startsDate: Bool {
        OpeningDates.months.contains(peekWord()) || digitsAhead == 4
    }

    /// `2027 Jan 04`, `Jan 04`, `Jan`, and after a day also `07`.
    private mutating func edge(after first: OpeningDates.Edge?) throws(OpeningHoursError) -> OpeningDates.Edge {
        var edge = OpeningDates.Edge(month: first?.month ?? 1)
        if digitsAhead == 4 {
            let start = position
            let year = number()
            edge.year = year
            if let first, first.year.map({ $0 > year }) ?? true {
                throw error(.dayOutOfRange(String(characters[start..<position])), at: start)
            }
            skipSpaces()
        }
        if let month = OpeningDates.months.firstIndex(of: peekWord()) {
            edge.month = month + 1
            position += 3
            let before = position
            skipSpaces()
            if (1...2).contains(digitsAhead), !startsTime {
                edge.day = try day(of: edge)
            } else {
                position = before
            }
        } else if first?.day != nil, (1...2).contains(digitsAhead) {
            edge.day = try day(of: edge)
        } else if peekWord() == "easter" {
            throw error(.unsupported("easter"))
        } else {
            throw unexpected()
        }
        if let first {
            guard (first.day == nil) == (edge.day == nil) else { throw unexpected() }
            let isBackwards = (edge.month, edge.day ?? 0) < (first.month, first.day ?? 0)
            if isBackwards, first.year != nil, edge.year == first.year { throw error(.dayOutOfRange(edge.text)) }
        }
        return edge
    }

    private mutating func day(of edge: OpeningDates.Edge) throws(OpeningHoursError) -> Int {
        let start = position
        let day = number()
        // 2028 is a leap year.
        let year = edge.year ?? 2028
        guard CivilDate(year: year, month: edge.month, day: day) != nil else {
            throw error(.dayOutOfRange(String(characters[start..<position])), at: start)
        }
        return day
    }

    // MARK: Characters

    private var peek: Character? { position < characters.count ? characters[position] : nil }

    private var digitsAhead: Int {
        characters[position...].prefix { $0.isASCII && $0.isNumber }.count
    }

    /// The digits ahead as a number; 0 where there are none, −1 beyond four digits.
    private mutating func number() -> Int {
        let digits = digitsAhead
        defer { position += digits }
        return digits > 4 ? -1 : Int(String(characters[position..<(position + digits)])) ?? 0
    }

    private func peekWord() -> String { String(characters[position...].prefix { $0.isASCII && $0.isLetter }) }

    private mutating func skipSpaces() { while peek == " " { position += 1 } }

    private mutating func take(_ text: String) -> Bool {
        guard characters[position...].starts(with: text) else { return false }
        position += text.count
        return true
    }

    /// Takes a comma only where the list goes on after it: another comma begins an additional rule.
    private mutating func takeListComma(_ goesOn: (Self) -> Bool) -> Bool {
        let before = position
        guard take(",") else { return false }
        skipSpaces()
        if goesOn(self) { return true }
        position = before
        return false
    }

    private func error(_ reason: OpeningHoursError.Reason, at place: Int? = nil) -> OpeningHoursError {
        OpeningHoursError(reason, at: (place ?? position) + 1)
    }

    private func unexpected() -> OpeningHoursError {
        let word = peekWord()
        if ["sunrise", "sunset", "dawn", "dusk", "easter", "unknown", "year"].contains(word) {
            return error(.unsupported(word))
        }
        return error(.unexpected(word.isEmpty ? peek.map(String.init) ?? "" : word))
    }
}
