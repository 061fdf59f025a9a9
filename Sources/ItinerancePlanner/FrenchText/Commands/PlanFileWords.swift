/// What a user reads when a plan file is not enough.
package enum PlanFileWords {
    package static var needsProject: String {
        "un plan en tableau ne porte pas ses données. Donnez le scénario : --projet data/nord/avesnois.yaml, par exemple."
    }
    package static func refused(_ path: String) -> String {
        "\(path) : ce plan ne passe pas le contrôle ; rien n'en est fait. « itinerance verifier \(path) » en dit plus."
    }
    package static var wrongFingerprint: String {
        "les données du plan ont été changées depuis qu'il a été fait (empreinte)."
    }
}
