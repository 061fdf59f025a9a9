import FileAccess
import GeoModel
import PlanningModel

/// What `epingler` and `liberer` say.
package enum PinWords {
    package static var pinCommand: String {
        "Ajoute une promesse à un scénario, après avoir cherché si toutes tiennent ensemble."
    }
    package static var pinExamples: String {
        """
        Exemples :
          itinerance epingler avesnois.yaml --lieu lieu-59601 --servi oui --jours mardi --demi-journee matin \\
            --motif "promesse à la commune" --auteur "responsable du service" --jusqu-au 2027-07-02
          itinerance epingler avesnois.yaml --commune 59012 --servi oui --visites-min 2 --motif "demande de la mairie" \\
            --auteur "chargé de développement" --plan plans/avesnois/plan.json
          itinerance epingler avesnois.yaml --lieu lieu-59659 --servi non --motif "salle en travaux" \\
            --auteur "responsable du service" --sans-recherche

        Le fichier du scénario reçoit l'épingle et ne change nulle part ailleurs. Si les promesses du service ne peuvent pas
        être tenues ensemble (d'après la recherche), rien n'est écrit, et celles qui se contredisent sont dites.
        """
    }
    package static var releaseCommand: String {
        "Retire d'un scénario les promesses sur un lieu ou une commune, ou l'un de leurs champs."
    }
    package static var releaseExamples: String {
        """
        Exemples :
          itinerance liberer avesnois.yaml --lieu lieu-59601
          itinerance liberer avesnois.yaml --commune 59012 --champ visites_min

        Dit ce qui est retiré, avec le motif et la fonction de qui l'avait promis. Rien d'autre ne change dans le fichier.
        """
    }
    package static var serviceHelp: String { "Service du scénario, où il y en a plusieurs." }
    package static var venueHelp: String { "Lieu, par son identifiant dans lieux.csv." }
    package static var communeHelp: String { "Commune, par son code Insee : tous ses lieux." }
    package static var servedHelp: String { "« oui » : un arrêt au moins ; « non » : aucun." }
    package static var leastHelp: String { "Passages en 4 semaines, au moins." }
    package static var mostHelp: String { "Passages en 4 semaines, au plus." }
    package static var weekdaysHelp: String { "Jours permis, séparés par des virgules." }
    package static var halfHelp: String { "Demi-journée de tous les accueils." }
    package static var startHelp: String { "Heure du premier accueil de chaque passage, comme 14:00." }
    package static var vanHelp: String { "Véhicule, par son identifiant." }
    package static var crewHelp: String { "Équipe, par son identifiant." }
    package static var weeksHelp: String { "Semaines du cycle permises, à partir de 1, séparées par des virgules." }
    package static var orderHelp: String { "Place parmi les arrêts courts de sa demi-journée : 1 pour le premier." }
    package static var reasonHelp: String { "Pourquoi ; repris dans les bilans." }
    package static var authorHelp: String { "Fonction de qui l'a promis, jamais un nom." }
    package static var dateHelp: String { "Jour de la promesse, comme 2027-01-04 ; aujourd'hui si rien n'est dit." }
    package static var untilHelp: String { "Dernier jour où elle vaut." }
    package static var planHelp: String { "Dit aussi si ce plan tient la promesse." }
    package static var withoutSearchHelp: String { "Écrit sans chercher si les promesses tiennent ensemble." }
    package static var anywayHelp: String {
        "Écrit même si, d'après la recherche, les promesses ne tiennent pas ensemble."
    }
    package static var fieldHelp: String { "Champ à retirer seul, comme jours ou debut ; plusieurs possibles." }

    // MARK: Wrong commands

    package static var oneTarget: String { "Dites de quoi parle la promesse : --lieu ou --commune, l'un des deux." }
    package static func emptyText(_ name: String) -> String {
        "--\(name) est vide. Une promesse dit pourquoi et par qui."
    }
    package static func personal(_ name: String, _ sign: PersonalDataSign) -> String {
        "--\(name) semble contenir \(PersonalDataWords.what(sign)). Ce texte serait gardé : donnez une fonction."
    }
    package static func notAField(_ field: String, _ known: [String]) -> String {
        "--champ \(field) : un champ d'épingle est attendu parmi \(known.joined(separator: ", "))."
    }
    package static func unknownService(_ service: String, _ known: [String]) -> String {
        "service « \(service) » inconnu dans ce scénario. Services : \(known.joined(separator: ", "))."
    }
    package static func whichService(_ known: [String]) -> String {
        "Plusieurs services : dites lequel avec --service, parmi \(known.joined(separator: ", "))."
    }

    // MARK: Refusals

    package static var wouldBeRefused: String {
        "Rien n'est écrit : avec cette épingle, le scénario serait refusé. Les lignes sont celles qu'il aurait eues."
    }
    package static var wouldBeRefusedWithout: String {
        "Rien n'est écrit : sans cela, le scénario serait refusé. Les lignes sont celles qu'il aurait eues."
    }
    package static func endsTooSoon(_ until: CivilDate, _ first: CivilDate) -> String {
        "--jusqu-au \(until.iso) est avant le début du cycle, le \(first.iso) (premier_lundi) : la promesse ne compterait pas. Rien n'est écrit."
    }
    package static var interrupted: String { "Interrompu : rien n'est écrit." }
    package static var notWritten: String {
        "Rien n'est écrit. Libérez l'une de ces promesses, ou ajoutez --malgre-tout."
    }

    // MARK: Answers

    package static var searching: String { "les promesses tiennent-elles ensemble…" }
    package static var possible: String {
        "Les promesses du service peuvent être tenues ensemble : un plan a été trouvé."
    }
    package static var undecided: String {
        "Ni plan ni preuve dans le temps donné (--duree) : on ne sait pas si les promesses du service tiennent ensemble."
    }
    package static var notSearched: String { "Il n'a pas été cherché si les promesses du service tiennent ensemble." }
    package static var otherConflict: String {
        "La nouvelle épingle n'est pas en cause : ce scénario n'avait déjà aucun plan."
    }
    package static func written(_ path: String, _ line: Int) -> String { "Écrit dans \(path), ligne \(line)." }
    package static func kept(_ plan: String) -> String { "\(plan) tient cette promesse." }
    package static func notKept(_ plan: String) -> String {
        "\(plan) ne tient pas cette promesse ; « itinerance replanifier \(plan) --avec SCENARIO » le change aussi peu que possible."
    }
    package static func released(_ pin: String, fields: [String], line: Int?) -> String {
        let place = line.map { " (ligne \($0))" } ?? ""
        return fields.isEmpty
            ? "Retirée\(place) : \(pin)" : "Retiré \(fields.joined(separator: ", "))\(place) de : \(pin)"
    }
    package static func writtenWithout(_ path: String) -> String { "Écrit dans \(path)." }
    package static func noSuchPin(_ value: String, _ fields: [String], near: [String]) -> String {
        "aucune épingle sur « \(value) »" + (fields.isEmpty ? "" : " avec \(fields.joined(separator: ", "))")
            + " : rien à retirer." + ErrorWords.suggestion(near, "Épinglés")
    }
}
