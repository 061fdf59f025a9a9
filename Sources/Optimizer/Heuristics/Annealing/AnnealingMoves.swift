/// The moves of annealing. Each changes the plan in place; what is in the way leaves it.
extension Annealing {
    /// Makes a move. False where there is nothing to do: then nothing has been changed.
    mutating func change() -> Bool {
        switch draw(100) {
        case 0..<5:
            guard let entry = someEntry() else { return putSomewhere() }
            leave(entry.candidate)
            return true
        case 5..<12: return exchangeEntries()
        case 12..<15: return exchangeDays()
        default: return putSomewhere()
        }
    }

    private mutating func exchangeEntries() -> Bool {
        guard let first = someEntry(), let other = someEntry() else { return false }
        guard first.candidate != other.candidate, (first.half == .both) == (other.half == .both) else { return false }
        var moved = first
        (moved.team, moved.weekday, moved.half) = (other.team, other.weekday, other.half)
        moved.node = node(level: frame.levelOf[first.node], like: other.node)
        var back = other
        (back.team, back.weekday, back.half) = (first.team, first.weekday, first.half)
        back.node = node(level: frame.levelOf[other.node], like: first.node)
        guard isAllowed(moved), isAllowed(back) else { return false }
        leave(first.candidate)
        leave(other.candidate)
        clear(moved)
        state.place(moved)
        clear(back)
        state.place(back)
        return true
    }

    /// Two weekdays, of one team or of two, exchange all they hold; or the weeks of one are turned.
    private mutating func exchangeDays() -> Bool {
        guard let first = someEntry() else { return false }
        let (team, weekday) = (focus[draw(focus.count)], draw(frame.weekdays))
        let own = state.entries(first.team, first.weekday).map { state.entries[$0] }
        if (team, weekday) == (first.team, first.weekday) || draw(3) == 0 { return turnWeeks(own) }
        let others = state.entries(team, weekday).map { state.entries[$0] }
        let moved = own.map { entry in
            var entry = entry
            (entry.team, entry.weekday) = (team, weekday)
            return entry
        }
        let back = others.map { entry in
            var entry = entry
            (entry.team, entry.weekday) = (first.team, first.weekday)
            return entry
        }
        guard moved.allSatisfy(isAllowed), back.allSatisfy(isAllowed) else { return false }
        for entry in own + others { leave(entry.candidate) }
        for entry in moved + back { state.place(entry) }
        return true
    }

    /// The two halves of the weeks of one pattern change places.
    private mutating func turnWeeks(_ own: [AnnealingState.Entry]) -> Bool {
        guard !tables.turns.isEmpty else { return false }
        let turn = tables.turns[draw(tables.turns.count)]
        let turned = own.map { entry in
            var entry = entry
            entry.node = turn[entry.node]
            return entry
        }
        guard turned.allSatisfy(isAllowed) else { return false }
        for entry in own { leave(entry.candidate) }
        for entry in turned { state.place(entry) }
        return true
    }

    /// Puts a segment into some half-days; what is there leaves, or makes room.
    private mutating func putSomewhere() -> Bool {
        guard !tables.segments.isEmpty else { return false }
        let candidate = someCandidate()
        // What the other teams serve is theirs: they could not win it back.
        let isFree = tables.stops[candidate].allSatisfy { [state, isFocused] stop in
            state.holder(of: stop).map { isFocused[state.entries[$0].team] } ?? true
        }
        guard isFree else { return false }
        let level = draw(frame.levels)
        guard let entry = somePlace(candidate, level: level), isAllowed(entry) else { return false }
        let origin = tables.stops[candidate].lazy.compactMap { [state] in state.holder(of: $0) }.first
            .map { state.entries[$0] }
        leave(candidate)
        var evicted: [AnnealingState.Entry] = []
        while let index = state.obstacle(entry.team, entry.weekday, entry.half, node: entry.node) {
            evicted.append(state.entries[index])
            state.remove(index)
        }
        state.place(entry)
        for other in evicted.prefix(2) { settle(other, besides: entry, origin) }
        return true
    }

