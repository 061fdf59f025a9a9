import Foundation
import GeoModel

/// What is asked between two neighbours of a line of one floor.
struct FrontQuestion: Hashable {
    /// With a limit of euros between the two, or none at a price.
    var cell: EpsilonCell
    /// Points an euro, at which both neighbours are worth the same; `nil` under a limit.
    var perEuro: Double?
}

// Which steps are taken between the ends: where neighbours of a line lie farthest apart.
extension FrontSearch {
    /// Below this part of a line's euros no step is put between two others.
    private static let narrow = 0.01
    /// Turns of the time that are left for proofs that were not close enough.
    private static let turnsLeft = 2

    /// Asks on until there are as many points within the gap as wanted, or nothing is left to ask.
    mutating func fill(_ floors: [Double?]) throws {
        while !isOver, proven < limits.points {
            let wave = Array(questions(floors).prefix(min(Self.width, limits.points - proven)))
            guard !wave.isEmpty else { return }
            let turns = (limits.points - proven + Self.width - 1) / Self.width + Self.turnsLeft
            try settle(wave.filter { $0.perEuro == nil }.map(\.cell), later: Self.width * (turns - 1))
            let steps = wave.compactMap { question in
                question.perEuro.map { price in
                    EpsilonStep(
                        question.cell, known, gap: limits.gap / Self.aimed,
                        prices: FrontPrices(perEuro: price, like: known.prices))
                }
            }
            guard !steps.isEmpty else { continue }
            asked.formUnion(wave)
            for (step, found) in zip(steps, try solve(steps, seconds: left / Double(turns))) {
                guard let index = note(found, step) else { continue }
                take(ownCell(index, step.cell.leastEquity), isInherited: false)
            }
            // What the prices have proven of the neighbours is their steps' answer.
            for floor in floors {
                for index in vertices(floor) {
                    let cell = ownCell(index, floor)
                    if isSettled(cell) { take(cell, isInherited: true) }
                }
            }
            tell(.steps)
        }
    }

    /// The limit that holds a plan of a line, and no dearer one.
    private func ownCell(_ index: Int, _ floor: Double?) -> EpsilonCell {
        EpsilonCell(mostEuros: Self.readableEuros(known.figures[index].euros), leastEquity: floor)
    }

    /// The plans of a line, the cheapest first, each reaching more need than all before it.
    private func vertices(_ floor: Double?) -> [Int] {
        let whole = EpsilonCell(leastEquity: floor)
        let figures = known.figures
        let cheapest = figures.indices.filter { whole.admits(figures[$0]) }
            .min { (figures[$0].euros, $0) < (figures[$1].euros, $1) }
        let chosen = cells.map(\.cell).filter { $0.leastEquity == floor }.compactMap(known.best)
        return Set(chosen + [cheapest].compactMap { $0 }).sorted { (figures[$0].euros, $0) < (figures[$1].euros, $1) }
            .reduce(into: []) { kept, index in
                if kept.last.map({ figures[index].need > figures[$0].need }) ?? true { kept.append(index) }
            }
    }

    /// What the plan of most need costs.
    private var wholeEuros: Double { max(ends.mostEuros / Self.dearest, 1e-9) }

    /// Lines that have fewer points than their share first; in them, where neighbours lie farthest apart.
    private func questions(_ floors: [Double?]) -> [FrontQuestion] {
        let weight = max(ends.needBound.points, 1e-9)
        var found: [(question: FrontQuestion, isMore: Int, size: Double)] = []
        for (line, floor) in floors.enumerated() {
            let vertices = vertices(floor)
            let proven = vertices.count { index in known.gap(ownCell(index, floor)).map { $0 <= limits.gap } ?? false }
            let isMore = proven < limits.steps(ofLine: line) ? 0 : 1
            for (cheap, dear) in zip(vertices, vertices.dropFirst()) {
                guard let question = question(between: cheap, dear, floor) else { continue }
                let (a, b) = (known.figures[cheap], known.figures[dear])
                found.append(
                    (question, isMore, (b.euros - a.euros) / wholeEuros + (b.need - a.need).points / weight))
            }
        }
        return found.enumerated().sorted { a, b in
            (a.element.isMore, -a.element.size, a.offset) < (b.element.isMore, -b.element.size, b.offset)
        }.map(\.element.question)
    }

    /// At the price that makes both worth the same; where that has been asked, under a limit in the middle of what is open.
    private func question(between cheap: Int, _ dear: Int, _ floor: Double?) -> FrontQuestion? {
        let (a, b) = (known.figures[cheap], known.figures[dear])
        guard b.euros - a.euros > Self.narrow * wholeEuros else { return nil }
        let price = FrontQuestion(
            cell: EpsilonCell(leastEquity: floor),
            perEuro: Self.readablePrice((b.need - a.need).points / (b.euros - a.euros)))
        if !asked.contains(price) { return price }
        // Beside proofs that were too hard no others are tried.
        guard known.gap(ownCell(dear, floor)).map({ $0 <= limits.gap }) ?? false else { return nil }
        let low =
            cells.map(\.cell).filter { $0.leastEquity == floor && known.best(in: $0) == cheap }
            .compactMap(\.mostEuros).max() ?? a.euros
        guard b.euros - low > Self.narrow * wholeEuros else { return nil }
        let cell = EpsilonCell(mostEuros: Self.readableEuros((low + b.euros) / 2), leastEquity: floor)
        // Where cents leave no limit between them.
        return cells.contains { $0.cell == cell } ? nil : FrontQuestion(cell: cell)
    }

    /// Steps whose proof was not as close as asked are solved once more in the time that is left, without a price, which then
    /// hides nothing.
    mutating func tighten() throws {
        var loose = cells.map(\.cell).filter { cell in
            !known.isImpossible(cell) && known.gap(cell).map { $0 > limits.gap } ?? true
        }[...]
        while !loose.isEmpty, !isOver {
            let turns = (loose.count + Self.width - 1) / Self.width
            let free = FrontPrices(perEuro: 0, like: known.prices)
            let steps = loose.prefix(Self.width).map { EpsilonStep($0, known, gap: limits.gap, prices: free) }
            loose = loose.dropFirst(steps.count)
            for (step, found) in zip(steps, try solve(steps, seconds: left / Double(turns))) { note(found, step) }
            tell(.steps)
        }
    }

    /// Cents, upwards: a limit that a plan was found with still holds it.
    static func readableEuros(_ euros: Double) -> Double { (euros * 100).rounded(.up) / 100 }

    /// Four figures.
    private static func readablePrice(_ price: Double) -> Double {
        let places = pow(10, 3 - log10(price).rounded(.down))
        return (price * places).rounded() / places
    }
}
