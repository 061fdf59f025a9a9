import FileAccess
import FrenchText
import GeoModel
import PlanningModel
import TabularData

/// The quality of the data in words, section by section.
package struct QualityReport {
    /// For programs.
    package struct Summary: Encodable, FrenchKeyed {
        package var day: CivilDate
        package var issues: [Issue]

        package static var frenchKeys: [String: String] {
            ["day": "au", "issues": "constats"]
        }
    }

    package struct Issue: Encodable, FrenchKeyed {
        package struct Example: Encodable, FrenchKeyed {
            package var code: String
            package var name: String
        }

        package var kind: String
        package var subject: String
        package var count: Int
        package var total: Int?
        package var examples: [Example]

        fileprivate init(_ issue: QualityIssue) {
            kind = issue.kind.word
            subject = issue.subjectWord
            count = issue.count
            total = issue.total
            examples = issue.examples.map { Example(code: issue.code(of: $0), name: $0.name) }
        }
    }

    private let issues: [QualityIssue]
    private let day: CivilDate
    private let isDayGiven: Bool
    private let travel: TravelParameters

    package init(_ quality: TerritoryQuality, on day: CivilDate, isDayGiven: Bool, travel: TravelParameters) {
        self.travel = travel
        issues = Self.ordered(quality.issues)
        self.day = day
        self.isDayGiven = isDayGiven
    }

    /// Indicators withheld by the words of files, all else as found.
    private static func ordered(_ issues: [QualityIssue]) -> [QualityIssue] {
        var withheld = issues.filter { $0.kind == .indicatorWithheld }.sorted { $0.subjectWord < $1.subjectWord }[...]
        return issues.map { $0.kind == .indicatorWithheld ? withheld.removeFirst() : $0 }
    }

    package var summary: Summary { Summary(day: day, issues: issues.map(Issue.init)) }

    package var lines: [String] {
        var lines = [QualityWords.reference(day.iso, isGiven: isDayGiven)]
        for section in QualityIssue.Section.allCases {
            let issues = issues.filter { $0.kind.section == section }
            lines += ["", QualityWords.section(section)]
            if issues.isEmpty { lines.append("  " + QualityWords.nothing) }
            for issue in issues {
                lines.append("  - " + QualityWords.title(issue) + QualityWords.counted(issue))
                if QualityWords.hasNamedExamples(issue) { lines.append("    " + QualityWords.examples(issue)) }
                lines.append("    " + QualityWords.effect(issue.kind))
                lines.append("    " + QualityWords.remedy(issue.kind))
            }
        }
        lines += ["", StraightLineWords.title]
        lines += [
            StraightLineWords.law(travel), StraightLineWords.canDecide, StraightLineWords.cannotDecide,
            StraightLineWords.remedy,
        ].map { "  - " + $0 }
        return lines
    }
}
