import GeoModel
import PlanningModel

/// Floors of benefit: of every EPCI, of the fifth with the highest need, of the worst-off fifth.
struct PlainShares {
    private let floors: Floors
    private let weights: [Int]
    private let epcis: [[Int]]
    /// Targets from the highest intensity down, with the volume of each that lies in the fifth.
    private var highest: [(target: Int, volume: Double)] = []
    private var highestVolume = 0.0

    init(_ service: PlainService) {
        floors = service.service.floors
        let targets = service.targets
        weights = targets.map(\.weight)
        let codes = targets.map(\.commune.epci)
        epcis = Set(codes).map { epci in targets.indices.filter { codes[$0] == epci } }
        // Volume and intensity are data of the needs; ties of intensity must be the same as there.
        let needs = service.scenario.needs(of: service.service)
        let known = Dictionary(uniqueKeysWithValues: needs.weights.map { ($0.commune, $0) })
        let facts = targets.map { known[$0.commune.code]! }
        let order = targets.indices.sorted {
            (-facts[$0].intensity, facts[$0].commune) < (-facts[$1].intensity, facts[$1].commune)
        }
        highestVolume = 0.2 * facts.reduce(0) { $0 + ($1.volume ?? 0) }
        var left = highestVolume
        for target in order {
            let taken = min(left, facts[target].volume ?? 0)
            highest.append((target, taken))
            left -= taken
        }
    }

    struct Figures {
        var epcis: [Double]
        var highestNeed: Double
        var worstOff: Double
    }

    /// Benefits of a plan that credits the targets with these thousandths of a point.
    func figures(_ credits: [Int]) -> Figures {
        let benefits = credits.indices.map { Double(credits[$0]) / Double(weights[$0]) }
        let fifth = 0.2 * Double(weights.reduce(0, +))
        var left = fifth
        var worst = 0.0
        for target in credits.indices.sorted(by: { benefits[$0] < benefits[$1] }) {
            let taken = min(left, Double(weights[target]))
            worst += taken * benefits[target]
            left -= taken
        }
        return Figures(
            epcis: epcis.map { members in
                Double(members.reduce(0) { $0 + credits[$1] }) / Double(members.reduce(0) { $0 + weights[$1] })
            },
            highestNeed: highest.reduce(0) { $0 + $1.volume * benefits[$1.target] } / highestVolume,
            worstOff: worst / fifth)
    }

    func holds(_ credits: [Int]) -> Bool {
        if floors == Floors() { return true }
        let figures = figures(credits)
        let slack = 1e-9
        return (floors.everyEpci.map { floor in figures.epcis.allSatisfy { $0 >= floor - slack } } ?? true)
            && (floors.highestNeed.map { figures.highestNeed >= $0 - slack } ?? true)
            && (floors.worstOff.map { figures.worstOff >= $0 - slack } ?? true)
    }
}
