import Mustache
import RoundPlan

/// The timetable of a plan: pages to print, and a file for a spreadsheet.
package struct TimetableReport: Sendable {
    private let plan: Plan
    private let check: PlanCheck

    package init(_ plan: Plan, _ check: PlanCheck) {
        self.plan = plan
        self.check = check
    }

    /// One page a week and service, then « Ce que ce plan apporte ». Needs no other file and no network.
    package func html() throws -> String {
        let summary = PlanSummary(plan, check)
        let style = String(decoding: PackageResources.horaires_css, as: UTF8.self)
        let context: [String: Any] = [
            "name": plan.scenario.name, "style": style, "weeks": WeekSheet.all(plan, summary),
            "results": [ResultsPage(plan, check, summary).context],
        ]
        guard let text = try Self.library().render(context, withTemplate: "horaires") else {
            throw TimetableFailure.templateMissing
        }
        return ReportFigures.typeset(text)
    }

    package func csv() -> String { TimetableTable(plan).text }

    private static func library() throws -> MustacheLibrary {
        func template(_ bytes: [UInt8]) throws -> MustacheTemplate {
            try MustacheTemplate(string: String(decoding: bytes, as: UTF8.self))
        }
        return MustacheLibrary(templates: [
            "horaires": try template(PackageResources.horaires_mustache),
            "semaine": try template(PackageResources.semaine_mustache),
            "etape": try template(PackageResources.etape_mustache),
            "bilan": try template(PackageResources.bilan_mustache),
            "sections": try template(PackageResources.sections_mustache),
            "chiffres": try template(PackageResources.chiffres_mustache),
        ])
    }
}

/// What can go wrong in making the pages.
package enum TimetableFailure: Error, Sendable {
    case templateMissing
}
