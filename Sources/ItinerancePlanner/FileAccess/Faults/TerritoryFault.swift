import GeoModel

/// What is wrong with a commune, a place or an indicator of a territory.
package enum TerritoryFault: Hashable, Sendable {
    /// Four digits: a spreadsheet has dropped the first zero.
    case lostZero(String)
    case badCommuneCode(String)
    case duplicateCommune(String, firstLine: Int)
    case unknownCommune(String, near: [String])
    /// A name of several communes, with their codes.
    case ambiguousCommune(String, [String])
    case changeToItself(String)
    case unknownEpci(String, near: [String])
    case unknownPlace(String, near: [String])
    case depotOutside(String, near: [String])
    case unknownIndicator(String, near: [String])
    case swappedCoordinates
    case outsideFrance(latitude: Double, longitude: Double)
    /// The data have no facility of these kinds.
    case noFacility([FacilityKind])
    /// A commune of the territory, name and code, of which no service speaks.
    case communeOfNoService(String, String)
    /// A word of a command that names no commune of a service.
    case communeNotNamed(String, near: [String])
}
