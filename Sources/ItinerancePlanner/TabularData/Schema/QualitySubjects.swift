import FileAccess
import GeoModel

extension QualityIssue {
    /// The column, indicator, dimension, kind of facility or table it is about, as files call it; empty where the kind says
    /// all.
    package var subjectWord: String {
        switch subject {
        case .field(let field): field.column
        case .indicator(let indicator): indicator.word
        case .dimension(let dimension): dimension.word
        case .facilities(let kind): kind.word
        case .list(let list): list.table.rawValue
        case nil: ""
        }
    }

    /// What files call an example.
    package func code(of example: Example) -> String { example.code.isEmpty ? subjectWord : example.code }
}

extension QualityIssue.Field {
    fileprivate var column: String {
        switch self {
        case .population: "population"
        case .households: "menages"
        case .families: "familles"
        case .births: "naissances"
        case .active: "actifs_15_64"
        case .unemployed: "chomeurs_15_64"
        case .medianLivingStandard: "niveau_vie_median"
        }
    }
}

extension QualityIssue.List {
    fileprivate var table: TableKind {
        switch self {
        case .facilities: .facilities
        case .indicators: .indicators
        case .venues: .venues
        case .completeLists: .completeLists
        case .depots: .depots
        case .publicHolidays: .publicHolidays
        case .schoolHolidays: .schoolHolidays
        }
    }
}
