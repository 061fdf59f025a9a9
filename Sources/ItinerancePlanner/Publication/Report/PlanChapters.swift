import GeoModel
import RoundPlan

/// What the plan does: in short, where and when, need, access, rounds, equity, and who is left out.
struct PlanChapters {
    private let facts: ReportFacts
    private let maps: PlanMaps
    private var names: ReportNames { facts.names }

    init(_ facts: ReportFacts) {
        self.facts = facts
        maps = PlanMaps(facts.publication, facts.checked)
    }

    var all: [ReportChapter] { [summary, stops, need, access, rounds, equity, leftOut] }

    private var summary: ReportChapter {
        let results = facts.results
        return ReportChapter(
            anchor: "en-bref", title: ReportPageWords.summary,
            texts: [results.proofFigures, results.proof] + results.fictionalNotes, items: results.holidays)
    }

    private var stops: ReportChapter {
        let views = facts.checked.services
        return ReportChapter(
            anchor: "lieux", title: ReportPageWords.stops,
            pictures: views.map { view in
                let slug = facts.slug(view)
                return .init(
                    name: "cartes/arrets-\(slug)", svg: maps.stops(view, identifier: "arrets-\(slug)"),
                    caption: ReportPageWords.mapCaption(ReportPageWords.stopMap(view.service.name)))
            },
            tables: facts.results.services.map { service in
                .init(
                    caption: ReportPageWords.stopCaption(service.serviceName), headers: ReportPageWords.stopHeaders,
                    rows: service.stops.map { stop in
                        [
                            ([stop.stopName] + stop.stopDetail).joined(separator: ", "), stop.cadence,
                            stop.times.map { "\($0.day), \($0.hours)" }.joined(separator: " ; "),
                            ([stop.dates] + stop.cancelled).joined(separator: " ; "),
                        ]
                    })
            })
    }

    /// Communes that a table of the report lists; the workbook has all.
    private static let listed = 20

    private var need: ReportChapter {
        ReportChapter(
            anchor: "besoin", title: ReportPageWords.need,
            texts: facts.results.services.flatMap { service in service.need.prefix(2) } + [
                ReportPageWords.tableElsewhere
            ],
            pictures: facts.needs.map { findings in
                .init(
                    name: "cartes/\(findings.fileName)",
                    svg: ChoroplethMap(need: findings, contours: facts.publication.contours, highlighted: Self.listed)
                        .svg(),
                    caption: ReportPageWords.mapCaption(NeedWords.mapTitle(findings.needs.service.name)))
            },
            tables: facts.outcomes.map { outcome in
                let most = outcome.communes.filter { $0.weight.points > .zero }
                    .sorted { ($1.weight.points, $0.commune.code) < ($0.weight.points, $1.commune.code) }
                    .prefix(Self.listed)
                return .init(
                    caption: ReportPageWords.needCaption(outcome.view.service.name, most.count),
                    headers: ReportPageWords.needHeaders,
                    rows: most.map {
                        [
                            $0.commune.name, ReportFigures.decimal($0.weight.points.points, 1),
                            ReportFigures.decimal($0.weight.intensity, 2),
                            ReportFigures.decimal($0.credit?.points.points ?? 0, 1),
                        ]
                    })
            })
    }

    private var access: ReportChapter {
        guard let entry = facts.coverage.entries.first else {
            return ReportChapter(anchor: "acces", title: ReportPageWords.access)
        }
        let figures = CoverageFigures(entry)
        let page = CoveragePage(facts.coverage)
        return ReportChapter(
            anchor: "acces", title: ReportPageWords.access,
            texts: [
                ReportPageWords.population(entry.coverage.communes.count, entry.coverage.total.weight)
            ],
            pictures: [
                .init(
                    name: "cartes/acces", svg: maps.access(entry),
                    caption: ReportPageWords.mapCaption(ReportPageWords.accessMap)),
                .init(
                    name: "graphiques/couverture", svg: page.curve.svg(),
                    caption: ReportPageWords.plotCaption(CoverageWords.curveTitle)),
            ],
            tables: [
                .init(
                    caption: CoverageWords.curveTitle, headers: ReportPageWords.minuteHeaders,
                    rows: [5, 10, 15, 20, 30, 45, 60].filter { $0 < figures.curve.count }.map {
                        [
                            "\($0)\(ReportFigures.noBreak)min", ReportFigures.percent(figures.curve[$0]),
                        ]
                    }),
                .init(
                    caption: CoverageWords.epciTitle, headers: ReportPageWords.epciHeaders,
                    rows: entry.coverage.byEpci.map { group in
                        [
                            facts.coverage.epciNames[group.epci] ?? group.epci,
                            ReportFigures.integer(group.means.communes), SummaryWords.travel(group.means.minutes),
                            ReportFigures.percent(group.means.benefit),
                        ]
                    }),
            ])
    }

