import GeoModel

/// The rules of the field guide, all of them.
public enum RuleID: String, CaseIterable, Hashable, Sendable, Codable {
    case r01 = "R01"
    case r02 = "R02"
    case r03 = "R03"
    case r04 = "R04"
    case r05 = "R05"
    case r06 = "R06"
    case r07 = "R07"
    case r08 = "R08"
    case r09 = "R09"
    case r10 = "R10"
    case r11 = "R11"
    case r12 = "R12"
    case r13 = "R13"
    case r14 = "R14"
    case r15 = "R15"
    case r16 = "R16"
    case r17 = "R17"
    case r18 = "R18"
    case r19 = "R19"
    case r20 = "R20"
    case r21 = "R21"
    case r22 = "R22"
    case r23 = "R23"
    case r24 = "R24"
    case r25 = "R25"
    case r26 = "R26"
    case r27 = "R27"
    case r28 = "R28"
    case r29 = "R29"
    case r30 = "R30"
    case r31 = "R31"
    case r32 = "R32"
    case r33 = "R33"
    case r34 = "R34"
    case r35 = "R35"

    public enum Kind: Hashable, Sendable {
        /// A plan that breaks it is invalid; where data are missing it cannot be called *conforme*.
        case hard
        /// Reported.
        case soft
        /// Told, never judged.
        case information
    }

    /// As the field guide has it; what a rule says above its threshold may still be softer than the rule.
    public var kind: Kind {
        switch self {
        case .r08, .r10, .r11, .r12, .r13, .r14, .r18, .r29, .r35: .soft
        case .r09, .r31: .information
        default: .hard
        }
    }
}
