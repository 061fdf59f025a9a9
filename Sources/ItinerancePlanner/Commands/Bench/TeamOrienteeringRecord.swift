import FileAccess
import TeamOrienteering

/// What is written of one instance, under the names that the benchmark's check reads.
struct TeamOrienteeringRecord: Encodable {
    private let instance: String
    private let tours: [[Int]]
    private let score: Int
    private let upperBound: Int
    private let rootBound: Int
    private let seconds: Double
    private let proven: Bool
    private let nodes: Int
    private let columns: Int
    private let seed: UInt64

    init(_ solved: TeamOrienteeringSolved) {
        instance = solved.instance.name
        tours = solved.result.tours
        score = solved.result.score
        upperBound = solved.result.bound
        rootBound = solved.result.rootBound
        seconds = (solved.seconds * 100).rounded() / 100
        proven = solved.result.isProven
        nodes = solved.result.nodes
        columns = solved.result.columns
        seed = solved.seed
    }

    var fileName: OutputName { "\(OutputName(instance) ?? "\(slug: instance)").json" }

    enum CodingKeys: String, CodingKey {
        case instance
        case tours
        case score
        case upperBound = "upper_bound"
        case rootBound = "root_bound"
        case seconds
        case proven
        case nodes
        case columns
        case seed
    }
}
