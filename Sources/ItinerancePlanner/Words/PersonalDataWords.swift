/// What no file and no command takes.
enum PersonalDataWords {
    static func what(_ sign: PersonalDataSign) -> String {
        switch sign {
        case .email: "une adresse électronique"
        case .telephone: "un numéro de téléphone"
        }
    }
}
