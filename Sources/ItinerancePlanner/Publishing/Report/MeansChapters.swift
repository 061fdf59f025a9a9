import FrenchText
import GeoModel
import PageRendering
import PlanningModel
import Reporting

/// Costs, hours by person, parameters that are still open, the method and the files read.
package struct MeansChapters {
    private let facts: ReportFacts

    package init(_ facts: ReportFacts) { self.facts = facts }

    package var all: [ReportChapter] { [costs, people, parameters, method, files] }

    private var costs: ReportChapter {
        let services = facts.results.services
        return ReportChapter(
            anchor: "couts", title: ReportPageWords.costs,
            tables: services.map { service in
                .init(
                    caption: service.serviceName, headers: ReportPageWords.figureHeaders,
                    rows: service.figures.dropFirst(8).map { [$0.label, $0.figure] })
            })
    }

    private var people: ReportChapter {
        let bars = facts.checked.rosters.map { person, days -> BarPlot.Bar in
            let weeks = facts.checked.weeks.map { week in
                days.filter { $0.week == week }.reduce(Minutes.zero) { $0 + $1.workTime }
            }
            return BarPlot.Bar(
                name: person.id, values: weeks.map { Double($0.count) / 60 },
                limit: Double(person.weeklyHours.count) / 60,
                text: ReportPageWords.hours(weeks, of: person.weeklyHours))
        }
        let plot = BarPlot(
            title: ReportPageWords.hoursTitle, description: ReportPageWords.peopleText,
            limitLegend: ReportPageWords.limitLegend, bars: bars, identifier: "heures")
        return ReportChapter(
            anchor: "personnel", title: ReportPageWords.people, texts: [ReportPageWords.peopleText],
            pictures: bars.isEmpty
                ? []
                : [
                    .init(
                        name: "graphiques/heures", svg: plot.svg(),
                        title: ReportPageWords.hoursTitle)
                ],
            tables: [
                .init(
                    caption: ConformityWords.peopleCaption, headers: told(ConformityWords.peopleHeaders),
                    rows: (PeopleSheet(facts.checked, facts.names).section.tables.first?.rows ?? []).map(told))
            ])
    }

    /// A row of people without its services, where there is one only.
    private func told(_ row: [String]) -> [String] {
        let scenario = facts.scenario
        let services =
            scenario.services.count + scenario.listening.count + scenario.centres.count + scenario.prisonRelays.count
        return services > 1 ? row : row.enumerated().filter { $0.offset != 2 }.map(\.element)
    }

    private var parameters: ReportChapter {
        let open = Set(ParameterCatalogue.toConfirm.map(\.key))
        return ReportChapter(
            anchor: "parametres", title: ReportPageWords.parameters,
            tables: [
                .init(
                    caption: ReportPageWords.parameterCaption, headers: ReportPageWords.parameterHeaders,
                    rows: facts.results.parameters.filter { open.contains($0.key) }.map {
                        [
                            $0.parameterName, ([$0.value] + $0.changed).joined(separator: " "),
                            $0.basis,
                        ]
                    })
            ])
    }

    private var method: ReportChapter {
        ReportChapter(
            anchor: "methode", title: ReportPageWords.method, startsPage: true,
            items: ReportPageWords.methodItems
                + StraightLineWords.method(
                    facts.scenario.parameters.travel, isRouted: facts.scenario.travelMatrix != nil) + [
                    CoverageWords.accessMethod(facts.scenario.parameters.access), CoverageWords.equityMethod,
                ] + ReportPageWords.limits)
    }

    private var files: ReportChapter {
        ReportChapter(
            anchor: "donnees", title: ReportPageWords.files,
            tables: [
                .init(
                    caption: ReportPageWords.fileCaption, headers: ReportPageWords.fileHeaders,
                    rows: facts.results.files.map { [$0.file, $0.hash] })
            ])
    }
}
