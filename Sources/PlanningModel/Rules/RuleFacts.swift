/// What is known of a rule beside its words: one table of all rules, which the optimizer, the check and the reports read.
public struct RuleFacts: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        /// A plan that breaks it is invalid; where data are missing it cannot be called *conforme*.
        case hard
        /// Reported.
        case soft
        /// Told, never judged.
        case information
    }

    /// Who asks for it. Articles and dates are in `docs/parametres.md` and in the words of the reports.
    public enum Source: Hashable, Sendable {
        case cafLeaflet, laepFramework, labourCode, alisfa, highwayCode, europeanRegulation, practice, study
    }

    /// Which way the figure of a rule is held against its threshold, and what it counts.
    public struct Threshold: Hashable, Sendable {
        public enum Unit: Hashable, Sendable {
            case halfDays, accueillants, missions, visits, evenings, days
            /// Said by the figure itself.
            case own
        }

        public var isMinimum: Bool
        public var unit: Unit

        static func atLeast(_ unit: Unit) -> Threshold { Threshold(isMinimum: true, unit: unit) }
        static func atMost(_ unit: Unit) -> Threshold { Threshold(isMinimum: false, unit: unit) }
    }

    /// How a plan comes to keep it; the check judges every rule all the same.
    public enum Enforcement: Hashable, Sendable {
        /// By the optimizer's model of a service: `Sources/Optimizer/Rules`, one file a rule.
        case model
        /// By what each stop may be: `StopRule`.
        case stops
        /// By a price in the objective, where the scenario gives it one.
        case price
        /// By whoever is put at fixed times and sessions: `Sources/Staffing`.
        case staffing
        /// No plan that is made can break it.
        case construction(String)
        /// Nothing is planned for it: it is judged, or told.
        case checkOnly
    }

    public var kind: Kind
    public var source: Source
    public var threshold: Threshold
    public var enforcement: [Enforcement]

    fileprivate init(
        _ kind: Kind, _ source: Source, _ threshold: Threshold = .atMost(.own), _ enforcement: Enforcement...
    ) {
        self.kind = kind
        self.source = source
        self.threshold = threshold
        self.enforcement = enforcement
    }
}

extension RuleID {
    public var kind: RuleFacts.Kind { facts.kind }

    public var facts: RuleFacts {
        switch self {
        case .r01: RuleFacts(.hard, .cafLeaflet, .atLeast(.halfDays), .model)
        case .r02: RuleFacts(.hard, .cafLeaflet, .atLeast(.accueillants), .model)
        case .r03: RuleFacts(.hard, .laepFramework, .atLeast(.accueillants), .staffing)
        case .r04: RuleFacts(.hard, .cafLeaflet, .atMost(.own), .stops)
        case .r05: RuleFacts(.hard, .cafLeaflet, .atMost(.own), .stops)
        case .r06: RuleFacts(.hard, .cafLeaflet, .atMost(.own), .checkOnly)
        case .r07: RuleFacts(.hard, .cafLeaflet, .atMost(.own), .checkOnly)
        case .r08: RuleFacts(.soft, .cafLeaflet, .atLeast(.missions), .staffing)
        case .r09: RuleFacts(.information, .cafLeaflet, .atMost(.own), .checkOnly)
        case .r10: RuleFacts(.soft, .cafLeaflet, .atMost(.own), .price)
        case .r11: RuleFacts(.soft, .cafLeaflet, .atLeast(.own), .checkOnly)
        case .r12: RuleFacts(.soft, .cafLeaflet, .atMost(.own), .price)
        case .r13: RuleFacts(.soft, .cafLeaflet, .atMost(.own), .checkOnly)
        case .r14: RuleFacts(.soft, .cafLeaflet, .atMost(.own), .price)
        case .r15: RuleFacts(.hard, .cafLeaflet, .atLeast(.visits), .model)
        case .r16: RuleFacts(.hard, .cafLeaflet, .atMost(.own), .checkOnly)
        case .r17:
            RuleFacts(
                .hard, .cafLeaflet, .atMost(.own),
                .construction("Neither a scenario nor a plan has a place for a caller."))
        case .r18: RuleFacts(.soft, .cafLeaflet, .atMost(.own), .staffing)
        case .r19: RuleFacts(.hard, .practice, .atLeast(.own), .staffing)
        case .r20: RuleFacts(.hard, .labourCode, .atMost(.own), .model, .staffing)
        case .r21: RuleFacts(.hard, .labourCode, .atMost(.own), .model, .staffing)
        case .r22: RuleFacts(.hard, .labourCode, .atMost(.own), .model, .price, .staffing)
        case .r23: RuleFacts(.hard, .labourCode, .atLeast(.own), .model, .staffing)
        case .r24: RuleFacts(.hard, .labourCode, .atLeast(.own), .model, .staffing)
        case .r25: RuleFacts(.hard, .labourCode, .atMost(.own), .model, .staffing)
        case .r26: RuleFacts(.hard, .alisfa, .atMost(.own), .model, .price, .staffing)
        case .r27:
            RuleFacts(
                .hard, .labourCode, .atMost(.own),
                .construction(
                    "`DayClock` starts and ends each day at the depot of its team, and its work holds all driving."))
        case .r28: RuleFacts(.hard, .alisfa, .atMost(.evenings), .model, .staffing)
        case .r29: RuleFacts(.soft, .alisfa, .atLeast(.days), .checkOnly)
        case .r30: RuleFacts(.hard, .highwayCode, .atMost(.own), .model)
        case .r31: RuleFacts(.information, .europeanRegulation, .atMost(.own), .checkOnly)
        case .r32:
            RuleFacts(
                .hard, .practice, .atMost(.own),
                .construction(
                    "A column holds all visits of a stop on one weekday, and `Placement` gives them one start."))
        case .r33:
            RuleFacts(
                .hard, .study, .atMost(.own),
                .construction("`PatternTree` holds patterns of evenly spaced weeks only."))
        case .r34: RuleFacts(.hard, .practice, .atMost(.own), .stops)
        // The generic cycle is planned; dated days that fall on a closure are listed with the plan.
        case .r35: RuleFacts(.soft, .labourCode, .atMost(.own), .checkOnly)
        }
    }
}
