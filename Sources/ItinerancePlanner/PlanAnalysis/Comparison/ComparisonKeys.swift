import Optimizer
import PlanningModel

// What files write for the values of a comparison.

extension ValueComparison: FileWord {
    public var word: String {
        switch self {
        case .secondIsBetter: "meilleur"
        case .firstIsBetter: "moins_bon"
        case .equal: "egal"
        case .undecided: "indecis"
        }
    }
}

extension ValueScale.Part: FileWord {
    public var word: String {
        switch self {
        case .communes: "communes"
        case .needs: "besoins"
        case .frequency: "frequence"
        case .access: "acces"
        case .travel: "trajets"
        case .prices: "prix"
        }
    }
}
