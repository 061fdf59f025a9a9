import FileAccess

/// What is refused in the texts that are looked at (`docs/guide/quatre-services.md` says which).
package enum PersonalDataWords {
    package static func what(_ sign: PersonalDataSign) -> String {
        switch sign {
        case .email: "une adresse électronique"
        case .telephone: "un numéro de téléphone"
        case .civility: "le nom d'une personne"
        }
    }

    /// Asked, since a first name may be another word.
    package static func isItAName(_ text: String) -> String {
        "« \(text) » est-il le nom d'une personne ? Si oui, donnez une fonction ou un numéro (« coordination », « accueillant-1 »)."
    }
}
