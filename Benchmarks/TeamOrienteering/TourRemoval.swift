/// Taking sites out of a plan, by chance, by place, by tour and by worth.
extension TourSearch {
    func destroy() {
        let visited = (0..<instance.count).filter { trial.tourOf[$0] >= 0 }
        guard !visited.isEmpty else { return }
        for site in 0..<instance.count { isLeaving[site] = false }
        let most = max(2, min(visited.count * 2 / 5, 30))
        let size = 1 + uniform(most)
        switch uniform(8) {
        case 0:
            for _ in 0..<size { isLeaving[visited[uniform(visited.count)]] = true }
        case 1, 2:
            // The sites nearest to one, some passed over.
            let centre = uniform(instance.count)
            var taken = 0
            if trial.tourOf[centre] >= 0 {
                isLeaving[centre] = true
                taken = 1
            }
            for site in geometry.nearest[centre] where trial.tourOf[site] >= 0 {
                if taken >= size { break }
                if random.next() & 3 == 0 { continue }
                isLeaving[site] = true
                taken += 1
            }
        case 3, 4, 5:
            // A piece of one tour, or of two near each other.
            let site = visited[uniform(visited.count)]
            leave(piece: size, around: site)
            if random.next() & 1 == 0,
                let other = geometry.nearest[site].first(where: {
                    trial.tourOf[$0] >= 0 && trial.tourOf[$0] != trial.tourOf[site]
                })
            {
                leave(piece: size, around: other)
            }
        case 6:
            // What brings least for its detour, with noise.
            var ranked: [(Double, Int)] = []
            for tour in 0..<instance.vehicles {
                let row = trial.row(tour)
                for place in 1..<trial.count(tour) - 1 {
                    let (a, b, c) = (Int(row[place - 1]), Int(row[place]), Int(row[place + 1]))
                    let detour = trial.distance(a, b) + trial.distance(b, c) - trial.distance(a, c)
                    let noise = Double.random(in: 0.5...1.5, using: &random)
                    ranked.append((Double(instance.worth[b]) / (detour + 1e-6) * noise, b))
                }
            }
            ranked.sort { $0 < $1 }
            for (_, site) in ranked.prefix(size) { isLeaving[site] = true }
        default:
            let tour = uniform(instance.vehicles)
            let share = Double.random(in: 0.3...1, using: &random)
            for site in visited
            where trial.tourOf[site] == tour && Double.random(in: 0..<1, using: &random) < share {
                isLeaving[site] = true
            }
        }
        trial.removeAll { isLeaving[$0] }
    }

    private func leave(piece size: Int, around site: Int) {
        let tour = trial.tourOf[site]
        let row = trial.row(tour)
        let count = trial.count(tour)
        var place = 1
        while Int(row[place]) != site { place += 1 }
        let first = max(1, place - uniform(size))
        for index in first..<min(count - 1, first + size) { isLeaving[Int(row[index])] = true }
    }
}
