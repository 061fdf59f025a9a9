import FrenchText
import PageRendering
import PlanAnalysis
import PlanningModel

/// `comparaison.html`: facts, proofs, who gains and who loses. Needs no other file and no network.
package struct ComparisonPage: Sendable {
    private let comparison: ScenarioComparison

    package init(_ comparison: ScenarioComparison) { self.comparison = comparison }

    package func html(_ templates: TemplateShelf) -> String {
        let title = ComparisonPageWords.title(comparison.plans.count)
        let pairs = comparison.pairs.map(chapter)
        let anchors =
            [("faits", ComparisonWords.factsTitle), ("preuves", ComparisonWords.claimsTitle)]
            + comparison.pairs.map { (Self.anchor($0), ComparisonPageWords.pairLink($0)) }
            + [("methode", ComparisonPageWords.methodTitle)]
        let style = ["commun", "rapport", "comparaison"].map(templates.style).joined()
        return templates.render(
            "comparaison",
            [
                "title": title, "style": ":root { --bureau: \(Office.usualColour); }\n" + style,
                "skip": ReportPageWords.skip, "contents": ReportPageWords.contents,
                "lead": ComparisonWords.lead(comparison), "plans": comparison.plans.map(ComparisonWords.plan),
                "anchors": anchors.map { ["anchor": $0.0, "title": $0.1] }, "factsTitle": ComparisonWords.factsTitle,
                "factsTexts": [ComparisonPageWords.factsText] + cycleNote, "facts": facts,
                "claimsTitle": ComparisonWords.claimsTitle, "claimsText": ComparisonPageWords.claimsText,
                "claimsCaption": ComparisonPageWords.claimsCaption, "claimHeaders": ComparisonPageWords.claimHeaders,
                "claims": claims, "verdicts": verdicts, "audits": comparison.plans.map(ComparisonPageWords.audit),
                "lorenz": lorenz.svg(), "pairs": pairs, "methodTitle": ComparisonPageWords.methodTitle,
                "method": ComparisonPageWords.method,
            ])
    }

    // MARK: Facts

    private var cycleNote: [String] {
        let weeks = comparison.plans.map(\.plan.scenario.parameters.cycleWeeks)
        return Set(weeks).count > 1 ? [ComparisonWords.differentCycles(weeks)] : []
    }

    private var facts: [[String: Any]] {
        let services: [(id: String, name: String)?] =
            [nil] + (comparison.hasSeveralServices ? comparison.services.map { $0 } : [])
        return services.map { service in
            let rows =
                ComparisonRows(comparison, service: service?.id).all
                + (service == nil ? ComparisonRows.ofPlans(comparison.plans) : [])
            return [
                "caption": ComparisonPageWords.factsCaption(service?.name ?? onlyService),
                "measured": ComparisonPageWords.measured,
                "heads": comparison.plans.map { ["letter": $0.letter, "label": $0.label] },
                "rows": rows.map { row -> [String: Any] in
                    [
                        "label": row.label, "help": row.help,
                        "cells": row.cells.map { ["figure": $0.figure, "change": $0.change] as [String: Any] },
                    ]
                },
            ]
        }
    }

    private var onlyService: String? { comparison.hasSeveralServices ? nil : comparison.services.first?.name }

    private var lorenz: LinePlot {
        LinePlot(
            title: ComparisonPageWords.lorenzTitle, description: ComparisonPageWords.lorenzDescription,
            horizontal: .shares(ComparisonPageWords.lorenzHorizontal),
            vertical: .shares(ComparisonPageWords.lorenzVertical),
            series: comparison.plans.map { plan in
                LinePlot.Series(
                    name: plan.label, letter: plan.letter,
                    points: (plan.spread.lorenz ?? []).map { ($0.volume, $0.benefit) })
            } + [LinePlot.Series(name: CoverageWords.equality, letter: "", points: [(0, 0), (1, 1)])],
            identifier: "lorenz")
    }

    // MARK: Claims

    private var claims: [[String: Any]] {
        comparison.pairs.flatMap { pair -> [[String: Any]] in
            let name = "\(pair.second.letter) / \(pair.first.letter)"
            let parts =
                comparison.hasSeveralServices
                ? pair.services.map { ($0.name, $0.verdict) } + [(ComparisonPageWords.allServices, pair.total)]
                : [("", pair.total)]
            return parts.map { service, verdict in
                [
                    "head": service.isEmpty ? name : "\(name), \(service)",
                    "cells": [
                        ComparisonPageWords.range(verdict.first), ComparisonPageWords.range(verdict.second),
                        ComparisonWords.short(verdict, pair.first.letter, pair.second.letter),
                    ],
                ]
            }
        }
    }

    private var verdicts: [String] {
        comparison.pairs.map { ComparisonWords.verdict($0.total, $0.first.letter, $0.second.letter) }
    }

    // MARK: Who gains, who loses

    private static func anchor(_ pair: PlanPair) -> String { "plan-\(pair.second.letter.lowercased())" }

    private func chapter(_ pair: PlanPair) -> [String: Any] {
        var texts: [String] = []
        if pair.services.isEmpty { texts.append(ComparisonPageWords.noServiceInCommon) }
        for (services, plan) in [(pair.onlyFirst, pair.first), (pair.onlySecond, pair.second)] where !services.isEmpty {
            texts.append(ComparisonPageWords.lacking(services, in: plan.letter))
        }
        return [
            "anchor": Self.anchor(pair), "title": ComparisonPageWords.pairTitle(pair), "texts": texts,
            "parts": pair.services.enumerated().map { part($0.element, pair, $0.offset) },
        ]
    }

    private func part(_ service: ServicePair, _ pair: PlanPair, _ index: Int) -> [String: Any] {
        let change = service.change
        var tables = [epciTable(service, pair)]
        let communes = communeTable(service, pair)
        var texts = ComparisonPageWords.summary(change)
        if service.verdict.sameNeed { texts.append(ComparisonPageWords.points(service)) }
        if !service.verdict.sameBenefit { texts.append(ComparisonPageWords.otherBenefit) }
        if communes.rows.isEmpty { texts.append(ComparisonPageWords.noChange) } else { tables.append(communes) }
        var own = ReportSection(title: service.name, texts: texts, tables: tables).context
        own["map"] = BenefitMap(
            service, pair, comparison.contours, identifier: "carte\(pair.second.letter)\(index + 1)"
        ).svg()
        own["heading"] = comparison.hasSeveralServices ? [service.name] : []
        return own
    }

    private func epciTable(_ service: ServicePair, _ pair: PlanPair) -> ReportSection.Table {
        func percent(_ value: Double?) -> String { value.map { ReportFigures.percent($0) } ?? ComparisonWords.none }
        return ReportSection.Table(
            caption: ComparisonPageWords.epciCaption(service.name),
            headers: ComparisonPageWords.epciHeaders(service.change.measure, pair),
            rows: service.groups.map { group in
                [
                    pair.epciName(group.epci), percent(group.before), percent(group.after),
                    group.change.map { ComparisonWords.signed(100 * $0, 1) } ?? ComparisonWords.none,
                    ComparisonPageWords.counted(group.rows(.gains)),
                    ComparisonPageWords.counted(group.rows(.loses)),
                    service.verdict.sameNeed ? ComparisonWords.signed(group.pointChange) : ComparisonWords.none,
                ]
            })
    }

    private func communeTable(_ service: ServicePair, _ pair: PlanPair) -> ReportSection.Table {
        let changed = (service.change.rows(.gains) + service.change.rows(.loses)).sorted { a, b in
            (a.change ?? 0, a.commune.name, a.commune.code) < (b.change ?? 0, b.commune.name, b.commune.code)
        }
        return ReportSection.Table(
            caption: ComparisonPageWords.communeCaption(
                service.name, changed: changed.count, of: service.change.rows.count),
            headers: ComparisonPageWords.communeHeaders(service.change.measure, pair),
            rows: changed.map { row in
                [
                    row.commune.name, pair.epciName(row.commune.epci),
                    row.volume.map { ReportFigures.decimal($0, 0) } ?? ComparisonPageWords.unknownFigure,
                    ComparisonPageWords.side(row.before), ComparisonPageWords.side(row.after),
                    ComparisonWords.signed(100 * (row.change ?? 0), 1),
                ]
            })
    }
}

extension PlanPair {
    /// The code itself where neither plan knows a name.
    package func epciName(_ code: String) -> String {
        [first, second].lazy.flatMap(\.plan.scenario.territory.epcis).first { $0.code == code }?.name ?? code
    }
}
