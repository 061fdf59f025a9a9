import FrenchText
import GeoModel
import PageRendering
import PlanAnalysis
import PlanningModel
import Reporting

/// What the plan does: in short, where and when, need, access, rounds, equity, and who is left out.
package struct PlanChapters {
    private let facts: ReportFacts
    private let maps: PlanMaps
    private var names: ReportNames { facts.names }

    package init(_ facts: ReportFacts) {
        self.facts = facts
        maps = PlanMaps(facts.publication)
    }

    package var all: [ReportChapter] { [summary, stops, need, access, rounds, equity, leftOut] }

    private var summary: ReportChapter {
        let results = facts.results
        return ReportChapter(
            anchor: "en-bref", title: ReportPageWords.summary,
            texts: [results.proofFigures, results.proof] + results.fictionalNotes,
            items: facts.isFirstCycle ? results.holidays : [])
    }

    private var stops: ReportChapter {
        let dates = StopDates(facts.publication.dated)
        return ReportChapter(
            anchor: "lieux", title: ReportPageWords.stops, startsPage: true,
            texts: [ReportPageWords.datesText(facts.publication.period)],
            pictures: zip(facts.reaches, facts.results.services).map { reach, service in
                let slug = facts.slug(reach.service)
                let table = ReportSection.Table(
                    caption: ReportPageWords.stopCaption(service.serviceName), headers: ReportPageWords.stopHeaders,
                    rows: service.stops.enumerated().map { index, stop in
                        [
                            "\(index + 1) – " + ([stop.stopName] + stop.stopDetail).joined(separator: ", "),
                            stop.cadence,
                            stop.times.map { "\($0.day), \($0.hours)" }.joined(separator: " ; "),
                            index < reach.stops.count
                                ? dates.words(of: reach.service.id, at: reach.stops[index].id) : "",
                        ]
                    })
                return .init(
                    name: "cartes/arrets-\(slug)", svg: maps.stops(reach, identifier: "arrets-\(slug)"),
                    title: ReportPageWords.stopMap(reach.service.name), tables: [table])
            })
    }

    /// Communes that a table of the report lists; the file beside the map has all.
    private static let listed = 12

    private var need: ReportChapter {
        var texts: [String] = []
        var seen: Set<String> = []
        for text in facts.results.services.flatMap({ $0.need.prefix(2) }) where seen.insert(text).inserted {
            let own = facts.results.services.filter { $0.need.contains(text) }.map(\.serviceName)
            texts.append((facts.results.services.count > 1 ? ReportWords.enumeration(own) + " – " : "") + text)
        }
        return ReportChapter(
            anchor: "besoin", title: ReportPageWords.need, startsPage: true, texts: texts,
            pictures: zip(facts.needs, facts.reaches).map { findings, reach in
                let most = reach.outcome.communes.filter { $0.weight.points > .zero }
                    .sorted { ($1.weight.points, $0.commune.code) < ($0.weight.points, $1.commune.code) }
                    .prefix(Self.listed)
                let table = ReportSection.Table(
                    caption: ReportPageWords.needCaption(reach.service.name, most.count),
                    headers: ReportPageWords.needHeaders,
                    rows: most.map {
                        [
                            $0.commune.name, ReportFigures.decimal($0.weight.points.points, 1),
                            ReportFigures.decimal($0.weight.intensity, 2),
                            ReportFigures.decimal($0.credit?.points.points ?? 0, 1),
                        ]
                    })
                return .init(
                    name: "cartes/\(findings.fileName)",
                    svg: ChoroplethMap(need: findings, contours: facts.publication.contours, highlighted: Self.listed)
                        .svg(),
                    title: NeedWords.mapTitle(findings.needs.service.name),
                    table: NeedFile(findings).text, tables: [table])
            })
    }

    /// Curves of families by minutes: of the communes each service is for, and of all of them where there are others.
    private var curves: [(name: String, curve: TravelCurve)] {
        facts.reaches.flatMap { reach in
            [(ReachWords.targets(reach.service.name), reach.curve(targets: true))]
                + (reach.hasOffTarget ? [(ReachWords.all(reach.service.name), reach.curve(targets: false))] : [])
        }
    }

    private var access: ReportChapter {
        let curves = curves
        let plot = LinePlot(
            title: ReachWords.curveTitle,
            description: ReachWords.curveDescription(
                curves.map { ($0.name, $0.curve.share(within: 15)) }, minutes: 15),
            horizontal: .minutes(ReachWords.curveHorizontal, upTo: ServiceReach.minutes),
            vertical: .shares(ReachWords.curveVertical(facts.reaches.map(\.outcome.needs.measure))),
            series: curves.enumerated().map { index, entry in
                .init(
                    name: entry.name, letter: PlanLetter.of(index),
                    points: entry.curve.shares.enumerated().map { (Double($0.offset), $0.element) })
            }, identifier: "couverture")
        let curveTable = ReportSection.Table(
            caption: ReachWords.curveTable, headers: [ReachWords.minutes] + curves.map(\.name),
            rows: [5, 10, 15, 20, 30, 45, 60].map { minutes in
                ["\(minutes)\(ReportFigures.noBreak)min"]
                    + curves.map { ReportFigures.percent($0.curve.share(within: minutes)) }
            })
        return ReportChapter(
            anchor: "acces", title: ReportPageWords.access, startsPage: true, texts: [ReachWords.text],
            pictures: zip(facts.reaches, facts.summary.services).map { reach, summary in
                accessMap(reach, meanTravel: summary.meanTravel)
            } + [
                .init(
                    name: "graphiques/couverture", svg: plot.svg(),
                    title: ReachWords.curveTitle, tables: [curveTable])
            ])
    }

    private func accessMap(_ reach: ServiceReach, meanTravel: Double?) -> ReportChapter.Picture {
        let slug = facts.slug(reach.service)
        let table = ReportSection.Table(
            caption: ReachWords.epciCaption(reach.service.name),
            headers: ReachWords.epciHeaders(reach.outcome.needs.measure),
            rows: reach.groups.map { group in
                [
                    names.subject(group.epci), ReportFigures.integer(group.communes),
                    ReportFigures.decimal(group.volume, 0), SummaryWords.travel(group.minutes),
                    group.share.map { ReportFigures.percent($0) } ?? MapWords.offTarget,
                ]
            })
        return .init(
            name: "cartes/acces-\(slug)",
            svg: maps.access(reach, meanTravel: meanTravel, identifier: "acces-\(slug)"),
            title: ReachWords.mapTitle(reach.service.name), table: reach.table,
            tables: [table])
    }

    private var rounds: ReportChapter {
        ReportChapter(
            anchor: "tournees", title: ReportPageWords.rounds, startsPage: true,
            pictures: facts.reaches.map { reach in
                let slug = facts.slug(reach.service)
                let numbers = reach.numbers
                let table = ReportSection.Table(
                    caption: ReportPageWords.roundCaption(reach.service.name), headers: ReportPageWords.roundHeaders,
                    rows: alike(reach.outcome.view).map { weeks, day in
                        [
                            ReportPageWords.roundDay(
                                day.weekday, weeks, of: facts.scenario.parameters.cycleWeeks),
                            names.vanName(day.van),
                            day.visits.map { visit in
                                numbers[visit.venue].map(reach.numbered) ?? names.placeName(visit.venue)
                            }.joined(separator: " ; "),
                            ReportFigures.kilometres(day.distance), ReportFigures.duration(day.workTime),
                            ReportFigures.duration(day.span),
                        ]
                    })
                return .init(
                    name: "cartes/tournees-\(slug)",
                    svg: maps.rounds(
                        reach, vans: facts.vans(of: reach.outcome.view), identifier: "tournees-\(slug)"),
                    title: ReportPageWords.roundMap(reach.service.name), tables: [table])
            })
    }

    /// Days that differ in their week only, once each with their weeks.
    private func alike(_ view: PlanView.ServiceView) -> [(weeks: [Int], day: DayRound)] {
        let order = Dictionary(
            facts.vans(of: view).enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
        var found: [DayRound: [Int]] = [:]
        for day in view.plan.days {
            var key = day
            key.week = 1
            found[key, default: []].append(day.week)
        }
        return found.map { (weeks: $0.value.sorted(), day: $0.key) }.sorted {
            ($0.day.weekday, order[$0.day.van] ?? 0, $0.weeks[0])
                < ($1.day.weekday, order[$1.day.van] ?? 0, $1.weeks[0])
        }
    }

    private var equity: ReportChapter {
        let services = facts.results.services
        let spreads = facts.reaches.map { (name: $0.service.name, spread: $0.spread) }
        var lines = spreads.enumerated().map { index, entry in
            LinePlot.Series(
                name: entry.name, letter: PlanLetter.of(index),
                points: (entry.spread.lorenz ?? []).map { ($0.volume, $0.benefit) })
        }
        lines.append(.init(name: CoverageWords.equality, letter: "", points: [(0, 0), (1, 1)]))
        let plot = LinePlot(
            title: CoverageWords.lorenzTitle,
            description: ReachWords.lorenzDescription(spreads.map { ($0.name, $0.spread.gini) }),
            horizontal: .shares(ReachWords.lorenzHorizontal), vertical: .shares(CoverageWords.lorenzVertical),
            series: lines, identifier: "lorenz")
        return ReportChapter(
            anchor: "equite", title: ReportPageWords.equity, startsPage: true, texts: [ReportPageWords.equityText],
            pictures: [
                .init(
                    name: "graphiques/lorenz", svg: plot.svg(),
                    title: CoverageWords.lorenzTitle)
            ],
            tables: services.map { service in
                .init(
                    caption: service.serviceName, headers: ReportPageWords.figureHeaders,
                    rows: service.figures.prefix(8).map { [$0.label, $0.figure] })
            }
                + services.map { service in
                    .init(
                        caption: "\(service.serviceName) – \(AgeWords.title)", headers: AgeWords.headers,
                        rows: service.ages.map {
                            [$0.ageGroup, $0.ageTotal, $0.ageReached, $0.ageCovered, $0.ageUnknown]
                        })
                },
            parts: services.contains { !$0.ageNote.isEmpty }
                ? [ReportSection(title: AgeWords.title, texts: [AgeWords.noGroup])] : [])
    }

    private var leftOut: ReportChapter {
        var texts: [String] = []
        var tables: [ReportSection.Table] = []
        let limit = facts.scenario.parameters.access.car.none
        for (reach, service) in zip(facts.reaches, facts.results.services) {
            let missed = zip(reach.outcome.communes, reach.nearest).map { (entry: $0, way: $1) }
                .filter { $0.entry.weight.points > .zero && $0.entry.credit == nil }
                .sorted {
                    ($1.entry.weight.points, $0.entry.commune.code) < ($0.entry.weight.points, $1.entry.commune.code)
                }
            if missed.isEmpty { texts.append(ReportPageWords.allReached(service.serviceName)) }
            tables.append(
                .init(
                    caption: ReportPageWords.missedCaption(service.serviceName), headers: ReportPageWords.missedHeaders,
                    rows: missed.map { entry, way in
                        let minutes = way.map { Double($0.leg.duration.count) / 60 }
                        return [
                            entry.commune.name, ReportFigures.decimal(entry.weight.points.points, 1),
                            way.map { reach.numbered($0.stop) } ?? AgeWords.unknown,
                            minutes.map { ReportFigures.decimal($0, 0) + ReportFigures.noBreak + "min" }
                                ?? AgeWords.unknown,
                            minutes.map { $0 < limit ? ReachWords.tooWeak : ReportPageWords.tooFar(limit) }
                                ?? ReachWords.noWay,
                        ]
                    }))
            texts += service.offTarget.map { ReportPageWords.offTarget(service.serviceName, $0) }
        }
        return ReportChapter(
            anchor: "a-l-ecart", title: ReportPageWords.leftOut, texts: texts + [ReportPageWords.whyText],
            tables: tables)
    }
}
