import GeoModel
import Optimizer
import RoundPlan

/// `front.json`, and what `front --json` prints.
package struct FrontFile: Sendable, Encodable {
    struct Point: Sendable, Encodable {
        var number: Int
        var standing: String
        var dominatedBy: Int?
        var need: Double
        var bound: Double
        var gap: Double
        var euros: Double
        var equity: Double
        var kilometres: Double
        var personHours: Double
        var proofCell: Cell
        var audit: BoundAudit?
        var isValid: Bool?
        var isConform: Bool?
        var plan: String?
        var sentence: String

        enum CodingKeys: String, CodingKey {
            case number = "point"
            case standing = "statut"
            case dominatedBy = "domine_par_point"
            case need = "besoin_couvert"
            case bound = "borne"
            case gap = "ecart"
            case euros = "euros_4_semaines"
            case equity = "benefice_cinquieme_moins_servi"
            case kilometres = "km_4_semaines"
            case personHours = "heures_personnes_4_semaines"
            case proofCell = "preuve"
            case audit = "seconde_verification"
            case isValid = "valide"
            case isConform = "conforme"
            case plan
            case sentence = "phrase"
        }
    }

    struct Cell: Sendable, Encodable {
        var mostEuros: Double?
        var leastEquity: Double?

        init(_ cell: EpsilonCell) {
            mostEuros = cell.mostEuros
            leastEquity = cell.leastEquity
        }

        enum CodingKeys: String, CodingKey {
            case mostEuros = "euros_au_plus"
            case leastEquity = "equite_au_moins"
        }
    }

    struct Step: Sendable, Encodable {
        var cell: Cell
        var answer: String
        var point: Int?
        var bound: Double?
        var isProvenBest: Bool
        var isInherited: Bool
        var sentence: String

        enum CodingKeys: String, CodingKey {
            case cell = "limites"
            case answer = "resultat"
            case point
            case bound = "borne"
            case isProvenBest = "meilleur_prouve"
            case isInherited = "sans_recherche"
            case sentence = "phrase"
        }
    }

    struct Ends: Sendable, Encodable {
        var needBound: Double
        var leastEuros: Double
        var leastEurosBound: Double
        var mostEquity: Double
        var impossibleEquity: Double?
        var mostEuros: Double

        enum CodingKeys: String, CodingKey {
            case needBound = "besoin_au_plus"
            case leastEuros = "euros_du_moins_cher_trouve"
            case leastEurosBound = "euros_au_moins"
            case mostEquity = "equite_la_plus_haute_trouvee"
            case impossibleEquity = "equite_impossible"
            case mostEuros = "euros_au_plus_sur_le_front"
        }
    }

    var service: String
    var name: String
    var pricePerEuro: Double
    var weight: Double
    var askedGap: Double
    var askedPoints: Int
    var isComplete: Bool
    var ends: Ends
    var points: [Point]
    var steps: [Step]

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
            let isKept = point.standing == .kept
            var dominating: Int?
            if case .dominated(let by) = point.standing { dominating = report.number(by) }
            return Point(
                number: report.number(index), standing: Self.standing(point.standing), dominatedBy: dominating,
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

    static func standing(_ standing: FrontPoint.Standing) -> String { standing == .kept ? "garde" : "domine" }

    static func answer(_ answer: FrontStep.Answer) -> String {
        switch answer {
        case .point: "plan"
        case .impossible: "impossible"
        case .undecided: "indecis"
        }
    }

    enum CodingKeys: String, CodingKey {
        case service
        case name = "nom"
        case pricePerEuro = "points_par_euro"
        case weight = "besoin_eligible"
        case askedGap = "ecart_demande"
        case askedPoints = "points_demandes"
        case isComplete = "complet"
        case ends = "extremites"
        case points
        case steps = "etapes"
    }
}
