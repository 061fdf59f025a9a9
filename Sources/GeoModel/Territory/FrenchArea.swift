/// Metropolitan France in degrees: outside, a point of this program's data is a mistake.
public enum FrenchArea {
    public static let latitudes = 41.0...51.6
    public static let longitudes = -5.6...9.8

    public static func contains(_ position: Position) -> Bool {
        latitudes.contains(position.latitude) && longitudes.contains(position.longitude)
    }
}
