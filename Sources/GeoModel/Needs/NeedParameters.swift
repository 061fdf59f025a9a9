/// What the score and the weights of need depend on, at the defaults of the method.
public struct NeedParameters: Hashable, Sendable {
    /// A commune is isolated below this density, inhabitants per km².
    public var maximumDensity = 300.0
    /// Factor of the weight where there is no centre social.
    public var noSocialCentrePriority = 1.5
    /// Births below which a commune's figure is mixed with the rate of its EPCI.
    public var smallBirths = 20.0
    public var dimensions = DimensionWeights()
    public var normalisation = NormalisationMethod.minMax
    /// Percentiles at which figures are clipped under `minMax`, 0 to 100.
    public var clipLow = 5.0
    public var clipHigh = 95.0

    public init() {}
}
