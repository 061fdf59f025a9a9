/// What the intensity of need may be made of.
public enum NeedIndicator: CaseIterable, Hashable, Sendable, Codable {
    case poverty
    case loneParents
    case dependantOnBenefits
    case livingStandard
    case unemployment
    case socialCentreTime
    case carless
    case densityLevel
    case sparsity
    case remoteness
    case noFastNetwork
    case noMobileNetwork
    case noDiploma
    case noSocialCentre
    case laepHours
    case parentingActions
}

/// What a published figure of a commune says.
public enum Indicator: Hashable, Sendable, Codable {
    case need(NeedIndicator)
    /// Families or children of an age group.
    case ages(AgeGroup)
    /// One that weighs nothing here, by the name that its source has for it.
    case other(String)
}

/// A published figure of a commune, beyond the columns that every commune has.
public struct IndicatorFigure: Hashable, Sendable, Codable {
    public var indicator: Indicator
    /// In the indicator's unit; `nil` where the producer withholds it (statistical secrecy).
    public var value: Double?
    /// Year or date the figure stands for, as the source gives it.
    public var vintage: String
    public var source: String

    public init(indicator: Indicator, value: Double?, vintage: String = "", source: String = "") {
        self.indicator = indicator
        self.value = value
        self.vintage = vintage
        self.source = source
    }
}
