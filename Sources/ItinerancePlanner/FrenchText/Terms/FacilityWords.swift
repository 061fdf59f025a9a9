import GeoModel

/// What facilities are called.
package enum FacilityWords {
    package static func name(_ kind: FacilityKind) -> String {
        switch kind {
        case .socialCentre: "centre social"
        case .communityVenue: "espace de vie sociale (EVS)"
        case .laep: "lieu d'accueil enfants-parents (LAEP)"
        case .rpe: "relais petite enfance (RPE)"
        case .nursery: "établissement d'accueil du jeune enfant (EAJE)"
        case .pmi: "PMI"
        case .school: "école"
        case .maternity: "maternité"
        case .leisureCentre: "centre de loisirs"
        case .franceServices: "France services"
        case .digitalHelp: "médiation numérique"
        case .transportStop: "arrêt de transport public"
        }
    }
}
