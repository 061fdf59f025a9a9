import FileAccess
import PlanningModel

/// Names of a plan that are published, and where they stand; addresses, facts of places and motives are not among them.
enum PlanFileTexts {
    /// The first that holds something only a person has.
    static func fault(in plan: Plan) -> PlanFileFault? {
        let scenario = plan.scenario
        var texts = [("donnees.nom", scenario.name), ("donnees.bureau", scenario.office.name)]
        for service in scenario.services {
            texts.append(("donnees.services \(service.id)", service.name))
            texts += service.programme.flatMap {
                [("donnees.services \(service.id) seances", "\($0.name) ; \($0.guest)")]
            }
        }
        for service in scenario.listening {
            texts += [service.name, service.channel, service.urgentRelay].map { ("donnees.ecoutes \(service.id)", $0) }
        }
        texts += scenario.prisonRelays.map { ("donnees.relais_enfants_parents \($0.id)", $0.name) }
        texts += scenario.centres.map { ("donnees.lieux_fixes \($0.id)", $0.name) }
        texts += scenario.territory.partners.map { ("donnees.territoire \($0.id)", "\($0.name) ; \($0.contactRole)") }
        for (path, text) in texts {
            if let sign = PersonalDataSign(text) { return .personal(sign, at: path) }
        }
        return nil
    }
}
