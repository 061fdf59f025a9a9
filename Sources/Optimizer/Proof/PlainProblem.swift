// What a proof carries of its problem, made by the code that judges it: the audit's own rows and limits.

extension ProblemNumbers {
    /// Pairs of segments in the tables of days at most: beyond, a proof does not carry its problem.
    private static let mostPairs = 2_000_000

    /// `nil` where the tables of days are too large to be carried.
    package init?(_ problem: RoundsProblem) {
        let segments = problem.segments.count
        guard problem.tables.count * segments * segments <= Self.mostPairs else { return nil }
        let model = AuditModel(problem)
        let limits = AuditLimits(problem)
        let stops = 0..<problem.stopCount
        self.init(
            weekCount: problem.tree.weekCount, cadences: problem.cadences, forms: problem.formCount,
            patterns: problem.tree.nodes.map { Pattern(weeks: $0.weeks, level: $0.level) },
            stops: stops.map { Stop(venue: problem.venues[$0].id, twinOf: problem.twinOf[$0]) },
            segments: problem.segments.map { Segment(stops: $0.stops, isShort: $0.isShort, halfDays: $0.halfDays) },
            demands: problem.demands.map { demand in
                Demand(
                    commune: demand.commune, weight: demand.weight,
                    gains: demand.gains.flatMap { [$0.offer, $0.points] })
            },
            blocks: problem.blocks.map { block in
                let kind = problem.kinds[block.kind]
                return Block(
                    kind: block.kind, weekdays: block.weekdays, teams: kind.teams, persons: kind.crewSize,
                    table: block.table)
            }, tables: problem.tables.map(Table.init),
            limits: Limits(
                offers: limits.isClosedOffer.indices.filter { limits.isClosedOffer[$0] },
                patterns: stops.flatMap { stop in
                    problem.tree.nodes.indices.filter { !problem.rules[stop].allowsNode[$0] }.flatMap { [stop, $0] }
                },
                blocks: stops.flatMap { stop in
                    problem.blocks.indices.filter { !limits.allows(stop, block: $0) }.flatMap { [stop, $0] }
                },
                dates: stops.flatMap { stop in
                    problem.tree.nodes.indices.flatMap { node in
                        problem.blocks.indices.filter { limits.isBarred(stop, node: node, block: $0) }
                            .flatMap { [stop, node, $0] }
                    }
                }, required: limits.isRequired.indices.filter { limits.isRequired[$0] }),
            boxMost: model.boxes.map(\.most), boxWorth: model.boxes.map(\.worth),
            rows: model.rows.sorted { $0.key < $1.key }.map { Row($0.key, $0.value) },
            keptMinutes: problem.kinds.map { Self.keptMinutes($0, problem) })
    }

    /// The limits of minutes in a week that each team of a kind keeps by some rule.
    private static func keptMinutes(_ kind: TeamKind, _ problem: RoundsProblem) -> Int? {
        let limits = kind.teams.map { team in
            problem.model.weekRows.filter { $0.resource == .work && $0.team == team }.compactMap(\.upper).min()
        }
        // A rounding of a larger limit holds all the more.
        return limits.contains(nil) ? nil : limits.compactMap { $0 }.max()
    }
}

extension ProblemNumbers.Table {
    init(_ table: DayTable) {
        func numbers(_ day: DayCost) -> [Int] {
            [
                Int(day.work), Int(day.cost), Int(day.metres), Int(day.halfDays), day.isEvening ? 1 : 0,
                day.isLong ? 1 : 0,
            ]
        }
        let segments = 0..<table.segmentCount
        self.init(
            singles: segments.flatMap { segment in table.single(segment).map { [segment] + numbers($0) } ?? [] },
            fullDays: table.fullDays.indices.flatMap { stop in
                table.fullDay(stop).map { [stop] + numbers($0) } ?? []
            },
            pairs: segments.flatMap { morning in
                segments.flatMap { afternoon in
                    table.pair(morning, afternoon).map { [morning, afternoon] + numbers($0) } ?? []
                }
            })
    }
}

extension ProblemNumbers.Row {
    init(_ name: String, _ row: AuditRow) {
        self.init(
            name: name, lower: row.lower, upper: row.upper, unit: row.unit, amount: .nothing,
            boxes: row.boxes.map(\.box), values: row.boxes.map(\.value))
        switch row.part {
        case .nothing, .pair: break
        case .offer(let offer):
            amount = .offer
            self.offer = offer
        case .days(let day, let blocks, let week):
            self.week = week
            self.blocks = blocks.indices.filter { blocks[$0] }
            switch day {
            case .day: amount = .days
            case .halfDays: amount = .halfDays
            case .evening: amount = .evenings
            case .longDay: amount = .longDays
            case .minutes, .rounded: amount = .minutes
            case .use(let perMetre, let perPersonMinute):
                amount = .use
                self.perMetre = perMetre
                self.perPersonMinute = perPersonMinute
            }
        }
    }
}
