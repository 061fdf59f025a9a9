import FileAccess
import FrenchText
import GeoModel

/// The quality of the data in words, section by section.
package struct QualityReport {
    /// For programs.
    package struct Summary: Encodable, FrenchKeyed {
        package var day: CivilDate
        package var issues: [QualityIssue]

        package static var frenchKeys: [String: String] {
            ["day": "au", "issues": "constats"]
        }
    }

    private let quality: TerritoryQuality
    private let day: CivilDate
    private let isDayGiven: Bool

    package init(_ quality: TerritoryQuality, on day: CivilDate, isDayGiven: Bool) {
        self.quality = quality
        self.day = day
        self.isDayGiven = isDayGiven
    }

    package var summary: Summary { Summary(day: day, issues: quality.issues) }

    package var lines: [String] {
        var lines = [QualityWords.reference(day.iso, isGiven: isDayGiven)]
        for section in QualityIssue.Section.allCases {
            let issues = quality.issues.filter { $0.kind.section == section }
            lines += ["", QualityWords.section(section)]
            if issues.isEmpty { lines.append("  " + QualityWords.nothing) }
            for issue in issues {
                lines.append("  - " + QualityWords.title(issue) + QualityWords.counted(issue))
                if QualityWords.hasNamedExamples(issue) { lines.append("    " + QualityWords.examples(issue)) }
                lines.append("    " + QualityWords.effect(issue.kind))
                lines.append("    " + QualityWords.remedy(issue.kind))
            }
        }
        return lines
    }
}
