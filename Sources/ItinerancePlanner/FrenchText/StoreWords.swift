/// What a user reads of a store.
package enum StoreWords {
    package static let notAStore =
        "ce n'est pas un territoire écrit par itinerance. Donnez un dossier de CSV, ou un fichier .gpkg fait par « itinerance importer »."
    package static let damaged =
        "fichier abîmé ou étranger : ce n'est pas une base lisible. Reprenez une copie, ou importez à nouveau."

    package static func newer(_ version: Int) -> String {
        "territoire de version \(version), plus récent que ce programme (version \(StoreSchema.version)). Mettez le programme à jour."
    }

    package static func busy(_ name: String) -> String {
        "\(name) : un autre programme écrit dans ce fichier. Fermez-le (QGIS, par exemple) et recommencez."
    }

    package static func unreadable(_ name: String) -> String { "\(name) : lecture impossible. Vérifiez les droits." }
    package static func readOnly(_ name: String) -> String {
        "\(name) : ce fichier ne se laisse que lire (droits, ou disque en lecture seule). Rien n'y a été écrit."
    }
    package static func full(_ name: String) -> String {
        "\(name) : plus de place sur le disque. Rien n'y a été écrit ; ce qui y était est intact."
    }
    package static func unfinished(_ name: String) -> String {
        "\(name) : un programme s'est arrêté au milieu d'une écriture. Ouvrez une fois ce fichier avec le droit d'écrire "
            + "(« itinerance historique », par exemple) : le dernier état entier revient."
    }
}
