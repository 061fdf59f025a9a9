import Foundation
import GeoModel
import PlanAnalysis
import Routing

/// What a user reads about ways: the matrix file, the routing server, the comparison with straight lines.
package enum TravelWords {
    // MARK: Command

    package static var command: String {
        "Demande à un serveur d'itinéraires les trajets dont un scénario a besoin, ou les compare."
    }
    package static var examples: String {
        """
        Exemples :
          itinerance trajets data/nord/avesnois.yaml --serveur http://localhost:5000 --type osrm --vers trajets.csv
          itinerance trajets data/nord/avesnois.yaml --comparer

        Seul le serveur nommé est contacté ; il reçoit les coordonnées des communes, lieux et dépôts, rien d'autre.
        Les réponses sont gardées à mesure dans FICHIER.cache : une commande interrompue reprend où elle en était.
        Ensuite, ajoutez « trajets: trajets.csv » au scénario. --comparer mesure l'écart entre cette matrice et les
        trajets intégrés (ligne droite × détour).
        """
    }
    package static var serverHelp: String { "Adresse du serveur d'itinéraires." }
    package static var kindHelp: String { "Protocole du serveur : osrm, valhalla ou openrouteservice." }
    package static var outputHelp: String { "Fichier CSV à écrire." }
    package static var profileHelp: String {
        "Profil de conduite (par défaut driving, auto ou driving-car selon le protocole)."
    }
    package static var keyHelp: String { "Fichier qui contient la clé d'accès à openrouteservice, sur une ligne." }
    package static var replaceHelp: String { "Remplace le fichier CSV s'il existe déjà." }
    package static var compareHelp: String { "Compare la matrice du scénario (clé « trajets ») aux trajets intégrés." }

    package static var needsServer: String { "--serveur, --type et --vers sont attendus (ou --comparer)." }
    package static var compareAlone: String { "--comparer s'emploie sans --serveur, --type ni --vers." }
    package static var keyOnlyForOrs: String { "--cle-api-fichier ne sert qu'à openrouteservice." }

    package static func badServer(_ text: String) -> String {
        "--serveur attend une adresse http:// ou https://, « \(text) » trouvé."
    }
    package static func badKind(_ text: String) -> String {
        "--type attend osrm, valhalla ou openrouteservice, « \(text) » trouvé."
    }
    package static func badProfile(_ text: String) -> String {
        "--profil attend des lettres, chiffres, tirets ou soulignés, « \(text) » trouvé."
    }
    package static func keyUnreadable(_ path: String) -> String {
        "\(path) : clé d'accès absente ou illisible. Une ligne de texte est attendue."
    }
    package static func cacheUnwritable(_ path: String) -> String {
        "\(path) : lecture ou écriture impossible. Vérifiez les droits et la place sur le disque."
    }
    package static var noMatrix: String {
        "le scénario n'a pas de clé « trajets ». Ajoutez-la, avec le nom du fichier CSV."
    }

    package static func progress(_ progress: MatrixFetch.Progress) -> String {
        "\(count(progress.known)) trajets sur \(count(progress.needed)) · \(count(progress.requests)) requêtes"
    }

    package static func written(_ path: String, ways: Int, fromCache: Int, requests: Int) -> String {
        "Écrit : \(path), \(count(ways)) trajets (\(count(fromCache)) déjà connus, \(count(requests)) requêtes)."
    }

    package static func unreachable(_ pairs: [TravelPair]) -> String {
        let shown = pairs.prefix(10).map { "\($0.from) → \($0.to)" }.joined(separator: ", ")
        let count = pairs.count == 1 ? "1 trajet" : "\(pairs.count) trajets"
        return "le serveur ne trouve pas de route pour \(count) : \(shown)\(pairs.count > 10 ? "…" : ""). "
            + "Vérifiez ces coordonnées et la carte du serveur. Le fichier n'a pas été écrit."
    }

    /// What to do after a fault; the cache has what was answered.
    package static var resume: String {
        " Rien n'a été écrit ; les trajets déjà reçus sont gardés : relancez la même commande."
    }

    package static func fault(_ fault: RoutingFault) -> String {
        switch fault {
        case .badAddress(let text): "adresse « \(text) » non comprise. Vérifiez --serveur."
        case .cannotConnect(let host):
            "serveur \(host) injoignable. Vérifiez l'adresse, et que le serveur est démarré." + resume
        case .timedOut(let attempts):
            "le serveur n'a pas répondu à temps (\(tries(attempts)))." + resume
        case .status(let status, let reason, let attempts):
            "le serveur a répondu par l'erreur \(status)\(meaning(status)) (\(tries(attempts)))\(quoted(reason))."
                + resume
        case .askedToWait(let seconds):
            "le serveur demande d'attendre \(seconds / 60) min." + resume
        case .redirected(let address):
            "le serveur renvoie vers « \(address) ». Si c'est voulu, donnez cette adresse à --serveur." + resume
        case .notUnderstood(let part):
            "réponse du serveur non comprise (« \(part) »). Vérifiez --type." + resume
        case .refused(let code, let reason):
            "le serveur a refusé la demande : \(code)\(quoted(reason))." + resume
        case .interrupted: "interrompu. Les trajets déjà reçus sont gardés : relancez la même commande."
        }
    }

    private static func tries(_ count: Int) -> String { count == 1 ? "1 essai" : "\(count) essais" }
    private static func quoted(_ reason: String?) -> String { reason.map { " : « \($0.prefix(200)) »" } ?? "" }

    private static func meaning(_ status: Int) -> String {
        switch status {
        case 400, 413, 414: ", demande refusée"
        case 401, 403: ", accès refusé : vérifiez la clé"
        case 404: ", page absente : vérifiez l'adresse et le profil"
        case 429: ", trop de demandes"
        case 500...: ", panne du serveur"
        default: ""
        }
    }

    // MARK: Comparison

    package static func comparison(_ figures: TravelComparison) -> [String] {
        func line(_ name: String, _ errors: TravelComparison.Errors, _ unit: String) -> String {
            func number(_ value: Double) -> String { ReportFigures.ungrouped(value, 1) + " " + unit }
            return "\(name) : moyenne \(errors.mean >= 0 ? "+" : "")\(number(errors.mean)), "
                + "médiane en valeur absolue \(number(errors.median)), 95 % sous \(number(errors.high)) ; en proportion, "
                + "médiane \(ReportFigures.ungrouped(100 * errors.relativeMedian, 0)) %, 95 % sous "
                + "\(ReportFigures.ungrouped(100 * errors.relativeHigh, 0)) %"
        }
        return [
            "Trajets intégrés moins matrice, sur \(count(figures.ways)) trajets :",
            line("Durée", figures.minutes, "min"),
            line("Distance", figures.kilometres, "km"),
            "Écart entre l'aller et le retour dans la matrice : médiane "
                + "\(ReportFigures.ungrouped(figures.asymmetry, 1)) min.",
        ]
    }

    /// `1 234`, with a thin no-break space.
    package static func count(_ value: Int) -> String {
        var digits = String(value)
        var groups: [String] = []
        while digits.count > 3 {
            groups.insert(String(digits.suffix(3)), at: 0)
            digits.removeLast(3)
        }
        return ([digits] + groups).joined(separator: "\u{202F}")
    }
}
