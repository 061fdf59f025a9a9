import FrenchText
import GeoModel
import PageRendering
import PlanAnalysis
import PlanCheck
import PlanningModel
import ScenarioFiles

/// All that the files of a publication are made from.
package struct Publication: Sendable {
    package var plan: Plan
    package var check: PlanCheck
    package let dated: DatedPlan
    /// R01 at the dates of the weeks of the period.
    package let openedWeeks: [OpenedWeek]
    /// Empty where no outlines were found: maps then draw dots.
    package var contours: Contours
    /// `nil` where no log of the search was found beside the plan, or it tells of another plan.
    package var trace: SearchTrace?
    package var names: ReportNames
    package var templates: TemplateShelf
    /// Those made now and those that are in the folder already: pages link only to them.
    package var parts: Set<PublicationKind>
    /// `nil` where no PDF is wanted, or WeasyPrint is missing.
    package var renderer: PageRenderer?
    /// Whether the plan does not hold and is published all the same: every page then says so.
    package var isRefused = false

    package var scenario: Scenario { plan.scenario }
    package var office: Office { plan.scenario.office }
    package var period: ClosedRange<CivilDate> { dated.period }

    /// The day that files say they were made on: that of publication, else the first Monday; never the clock's.
    package var planDate: CivilDate { scenario.publishedOn ?? scenario.firstMonday }

    /// The last day that both calendars cover without a gap from the first Monday on; the first Monday where they do not.
    package var lastCoveredDay: CivilDate {
        let first = scenario.firstMonday
        let last = [scenario.calendar.publicHolidays, scenario.calendar.schoolHolidays].compactMap(\.last?.date.year)
            .min()
        guard let last, let end = CivilDate(year: last, month: 12, day: 31), scenario.calendar.covers(first),
            end > first
        else { return first }
        return end
    }

    /// The days that subscribed calendars and directories speak of: to the end of the official calendars, or of the
    /// published period where those say nothing of the first Monday.
    package var calendarPeriod: ClosedRange<CivilDate> {
        let first = scenario.firstMonday
        return first...max(first, lastCoveredDay > first ? lastCoveredDay : period.upperBound)
    }

    package init(
        plan: Plan, check: PlanCheck, dated: DatedPlan, contours: Contours, trace: SearchTrace? = nil,
        names: ReportNames, templates: TemplateShelf, parts: Set<PublicationKind>, renderer: PageRenderer? = nil
    ) {
        self.plan = plan
        self.check = check
        self.dated = dated
        openedWeeks = dated.openedWeeks
        self.contours = contours
        self.trace = trace
        self.names = names
        self.templates = templates
        self.parts = parts
        self.renderer = renderer
    }
}

extension Publication {
    /// A publication with the program's own templates.
    ///
    /// - Parameters:
    ///   - weeks: plans of single weeks, by their Mondays.
    ///   - parts: those published together.
    ///   - hasPDF: whether pages are made into PDF too, where WeasyPrint is installed.
    /// - Throws: `InputFailure` where a template is broken.
    package init(
        _ plan: Plan, period: ClosedRange<CivilDate>, weeks: [CivilDate: Plan] = [:], contours: Contours = Contours(),
        trace: SearchTrace? = nil, parts: Set<PublicationKind> = Set(PublicationKind.allCases), hasPDF: Bool = false
    ) throws {
        self.init(
            plan: plan, check: PlanCheck(plan), dated: DatedPlan(plan: plan, period: period, weeks: weeks),
            contours: contours,
            trace: trace,
            names: ReportNames(plan.scenario), templates: try TemplateShelf.builtIn(), parts: parts,
            renderer: hasPDF ? PageRenderer() : nil)
    }
}
