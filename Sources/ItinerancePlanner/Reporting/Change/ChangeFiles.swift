import Foundation
import GeoModel
import RoundPlan

/// The files for those who pass changes on: what changes for good, and in single weeks.
package struct ChangeFiles {
    /// In the order of time.
    private let reports: [ChangeReport]

    package init(_ reports: [ChangeReport]) { self.reports = reports.sorted { $0.start < $1.start } }

    /// - Throws: `TimetableFailure`.
    package func files() throws -> [(name: String, data: Data)] {
        [
            ("changements.csv", Data(csv.utf8)), ("changements.html", Data(try html().utf8)),
            ("annonces.txt", Data(notices.utf8)),
        ]
    }

    private func html() throws -> String {
        let names = reports.map { ReplanWords.reportTitle($0) }
        return try SectionPage(
            title: ReplanWords.pageTitle, lead: names.joined(separator: " ; "),
            texts: [ReplanWords.pageText], sections: reports.flatMap { $0.sections }
        ).html()
    }

    private var csv: String {
        let rows = reports.flatMap { report in report.changes.map { Self.row($0, of: report) } }
        return TimetableTable.text(ReplanWords.columns, rows)
    }

    private static func row(_ change: StopChange, of report: ChangeReport) -> [String] {
        let until: String = report.week?.adding(days: 6).iso ?? ""
        let fields: String = change.fields.map(\.rawValue).joined(separator: " ")
        let stop: [String] = [
            report.start.iso, until, change.service, change.venue, report.placeName(change),
            report.commune(change)?.code ?? "",
        ]
        let told: String = ReplanWords.told(change, report).joined(separator: " | ")
        return stop + [
            ReplanWords.kind(change), fields, String(change.weight), report.words(change.before, isOld: true) ?? "",
            report.words(change.after, isOld: false) ?? "", told,
        ]
    }

    /// Texts ready to send, one for each stop that changes.
    private var notices: String {
        let all = reports.flatMap { report in report.changes.map { ReplanWords.notice($0, report) } }
        return (all.isEmpty ? [ReplanWords.noChange] : all).joined(separator: "\n\n") + "\n"
    }
}
