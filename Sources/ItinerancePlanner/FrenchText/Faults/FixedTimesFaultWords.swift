import FileAccess

extension FixedTimesFault {
    package var sentence: String {
        switch self {
        case .timesNotInCycle(let times, let weeks):
            "\(times) fois en 4 semaines ne se répartit pas sur un cycle de "
                + "\(ReportFigures.plain(ReportFigures.counted(weeks, "semaine"))). "
                + "Donnez 1, 2 ou 4, et au moins une fois par cycle."
        case .notAges(let text):
            "« \(text) » n'est pas une tranche d'âge. Écrivez deux âges en années, par exemple 0-2."
        case .notInRange(let text, let range):
            "« \(text) » : un nombre entier de \(range.lowerBound) à \(range.upperBound) est attendu."
        case .ofTheRounds(let key, let value):
            "« \(value) » fait déjà des tournées ; ici \(key == "equipe" ? "une autre équipe" : "un autre véhicule") est attendu."
        case .unknownService(let id, let known):
            "« \(id) » n'est ni un service de tournées ni un lieu fixe de ce scénario. Connus : \(known.joined(separator: ", "))."
        case .noVisits:
            "aucun parloir. Donnez une liste, chacun avec « etablissement », « creneaux » et « enfants »."
        case .noSlots: "aucun créneau. Donnez une liste, chacun avec « jour » et « debut »."
        case .noChildren:
            "aucun enfant à aller chercher. Donnez une liste de « commune » et « nombre » (jamais de nom)."
        case .endBeforeStart: "la fin précède le début."
        case .slotsOverlap(let weekday): "deux créneaux du \(weekday.key) se chevauchent."
        }
    }
}
