import FileAccess

extension FileFault {
    package var sentence: String {
        switch self {
        case .missing: "fichier introuvable. Vérifiez le chemin et le nom."
        case .isFolder: "c'est un dossier ; un fichier est attendu."
        case .notAFile: "ce n'est pas un fichier ordinaire : un tube ou un périphérique ne se lit pas."
        case .unreadable: "fichier illisible. Vérifiez les droits de lecture."
        case .empty: "fichier vide. Un en-tête et au moins une ligne sont attendus."
        case .tooLarge(let bytes, let limit):
            "fichier de \(bytes / 1_000_000) Mo ; \(limit / 1_000_000) Mo au plus sont acceptés."
        case .notText: "ce n'est pas du texte. Enregistrez le fichier en CSV UTF-8."
        case .utf16: "texte en UTF-16. Enregistrez le fichier en UTF-8."
        case .mixedEncodings:
            "deux encodages mêlés : de l'UTF-8, et ici un caractère qui n'en est pas. Enregistrez tout le fichier en UTF-8."
        case .readAs(let encoding):
            "texte lu comme \(encoding.rawValue), faute d'UTF-8 valide. Vérifiez les accents."
        case .notJSON: "ce n'est pas du JSON valide. Le fichier est-il complet ?"
        case .oldWorkbook: "ancien classeur .xls. Enregistrez-le en .xlsx ou en CSV UTF-8."
        case .workbookToolMissing:
            "lire un classeur .xlsx demande l'outil xlsx2csv (paquet Debian xlsx2csv). Installez-le, ou enregistrez en CSV UTF-8."
        case .workbookUnreadable:
            "classeur illisible ou feuille vide. Ouvrez-le et enregistrez-le en CSV UTF-8."
        case .workbookTooLarge(let limit):
            "classeur trop grand : la feuille dépasse \(limit / 1_000_000) Mo une fois lue. Enregistrez en CSV ce qu'il faut."
        case .workbookSheet(let sheet):
            "feuille n° \(sheet) absente du classeur. Choisissez une autre feuille avec --feuille."
        case .dataFolderMissing: "dossier de données introuvable. Vérifiez la clé « donnees » du scénario."
        }
    }
}

extension OutputFault {
    package var sentence: String {
        switch self {
        case .unwritable(let path):
            "\(path) : écriture impossible. Vérifiez les droits et la place sur le disque. Rien n'a été écrit."
        case .fileExists(let path):
            "\(path) : le fichier existe déjà et n'a pas été touché. Ajoutez --remplacer, ou choisissez un autre nom."
        case .folderExists(let path):
            "\(path) : le dossier existe déjà et n'a pas été touché. Ajoutez --remplacer, ou choisissez un autre dossier."
        case .isFile(let path): "\(path) : c'est un fichier ; un dossier est attendu."
        }
    }
}
