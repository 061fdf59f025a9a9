import GeoModel

/// Dates in full, in French.
package enum ReportDates {
    package static let months = [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
        "décembre",
    ]

    /// `1er`, `2`, … `31`.
    package static func dayNumber(_ date: CivilDate) -> String { date.day == 1 ? "1er" : String(date.day) }

    package static func month(_ date: CivilDate) -> String { months[date.month - 1] }

    /// `4 janvier`.
    package static func dayMonth(_ date: CivilDate) -> String {
        dayNumber(date) + ReportFigures.noBreak + month(date)
    }

    /// `4 janvier 2027`.
    package static func full(_ date: CivilDate) -> String { dayMonth(date) + ReportFigures.noBreak + String(date.year) }

    /// `lundi 4 janvier 2027`.
    package static func withWeekday(_ date: CivilDate) -> String {
        date.weekday.key + ReportFigures.noBreak + full(date)
    }

    /// `du lundi 4 au vendredi 8 janvier 2027`: month and year are said once where they are shared.
    package static func range(_ first: CivilDate, _ last: CivilDate) -> String {
        let start: String =
            if first.year != last.year { full(first) } else if first.month != last.month { dayMonth(first) } else {
                dayNumber(first)
            }
        return "du \(first.weekday.key)\(ReportFigures.noBreak)\(start) au \(withWeekday(last))"
    }

    /// `4, 11, 18 et 25 janvier 2027`; `25 janvier, 1er et 8 février 2027`.
    package static func list(_ dates: [CivilDate]) -> String {
        var groups: [[CivilDate]] = []
        for date in dates.sorted() {
            if let last = groups.last?.last, last.month == date.month, last.year == date.year {
                groups[groups.count - 1].append(date)
            } else {
                groups.append([date])
            }
        }
        let years = Set(dates.map(\.year))
        let texts = groups.enumerated().map { index, group in
            let last = group[group.count - 1]
            let saysYear = years.count > 1 || index == groups.count - 1
            return ReportWords.enumeration(group.map(dayNumber)) + ReportFigures.noBreak
                + (saysYear ? month(last) + ReportFigures.noBreak + String(last.year) : month(last))
        }
        return texts.joined(separator: groups.contains { $0.count > 1 } ? " ; " : ", ")
    }
}
