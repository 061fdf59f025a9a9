import FileAccess

/// What no file and no command takes.
package enum PersonalDataWords {
    package static func what(_ sign: PersonalDataSign) -> String {
        switch sign {
        case .email: "une adresse électronique"
        case .telephone: "un numéro de téléphone"
        }
    }
}
