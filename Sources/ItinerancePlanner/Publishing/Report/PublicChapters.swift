import Foundation
import FrenchText
import GeoModel
import PageRendering
import PlanningModel
import Reporting

/// What holds the plan to its public: rules, missions and sessions, partners, and services near the stops.
package struct PublicChapters {
    private let facts: ReportFacts
    private var names: ReportNames { facts.names }
    private var scenario: Scenario { facts.scenario }

    package init(_ facts: ReportFacts) { self.facts = facts }

    /// Stops of all services, each once, in the order of their identifiers.
    private var stops: [Place] {
        Set(facts.reaches.flatMap { $0.stops.map(\.id) }).sorted().compactMap(names.place)
    }

    package var all: [ReportChapter] { [rules, missions, partners, near] }

    private var rules: ReportChapter {
        let results = facts.results
        let weeks = facts.publication.openedWeeks
        let states = Dictionary(grouping: results.rules, by: \.state).map { ($0.key, $0.value.count) }
            .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
        return ReportChapter(
            anchor: "regles", title: ReportPageWords.rules,
            texts: [ReportPageWords.ruleCounts(states), ReportPageWords.ruleText, DatedWeekWords.text(weeks)],
            items: findings,
            tables: [
                .init(
                    caption: ReportPageWords.ruleCaption,
                    headers: [ConformityWords.ruleHeaders[0], ConformityWords.ruleHeaders[2]]
                        + ConformityWords.ruleHeaders[3...4],
                    rows: results.rules.map {
                        ["\($0.rule) – \($0.ruleTitle)", $0.state, $0.ruleFigure, $0.limit.first ?? "–"]
                    }),
                .init(
                    caption: DatedWeekWords.caption, headers: DatedWeekWords.headers,
                    rows: weeks.map { DatedWeekWords.row($0, names) }),
            ])
    }

    /// What is broken or unknown, each told; of what is to be reported, the first of each rule and how many more there are.
    private var findings: [String] {
        let told = 2
        let check = facts.publication.check
        let reported = FindingGroups(check, in: scenario, [.soft]).sentences
        var rules: [String] = []
        var byRule: [String: [String]] = [:]
        for sentence in reported {
            let rule = sentence.components(separatedBy: " – ").first ?? ""
            if byRule[rule] == nil { rules.append(rule) }
            byRule[rule, default: []].append(sentence)
        }
        return FindingGroups(check, in: scenario, [.hard, .unknown]).sentences
            + rules.flatMap { rule -> [String] in
                let own = byRule[rule] ?? []
                guard own.count > told + 1 else { return own }
                return own.prefix(told) + [ReportPageWords.moreFindings(rule, own.count - told)]
            }
    }

    private var missions: ReportChapter {
        let sections = facts.results.beside.map { section in
            guard section.title == ConformityWords.prisons else { return section }
            // Mayors read this: where children are fetched would tell which families have a parent in prison.
            var section = section
            section.texts = section.texts.filter { $0 != ConformityWords.prisonText } + [ReportPageWords.pickupsHidden]
            section.items = []
            return section
        }
        var texts = sections.isEmpty ? [ReportPageWords.noProgramme] : []
        if !scenario.listening.isEmpty, scenario.calls.isEmpty { texts.append(ReportPageWords.lostCallsUnknown) }
        let meetings = facts.checked.services.flatMap { view in
            view.heldSessions.filter { $0.kind.isForProfessionals }.map { session, kind, _ in
                [
                    ReportDates.withWeekday(scenario.date(week: session.week, session.weekday)), kind.name,
                    names.placeName(session.venue), ReportWords.span(session.hours),
                ]
            }
        }
        let calendar = ReportSection(
            title: ReportPageWords.actors,
            tables: [.init(caption: ReportPageWords.actors, headers: ReportPageWords.actorHeaders, rows: meetings)])
        return ReportChapter(
            anchor: "missions", title: ReportPageWords.missions, texts: texts,
            parts: sections + (meetings.isEmpty ? [] : [calendar]))
    }

    private var partners: ReportChapter {
        let territory = scenario.territory
        let communes = Set(scenario.services.flatMap(\.communes))
        let named = Set(scenario.services.flatMap { $0.partners + $0.programme.flatMap(\.partners) })
        let own = territory.partners.filter { communes.contains($0.commune) || named.contains($0.id) }
        let partnered = Set(territory.partners.map(\.commune))
        let alone = stops.filter { !partnered.contains($0.commune) }
        return ReportChapter(
            anchor: "partenaires", title: ReportPageWords.partners, startsPage: true,
            texts: territory.partners.isEmpty ? [ReportPageWords.noPartner] : [],
            pictures: [
                .init(
                    name: "cartes/partenaires",
                    svg: PlanMaps(facts.publication).partners(stops, alone: alone),
                    title: ReportPageWords.partnerMap)
            ],
            tables: [
                .init(
                    caption: ReportPageWords.partnerCaption, headers: ReportPageWords.partnerHeaders,
                    rows: own.map { partner in
                        [
                            names.communeName(partner.commune), partner.name,
                            ReportPageWords.partnerKind(partner.kind),
                            partner.contactRole.isEmpty ? ReportPageWords.unknownContact : partner.contactRole,
                            partner.standing,
                        ]
                    }),
                .init(
                    caption: ReportPageWords.loneCaption, headers: ReportPageWords.loneHeaders,
                    rows: alone.enumerated().map { index, stop in
                        ["\(index + 1) – \(stop.name)", names.communeName(stop.commune)]
                    }),
            ])
    }

    /// Facilities whose distance from a stop is told.
    private static let nearKinds: [FacilityKind] = [
        .school, .nursery, .rpe, .leisureCentre, .franceServices, .transportStop,
    ]

    private var near: ReportChapter {
        let centres = Dictionary(
            scenario.territory.communes.map { ($0.code, $0.centre) }, uniquingKeysWith: { first, _ in first })
        let trees = Self.nearKinds.map { kind in
            let positions = scenario.territory.facilities.filter { $0.kind == kind && $0.itinerant != .present }
                .compactMap { $0.position ?? centres[$0.commune] }
            return (kind: kind, places: NearestPlaces(positions))
        }
        let listed = trees.filter { !$0.places.isEmpty }
        let missing = trees.filter(\.places.isEmpty).map { FacilityWords.name($0.kind) }
        return ReportChapter(
            anchor: "services-proches", title: ReportPageWords.near,
            texts: [ReportPageWords.nearText] + (missing.isEmpty ? [] : [ReportPageWords.notListed(missing)]),
            tables: listed.isEmpty
                ? []
                : [
                    .init(
                        caption: ReportPageWords.nearCaption,
                        headers: [ReportPageWords.stop] + listed.map { FacilityWords.name($0.kind) },
                        rows: stops.map { stop in
                            [stop.name]
                                + listed.map { entry in
                                    entry.places.nearest(to: stop.position).map {
                                        ReportFigures.decimal($0.metres / 1000, 1)
                                    }
                                        ?? AgeWords.unknown
                                }
                        })
                ])
    }
}
