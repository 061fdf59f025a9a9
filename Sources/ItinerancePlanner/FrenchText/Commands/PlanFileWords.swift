/// What a user reads when a plan file is not enough.
package enum PlanFileWords {
    package static var needsProject: String {
        "un plan en tableau ne porte pas ses données. Donnez le scénario : --projet data/nord/avesnois.yaml, par exemple."
    }
}
