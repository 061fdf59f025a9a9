extension RoundMaster {
    /// Drops columns out of the basis whose reduced cost is below `-margin` points or that the node does not allow, but
    /// not those of a short list; and cuts that do not bind.
    ///
    /// Pricing and separation bring back those that are missed, which costs time and nothing else.
    mutating func purge(margin: Double) throws {
        let reduced = try linear.columnDuals()
        let isBasic = try linear.columnIsBasic()
        let dropped = columns.indices.filter { index in
            guard !isBasic[firstRound + index] else { return false }
            if let list = branch.list, list.isShort { return !list.contains(columns[index]) }
            return !isOpen[index] || reduced[firstRound + index] < -margin
        }
        try linear.deleteColumns(dropped.map { firstRound + $0 })
        let gone = Set(dropped)
        for index in dropped { known.remove(columns[index]) }
        columns = columns.indices.filter { !gone.contains($0) }.map { columns[$0] }
        uses = uses.indices.filter { !gone.contains($0) }.map { uses[$0] }
        isOpen = isOpen.indices.filter { !gone.contains($0) }.map { isOpen[$0] }
        try purgeRows()
    }

    /// Drops cuts that do not bind.
    mutating func purgeRows() throws {
        let isSlack = try linear.rowIsBasic()
        let loose = rows.indices.filter { rows[$0].isCut && isSlack[$0] }
        guard !loose.isEmpty else { return }
        try linear.deleteRows(loose)
        for index in loose {
            if let cut = rows[index].cover { knownCover.remove(cut) }
            if case .workCut(let cut) = rows[index].role { knownWork.remove(cut) }
        }
        let gone = Set(loose)
        rows = rows.indices.filter { !gone.contains($0) }.map { rows[$0] }
        indexRows()
    }
}
