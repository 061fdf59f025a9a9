import FileAccess
import Foundation
import FrenchText
import PlanAnalysis
import Planning

/// What `replanifier` writes and says of a plan that changed.
package struct ReplanReport {
    private let replanned: Replanned
    private let lasting: ChangeReport
    /// Weeks of their own in which something changes.
    private let changedWeeks: [WeekRun]

    package init(_ replanned: Replanned) {
        self.replanned = replanned
        lasting = ChangeReport(replanned.before, replanned.run.plan)
        changedWeeks = replanned.weeks.filter { !$0.report.changes.isEmpty }
    }

    package var summary: ChangeSummary { ChangeSummary(lasting, replanned.run, weeks: changedWeeks) }

    /// The folder of the new plan, one of each week that has its own, and who must be told of what.
    package func files() throws -> [(name: OutputName, data: Data)] {
        let run = replanned.run
        var files = try PlanFiles.of(run.plan, run.check, replanned.contours)
        if let bytes = replanned.unchangedFile {
            files = files.filter { $0.name != PlanFolder.plan } + [(PlanFolder.plan, bytes)]
        } else {
            files += StabilityFiles(run.outcomes).files
        }
        for week in changedWeeks {
            let folder = WeekRun.folder(week.week.monday)
            files += try PlanFiles.of(week.plan, week.check, replanned.contours).map {
                ("\(folder)/\($0.name)", $0.data)
            }
        }
        let reports = (replanned.lasts ? [lasting] : []) + changedWeeks.map(\.report)
        return files + (try ChangeFiles(reports).files())
    }

    /// What changes, for whom, and what it costs.
    package var lines: [String] {
        (replanned.lasts ? ReplanWords.lines(replanned.run, lasting) : [])
            + replanned.weeks.flatMap(ReplanWords.week)
    }
}
