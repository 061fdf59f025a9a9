extension RoundMaster {
    /// Drops columns out of the basis whose reduced cost is below `-margin` points, and cuts that do not bind.
    ///
    /// Pricing and separation bring back what is missed, so nothing is lost but their time.
    mutating func purge(margin: Double) throws {
        let reduced = try linear.columnDuals()
        let isBasic = try linear.columnIsBasic()
        let dropped = columns.indices.filter { !isBasic[firstRound + $0] && reduced[firstRound + $0] < -margin }
        try linear.deleteColumns(dropped.map { firstRound + $0 })
        let gone = Set(dropped)
        for index in dropped { known.remove(columns[index]) }
        columns = columns.indices.filter { !gone.contains($0) }.map { columns[$0] }
        uses = uses.indices.filter { !gone.contains($0) }.map { uses[$0] }
        isOpen = isOpen.indices.filter { !gone.contains($0) }.map { isOpen[$0] }
        let isSlack = try linear.rowIsBasic()
        let loose = Set(coverCuts.map(\.row) + workCuts.map(\.row)).filter { isSlack[$0] }
        let place = (0..<linear.rowCount).reduce(into: (new: [Int](), next: 0)) { result, row in
            result.new.append(result.next)
            if !loose.contains(row) { result.next += 1 }
        }.new
        try linear.deleteRows(loose.sorted())
        for (cut, row) in coverCuts where loose.contains(row) { knownCover.remove(cut) }
        for (cut, row) in workCuts where loose.contains(row) { knownWork.remove(cut) }
        coverCuts = coverCuts.filter { !loose.contains($0.row) }.map { ($0.cut, place[$0.row]) }
        workCuts = workCuts.filter { !loose.contains($0.row) }.map { ($0.cut, place[$0.row]) }
        togetherRows = togetherRows.mapValues { place[$0] }
    }
}
