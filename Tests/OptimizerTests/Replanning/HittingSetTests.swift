import Optimizer
import TestSupport
import Testing

@Suite("Lightest sets that hit every conflict")
struct HittingSetTests {
    @Test("As light as the lightest of all subsets, and it hits every set", arguments: 1...300)
    func lightest(number: Int) {
        var random = TestRandom(UInt64(number) &* 7919)
        let members = random.whole(1...8)
        let weights = (0..<members).map { _ in random.whole(1...9) }
        let sets = (0..<random.whole(0...6)).map { _ in
            let set = (0..<members).filter { _ in random.chance(0.4) }
            return set.isEmpty ? [random.whole(0...members - 1)] : set
        }
        let demands = sets.map { HittingSet.Demand($0, least: random.whole(1...$0.count)) }
        func isMet(_ demand: HittingSet.Demand, by chosen: Set<Int>) -> Bool {
            demand.members.filter(chosen.contains).count >= demand.least
        }
        let found = HittingSet.lightest(demands) { weights[$0] }
        #expect(demands.allSatisfy { isMet($0, by: found) })
        func weight(_ chosen: Set<Int>) -> Int { chosen.reduce(0) { $0 + weights[$1] } }
        var least = Int.max
        for mask in 0..<(1 << members) {
            let chosen = Set((0..<members).filter { mask & (1 << $0) != 0 })
            guard demands.allSatisfy({ isMet($0, by: chosen) }) else { continue }
            least = min(least, weight(chosen))
        }
        #expect(weight(found) == least)
    }
}
