import FileAccess

extension TerritoryFault {
    package var sentence: String {
        switch self {
        case .lostZero(let code):
            "« \(code) » a 4 chiffres ; un code Insee a 5 caractères. Le zéro initial s'est-il perdu (0\(code)) ? Mettez la colonne en texte."
        case .badCommuneCode(let code):
            "« \(code) » n'est pas un code Insee. 5 caractères sont attendus, zéro initial compris (ex. 59036, 01004, 2A004)."
        case .duplicateCommune(let code, let firstLine):
            "commune « \(code) » déjà donnée à la ligne \(firstLine). Gardez une seule ligne par commune."
        case .unknownCommune(let code, let near):
            "commune « \(code) » inconnue." + ErrorWords.suggestion(near, "Communes proches")
                + " Vérifiez le code Insee (5 caractères, zéro initial compris)."
        case .ambiguousCommune(let name, let codes):
            "« \(name) » désigne plusieurs communes : \(codes.joined(separator: ", ")). Écrivez le code Insee de la bonne."
        case .changeToItself(let code):
            "la commune « \(code) » se remplace elle-même. Donnez le code de la commune nouvelle."
        case .unknownEpci(let code, let near):
            "EPCI « \(code) » inconnu." + ErrorWords.suggestion(near, "EPCI proches")
                + " Les EPCI connus sont dans epci.csv."
        case .unknownPlace(let place, let near):
            "lieu « \(place) » inconnu." + ErrorWords.suggestion(near, "Lieux proches")
                + " Donnez l'identifiant d'un lieu ou d'un établissement pénitentiaire."
        case .depotOutside(let code, let near):
            "dépôt hors du territoire : la commune « \(code) » n'est pas dans communes.csv."
                + ErrorWords.suggestion(near, "Communes proches")
                + " Corrigez le code, ou ajoutez la commune."
        case .unknownIndicator(let key, let near):
            "indicateur « \(key) » inconnu." + ErrorWords.suggestion(near, "Indicateurs proches")
                + " La liste est donnée par « itinerance modele indicateurs »."
        case .swappedCoordinates:
            "latitude et longitude semblent inversées. En métropole, la latitude va de 41 à 51,6 et la longitude de -5,6 à 9,8."
        case .outsideFrance(let latitude, let longitude):
            "point (\(ReportFigures.shortest(latitude)) ; \(ReportFigures.shortest(longitude))) hors de France métropolitaine. "
                + "Des degrés WGS 84 sont attendus."
        case .noFacility(let kinds):
            "aucun équipement de ces types dans les données (\(kinds.map(\.word).joined(separator: ", "))). "
                + "Complétez equipements.csv, ou choisissez d'autres types avec --equipements."
        case .communeOfNoService(let name, let code):
            "\(name) (\(code)) n'est dans le territoire d'aucun service de ce plan."
        case .communeNotNamed(let text, let near):
            "commune « \(text) » inconnue dans ce plan." + ErrorWords.suggestion(near, "Communes proches")
        }
    }
}
