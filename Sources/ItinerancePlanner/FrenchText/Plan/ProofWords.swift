import GeoModel
import Optimizer
import Planning
import PlanningModel

/// What may be said of a plan's bound: announced by its file, or worked out again from a proof.
package enum ProofWords {
    package static var option: String {
        "Preuve écrite par « planifier --preuve » : la borne est recalculée à partir du plan et d'elle seule."
    }
    package static var needsPlan: String {
        "--preuve demande un fichier plan.json : un tableau de tournées n'a pas de borne."
    }

    /// Nothing is written where the second computation did not confirm the bound.
    package static var notWritten: String {
        "Pas de preuve écrite : la borne n'a pas été retrouvée par la seconde vérification."
    }

    package static var title: String { "Borne" }

    package static func announced(_ bound: MilliPoints) -> String {
        "Borne \(ReportFigures.points(bound.points)) points : annoncée par le fichier, non vérifiée (--preuve la recalcule)."
    }

    package static var none: String { "Borne : aucune, un tableau de tournées n'en a pas." }

    package static func lines(_ proof: VerifiedProof, _ plan: Plan) -> [String] {
        let names = ReportNames(plan.scenario)
        return proof.services.map { service in
            let sentence = sentence(service)
            return proof.services.count > 1
                ? "\(names.serviceName(service.id)) : \(sentence)"
                : sentence.prefix(1).uppercased() + sentence.dropFirst()
        } + scope(plan)
    }

    private static func sentence(_ service: VerifiedProof.Service) -> String {
        switch service.answer {
        case .failure(let refusal): return "borne \(points(service.announced)) non prouvée : \(reason(refusal))"
        case .success(let proven):
            guard service.holds else {
                return "borne \(points(service.announced)) non prouvée : la preuve n'établit que "
                    + "\(points(proven.bound)) points."
            }
            let head =
                proven.isComplete
                ? "borne prouvée : aucun plan ne vaut plus de \(points(proven.bound)) points"
                : "borne \(points(proven.bound)) points établie sous réserve"
            return head + ", recalculée à partir du plan et de la preuve seuls (\(work(proven)))."
                + (proven.bound < service.announced
                    ? " Le fichier annonce une borne moins serrée, \(points(service.announced)) points." : "")
        }
    }

    private static func work(_ proven: ProvenBound) -> String {
        let nodes = ReportFigures.counted(proven.nodes, "nœud", "nœuds")
        guard proven.searchedLeaves > 0 else { return nodes }
        let leaves = ReportFigures.counted(
            proven.searchedLeaves, "feuille close par une recherche complète",
            "feuilles closes par une recherche complète")
        let again =
            proven.isComplete
            ? (proven.searchedLeaves > 1 ? "refaites ici" : "refaite ici")
            : "dont \(proven.confirmedLeaves) seulement retrouvées ici"
        return "\(nodes) ; \(leaves), \(again)"
    }

    private static func points(_ thousandths: Int) -> String { ReportFigures.points(MilliPoints(thousandths).points) }

    private static func reason(_ refusal: ProofRefusal) -> String {
        switch refusal {
        case .noProblem: "les données du plan ne donnent plus de problème à résoudre."
        case .noTree: "la preuve n'a pas d'arbre de recherche."
        case .otherNumbers(let tree):
            "les nombres du problème (arbre \(tree + 1)) ne sont pas ceux que donnent les données du plan."
        case .outOfRange(let tree, let node):
            "le nœud \(node) (arbre \(tree + 1)) a un nombre que le problème n'a pas."
        case .betterPlan(let tree, let node):
            "la feuille \(node) (arbre \(tree + 1)), cherchée de nouveau, contient un meilleur plan."
        case .audit(let tree, let failure):
            "nœud \(failure.node) (arbre \(tree + 1)) : \(reason(failure.reason))"
        }
    }

    private static func reason(_ reason: AuditFailure.Reason) -> String {
        switch reason {
        case .unknownRow(let row): "la contrainte « \(row) » n'est pas de ce problème."
        case .invalidCut(let row): "la coupe « \(row) » ne découle pas du problème."
        case .boundNotReached(let claimed, let audited):
            "il annonce \(points(claimed)) points, ses prix n'en établissent que \(points(audited))."
        case .exclusionDoesNotFollow: "une exclusion ne découle pas de ses prix."
        case .noPlan: "une exclusion n'a pas de plan à battre."
        case .tooManyListings: "trop de listes de tournées se suivent."
        case .childrenDoNotSplit: "ses deux suites ne couvrent pas tous les plans."
        case .reportedBelowLeaves(let reported, let audited):
            "\(points(reported)) points annoncés, \(points(audited)) établis par les feuilles."
        }
    }

    package static func notHeld(_ name: String) -> String {
        "La preuve \(name) n'établit pas la borne que le plan annonce."
    }

    /// What a bound speaks of, where that is not all that the check judges.
    package static func scope(_ plan: Plan) -> [String] {
        (plan.hasFixedTimes ? [roundsOnly] : []) + (plan.scenario.hasSharedCrews ? [sharesOnly] : [])
    }

    private static var roundsOnly: String {
        "La borne vaut pour ces tournées : ce qui a des heures à lui (écoute, parloirs, lieux fixes, séances) est placé après "
            + "elles et n'y entre pas."
    }

    private static var sharesOnly: String {
        "La borne vaut pour ces tournées, avec la part que chaque équipage a des heures, soirées et longues journées d'une équipe "
            + "partagée : un autre partage n'est pas cherché."
    }
}

extension Plan {
    /// Whether something was planned beside the rounds.
    package var hasFixedTimes: Bool {
        !shifts.isEmpty || !outings.isEmpty || services.contains { !$0.sessions.isEmpty }
    }
}
