import GeoModel

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

    /// Who asks for it. Articles are in `docs/parametres.md` and in the words of the reports.
    public enum Source: Hashable, Sendable {
        case cafLeaflet, laepFramework, labourCode, alisfa, highwayCode, europeanRegulation, practice, study
    }

    /// How old its source is. Whatever is not a year alone or the data's own is still to be confirmed.
    public enum SourceDate: Hashable, Sendable {
        case undated
        /// What services have always done.
        case usage
        case year(Int)
        /// A law as it has been since a day.
        case version(CivilDate)
        /// With the collective agreement that the employer applies.
        case versionAndAgreement(CivilDate)
        /// With what courts made of it.
        case versionAndCaseLaw(CivilDate)
        /// The collective agreement that the employer applies.
        case agreement
        /// Without a date, and what it pays for was changed on a day.
        case undatedFundedAnew(CivilDate)
        /// As it is while a European directive, that raises its threshold to so many tonnes, is not law in France.
        case beforeDirective(year: Int, number: Int, tonnes: Double)
        /// Calendars in the folder of data.
        case calendars
    }

    /// Which way the figure of a rule is held against its threshold, and what it counts.
    public struct Threshold: Hashable, Sendable {
        public enum Unit: Hashable, Sendable {
            case halfDays, accueillants, missions, visits, evenings, days, periods
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
        case construction(Construction)
        /// Nothing is planned for it: it is judged, or told.
        case checkOnly
    }

    /// What makes it impossible to break.
    public enum Construction: Hashable, Sendable {
        /// Neither a scenario nor a plan has a place for a caller.
        case noPlaceForCallers
        /// `DayClock` starts and ends each day at the depot of its team, and its work holds all driving.
        case dayClock
        /// A column holds all visits of a stop on one weekday, and `Placement` gives them one start.
        case oneStart
        /// `PatternTree` holds patterns of evenly spaced weeks only.
        case evenPatterns
        /// A round has one midday, and its idle time within a tour is shorter than an hour.
        case oneMidday
    }

    public var kind: Kind
    public var source: Source
    public var sourceDate: SourceDate
    public var threshold: Threshold
    public var enforcement: [Enforcement]

    fileprivate init(
        _ kind: Kind, _ source: Source, _ sourceDate: SourceDate, _ threshold: Threshold, _ enforcement: Enforcement...
    ) {
        self.kind = kind
        self.source = source
        self.sourceDate = sourceDate
        self.threshold = threshold
        self.enforcement = enforcement
    }
}

extension RuleID {
    public var kind: RuleFacts.Kind { facts.kind }

