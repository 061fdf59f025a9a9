import GeoModel

/// A value that our files write as one word.
///
/// The words of parameters stand here, beside the catalogue that reads and writes them; all others in the rooms that know
/// files.
public protocol FileWord {
    var word: String { get }
    init?(word: String)
}

extension FileWord where Self: CaseIterable {
    public init?(word: String) {
        guard let value = Self.allCases.first(where: { $0.word == word }) else { return nil }
        self = value
    }

    public static var words: [String] { allCases.map(\.word) }
}

extension WorkProfile: FileWord {
    public var word: String {
        switch self {
        case .alisfa: "alisfa"
        case .legalOnly: "legal_only"
        case .custom: "custom"
        }
    }
}

extension SchoolHolidayMode: FileWord {
    public var word: String {
        switch self {
        case .same: "identique"
        case .closed: "ferme"
        }
    }
}

extension PublicHolidayMode: FileWord {
    public var word: String {
        switch self {
        case .cancel: "annule"
        case .makeUp: "rattrape"
        }
    }
}

extension WageMode: FileWord {
    public var word: String {
        switch self {
        case .fixed: "fixes"
        case .variable: "variables"
        }
    }
}

extension YesNo: FileWord {
    public var word: String {
        switch self {
        case .yes: "oui"
        case .no: "non"
        }
    }
}

extension FrequencyShape: FileWord {
    public var word: String {
        switch self {
        case .exponential: "exponentielle"
        case .squareRoot: "racine"
        }
    }
}

extension NormalisationMethod: FileWord {
    public var word: String {
        switch self {
        case .minMax: "min_max"
        case .rank: "rang"
        case .zScore: "z_score"
        }
    }
}

extension SpeedLaw: FileWord {
    public var word: String {
        switch self {
        case .townDisc: "disque_de_ville"
        case .halves: "moities"
        }
    }
}
