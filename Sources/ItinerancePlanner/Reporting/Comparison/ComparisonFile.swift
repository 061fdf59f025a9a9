import FrenchText
import GeoModel
import Optimizer
import PlanAnalysis
import PlanningModel

/// `comparaison.json`, and what `comparer --json` prints.
package struct ComparisonFile: Sendable, Encodable {
    package struct PlanEntry: Sendable, Encodable {
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

        package enum CodingKeys: String, CodingKey {
            case letter = "lettre"
            case label = "libelle"
            case name = "nom"
            case file = "fichier"
            case fingerprint = "empreinte"
            case cycleWeeks = "cycle_semaines"
            case stop = "arret"
            case audit = "seconde_verification"
            case isValid = "valide"
            case isConform = "conforme"
            case brokenRules = "regles_obligatoires_non_respectees"
            case uncheckedRules = "regles_obligatoires_non_verifiables"
            case total
            case services
        }
    }

    package struct Verdict: Sendable, Encodable {
        package var comparable: Bool
        package var differences: [String]
        package var standing: ValueComparison?
        package var first: Range
        package var second: Range
        package var margin: Range?
        package var sentence: String

        package struct Range: Sendable, Encodable {
            package var least: Double
            package var most: Double

            package init(_ range: ValueRange) {
                least = range.least.points
                most = range.most.points
            }

            package enum CodingKeys: String, CodingKey {
                case least = "au_moins"
                case most = "au_plus"
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

        package enum CodingKeys: String, CodingKey {
            case comparable = "valeurs_comparables"
            case differences = "differences"
            case standing = "verdict"
            case first = "meilleur_plan_de_la_reference"
            case second = "meilleur_plan_de_l_autre"
            case margin = "valeur_en_plus"
            case sentence = "phrase"
        }
    }

    package struct ServiceEntry: Sendable, Encodable {
        package var id: String
        package var name: String
        package var verdict: Verdict
        package var measure: NeedMeasure
        package var communes: [CommuneEntry]

        package enum CodingKeys: String, CodingKey {
            case id
            case name = "nom"
            case verdict = "meilleurs_plans"
            case measure = "unite_volume"
            case communes
        }
    }

    package struct CommuneEntry: Sendable, Encodable {
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

        package enum CodingKeys: String, CodingKey {
            case code = "code_insee"
            case name = "nom"
            case epci = "code_epci"
            case volume
            case stateBefore = "statut_reference"
            case stateAfter = "statut_plan"
            case before = "benefice_reference"
            case after = "benefice_plan"
            case change = "difference_benefice"
            case pointChange = "difference_points"
            case direction = "sens"
        }
    }

    package struct PairEntry: Sendable, Encodable {
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

        package enum CodingKeys: String, CodingKey {
            case reference
            case plan
            case total = "meilleurs_plans"
            case services
            case onlyFirst = "services_de_la_reference_seulement"
            case onlySecond = "services_de_l_autre_seulement"
        }
    }

    package var plans: [PlanEntry]
    package var pairs: [PairEntry]

    package init(_ comparison: ScenarioComparison) {
        plans = comparison.plans.map(PlanEntry.init)
        pairs = comparison.pairs.map(PairEntry.init)
    }

    package enum CodingKeys: String, CodingKey {
        case plans
        case pairs = "comparaisons"
    }
}
