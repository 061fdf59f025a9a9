import GeoModel
import PlanningModel

/// Explains communes of one service. What does not depend on the commune is solved once for all of them.
struct CommuneExplainer {
    private let own: PlanAtHand
    private let solver: VariantSolver
    private let needs: ServiceNeeds

    init(_ own: PlanAtHand, _ solver: VariantSolver) {
        self.own = own
        self.solver = solver
        needs = own.scenario.needs(of: own.service)
    }

    /// What one commune is asked, each with the pin that asks it.
    private enum Question: Hashable {
        case excluding
        case cadence(Int)
        case forcing
    }

    private struct Variant {
        var commune: Int
        var question: Question
        var scenario: Scenario
    }

    /// Whether the service knows a commune.
    func knows(_ code: String) -> Bool { needs.communes.contains { $0.code == code } }

    /// Communes that the service does not know are left out.
    ///
    /// - Parameter seconds: for all of them together, conflicts aside.
    /// - Throws: as `VariantSolver.best`.
    func explain(_ codes: [String], seconds: Double) throws -> [CommuneExplanation] {
        var found = codes.compactMap(reading)
        let variants = found.indices.flatMap { index in
            questions(found[index]).map { question in
                Variant(
                    commune: index, question: question,
                    scenario: own.pinned(Self.pin(question, on: found[index].commune)))
            }
        }
        let relaxations = found.contains { !$0.isStop } ? own.relaxations : []
        let answers = try solver.best(
            variants.map(\.scenario) + relaxations.map { $0.applied(to: own.scenario) }, from: own.plan,
            seconds: seconds)
        for (variant, answer) in zip(variants, answers) {
            let comparison = PlanComparison(variant.scenario, answer, beside: own, allowsLess: true)
            switch variant.question {
            case .excluding: found[variant.commune].excluding = comparison
            case .cadence(let visits):
                found[variant.commune].cadences.append(.init(visits: visits, comparison: comparison))
            case .forcing:
                found[variant.commune].forcing = comparison
                if answer.isImpossible {
                    // The new pin comes last: it is what is asked, not what stands in the way.
                    found[variant.commune].conflict = try ConflictFinder(
                        variant.scenario, solver, asked: [.pin(own.service.pins.count)]
                    ).conflict()
                }
            }
        }
        let trials = zip(relaxations, answers.dropFirst(variants.count)).map {
            RelaxationTrial($0, $1, beside: own)
        }
        for index in found.indices where found[index].forcing != nil { found[index].trials = trials }
        return found
    }

    private func reading(_ code: String) -> CommuneExplanation? {
        guard let need = CommuneNeedReading(code, needs) else { return nil }
        let venues = own.scenario.venues(of: own.service).filter { $0.commune == code }.map(\.id)
        return CommuneExplanation(
            commune: code, service: own.service.id, need: need, venues: venues,
            stops: own.stops.filter { venues.contains($0.venue) },
            credit: own.plan.credits.first { $0.commune == code })
    }

    private func questions(_ reading: CommuneExplanation) -> [Question] {
        guard !reading.venues.isEmpty else { return [] }
        guard reading.isStop else { return [.forcing] }
        let parameters = own.scenario.parameters
        let twice = parameters.twiceWeekly == .yes && parameters.cadences.first == 4 ? [8] : []
        let now = Set(reading.stops.map(\.visits))
        return [.excluding] + (twice + parameters.cadences).filter { now != [$0] }.map { .cadence($0) }
    }

    private static func pin(_ question: Question, on commune: String) -> Pin {
        switch question {
        case .excluding: Pin(commune: commune, served: false)
        case .cadence(let visits):
            Pin(commune: commune, served: true, minimumVisits: visits, maximumVisits: visits)
        case .forcing: Pin(commune: commune, served: true)
        }
    }
}
