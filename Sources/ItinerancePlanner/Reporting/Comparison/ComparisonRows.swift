import FrenchText
import PlanAnalysis
import TabularData

/// The rows of the table of facts: a measure, and for each plan its figure and the difference from the reference.
package struct ComparisonRows: Sendable {
    package struct Cell: Sendable {
        package var figure: String
        /// None for the reference, and where there is nothing to say.
        package var change: [String]

        package init(figure: String, change: [String]) {
            self.figure = figure
            self.change = change
        }
    }

    package struct Row: Sendable {
        package var label: String
        package var help: [String]
        package var cells: [Cell]

        package init(label: String, help: [String], cells: [Cell]) {
            self.label = label
            self.help = help
            self.cells = cells
        }
    }

    private let figures: [ComparedFigures?]
    /// Whether each plan's values compare with those of the reference, its need reached, and its benefits.
    private let sameScale: [Bool]
    private let sameNeed: [Bool]
    private let sameBenefit: [Bool]

    /// - Parameter service: `nil` for all services together.
    package init(_ comparison: ScenarioComparison, service: String? = nil) {
        figures = comparison.plans.map { plan in
            guard let service else { return plan.total }
            return plan.services.first { $0.summary.id == service }
        }
        let verdicts = comparison.pairs.map { pair in
            service.map { PairVerdict($0, pair.first, pair.second) } ?? pair.total
        }
        sameScale = [true] + verdicts.map(\.differences.isEmpty)
        sameNeed = [true] + verdicts.map(\.sameNeed)
        sameBenefit = [true] + verdicts.map(\.sameBenefit)
    }

    package var all: [Row] {
        typealias Words = ComparisonWords
        let percent = { (share: Double?) in share.map { ReportFigures.percent($0) } ?? Words.none }
        return [
            row(
                Words.halfDays, places: 1, value: { Self.mean($0.summary.halfDays) },
                text: { Self.halfDays($0.summary.halfDays) }),
            row(
                Words.served, places: 0, value: { Double($0.summary.communesServed) },
                text: { ReportFigures.integer($0.summary.communesServed) }),
        ] + reach + [
            row(
                Words.need, places: 3, where: sameNeed, value: { $0.summary.pointsReached },
                text: { ReportFigures.points($0.summary.pointsReached) }),
            row(
                Words.share, places: 1, where: sameBenefit, value: { 100 * $0.summary.shareReached },
                text: { percent($0.summary.shareReached) }),
            row(
                Words.worstOff, Words.benefitHelp, places: 1, where: sameBenefit,
                value: { $0.summary.worstOffFifth.map { 100 * $0 } }, text: { percent($0.summary.worstOffFifth) }),
            row(
                Words.gini, Words.giniHelp, places: 3, where: sameBenefit, value: { $0.summary.gini },
                text: { $0.summary.gini.map { ReportFigures.decimal($0, 3) } ?? Words.none }),
            row(
                Words.kilometres, places: 1, value: { $0.kilometres },
                text: { ReportFigures.decimal($0.kilometres, 1) }),
            row(
                Words.hours, Words.hoursHelp, places: 1, value: { $0.personHours },
                text: { ReportFigures.decimal($0.personHours, 1) }),
            row(
                Words.road, places: 0, value: { $0.summary.roadEuros },
                text: { ReportFigures.euros($0.summary.roadEuros) }),
            row(
                Words.staff, Words.staffHelp(Set(figures.compactMap { $0?.summary.staffIsPriced })), places: 0,
                value: { $0.summary.staffEuros }, text: { ReportFigures.euros($0.summary.staffEuros) }),
            row(
                Words.value, Words.valueHelp, places: 3, where: sameScale, value: { $0.summary.value },
                text: { ReportFigures.points($0.summary.value) }),
            row(
                Words.bound, places: 3, where: sameScale, value: { $0.summary.bound },
                text: { ReportFigures.points($0.summary.bound) }),
            row(
                Words.gap, Words.gapHelp, places: 0, value: { _ in nil },
                text: { ReportWords.gap($0.summary.gap) }),
        ]
    }

    /// At what level households are reached, and who is off target.
    private var reach: [Row] {
        typealias Words = ReachLevelWords
        func share(_ label: String, _ figure: @escaping (ReachLevels) -> Double?) -> Row {
            row(
                label, Words.eligibleHelp, places: 1, value: { figure($0.summary.reach).map { 100 * $0 } },
                text: { Words.percent(figure($0.summary.reach)) })
        }
        return [
            share(Words.within10, \.within10Minutes), share(Words.within20, \.within20Minutes),
            share(Words.within1, \.within1Kilometre), share(Words.within3, \.within3Kilometres),
        ] + ReachLevels.Band.allCases.map { band in share(Words.inBand(band)) { $0.share(band) } } + [
            row(
                Words.peopleOffTarget, places: 0, value: { $0.summary.reach.populationOffTarget.map(Double.init) },
                text: { $0.summary.reach.populationOffTarget.map(ReportFigures.integer) ?? ComparisonWords.none })
        ]
    }

    /// What only a whole plan has.
    package static func ofPlans(_ plans: [ComparedPlan]) -> [Row] {
        func row(_ label: String, _ figure: (ComparedPlan) -> String) -> Row {
            Row(label: label, help: [], cells: plans.map { Cell(figure: figure($0), change: []) })
        }
        return [
            row(ComparisonWords.broken) { ComparisonWords.rules($0.brokenRules) },
            row(ComparisonWords.unchecked) { ComparisonWords.rules($0.uncheckedRules) },
        ]
    }

    /// - Parameter isSame: plans whose figure compares with that of the reference; `nil` for all.
    private func row(
        _ label: String, _ help: String? = nil, places: Int, where isSame: [Bool]? = nil,
        value: (ComparedFigures) -> Double?, text: (ComparedFigures) -> String
    ) -> Row {
        let reference = figures.first.flatMap { $0 }.flatMap(value)
        return Row(
            label: label, help: help.map { [$0] } ?? [],
            cells: figures.enumerated().map { index, own in
                guard let own else { return Cell(figure: ComparisonWords.none, change: []) }
                var change: [String] = []
                if index > 0, isSame?[index] ?? true, let reference, let value = value(own) {
                    change = [ComparisonWords.signed(value - reference, places)]
                }
                return Cell(figure: text(own), change: change)
            })
    }

    private static func mean(_ weeks: [Int]) -> Double { Double(weeks.reduce(0, +)) / Double(max(1, weeks.count)) }

    /// `8`, or `7 à 8` where weeks differ.
    private static func halfDays(_ weeks: [Int]) -> String {
        ReportFigures.range(weeks.min() ?? 0, weeks.max() ?? 0)
    }
}
