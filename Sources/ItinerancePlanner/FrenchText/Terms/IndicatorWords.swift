import GeoModel

/// Names, units and figures of the ingredients of need.
extension ReportWords {
    package static func dimension(_ dimension: NeedDimension) -> String {
        switch dimension {
        case .familyFragility: "fragilité"
        case .distance: "éloignement"
        case .digitalIsolation: "numérique"
        case .missingOffer: "offre"
        }
    }

    package static func indicator(_ indicator: NeedIndicator) -> String {
        switch indicator {
        case .poverty: "taux de pauvreté"
        case .loneParents: "familles monoparentales"
        case .dependantOnBenefits: "allocataires vivant surtout de prestations"
        case .livingStandard: "niveau de vie médian"
        case .unemployment: "chômage des 15-64 ans"
        case .socialCentreTime: "temps jusqu'au centre social, EVS ou LAEP le plus proche"
        case .carless: "ménages sans voiture"
        case .densityLevel: "niveau de densité de l'Insee"
        case .sparsity: "faible densité"
        case .remoteness: "temps jusqu'à la commune dense la plus proche"
        case .noFastNetwork: "logements sans très haut débit"
        case .noMobileNetwork: "logements sans bonne 4G"
        case .noDiploma: "adultes sans diplôme ou peu diplômés"
        case .noSocialCentre: "absence de centre social"
        case .laepHours: "heures de LAEP par enfant de moins de 6 ans"
        case .parentingActions: "autres actions de parentalité par famille"
        }
    }

    package static func unit(_ unit: NeedIndicator.Unit) -> String {
        switch unit {
        case .percent: "%"
        case .eurosAYear: "€ par an"
        case .minutes: "min"
        case .densityLevel: "de 1, dense, à 7, très dispersé"
        case .inhabitantsPerKm2: "habitants par km²"
        case .yesNo: "oui ou non"
        case .hoursPerChild: "heures par enfant"
        case .actionsPerFamily: "actions par famille"
        }
    }

    package static func direction(_ direction: NeedIndicator.Direction) -> String {
        switch direction {
        case .highIsNeed: "plus le chiffre est haut, plus le besoin est grand"
        case .lowIsNeed: "plus le chiffre est bas, plus le besoin est grand"
        }
    }

    package static func indicatorHeader(_ indicator: NeedIndicator) -> String {
        switch indicator {
        case .poverty: "Pauvreté, %"
        case .loneParents: "Familles monoparentales, %"
        case .dependantOnBenefits: "Allocataires dépendants, %"
        case .livingStandard: "Niveau de vie, € par an"
        case .unemployment: "Chômage, %"
        case .socialCentreTime: "Centre social, EVS ou LAEP, min"
        case .carless: "Sans voiture, %"
        case .densityLevel: "Niveau de densité, 1 à 7"
        case .sparsity: "Habitants par km²"
        case .remoteness: "Commune dense, min"
        case .noFastNetwork: "Sans très haut débit, %"
        case .noMobileNetwork: "Sans bonne 4G, %"
        case .noDiploma: "Sans diplôme, %"
        case .noSocialCentre: "Sans centre social"
        case .laepHours: "LAEP, heures par enfant"
        case .parentingActions: "Actions par famille"
        }
    }

    private static func places(_ unit: NeedIndicator.Unit) -> Int {
        switch unit {
        case .eurosAYear, .inhabitantsPerKm2, .densityLevel, .yesNo: 0
        case .percent, .minutes: 1
        case .hoursPerChild, .actionsPerFamily: 2
        }
    }

    /// The figure of an ingredient, with a star where the commune's own is not published.
    package static func figure(_ ingredient: NeedIngredient) -> String {
        let unit = ingredient.indicator.unit
        let text: String
        if unit == .yesNo, ingredient.figure == 0 || ingredient.figure == 1 {
            text = ingredient.figure > 0 ? "oui" : "non"
        } else {
            // The median of an EPCI may stand between two answers or two levels.
            let isWhole = ingredient.figure == ingredient.figure.rounded()
            text = ReportFigures.decimal(ingredient.figure, isWhole ? 0 : max(places(unit), unit == .yesNo ? 1 : 0))
        }
        return ingredient.imputed ? text + "*" : text
    }

    /// The same with its unit, in few letters.
    package static func figureWithUnit(_ ingredient: NeedIngredient) -> String {
        let figure = figure(ingredient)
        return switch ingredient.indicator.unit {
        case .percent: figure + ReportFigures.thin + "%"
        case .eurosAYear: figure + ReportFigures.noBreak + "€"
        case .minutes: figure + ReportFigures.noBreak + "min"
        case .densityLevel: "niveau" + ReportFigures.noBreak + figure
        case .inhabitantsPerKm2: figure + ReportFigures.noBreak + "hab./km²"
        case .yesNo: figure
        case .hoursPerChild: figure + ReportFigures.noBreak + "h par enfant"
        case .actionsPerFamily: figure + ReportFigures.noBreak + "par famille"
        }
    }

    package static func measure(_ measure: NeedMeasure) -> String {
        switch measure {
        case .families: "familles avec enfants"
        case .households: "ménages"
        case .births: "naissances"
        }
    }

    /// What the volume counts, and why households where it is they.
    package static func volume(_ measure: NeedMeasure, familiesGiven: Int, of communes: Int) -> String {
        guard measure == .households else { return Self.measure(measure) }
        return familiesGiven == 0
            ? "ménages, faute de données sur les familles avec enfants"
            : "ménages, car les familles avec enfants ne sont données que pour "
                + "\(ReportFigures.integer(familiesGiven)) des \(ReportFigures.counted(communes, "commune"))"
    }

    package static func volumeHeader(_ measure: NeedMeasure) -> String {
        switch measure {
        case .families: "Familles"
        case .households: "Ménages"
        case .births: "Naissances"
        }
    }

    /// Why an indicator is not part of the score.
    package static func omission(_ reason: NeedOmission.Reason) -> String {
        switch reason {
        case .notGiven: "non donné"
        case .tooFewPublished(let published, let communes):
            "publié pour \(ReportFigures.integer(published)) des \(ReportFigures.counted(communes, "commune")) : il en "
                + "faut la moitié dans chaque intercommunalité"
        case .replacedBy(let indicator):
            "non compté : remplace seulement « \(Self.indicator(indicator)) », qui est donné"
        }
    }
}
