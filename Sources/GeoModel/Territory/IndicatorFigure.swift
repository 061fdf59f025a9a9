/// A published figure of a commune, beyond the columns that every commune has.
public struct IndicatorFigure: Hashable, Sendable, Codable {
    /// Key of the indicator, e.g. `familles_monoparentales`.
    public var indicator: String
    /// In the indicator's unit; `nil` where the producer withholds it (statistical secrecy).
    public var value: Double?
    /// Year or date the figure stands for, as the source gives it.
    public var vintage: String
    public var source: String

    public init(indicator: String, value: Double?, vintage: String = "", source: String = "") {
        self.indicator = indicator
        self.value = value
        self.vintage = vintage
        self.source = source
    }
}
