import GeoModel
import PlanCheck
import PlanningModel

/// What a user reads of a scenario that contradicts itself: the rule, the facts that do not go together, and the cure.
package enum ContradictionWords {
    package static func sentence(_ violations: [Violation], _ scenario: Scenario) -> String {
        let names = ReportNames(scenario)
        let lines = violations.prefix(most).map { line($0, scenario, names) }
        let more = violations.count - lines.count
        return
            (["le scénario se contredit, aucun plan ne peut le tenir :"] + lines
            + (more > 0 ? ["et \(ReportFigures.plain(ReportFigures.counted(more, "autre")))."] : []))
            .joined(separator: "\n")
    }

    private static var most: Int { 8 }

    private static func line(_ violation: Violation, _ scenario: Scenario, _ names: ReportNames) -> String {
        let rule = violation.rule.map { $0.rawValue + " : " } ?? ""
        let facts = facts(violation, scenario).map { " " + $0 } ?? ""
        return rule + ReportFigures.plain(RuleWords.sentence(violation, names)) + facts + " " + cure(violation)
    }

    /// What the violation itself does not say.
    private static func facts(_ violation: Violation, _ scenario: Scenario) -> String? {
        let service = scenario.services.first { $0.id == violation.locus.service }
        switch violation.kind {
        case .limitedAges: return service?.ages.map { "« ages » dit \($0.from)-\($0.until)." }
        case .agesBeyondTwo:
            let sessions = service?.programme.filter { !$0.isForProfessionals }.compactMap { kind in
                kind.ages.map { "« \(kind.name) », \($0.from)-\($0.until) ans" }
            }
            let own = service?.ages.map { ["le service, \($0.from)-\($0.until) ans"] } ?? []
            let all = own + (sessions ?? [])
            return all.isEmpty ? nil : "Le scénario dit : \(all.joined(separator: " ; "))."
        case .listeningDuringReception:
            let centres = scenario.centres.filter { centre in
                centre.openings.contains { $0.weekday == violation.locus.weekday }
            }
            return centres.isEmpty ? nil : "Ouvert alors : \(centres.map { "« \($0.name) »" }.joined(separator: ", "))."
        default: return nil
        }
    }

    private static func cure(_ violation: Violation) -> String {
        switch violation.kind {
        case .limitedAges: "Retirez « ages » du service : seule une séance peut être réservée à certains âges."
        case .agesBeyondTwo: "Corrigez ces âges, ou faites-en un service de type LR."
        case .listeningDuringReception:
            "Déplacez le créneau d'écoute ou l'ouverture, ou nommez sous « a_cote_de » les seuls services dont l'écoute doit différer."
        case .tooFewHalfDays: "Ajoutez des ouvertures, ou convenez d'un autre « demi_journees_min » avec la Caf."
        case .notAccessible, .noOwnAccess, .notRecognisable, .noConfidentialSpace, .noCollectiveSpace, .noPower:
            "Choisissez un autre lieu, ou corrigez lieux.csv si le lieu a changé."
        case .escortNotCleared:
            "Obtenez l'autorisation de l'établissement, puis écrivez « accompagnant_autorise: oui »."
        case .noAccueillant: "Ajoutez le rôle « accueillant » à quelqu'un de l'équipe (personnel.csv)."
        case .wrongLicence, .wrongLicenceForSeats, .noDriver:
            "Changez de véhicule ou d'équipe (vehicules.csv, personnel.csv)."
        case .tooManyAboard: "Prenez un véhicule plus grand, ou répartissez les enfants sur plusieurs parloirs."
        default: "Changez le scénario ou ses données."
        }
    }
}
