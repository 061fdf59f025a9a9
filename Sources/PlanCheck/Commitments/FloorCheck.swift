import GeoModel
import PlanningModel

/// Holds the benefit of a service's communes against its floors.
struct FloorCheck {
    private let recount: ServiceRecount
    private let scenario: Scenario
    private var floors: Floors { recount.view.service.floors }
    private var service: String { recount.view.service.id }

    init(_ recount: ServiceRecount, in scenario: Scenario) {
        self.recount = recount
        self.scenario = scenario
    }

    var verdicts: [CommitmentVerdict] {
        var found: [CommitmentVerdict] = []
        if let floor = floors.everyEpci { found.append(everyEpci(floor)) }
        if let floor = floors.highestNeed {
            found.append(mean(.highestNeedFloor, recount.spread.highestNeed(part: Floors.part), floor))
        }
        if let floor = floors.worstOff {
            found.append(mean(.worstOffFloor, recount.spread.worstOff(part: Floors.part), floor))
        }
        return found
    }

    /// The sum of credits over the sum of weights of each EPCI's communes that count.
    private func everyEpci(_ floor: Double) -> CommitmentVerdict {
        var credit: [String: Int] = [:]
        var weight: [String: Int] = [:]
        for (commune, need) in zip(recount.needs.communes, recount.needs.weights) where need.points > .zero {
            credit[commune.epci, default: 0] += recount.best(commune.code).count
            weight[commune.epci, default: 0] += need.points.count
        }
        let benefits = weight.keys.sorted().map { epci in
            (epci: epci, benefit: Double(credit[epci] ?? 0) / Double(weight[epci] ?? 1))
        }
        let breaches = benefits.filter { isMissed($0.benefit, floor) }.map {
            breach($0.benefit, floor, PlanLocus(service: service, subject: $0.epci))
        }
        let least = benefits.map(\.benefit).min()
        return CommitmentVerdict(
            .epciFloor, of: service, breaches, isCheckable: least != nil, found: least.map { .share($0) },
            limit: .share(floor))
    }

    private func mean(_ commitment: Commitment, _ benefit: Double?, _ floor: Double) -> CommitmentVerdict {
        let breaches = benefit.map { isMissed($0, floor) ? [breach($0, floor, PlanLocus(service: service))] : [] }
        return CommitmentVerdict(
            commitment, of: service, breaches ?? [], isCheckable: benefit != nil, found: benefit.map { .share($0) },
            limit: .share(floor))
    }

    private func isMissed(_ benefit: Double, _ floor: Double) -> Bool { benefit < floor - Floors.tolerance }

    private func breach(_ benefit: Double, _ floor: Double, _ locus: PlanLocus) -> CommitmentBreach {
        CommitmentBreach(.floorMissed, at: locus, found: .share(benefit), limit: .share(floor))
    }
}
