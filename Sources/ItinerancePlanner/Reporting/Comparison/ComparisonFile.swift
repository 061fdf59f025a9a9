import FileAccess
import FrenchText
import GeoModel
import Optimizer
import PlanAnalysis
import PlanningModel

/// `comparaison.json`, and what `comparer --json` prints.
package struct ComparisonFile: Sendable, Encodable, FrenchKeyed {
    package struct PlanEntry: Sendable, Encodable, FrenchKeyed {
        package var letter: String
        package var label: String
        package var name: String
        package var file: String
        package var fingerprint: String
        package var cycleWeeks: Int
        package var stop: StopReason
        package var audit: BoundAudit?
        package var isValid: Bool
        package var isConform: Bool
        package var brokenRules: [String]
        package var uncheckedRules: [String]
        package var total: ComparedFigures
        package var services: [ComparedFigures]

        package init(_ plan: ComparedPlan) {
            letter = plan.letter
            label = plan.label
            name = plan.plan.scenario.name
            file = plan.file
            fingerprint = plan.plan.fingerprint
            cycleWeeks = plan.plan.scenario.parameters.cycleWeeks
            stop = plan.plan.stop
            audit = plan.summary.audit
            isValid = plan.check.isValid
            isConform = plan.check.isConform
            brokenRules = plan.brokenRules.map(\.rawValue)
            uncheckedRules = plan.uncheckedRules.map(\.rawValue)
            total = plan.total
            services = plan.services
        }

        package static var frenchKeys: [String: String] {
            [
                "letter": "lettre", "label": "libelle", "cycleWeeks": "cycle_semaines",
                "brokenRules": "regles_obligatoires_non_respectees",
                "uncheckedRules": "regles_obligatoires_non_verifiables", "total": "total",
            ]
        }
    }

    package struct Verdict: Sendable, Encodable, FrenchKeyed {
        package var comparable: Bool
        package var differences: [String]
        package var standing: ValueComparison?
        package var first: Range
        package var second: Range
        package var margin: Range?
        package var sentence: String

        package struct Range: Sendable, Encodable, FrenchKeyed {
            package var least: Double
            package var most: Double

            package init(_ range: ValueRange) {
                least = range.least.points
                most = range.most.points
            }

            package static var frenchKeys: [String: String] {
                ["least": "au_moins", "most": "au_plus"]
            }
        }

        package init(_ verdict: PairVerdict, _ pair: PlanPair) {
            comparable = verdict.differences.isEmpty
            differences = verdict.differences.map(\.key)
            standing = verdict.comparison
            first = Range(verdict.first)
            second = Range(verdict.second)
            margin = verdict.margin.map(Range.init)
            sentence = ReportFigures.plain(
                ComparisonWords.verdict(verdict, pair.first.letter, pair.second.letter))
        }

        package static var frenchKeys: [String: String] {
            [
                "comparable": "valeurs_comparables", "standing": "verdict", "first": "meilleur_plan_de_la_reference",
                "second": "meilleur_plan_de_l_autre",
            ]
        }
    }

    package struct ServiceEntry: Sendable, Encodable, FrenchKeyed {
        package var id: String
        package var name: String
        package var verdict: Verdict
        package var measure: NeedMeasure
        package var communes: [CommuneEntry]

        package static var frenchKeys: [String: String] {
            ["verdict": "meilleurs_plans", "measure": "unite_volume"]
        }
    }

    package struct CommuneEntry: Sendable, Encodable, FrenchKeyed {
        package var code: String
        package var name: String
        package var epci: String
        package var volume: Double?
        package var stateBefore: String
        package var stateAfter: String
        package var before: Double?
        package var after: Double?
        package var change: Double?
        package var pointChange: Double
        package var direction: String

        package init(_ row: BenefitChange.Row) {
            code = row.commune.code
            name = row.commune.name
            epci = row.commune.epci
            volume = row.volume
            stateBefore = ComparisonTables.state(row.before)
            stateAfter = ComparisonTables.state(row.after)
            before = row.before.benefit
            after = row.after.benefit
            change = row.change
            pointChange = row.pointChange.points
            direction = row.direction.rawValue
        }

        package static var frenchKeys: [String: String] {
            [
                "code": "code_insee", "stateBefore": "statut_reference", "stateAfter": "statut_plan",
                "before": "benefice_reference", "after": "benefice_plan", "change": "difference_benefice",
                "pointChange": "difference_points", "direction": "sens",
            ]
        }
    }

    package struct PairEntry: Sendable, Encodable, FrenchKeyed {
        package var reference: String
        package var plan: String
        package var total: Verdict
        package var services: [ServiceEntry]
        package var onlyFirst: [String]
        package var onlySecond: [String]

        package init(_ pair: PlanPair) {
            reference = pair.first.letter
            plan = pair.second.letter
            total = Verdict(pair.total, pair)
            services = pair.services.map { service in
                ServiceEntry(
                    id: service.id, name: service.name, verdict: Verdict(service.verdict, pair),
                    measure: service.change.measure, communes: service.change.rows.map(CommuneEntry.init))
            }
            onlyFirst = pair.onlyFirst
            onlySecond = pair.onlySecond
        }

        package static var frenchKeys: [String: String] {
            [
                "total": "meilleurs_plans", "onlyFirst": "services_de_la_reference_seulement",
                "onlySecond": "services_de_l_autre_seulement",
            ]
        }
    }

    package var plans: [PlanEntry]
    package var pairs: [PairEntry]

    package init(_ comparison: ScenarioComparison) {
        plans = comparison.plans.map(PlanEntry.init)
        pairs = comparison.pairs.map(PairEntry.init)
    }

    package static var frenchKeys: [String: String] {
        ["pairs": "comparaisons"]
    }
}
