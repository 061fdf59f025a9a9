import FileAccess

extension TemplateFault {
    package var sentence: String {
        switch self {
        case .noFolder: "ce dossier de gabarits ne se lit pas."
        case .unknown(_, let known): "aucun gabarit de ce nom. Connus : \(known.joined(separator: ", "))."
        case .broken(let detail): "gabarit mal écrit : \(detail)."
        }
    }
}

extension BenchFault {
    package var sentence: String {
        switch self {
        case .folderMissing: "dossier introuvable. Vérifiez le chemin."
        case .folderUnreadable: "dossier illisible. Vérifiez les droits de lecture."
        case .folderEmpty: "aucun fichier .txt dans ce dossier."
        case .noInstance(let name, let near): "pas d'instance « \(name) »." + ErrorWords.suggestion(near, "Proches")
        case .headerMissing(let key):
            "ligne « \(key) » absente. Le fichier commence par trois lignes : n, m et tmax, chacune avec son nombre."
        case .headerExpected(let key, let found):
            "« \(key) » et \(key == "tmax" ? "un nombre positif" : "un nombre entier positif") sont attendus, « \(found) » trouvé."
        case .outOfRange(let key, let low, let high):
            "« \(key) » est hors limites : une valeur de \(low) à \(high) est attendue."
        case .nodeExpected(let found):
            "un nœud s'écrit avec trois nombres (abscisse, ordonnée, score), « \(found) » trouvé."
        case .scoreExpected(let found): "« \(found) » : un score est un nombre entier, 0 ou plus."
        case .nodeCount(let found, let expected): "\(expected) nœuds annoncés, \(found) trouvés."
        }
    }
}
