import GeoModel
import RoundPlan

/// What a user reads when teams, commitments or pins of a scenario are wrong.
package enum ScenarioWords {
    // MARK: Teams

    package static func teamsTwice(_ key: String) -> String {
        "« \(key) » et « equipages » à la fois. Gardez « equipages », et mettez-y le véhicule, l'équipe et le dépôt."
    }

    package static let noTeams =
        "« equipages » doit être une liste, un équipage par tiret, chacun avec « vehicule », « equipe » et « depot »."
    package static let teamNotAMapping =
        "un équipage s'écrit en trois lignes : « vehicule: … », « equipe: … » et « depot: … »."

    package static func shared(_ key: String, _ value: String) -> String {
        "« \(value) » est déjà dans un équipage. Pour \(key == "equipe" ? "la" : "le") partager, donnez des « jours » à chacun "
            + "de ces équipages, sans jour commun."
    }

    package static func crewTwice(_ crew: String) -> String {
        "« \(crew) » est dans deux équipages de ce service ; chaque équipage d'un service a sa propre équipe."
    }

    package static func tooManyHours(_ crew: String, _ stated: Minutes, most: Minutes) -> String {
        "les équipages de « \(crew) » ont ensemble \(ReportFigures.duration(stated)) par semaine ; \(ReportFigures.duration(most)) au plus."
    }

    package static func badHours(_ text: String) -> String {
        "« \(text) » : un nombre d'heures par semaine est attendu, de 1 à 48."
    }

    // MARK: Floors and budgets

    package static func notAShare(_ text: String) -> String {
        "« \(text) » est hors limites : une part de 0 à 1 est attendue (0,05 pour 5 %)."
    }

    package static let commaInBraces =
        "entre accolades, une virgule sépare les clés. Écrivez 0.05 avec un point, ou une clé par ligne."

    package static func tooLarge(_ text: String) -> String { ErrorWords.outOfRange(text, 0...1_000_000_000) }

    // MARK: Former plan

    /// A finding about the plan file, said where the scenario names that file.
    package static func formerPlan(_ finding: Finding) -> String { "\(finding.file) : \(finding.message)" }

    package static func otherCycle(_ found: Int, _ expected: Int) -> String {
        "ce plan a un cycle de \(ReportFigures.plain(ReportFigures.counted(found, "semaine"))), ce scénario de "
            + "\(ReportFigures.plain(ReportFigures.counted(expected, "semaine"))). Les deux doivent être égaux (cycle_semaines)."
    }

    package static func notBefore(_ former: CivilDate, _ own: CivilDate) -> String {
        "ce plan commence le \(former.iso) ; un plan d'avant le \(own.iso) (premier_lundi) est attendu."
    }

    package static func serviceNotInPlan(_ id: String, _ known: [String]) -> String {
        "le service « \(id) » n'est pas dans ce plan. Services du plan : \(known.joined(separator: ", "))."
    }

    package static func goneVenues(_ venues: [String]) -> String {
        "\(venues.count == 1 ? "ce lieu du cycle précédent n'est" : "ces lieux du cycle précédent ne sont") plus dans "
            + "lieux.csv : \(venues.joined(separator: ", "))."
    }

    // MARK: Pins

    package static let pinsNotAList =
        "« epingles » doit être une liste, une épingle par tiret, avec « lieu » ou « commune »."
    package static let pinWithoutTarget = "une épingle dit de quoi elle parle. Donnez « lieu » ou « commune »."
    package static let pinWithTwoTargets = "« lieu » et « commune » à la fois. Gardez l'un des deux."
    package static let emptyPin =
        "cette épingle ne demande rien. Donnez par exemple « servi: oui », « jours » ou « demi_journee »."
    package static let noWeekday = "aucun jour. Donnez un jour au moins, ou retirez « jours »."
    package static let oneWeekdayForTwo = "8 passages en 4 semaines demandent deux jours différents."

    package static func unknownVenue(_ venue: String, near: [String]) -> String {
        ErrorWords.unknownReference(venue, "lieux.csv", near: near)
    }

    package static func venueOutside(_ venue: String, _ commune: String) -> String {
        "le lieu « \(venue) » est à \(commune), hors du territoire du service."
    }

    package static func communeOutside(_ code: String, _ commune: String) -> String {
        "la commune « \(code) » (\(commune)) est hors du territoire du service."
    }

    package static func communeWithoutVenue(_ code: String, _ commune: String) -> String {
        "la commune « \(code) » (\(commune)) n'a aucun lieu dans lieux.csv."
    }

    package static func boundThoughExcluded(_ key: String) -> String {
        "« servi: non » exclut ce lieu : « \(key) » ne peut plus rien demander. Retirez l'un des deux."
    }

    package static func visitsReversed(_ least: Int, _ most: Int) -> String {
        "visites_min (\(least)) dépasse visites_max (\(most))."
    }

    package static func impossibleCadence(_ cadences: [Int]) -> String {
        "aucune cadence permise n'est dans ces limites. Cadences du scénario, en 4 semaines : "
            + cadences.map(String.init).joined(separator: ", ")
            + (cadences.contains(8) ? "." : " (8 avec « bihebdomadaire: oui »).")
    }

    package static func closedWeekday(_ day: Weekday, _ allowed: [Weekday]) -> String {
        "« \(day.key) » n'est pas un jour de tournée. Jours du scénario : \(allowed.map(\.key).joined(separator: ", "))."
    }

    package static func startOffGrid(_ start: Minutes, _ step: Minutes) -> String {
        "\(time(start)) ne suit pas le pas des horaires de \(step.count) min (pas_minutes)."
    }

    package static func startOutsideWindow(_ start: Minutes, _ from: Minutes, _ until: Minutes) -> String {
        "un accueil qui commence à \(time(start)) sort de la plage d'ouverture, de \(time(from)) à \(time(until))."
    }

    package static func startInOtherHalf(_ start: Minutes, _ half: HalfDay) -> String {
        "un accueil qui commence à \(time(start)) n'est pas \(half == .morning ? "le matin" : "l'après-midi"). "
            + "Changez « debut » ou « demi_journee »."
    }

    package static func vanNotInService(_ van: String, _ known: [String]) -> String {
        "« \(van) » n'est dans aucun équipage de ce service."
            + ErrorWords.suggestion(NearestNames.of(van, among: known), "Proches")
            + " Véhicules du service : \(known.joined(separator: ", "))."
    }

    package static func crewNotInService(_ crew: String, _ known: [String]) -> String {
        "« \(crew) » n'est l'équipe d'aucun équipage de ce service. Équipes du service : \(known.joined(separator: ", "))."
    }

    package static func noSuchTeam(_ van: String, _ crew: String) -> String {
        "aucun équipage du service n'a à la fois « \(van) » et « \(crew) »."
    }

    package static func noWeek(_ cycle: ClosedRange<Int>) -> String {
        "aucune semaine. Donnez une semaine au moins, de 1 à \(cycle.upperBound), ou retirez « semaines »."
    }

    package static func noSuchWeek(_ text: String, _ cycle: ClosedRange<Int>) -> String {
        "« \(text) » n'est pas une semaine du cycle : un nombre de 1 à \(cycle.upperBound) est attendu."
    }

    package static func noSuchOrder(_ text: String, most: Int) -> String {
        "« \(text) » n'est pas une place dans une demi-journée : "
            + (most == 1
                ? "1 est attendu, puisque ce scénario n'a qu'un arrêt par demi-journée (arrets_courts: oui en permet plus)."
                : "un nombre de 1 à \(most) est attendu (arrets_courts_par_demi_journee).")
    }

    package static func weeksTooFew(_ weeks: [Int], _ cadences: [Int]) -> String {
        "aucune cadence permise ne tient dans les semaines \(ReportWords.enumeration(weeks.map(String.init))). "
            + "Cadences possibles, en 4 semaines : \(cadences.map(String.init).joined(separator: ", "))."
    }

    package static func expiredPin(_ until: CivilDate) -> String {
        "cette épingle valait jusqu'au \(ReportDates.full(until)) : elle ne compte plus dans ce cycle."
    }

    package static func pinsContradict(_ key: String, line: Int?) -> String {
        "« \(key) » contredit l'épingle" + (line.map { " de la ligne \($0)" } ?? " précédente")
            + " sur le même lieu. Gardez l'une des deux."
    }

    private static func time(_ time: Minutes) -> String { ReportFigures.plain(ReportFigures.time(time)) }
}