    private var rounds: ReportChapter {
        ReportChapter(
            anchor: "tournees", title: ReportPageWords.rounds,
            pictures: facts.checked.services.map { view in
                let slug = facts.slug(view)
                return .init(
                    name: "cartes/tournees-\(slug)", svg: maps.rounds(view, identifier: "tournees-\(slug)"),
                    caption: ReportPageWords.mapCaption(ReportPageWords.roundMap(view.service.name)))
            },
            tables: facts.checked.services.map { view in
                .init(
                    caption: ReportPageWords.roundCaption(view.service.name), headers: ReportPageWords.roundHeaders,
                    rows: Self.alike(view.plan.days).map { weeks, day in
                        [
                            ReportPageWords.roundDay(day.weekday, weeks), names.vanName(day.van),
                            day.visits.map { names.placeName($0.venue) }.joined(separator: ", "),
                            ReportFigures.kilometres(day.distance), ReportFigures.duration(day.workTime),
                            ReportFigures.duration(day.span),
                        ]
                    })
            })
    }

    /// Days that differ in their week only, once each with their weeks.
    private static func alike(_ days: [DayRound]) -> [(weeks: [Int], day: DayRound)] {
        var found: [DayRound: [Int]] = [:]
        for day in days {
            var key = day
            key.week = 1
            found[key, default: []].append(day.week)
        }
        return found.map { (weeks: $0.value.sorted(), day: $0.key) }.sorted {
            ($0.day.weekday, $0.day.van, $0.weeks[0]) < ($1.day.weekday, $1.day.van, $1.weeks[0])
        }
    }

    private var equity: ReportChapter {
        let page = CoveragePage(facts.coverage)
        let services = facts.results.services
        return ReportChapter(
            anchor: "equite", title: ReportPageWords.equity, texts: [ReportPageWords.equityText],
            pictures: [
                .init(
                    name: "graphiques/lorenz", svg: page.lorenz.svg(),
                    caption: ReportPageWords.plotCaption(CoverageWords.lorenzTitle))
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
        let nearest = Dictionary(
            (facts.coverage.entries.first?.coverage.communes ?? []).map { ($0.demand.commune.code, $0.nearest) },
            uniquingKeysWith: { first, _ in first })
        let places = facts.coverage.entries.first?.coverage.places ?? []
        let limit = ReportFigures.decimal(facts.scenario.parameters.access.car.none, 0) + ReportFigures.noBreak + "min"
        for (outcome, service) in zip(facts.outcomes, facts.results.services) {
            let missed = outcome.communes.filter { $0.weight.points > .zero && $0.credit == nil }
                .sorted { ($1.weight.points, $0.commune.code) < ($0.weight.points, $1.commune.code) }
            if missed.isEmpty { texts.append(ReportPageWords.allReached(service.serviceName)) }
            tables.append(
                .init(
                    caption: ReportPageWords.missedCaption(service.serviceName), headers: ReportPageWords.missedHeaders,
                    rows: missed.map { entry in
                        let reach = nearest[entry.commune.code] ?? nil
                        return [
                            entry.commune.name, ReportFigures.decimal(entry.weight.points.points, 1),
                            reach.map { places[$0.place].name } ?? AgeWords.unknown,
                            reach.map { ReportFigures.decimal($0.minutes, 0) + ReportFigures.noBreak + "min" }
                                ?? AgeWords.unknown, ReportPageWords.tooFar(limit),
                        ]
                    }))
            texts += service.offTarget.map { "\(service.serviceName), hors cible – \($0)" }
        }
        return ReportChapter(
            anchor: "a-l-ecart", title: ReportPageWords.leftOut, texts: texts + [ReportPageWords.whyText],
            tables: tables)
    }
}
