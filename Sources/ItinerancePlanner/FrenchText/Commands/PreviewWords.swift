/// What a user reads of `apercu`.
package enum PreviewWords {
    package static var command: String { "Montre une publication dans un navigateur, sur cette machine seulement." }
    package static var examples: String {
        """
        Exemples :
          itinerance apercu publications/avesnois
          itinerance apercu publications/avesnois --ouvrir

        Sans --ouvrir, le dossier est servi à l'adresse affichée, jusqu'à Ctrl-C ; aucune autre machine ne peut le lire.
        """
    }
    package static var folderHelp: String { "Dossier écrit par « publier »." }
    package static var portHelp: String { "Port local." }
    package static var openHelp: String { "Ouvre index.html dans le navigateur, sans rien servir." }

    package static func noFolder(_ path: String) -> String { "\(path) : ce dossier n'existe pas." }
    package static func noIndex(_ path: String) -> String {
        "\(path) : pas d'index.html. Donnez un dossier écrit par « itinerance publier »."
    }
    package static func notOpened(_ path: String) -> String {
        "aucun navigateur n'a pu être ouvert (xdg-open). Ouvrez \(path)/index.html vous-même, ou lancez « apercu » sans --ouvrir."
    }
    package static func portTaken(_ port: UInt16) -> String {
        "le port \(port) ne peut pas être pris. Choisissez-en un autre avec --port."
    }
    package static func listening(_ port: UInt16) -> String {
        "À lire sur http://127.0.0.1:\(port)/ – Ctrl-C pour finir."
    }
    package static var notFound: String { page("Page introuvable") }
    package static var otherHost: String { page("Cette adresse n'est pas celle de cette machine") }
    private static func page(_ title: String) -> String {
        "<!DOCTYPE html><html lang=\"fr\"><meta charset=\"utf-8\"><title>\(title)</title><h1>\(title)</h1>"
            + "<p><a href=\"/\">Revenir au sommaire</a></p></html>"
    }
}
