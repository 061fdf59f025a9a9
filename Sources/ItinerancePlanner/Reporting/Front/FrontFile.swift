import FileAccess
import FrenchText
import Optimizer
import PlanAnalysis
import PlanningModel
import TabularData

/// `front.json`, and what `front --json` prints.
package struct FrontFile: Sendable, Encodable, FrenchKeyed {
    package struct Point: Sendable, Encodable, FrenchKeyed {
        package var number: Int
        package var standing: String
        package var dominatedBy: Int?
        package var need: Double
        package var bound: Double
        package var gap: Double
        package var euros: Double
        package var equity: Double
        package var kilometres: Double
        package var personHours: Double
        package var proofCell: Cell
        package var audit: BoundAudit?
        package var isValid: Bool?
        package var isConform: Bool?
        package var plan: String?
        package var sentence: String

        package static var frenchKeys: [String: String] {
            [
                "number": "point", "dominatedBy": "domine_par_point", "need": "besoin_couvert",
                "euros": "euros_4_semaines", "equity": "benefice_cinquieme_moins_servi", "kilometres": "km_4_semaines",
                "personHours": "heures_personnes_4_semaines", "proofCell": "preuve",
            ]
        }

        package init(
            number: Int, standing: String, dominatedBy: Int? = nil, need: Double, bound: Double, gap: Double,
            euros: Double, equity: Double, kilometres: Double, personHours: Double, proofCell: Cell,
            audit: BoundAudit? = nil, isValid: Bool? = nil, isConform: Bool? = nil, plan: String? = nil,
            sentence: String
        ) {
            self.number = number
            self.standing = standing
            self.dominatedBy = dominatedBy
            self.need = need
            self.bound = bound
            self.gap = gap
            self.euros = euros
            self.equity = equity
            self.kilometres = kilometres
            self.personHours = personHours
            self.proofCell = proofCell
            self.audit = audit
            self.isValid = isValid
            self.isConform = isConform
            self.plan = plan
            self.sentence = sentence
        }
    }

    package struct Cell: Sendable, Encodable, FrenchKeyed {
        package var mostEuros: Double?
        package var leastEquity: Double?

        package init(_ cell: EpsilonCell) {
            mostEuros = cell.mostEuros
            leastEquity = cell.leastEquity
        }

        package static var frenchKeys: [String: String] {
            ["mostEuros": "euros_au_plus", "leastEquity": "equite_au_moins"]
        }
    }

    package struct Step: Sendable, Encodable, FrenchKeyed {
        package var cell: Cell
        package var answer: String
        package var point: Int?
        package var bound: Double?
        package var isProvenBest: Bool
        package var isInherited: Bool
        package var sentence: String

        package static var frenchKeys: [String: String] {
            [
                "cell": "limites", "answer": "resultat", "isProvenBest": "meilleur_prouve",
                "isInherited": "sans_recherche",
            ]
        }
    }

    package struct Ends: Sendable, Encodable, FrenchKeyed {
        package var needBound: Double
        package var leastEuros: Double
        package var leastEurosBound: Double
        package var mostEquity: Double
        package var impossibleEquity: Double?
        package var mostEuros: Double

        package static var frenchKeys: [String: String] {
            [
                "needBound": "besoin_au_plus", "leastEuros": "euros_du_moins_cher_trouve",
                "leastEurosBound": "euros_au_moins", "mostEquity": "equite_la_plus_haute_trouvee",
                "impossibleEquity": "equite_impossible", "mostEuros": "euros_au_plus_sur_le_front",
            ]
        }
    }

    package var service: String
    package var name: String
    package var pricePerEuro: Double
    package var weight: Double
    package var askedGap: Double
    package var askedPoints: Int
    package var isComplete: Bool
    package var ends: Ends
    package var points: [Point]
    package var steps: [Step]

    package init(_ report: FrontReport) {
        let front = report.front
        service = report.service.id
        name = report.service.name
        pricePerEuro = front.scenario.parameters.pricePerEuro
        weight = report.weight.points
        askedGap = report.limits.gap
        askedPoints = report.limits.points
        isComplete = front.isComplete
        ends = Ends(
            needBound: front.ends.needBound.points, leastEuros: front.ends.leastEuros,
            leastEurosBound: front.ends.leastEurosBound, mostEquity: front.ends.mostEquity,
            impossibleEquity: front.ends.impossibleEquity, mostEuros: front.ends.mostEuros)
        points = front.points.indices.map { index in
            let point = front.points[index]
            let used = report.resources(point)
            let isKept = point.dominance == .kept
            var dominating: Int?
            if case .dominated(let by) = point.dominance { dominating = report.number(by) }
            return Point(
                number: report.number(index), standing: Self.standing(point.dominance), dominatedBy: dominating,
                need: point.figures.need.points, bound: point.bound.points, gap: point.gap,
                euros: point.figures.euros, equity: point.figures.equity, kilometres: used.metres.kilometres,
                personHours: Double(used.personMinutes.count) / 60, proofCell: Cell(point.cell), audit: point.audit,
                isValid: report.plans[index]?.check.isValid,
                isConform: report.plans[index]?.check.isConform,
                plan: isKept ? "plans/\(report.name(index))/plan.json" : nil,
                sentence: ReportFigures.plain(FrontWords.point(index, report)))
        }
        steps = front.steps.map { step in
            var number: Int?
            var isProven = false
            if case .point(let index, _) = step.answer {
                number = report.number(index)
                isProven = front.isBest(front.points[index], in: step)
            }
            return Step(
                cell: Cell(step.cell), answer: Self.answer(step.answer), point: number, bound: step.bound?.points,
                isProvenBest: isProven, isInherited: step.isInherited,
                sentence: ReportFigures.plain(FrontWords.step(step, report)))
        }
    }

    package static func standing(_ dominance: FrontPoint.Dominance) -> String {
        dominance == .kept ? "garde" : "domine"
    }

    package static func answer(_ answer: FrontStep.Answer) -> String {
        switch answer {
        case .point: "plan"
        case .impossible: "impossible"
        case .undecided: "indecis"
        }
    }

    package static var frenchKeys: [String: String] {
        [
            "pricePerEuro": "points_par_euro", "weight": "besoin_eligible", "askedGap": "ecart_demande",
            "askedPoints": "points_demandes", "isComplete": "complet", "ends": "extremites", "points": "points",
            "steps": "etapes",
        ]
    }
}
