import LinearSolver

/// A row of the master as we keep it: what GLPK holds, and all that the Lagrangian needs to be added up without it.
struct MasterRow {
    /// What round columns have in the row.
    enum Role: Hashable {
        /// Nothing.
        case plain
        /// How often the column takes the offer.
        case link(Int)
        case days(block: Int, week: Int)
        case halfDays(week: Int)
        /// Half-days on one weekday, where weekdays are disaggregated.
        case weekdayHalves(weekday: Int, week: Int)
        case work(kind: Int, week: Int)
        /// Work of a kind in all folded weeks.
        case cycle(kind: Int)
        case workCut(WorkCut)
        /// Evenings of a kind in a week, and its long days in all folded weeks.
        case evenings(kind: Int, week: Int)
        case longDays(kind: Int)
        case count(CountRow)
        case together(SegmentPair)
        /// Of the cycle week by week, as the folded weeks repeat over 4 weeks.
        case kilometres(perCycle: Double)
        /// Hours × persons, times a factor.
        case personHours(perCycle: Double)
        /// Euros: of kilometres, and of hours × persons.
        case euros(perKilometre: Double, perHour: Double)
    }

    var role: Role
    var lower: Double?
    var upper: Double?
    /// Coefficients of the fixed columns.
    var terms: [(column: Int, value: Double)]
    /// A cut, which may be dropped when it does not bind.
    var cover: CoverCut?

    init(
        _ role: Role, lower: Double? = nil, upper: Double? = nil, terms: [(column: Int, value: Double)] = [],
        cover: CoverCut? = nil
    ) {
        self.role = role
        self.lower = lower
        self.upper = upper
        self.terms = terms
        self.cover = cover
    }

    var isCut: Bool {
        if case .workCut = role { return true }
        return cover != nil
    }

    var bounds: Bounds {
        switch (lower, upper) {
        case (let lower?, let upper?): lower == upper ? .equal(lower) : .between(lower, upper)
        case (let lower?, nil): .atLeast(lower)
        case (nil, let upper?): .atMost(upper)
        case (nil, nil): .free
        }
    }

    /// A dual in the sign the row allows.
    func dual(_ raw: Double) -> Double {
        if upper == nil && lower == nil { return 0 }
        if upper == nil { return min(0, raw) }
        if lower == nil { return max(0, raw) }
        return raw
    }

    /// What the row adds to the Lagrangian at a dual of its sign.
    func constant(_ dual: Double) -> Double { dual == 0 ? 0 : dual * ((dual >= 0 ? upper : lower) ?? 0) }
}

/// A column of the master that is no round: an offer taken, a demand covered, overtime, or a part of a floor.
struct FixedColumn {
    var upper: Double
    /// Points.
    var objective: Double
}

extension RoundsProblem {
    /// What a round column has in a row.
    func coefficient(_ role: MasterRow.Role, _ column: RoundColumn, _ use: RoundUse) -> Double {
        let kind = blocks[column.block].kind
        switch role {
        case .plain, .link: return 0
        case .days(let block, let week): return block == column.block ? Double(use.days[week]) : 0
        case .halfDays(let week): return Double(use.halfDays[week])
        case .weekdayHalves(let weekday, let week):
            return blocks[column.block].weekdays == [weekday] ? Double(use.halfDays[week]) : 0
        case .work(let own, let week): return own == kind ? Double(use.work[week]) / 60 : 0
        case .cycle(let own): return own == kind ? Double(use.work.reduce(0, +)) / 60 : 0
        case .workCut(let cut):
            return cut.kind == kind ? Double(cut.coefficient(work: use.work[cut.week])) * cut.scale : 0
        case .evenings(let own, let week): return own == kind ? Double(use.evenings[week]) : 0
        case .longDays(let own): return own == kind ? Double(use.longDays.reduce(0, +)) : 0
        case .count(let row): return Double(row.amount(use, kind: kind))
        case .together(let pair): return column.adjacentPairs.contains(pair) ? 1 : 0
        case .kilometres(let factor): return Double(use.metres) / 1000 * factor
        case .personHours(let factor): return personHours(use, kind) * factor
        case .euros(let perKilometre, let perHour):
            return Double(use.metres) / 1000 * perKilometre + personHours(use, kind) * perHour
        }
    }

    private func personHours(_ use: RoundUse, _ kind: Int) -> Double {
        Double(use.work.reduce(0, +)) / 60 * Double(kinds[kind].crewSize)
    }
}
