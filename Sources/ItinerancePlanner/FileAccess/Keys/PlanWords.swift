import PlanningModel

// What files write for values of a scenario and a plan.

extension HalfDay: FileWord {
    public var word: String {
        switch self {
        case .morning: "matin"
        case .afternoon: "apres_midi"
        }
    }
}

extension StaffRole: FileWord {
    public var word: String {
        switch self {
        case .accueillant: "accueillant"
        case .driver: "conducteur"
        case .listener: "ecoutant"
        case .urgentHelp: "aide_psychologique"
        case .escort: "accompagnant"
        }
    }
}

extension ServiceKind: FileWord {
    public var word: String {
        switch self {
        case .parentingResource: "LR"
        case .firstThousandDays: "M1000J"
        }
    }
}

extension Charge: FileWord {
    public var word: String {
        switch self {
        case .free: "gratuit"
        case .symbolic: "symbolique"
        case .paid: "payant"
        case .unknown: "inconnu"
        }
    }
}

extension StopReason: FileWord {
    public var word: String {
        switch self {
        case .optimal: "optimal"
        case .gapReached: "ecart_atteint"
        case .timeLimit: "temps"
        case .interrupted: "interruption"
        }
    }
}

extension BoundAudit: FileWord {
    public var word: String {
        switch self {
        case .wholeTree: "arbre"
        case .root: "racine"
        case .notDone: "non"
        case .refused: "refusee"
        }
    }
}

extension ChangedField: FileWord {
    public var word: String {
        switch self {
        case .stop: "arret"
        case .cadence: "cadence"
        case .weekday: "jour"
        case .weeks: "semaines"
        case .half: "demi_journee"
        case .start: "heure"
        case .van: "vehicule"
        case .crew: "equipe"
        }
    }
}
