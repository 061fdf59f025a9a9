import PlanningModel

// Floors and budgets, each less or more than asked by twice the tolerance of the check.

extension AuditModel {
    /// Credits are thousandths, benefits are shares of the weight.
    mutating func addFloors() {
        let demands = problem.demands
        let floors = problem.service.floors
        if let floor = floors.everyEpci {
            for epci in Set(demands.map(\.epci)) {
                let members = demands.indices.filter { demands[$0].epci == epci }
                let weight = members.reduce(0) { $0 + demands[$1].weight }
                add(
                    "floor[epci,\(members[0])]",
                    AuditRow(
                        lower: (floor - 2 * Floors.tolerance) * Double(weight),
                        boxes: members.map { (credit($0), 1) }, unit: 1))
            }
        }
        if let floor = floors.highestNeed { addHighestNeed(floor) }
        if let floor = floors.worstOff { addWorstOff(floor) }
    }

    /// The mean benefit of the fifth of the volume whose communes have the highest intensity.
    private mutating func addHighestNeed(_ floor: Double) {
        let demands = problem.demands
        let wanted = Floors.part * demands.reduce(0) { $0 + $1.volume }
        var found = 0.0
        var terms: [(box: Int, value: Double)] = []
        let order = demands.indices.sorted {
            demands[$0].intensity == demands[$1].intensity
                ? demands[$0].commune < demands[$1].commune : demands[$0].intensity > demands[$1].intensity
        }
        for index in order where found < wanted {
            let part = min(demands[index].volume, wanted - found)
            found += part
            terms.append((credit(index), part / wanted / Double(demands[index].weight)))
        }
        add("floor[need]", AuditRow(lower: floor - 2 * Floors.tolerance, boxes: terms))
    }

    /// The mean benefit of the worst-off fifth of the weight, as a linear program.
    ///
    /// Source: Rockafellar and Uryasev, "Optimization of conditional value-at-risk", Journal of Risk 2, 2000.
    private mutating func addWorstOff(_ floor: Double) {
        let demands = problem.demands
        let fifth = Floors.part * Double(demands.reduce(0) { $0 + $1.weight })
        let threshold = addBox(most: 1)
        var terms: [(box: Int, value: Double)] = [(threshold, 1)]
        for (index, demand) in demands.enumerated() {
            let missing = addBox(most: Double(demand.weight))
            terms.append((missing, -1 / fifth))
            add(
                "shortfall[\(index)]",
                AuditRow(
                    upper: 0, boxes: [(threshold, Double(demand.weight)), (credit(index), -1), (missing, -1)], unit: 1))
        }
        add("floor[worst]", AuditRow(lower: floor - 2 * Floors.tolerance, boxes: terms))
    }

    /// Of the folded weeks, as often as they come in 4 weeks. Euros by a formula of the audit's own, apart from the model's
    /// `RunningCost` on purpose.
    mutating func addBudgets() {
        let parameters = problem.parameters
        let often = Double(problem.repeats * parameters.cyclesInFourWeeks)
        let everywhere = problem.blocks.map { _ in true }
        func most(_ limit: Double) -> Double { limit + 2 * Budgets.tolerance * max(1, limit) }
        func row(_ perMetre: Double, _ perPersonMinute: Double, _ upper: Double, _ unit: Double) -> AuditRow {
            AuditRow(
                part: .days(
                    .use(perMetre: perMetre, perPersonMinute: perPersonMinute), blocks: everywhere, week: nil),
                upper: upper, unit: unit)
        }
        let budgets = problem.service.budgets
        // Metres, person-minutes, euros.
        if let limit = budgets.kilometres { add("budget[km]", row(often, 0, 1000 * most(limit), 1)) }
        if let limit = budgets.personHours { add("budget[hours]", row(0, often, 60 * most(limit), Self.perMinute)) }
        if let limit = budgets.euros {
            let hourly = parameters.wages == .variable ? parameters.costPerHour : 0
            add(
                "budget[euros]",
                row(parameters.costPerKilometre * often / 1000, hourly * often / 60, most(limit), 1000))
        }
    }
}
