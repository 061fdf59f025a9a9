/// The tables of a territory: one CSV file each in a folder, one table each in a store.
///
/// In the order in which they can be read: what is referred to comes before what refers to it.
package enum TableKind: String, CaseIterable, Hashable, Sendable {
    case codeChanges = "changements_communes"
    case epcis = "epci"
    case communes
    case indicators = "indicateurs"
    case facilities = "equipements"
    case completeLists = "listes_completes"
    case venues = "lieux"
    case permits = "autorisations"
    case depots
    case vans = "vehicules"
    case staff = "personnel"
    case partners = "partenaires"
    case prisons = "etablissements_penitentiaires"
    case publicHolidays = "jours_feries"
    case schoolHolidays = "vacances_zone_b"
    case exceptions = "fermetures"
    case absences
    case calls = "appels"

    package var fileName: String { rawValue + ".csv" }

    /// Tables without which a folder is no territory.
    package var isNeeded: Bool {
        switch self {
        case .epcis, .communes, .venues, .depots, .vans, .staff, .publicHolidays, .schoolHolidays: true
        default: false
        }
    }

    /// Whether the position of a row is a point on the map, in its own layer.
    package var isPointLayer: Bool {
        switch self {
        case .facilities, .venues, .depots, .prisons: true
        default: false
        }
    }

    /// Whether national lists of this kind exist, whose rows outside the territory are passed over.
    package var isFoundInNationalLists: Bool {
        switch self {
        case .indicators, .facilities, .codeChanges: true
        default: false
        }
    }

    package var columns: [Column] { Self.catalogue[self] ?? [] }
    package var keys: [Column] { columns.filter { $0.need == .key } }
    package func index(of column: String) -> Int? { columns.firstIndex { $0.name == column } }

    private static let catalogue: [TableKind: [Column]] = Dictionary(
        uniqueKeysWithValues: allCases.map { ($0, TableColumns.columns(of: $0)) })
}
