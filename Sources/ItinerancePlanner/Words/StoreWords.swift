/// What a user reads of a store.
enum StoreWords {
    static let notAStore =
        "ce n'est pas un territoire écrit par itinerance. Donnez un dossier de CSV, ou un fichier .gpkg fait par « itinerance importer »."
    static let damaged =
        "fichier abîmé ou étranger : ce n'est pas une base lisible. Reprenez une copie, ou importez à nouveau."

    static func newer(_ version: Int) -> String {
        "territoire de version \(version), plus récent que ce programme (version \(StoreSchema.version)). Mettez le programme à jour."
    }

    static func busy(_ name: String) -> String {
        "\(name) : un autre programme écrit dans ce fichier. Fermez-le (QGIS, par exemple) et recommencez."
    }

    static func unreadable(_ name: String) -> String { "\(name) : lecture impossible. Vérifiez les droits." }
    static func readOnly(_ name: String) -> String {
        "\(name) : ce fichier ne se laisse que lire (droits, ou disque en lecture seule). Rien n'y a été écrit."
    }
    static func full(_ name: String) -> String {
        "\(name) : plus de place sur le disque. Rien n'y a été écrit ; ce qui y était est intact."
    }
    static func unfinished(_ name: String) -> String {
        "\(name) : un programme s'est arrêté au milieu d'une écriture. Ouvrez une fois ce fichier avec le droit d'écrire "
            + "(« itinerance historique », par exemple) : le dernier état entier revient."
    }
}
