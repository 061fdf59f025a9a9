import FileAccess

extension YamlFault {
    package var sentence: String {
        switch self {
        case .syntax:
            "YAML mal formé. Vérifiez l'alignement, les deux-points et les guillemets de cette ligne ou de la précédente."
        case .tooManyAliases(let limit): "trop de renvois « *nom » : \(limit) au plus sont suivis."
        case .duplicateKeys(let keys): "clé en double : \(keys.joined(separator: ", ")). Gardez-en une."
        case .notAMapping: "des lignes « clé: valeur » sont attendues ici."
        case .notAList(let key): "« \(key) » doit être une liste, une valeur par ligne après un tiret."
        case .missingKey(let key): "clé « \(key) » absente. Ajoutez-la."
        case .unknownKey(let key, let near, let allowed):
            "clé « \(key) » inconnue."
                + (near.first.map { " Vouliez-vous dire « \($0) » ?" }
                    ?? " Clés possibles : \(allowed.joined(separator: ", ")).")
        }
    }
}

extension ScenarioFault {
    package var sentence: String {
        switch self {
        case .noServices: "aucun service. Décrivez au moins un service sous « services », chacun avec un véhicule."
        case .emptyTerritory:
            "le territoire de ce service n'a aucune commune. Donnez au moins un EPCI ou une commune, ou « departement: oui »."
        case .epciWithoutCommunes(let code):
            "aucune commune de communes.csv n'est de l'EPCI \(code). Complétez la colonne « epci » des communes, ou retirez cet EPCI."
        case .noTerritory: "aucun territoire. Donnez « epci », « communes » ou « departement: oui »."
        case .idTwice(let id): "« \(id) » sert à deux services ; chaque service a son propre identifiant."
        case .communeTwice(let code): "« \(code) » est donnée deux fois. Gardez-en une."
        case .unknownReference(let value, let register, let near):
            "« \(value) » n'est pas dans \(register.name)." + ErrorWords.suggestion(register.shown(near), "Proches")
        case .profileBound(let key):
            "« \(key) » est fixé par le profil. Écrivez « profil: custom » pour le changer."
        case .radii: "la limite doit dépasser le rayon d'accès plein."
        case .windowTooShort: "la plage d'ouverture est plus courte qu'une séance."
        case .lunchTooShort: "la plage du déjeuner est plus courte que le déjeuner."
        case .noDimensionWeight: "les quatre poids des dimensions du besoin sont nuls. Donnez-en un au moins."
        case .noCadence: "aucune cadence possible : le cycle est trop court ou min_visites trop grand."
        case .notAShare(let text):
            "« \(text) » est hors limites : une part de 0 à 1 est attendue (0,05 pour 5 %)."
        case .tooLarge(let text): CellFault.outOfRange(text, 0...1_000_000_000).sentence
        case .commaInBraces:
            "entre accolades, une virgule sépare les clés. Écrivez 0.05 avec un point, ou une clé par ligne."
        }
    }
}

extension ScenarioFault.Register {
    fileprivate var name: String {
        switch self {
        case .file(let name): name
        case .scenario: "le scénario"
        case .plan: "le plan"
        }
    }

    fileprivate func shown(_ near: [String]) -> [String] {
        self == .scenario ? near.map { "« \($0) »" } : near
    }
}

extension TeamFault {
    package var sentence: String {
        switch self {
        case .twoForms(let key):
            "« \(key) » et « equipages » à la fois. Gardez « equipages », et mettez-y le véhicule, l'équipe et le dépôt."
        case .noTeams:
            "« equipages » doit être une liste, un équipage par tiret, chacun avec « vehicule », « equipe » et « depot »."
        case .notAMapping:
            "un équipage s'écrit en trois lignes : « vehicule: … », « equipe: … » et « depot: … »."
        case .shared(let key, let value):
            "« \(value) » est déjà dans un équipage. Pour \(key == "equipe" ? "la" : "le") partager, donnez des « jours » à chacun "
                + "de ces équipages, sans jour commun."
        case .crewTwice(let crew):
            "« \(crew) » est dans deux équipages de ce service ; chaque équipage d'un service a sa propre équipe."
        case .badHours(let text): "« \(text) » : un nombre d'heures par semaine est attendu, de 1 à 48."
        case .tooManyHours(let crew, let stated, let most):
            "les équipages de « \(crew) » ont ensemble \(ReportFigures.duration(stated)) par semaine ; \(ReportFigures.duration(most)) au plus."
        }
    }
}

extension FormerPlanFault {
    package var sentence: String {
        switch self {
        case .otherCycle(let found, let expected):
            "ce plan a un cycle de \(ReportFigures.plain(ReportFigures.counted(found, "semaine"))), ce scénario de "
                + "\(ReportFigures.plain(ReportFigures.counted(expected, "semaine"))). Les deux doivent être égaux (cycle_semaines)."
        case .notBefore(let former, let own):
            "ce plan commence le \(former.iso) ; un plan d'avant le \(own.iso) (premier_lundi) est attendu."
        case .serviceNotInPlan(let id, let known):
            "le service « \(id) » n'est pas dans ce plan. Services du plan : \(known.joined(separator: ", "))."
        case .goneVenues(let venues):
            "\(venues.count == 1 ? "ce lieu du cycle précédent n'est" : "ces lieux du cycle précédent ne sont") plus dans "
                + "lieux.csv : \(venues.joined(separator: ", "))."
        }
    }
}

extension OfficeFault {
    package var sentence: String {
        switch self {
        case .notASite(let text): "« \(text) » : une adresse qui commence par https:// est attendue."
        case .notASiret(let text): "« \(text) » : un SIRET a 14 chiffres."
        case .notAColour(let text, nil): "« \(text) » : une couleur #rrvvbb est attendue, par exemple #0f4c5c."
        case .notAColour(let text, let contrast?):
            "« \(text) » se lit mal sur du blanc (contraste \(ReportFigures.plain(ReportFigures.decimal(contrast, 1))), "
                + "au moins 4,5 attendu) : choisissez une couleur plus foncée."
        case .logoKind(let path): "« \(path) » : un logo PNG ou SVG est attendu."
        case .logoAsksForMore(let path):
            "« \(path) » : ce dessin SVG n'est pas entier, ou va chercher autre chose que lui-même (adresse, fichier, programme). "
                + "Enregistrez-le en SVG simple, ou en PNG."
        case .logoUnreadable(let path): "« \(path) » : logo introuvable ou illisible."
        case .logoTooLarge(let path, let bytes, let limit):
            "« \(path) » : \(bytes / 1000) ko ; un logo de \(limit / 1000) ko au plus est attendu."
        }
    }
}