    /// Finds a place for what has been evicted: in the weeks that are left of its own, or where the new one came from.
    private mutating func settle(
        _ evicted: AnnealingState.Entry, besides entry: AnnealingState.Entry, _ origin: AnnealingState.Entry?
    ) {
        var moved = evicted
        if frame.levelOf[evicted.node] < frame.levelOf[entry.node] {
            guard draw(10) < 6 else { return }
            let children = frame.problem.tree.nodes[evicted.node].children
            guard children.count == 2 else { return }
            let isInFirst = !tables.below[children[0] * frame.levels + frame.levelOf[entry.node]].contains(entry.node)
            moved.node = isInFirst ? children[0] : children[1]
        } else {
            guard let origin, draw(2) == 0, (evicted.half == .both) == (origin.half == .both) else { return }
            (moved.team, moved.weekday, moved.half) = (origin.team, origin.weekday, origin.half)
            moved.node = node(level: frame.levelOf[evicted.node], like: origin.node)
        }
        guard isAllowed(moved), tables.stops[moved.candidate].allSatisfy({ state.holder(of: $0) == nil }),
            state.obstacle(moved.team, moved.weekday, moved.half, node: moved.node) == nil
        else { return }
        state.place(moved)
    }

    private mutating func someCandidate() -> Int {
        let kind = draw(100)
        if kind < 60, let used = someEntry()?.candidate {
            let near = tables.near[used]
            if kind < 15 || near.isEmpty { return used }
            return Int(near[draw(near.count)])
        }
        return draw(tables.segments.count)
    }

    private mutating func somePlace(_ candidate: Int, level: Int) -> AnnealingState.Entry? {
        let kind = draw(100)
        var entry = AnnealingState.Entry(candidate: candidate, node: 0, team: 0, weekday: 0, half: .morning)
        if kind < 35, let other = someEntry() {
            (entry.team, entry.weekday, entry.half) = (other.team, other.weekday, other.half)
            entry.node = node(level: level, like: other.node)
            return entry
        }
        if kind < 60 {
            let near = tables.near[candidate]
            guard !near.isEmpty else { return nil }
            // The first one in use from a random place among the nearest.
            let start = draw(near.count)
            for step in 0..<near.count {
                let other = Int(near[(start + step) % near.count])
                guard let index = tables.stops[other].lazy.compactMap({ [state] in state.holder(of: $0) }).first
                else { continue }
                let found = state.entries[index]
                guard isFocused[found.team] else { continue }
                (entry.team, entry.weekday) = (found.team, found.weekday)
                entry.node = node(level: level, like: found.node)
                entry.half =
                    found.half == .both
                    ? .both : draw(3) == 0 ? found.half : found.half == .morning ? .afternoon : .morning
                return entry
            }
            return nil
        }
        entry.team = focus[draw(focus.count)]
        entry.weekday = draw(frame.weekdays)
        entry.half = kind < 66 ? .both : draw(2) == 0 ? .morning : .afternoon
        let nodes = tables.below[level]
        entry.node = nodes[draw(nodes.count)]
        return entry
    }

    /// A node of a level that contains another, or is inside it.
    private mutating func node(level: Int, like node: Int) -> Int {
        let own = frame.levelOf[node]
        if own == level { return node }
        if own < level {
            let inside = tables.below[node * frame.levels + level]
            return inside[draw(inside.count)]
        }
        var up = node
        while frame.levelOf[up] > level { up = tables.parentOf[up] }
        return up
    }

    private func isAllowed(_ entry: AnnealingState.Entry) -> Bool {
        frame.allows(tables.segments[entry.candidate], node: entry.node, team: entry.team, weekday: entry.weekday)
            && (entry.half != .both
                || tables.day(
                    frame.tableOf[entry.team * frame.weekdays + entry.weekday], entry.candidate + 1,
                    entry.candidate + 1
                ).isLegal)
    }

    /// Takes away whatever holds a stop of a candidate.
    private mutating func leave(_ candidate: Int) {
        for stop in tables.stops[candidate] { if let index = state.holder(of: stop) { state.remove(index) } }
    }

    private mutating func clear(_ entry: AnnealingState.Entry) {
        while let index = state.obstacle(entry.team, entry.weekday, entry.half, node: entry.node) {
            state.remove(index)
        }
    }
}
