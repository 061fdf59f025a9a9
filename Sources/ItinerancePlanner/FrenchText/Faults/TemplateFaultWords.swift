import FileAccess

extension TemplateFault {
    package var sentence: String {
        switch self {
        case .noFolder: "ce dossier de gabarits ne se lit pas."
        case .unknown(_, let known): "aucun gabarit de ce nom. Connus : \(known.joined(separator: ", "))."
        case .broken(let detail): "gabarit mal écrit : \(detail.sentence)"
        }
    }
}

extension TemplateFault.Break {
    package var sentence: String {
        switch self {
        case .wrongName: "une balise n'a pas de nom juste ou n'est pas fermée. Écrivez {{nom}}."
        case .wrongEnd:
            "une section se ferme sous un autre nom que celui qui l'ouvre. Écrivez {{/nom}} avec le même nom."
        case .noEnd: "une section reste ouverte. Fermez-la par {{/nom}}."
        case .wrongDelimiters: "un changement de délimiteurs est mal écrit. Écrivez {{=<% %>=}}."
        case .transformedInheritance: "une section qui hérite ne prend pas de transformation."
        case .sectionInInheritance: "dans un gabarit qui hérite, seules des sections {{$nom}} sont permises."
        case .textInInheritance: "dans un gabarit qui hérite, le texte va dans des sections {{$nom}}."
        case .wrongSetting: "un réglage est mal écrit. Écrivez {{% NOM: VALEUR}}."
        case .unknownSetting: "ce réglage n'existe pas."
        case .cutShort: "le gabarit s'arrête au milieu d'une balise."
        case .endless: "ce gabarit s'appelle lui-même, ou en appelle trop d'autres : la page n'aurait pas de fin."
        case .tooDeep: "trop de sections les unes dans les autres."
        case .changingName: "le nom d'un autre gabarit s'écrit en toutes lettres : {{> nom}}."
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
