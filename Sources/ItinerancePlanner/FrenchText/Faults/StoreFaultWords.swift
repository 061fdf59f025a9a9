import FileAccess
import PlanStore

extension StoredFault {
    package var sentence: String {
        switch self {
        case .notAStore:
            "ce n'est pas un territoire écrit par itinerance. Donnez un dossier de CSV, ou un fichier .gpkg fait par « itinerance importer »."
        case .damaged:
            "fichier abîmé ou étranger : ce n'est pas une base lisible. Reprenez une copie, ou importez à nouveau."
        case .newer(let version, let known):
            "territoire de version \(version), plus récent que ce programme (version \(known)). Mettez le programme à jour."
        case .noVersion(let number, let known): Self.noVersion(number, known)
        case .noPlan: "cette version n'a pas de plan.json : fichier abîmé. Reprenez une copie."
        case .versionDamaged(let number, let file):
            "version \(number) abîmée : \(file) n'est plus celui qui a été gardé (somme SHA-256). Reprenez une copie du fichier ; "
                + "les autres versions se lisent."
        case .leadsOut(let number, let file):
            "version \(number) : le nom de fichier « \(file) » n'est pas un nom simple et pourrait mener hors du dossier. "
                + "Rien n'a été écrit. Demandez à qui vous a remis ce fichier d'où il vient."
        case .versionUnreadable(let number):
            (number.map { "version \($0) abîmée" } ?? "une version abîmée, dont le numéro ne se lit plus")
                + " : ce qui la décrit n'est plus ce que ce programme y a écrit. Reprenez une copie du fichier ; "
                + "les autres versions se lisent."
        case .unreadableCell(let column):
            "fichier abîmé : la colonne « \(column) » contient autre chose que ce que ce programme y écrit. Reprenez une copie."
        case .outOfRange(let table, let column, let value):
            "table « \(table) », colonne « \(column) » : \(value) est hors limites. Corrigez cette valeur dans le fichier."
        case .refused(let fault): fault.sentence
        }
    }

    private static func noVersion(_ number: Int?, _ known: [Int]) -> String {
        guard let last = known.last else {
            return "aucun plan n'est gardé dans ce fichier. « itinerance planifier » en garde un avec --registre."
        }
        let asked = number.map { "version \($0) inconnue" } ?? "aucune version"
        return
            "\(asked). Versions gardées : \(known.count < 8 ? known.map(String.init).joined(separator: ", ") : "1 à \(last)"). "
            + "« itinerance historique » les montre."
    }
}

extension StoreFault {
    package var sentence: String {
        switch self {
        case .busy(let name):
            "\(name) : un autre programme écrit dans ce fichier. Fermez-le (QGIS, par exemple) et recommencez."
        case .unreadable(let name): "\(name) : lecture impossible. Vérifiez les droits."
        case .readOnly(let name):
            "\(name) : ce fichier ne se laisse que lire (droits, ou disque en lecture seule). Rien n'y a été écrit."
        case .full(let name):
            "\(name) : plus de place sur le disque. Rien n'y a été écrit ; ce qui y était est intact."
        case .unfinished(let name):
            "\(name) : un programme s'est arrêté au milieu d'une écriture. Ouvrez une fois ce fichier avec le droit d'écrire "
                + "(« itinerance historique », par exemple) : le dernier état entier revient."
        }
    }
}

extension StoreLocked {
    package var sentence: String { RegisterWords.locked(store, lock) }
}