    public var facts: RuleFacts {
        switch self {
        case .r01: RuleFacts(.hard, .cafLeaflet, .undatedFundedAnew(.newFunding), .atLeast(.halfDays), .model)
        case .r02: RuleFacts(.hard, .cafLeaflet, .undatedFundedAnew(.newFunding), .atLeast(.accueillants), .model)
        case .r03: RuleFacts(.hard, .laepFramework, .undated, .atLeast(.accueillants), .staffing)
        case .r04: RuleFacts(.hard, .cafLeaflet, .undatedFundedAnew(.newFunding), .atMost(.own), .stops)
        case .r05: RuleFacts(.hard, .cafLeaflet, .undatedFundedAnew(.newFunding), .atMost(.own), .stops)
        case .r06: RuleFacts(.hard, .cafLeaflet, .undatedFundedAnew(.newFunding), .atMost(.own), .checkOnly)
        case .r07: RuleFacts(.hard, .cafLeaflet, .undatedFundedAnew(.newFunding), .atMost(.own), .checkOnly)
        case .r08: RuleFacts(.soft, .cafLeaflet, .undatedFundedAnew(.newFunding), .atLeast(.missions), .staffing)
        case .r09: RuleFacts(.information, .cafLeaflet, .undatedFundedAnew(.newFunding), .atMost(.own), .checkOnly)
        case .r10: RuleFacts(.soft, .cafLeaflet, .undatedFundedAnew(.newFunding), .atMost(.own), .price)
        case .r11: RuleFacts(.soft, .cafLeaflet, .undatedFundedAnew(.newFunding), .atLeast(.own), .checkOnly)
        case .r12: RuleFacts(.soft, .cafLeaflet, .undatedFundedAnew(.newFunding), .atMost(.own), .price)
        case .r13: RuleFacts(.soft, .cafLeaflet, .undatedFundedAnew(.newFunding), .atMost(.own), .checkOnly)
        case .r14: RuleFacts(.soft, .cafLeaflet, .undatedFundedAnew(.newFunding), .atMost(.own), .price)
        case .r15: RuleFacts(.hard, .cafLeaflet, .undatedFundedAnew(.newFunding), .atLeast(.visits), .model)
        case .r16: RuleFacts(.hard, .cafLeaflet, .undatedFundedAnew(.newFunding), .atLeast(.own), .stops)
        case .r17:
            RuleFacts(
                .hard, .cafLeaflet, .undatedFundedAnew(.newFunding), .atMost(.own),
                .construction(.noPlaceForCallers))
        case .r18: RuleFacts(.soft, .cafLeaflet, .undatedFundedAnew(.newFunding), .atMost(.own), .staffing)
        case .r19: RuleFacts(.hard, .practice, .undated, .atLeast(.own), .staffing)
        case .r20: RuleFacts(.hard, .labourCode, .version(.workAct), .atMost(.own), .model, .staffing)
        case .r21: RuleFacts(.hard, .labourCode, .version(.workAct), .atMost(.own), .model, .staffing)
        case .r22:
            RuleFacts(.hard, .labourCode, .versionAndAgreement(.workAct), .atMost(.own), .model, .price, .staffing)
        case .r23: RuleFacts(.hard, .labourCode, .agreement, .atLeast(.own), .model, .staffing)
        case .r24: RuleFacts(.hard, .labourCode, .agreement, .atLeast(.own), .model, .staffing)
        case .r25: RuleFacts(.hard, .labourCode, .version(.workAct), .atMost(.own), .model, .staffing)
        case .r26: RuleFacts(.hard, .alisfa, .agreement, .atMost(.own), .model, .price, .staffing)
        case .r27:
            RuleFacts(
                .hard, .labourCode, .versionAndCaseLaw(.workAct), .atMost(.own),
                .construction(.dayClock))
        case .r28: RuleFacts(.hard, .alisfa, .agreement, .atMost(.evenings), .model, .staffing)
        case .r29: RuleFacts(.soft, .alisfa, .agreement, .atLeast(.days), .checkOnly)
        case .r30:
            RuleFacts(
                .hard, .highwayCode, .beforeDirective(year: 2025, number: 2205, tonnes: 4.25), .atMost(.own), .model)
        case .r31: RuleFacts(.information, .europeanRegulation, .year(2006), .atMost(.own), .checkOnly)
        case .r32:
            RuleFacts(
                .hard, .practice, .usage, .atMost(.own),
                .construction(.oneStart))
        case .r33:
            RuleFacts(
                .hard, .study, .year(2022), .atMost(.own),
                .construction(.evenPatterns))
        case .r34: RuleFacts(.hard, .practice, .undated, .atMost(.own), .stops)
        // The generic cycle is planned; dated days that fall on a closure are listed with the plan.
        case .r35: RuleFacts(.soft, .labourCode, .calendars, .atMost(.own), .checkOnly)
        case .r36: RuleFacts(.hard, .labourCode, .versionAndAgreement(.workAct), .atMost(.own), .model, .staffing)
        case .r37:
            RuleFacts(.hard, .alisfa, .agreement, .atMost(.periods), .staffing, .construction(.oneMidday))
        case .r38: RuleFacts(.hard, .practice, .calendars, .atMost(.own), .stops)
        }
    }
}

extension CivilDate {
    /// Law 2016-1088 on work came into force.
    fileprivate static let workAct = CivilDate(year: 2016, month: 8, day: 10)!
    /// What the Caf pays for a service was made anew.
    fileprivate static let newFunding = CivilDate(year: 2025, month: 1, day: 1)!
}
