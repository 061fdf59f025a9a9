import LinearSolver
import Planning

/// What a user reads where a search gave no plan, or the solver gave up.
extension SolveWords {
    package static func sentence(_ failure: PlanningFailure) -> String {
        switch failure {
        case .notSolved(let failure, let scenario): self.failure(failure, scenario)
        case .notStaffed(let failure, let scenario, let besideRounds):
            FixedTimesWords.failure(failure, scenario) + (besideRounds ? " " + FixedTimesWords.otherRounds : "")
        case .contradicted(let violations, let scenario): ContradictionWords.sentence(violations, scenario)
        case .sharedRests: sharedRests
        case .notConfirmed: CommandWords.notConfirmed
        }
    }

    /// What stopped the solver: the machine's GLPK, a file, or a defect of the program.
    package static func detail(_ error: LinearError) -> String {
        switch error {
        case .unsupportedVersion(let found, let oldest): "GLPK \(found) est trop ancien, il faut \(oldest) au moins"
        case .threadsUnsupported: "ce GLPK ne sait pas travailler sur plusieurs fils d'exécution"
        case .aborted(let routine, let message): "GLPK a renoncé dans \(routine) (\(message))"
        case .poisoned: "ce calcul a été perdu quand GLPK a renoncé à un autre"
        case .unknownCode(let routine, let code): "GLPK a répondu à \(routine) par un code inconnu, \(code)"
        case .notWritten(let path, let code): "\(path) n'a pas pu être écrit en entier (erreur \(code) du système)"
        case .notRead(let path): "\(path) n'a pas pu être lu"
        case .notFinite(let place): "défaut du programme, un nombre n'est pas fini (\(place))"
        case .crossedBounds(let place, let lower, let upper):
            "défaut du programme, des bornes se croisent (\(place) : \(lower) et \(upper))"
        case .fractionalBound(let place, let value):
            "défaut du programme, la borne d'un entier n'est pas entière (\(place) : \(value))"
        case .indexOutOfRange(let place, let index, let count):
            "défaut du programme, un indice est hors des limites (\(place) : \(index) sur \(count))"
        case .duplicateIndex(let place, let index): "défaut du programme, un indice est double (\(place) : \(index))"
        case .badName(let name): "défaut du programme, « \(name) » n'est pas un nom pour GLPK"
        case .duplicateName(let name): "défaut du programme, le nom « \(name) » est double"
        case .emptyProblem: "défaut du programme, le problème n'a ni ligne ni colonne"
        case .wrongBasis(let basic, let rows):
            "défaut du programme, une base de \(basic) variables pour \(rows) lignes"
        case .wrongThread: "défaut du programme, un problème est employé hors de son fil d'exécution"
        case .insideCallback: "défaut du programme, GLPK est appelé pendant qu'il appelle"
        }
    }
}
