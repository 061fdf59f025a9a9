import FileAccess
import Foundation
import FrenchText
import PageRendering
import PlanAnalysis
import PlanningModel
import TabularData

/// The files for those who pass changes on: what changes for good, and in single weeks.
package struct ChangeFiles {
    /// In the order of time.
    private let reports: [ChangeReport]

    package init(_ reports: [ChangeReport]) { self.reports = reports.sorted { $0.start < $1.start } }

    package func files() throws -> [(name: OutputName, data: Data)] {
        [
            ("changements.csv", Data(csv.utf8)), ("changements.html", Data(try html().utf8)),
            ("annonces.txt", Data(notices.utf8)),
        ]
    }

    private func html() throws -> String {
        let names = reports.map { ChangeText($0).title }
        return try SectionPage(
            title: ReplanWords.pageTitle, lead: names.joined(separator: " ; "),
            texts: [ReplanWords.pageText], sections: reports.map(Self.section)
        ).html()
    }

    /// What changes for each stop, then week by week.
    private static func section(_ report: ChangeReport) -> ReportSection {
        let text = ChangeText(report)
        let stops = ReportSection.Table(
            caption: ReplanWords.stopsCaption, headers: ReplanWords.stopHeaders,
            rows: report.changes.map { change in
                [
                    text.placeName(change), text.names.serviceName(change.service), ReplanWords.kind(change),
                    text.before(change) ?? "–", text.after(change) ?? "–",
                    text.told(change).joined(separator: ", "), String(change.weight),
                ]
            })
        let weeks = ReportSection.Table(
            caption: ReplanWords.weeksCaption, headers: ReplanWords.weekHeaders,
            rows: report.byWeek.map { [text.title($0), text.gone($0), text.added($0)] })
        return ReportSection(
            title: text.title, texts: [text.counts], tables: [stops] + (report.week == nil ? [weeks] : []))
    }

    private var csv: String {
        let rows = reports.flatMap { report in
            let text = ChangeText(report)
            return report.changes.map { Self.row($0, text) }
        }
        return CSVText(.excel, ReplanWords.columns, rows).text
    }

    private static func row(_ change: StopChange, _ text: ChangeText) -> [String] {
        let report = text.report
        let until: String = report.week?.adding(days: 6).iso ?? ""
        let fields: String = change.fields.map(\.word).joined(separator: " ")
        let stop: [String] = [
            report.start.iso, until, change.service, change.venue, text.placeName(change),
            report.commune(change)?.code ?? "",
        ]
        let told: String = text.told(change).joined(separator: " | ")
        return stop + [
            ReplanWords.kind(change), fields, String(change.weight), text.before(change) ?? "",
            text.after(change) ?? "", told,
        ]
    }

    /// Texts ready to send, one for each stop that changes.
    private var notices: String {
        let all = reports.flatMap { report in report.changes.map(ChangeText(report).notice) }
        return (all.isEmpty ? [ReplanWords.noChange] : all).joined(separator: "\n\n") + "\n"
    }
}
