import Foundation
import GeoModel
import Optimizer
import PlanAnalysis
import ScenarioFiles
import Testing

@Suite("Steps and candidates of balayer")
struct SweepStepTests {
    typealias Object = SweepFixture.Object

    private func range(_ object: Object?) throws -> (least: Int, most: Int) {
        let object = try #require(object)
        func figure(_ key: String) throws -> Int { Int((try #require(object[key] as? Double) * 1000).rounded()) }
        return (try figure("au_moins"), try figure("au_plus"))
    }

    private func texts(_ object: Object, _ key: String) throws -> [String] { try #require(object[key] as? [String]) }

    /// Both proven and not: with a gap of 3 % values and bounds stand apart.
    @Test(
        "Gains of steps and ranks of candidates are those that values and bounds of the cells prove",
        arguments: ["0", "3"])
    func recount(_ gap: String) throws {
        let fixture = try SweepFixture()
        defer { fixture.runner.remove() }
        #expect(try fixture.sweep("la", ["--ecart", gap]).code == 0)
        let file = try fixture.file("la")
        let cells = try #require(file["cellules"] as? [Object])
        /// Value and bound in thousandths, by name.
        var own: [String: (least: Int, most: Int)] = [:]
        for cell in cells {
            guard let total = cell["total"] as? Object, let name = cell["nom"] as? String else { continue }
            let (value, bound) = (try #require(total["valeur"] as? Double), try #require(total["borne"] as? Double))
            own[name] = (Int((1000 * value).rounded()), Int((1000 * bound).rounded()))
        }
        let slices = try #require(file["coupes"] as? [Object])
        #expect(slices.count == 6)
        var undecided = 0
        for slice in slices {
            let points = try #require(slice["points"] as? [Object])
            let names = try points.map { try #require($0["cellule"] as? String) }
            if slice["axe"] as? String == "budgets.km" {
                #expect(points.map { $0["valeur_de_l_axe"] as? String } == ["150", "400", "700", "aucun"])
                let steps = try #require(slice["pas"] as? [Object])
                for (index, step) in steps.enumerated() {
                    guard own[names[index]] != nil, own[names[index + 1]] != nil else {
                        #expect(["impossible", "devient_possible"].contains(step["verdict"] as? String))
                        continue
                    }
                    // A larger budget allows all that a smaller one does: by hand, over all pairs.
                    func least(_ place: Int) -> Int { names[...place].compactMap { own[$0]?.least }.max()! }
                    func most(_ place: Int) -> Int { names[place...].compactMap { own[$0]?.most }.min()! }
                    let margin = try range(step["valeur_en_plus"] as? Object)
                    #expect(margin.least == max(0, least(index + 1) - most(index)))
                    #expect(margin.most == most(index + 1) - least(index))
                    let verdict = margin.least > 0 ? "meilleur" : margin.most == 0 ? "egal" : "indecis"
                    #expect(step["verdict"] as? String == verdict)
                    let isCertain = (step["phrase"] as? String)?.hasSuffix(": certain") == true
                    #expect(isCertain == (verdict != "indecis"))
                    if !isCertain { undecided += 1 }
                    if let to = Double(step["a"] as? String ?? ""), let from = Double(step["de"] as? String ?? "") {
                        let unit = try #require(step["valeur_en_plus_par_unite"] as? Object)
                        let most = try #require(unit["au_plus"] as? Double)
                        #expect(abs(most * (to - from) * 1000 - Double(margin.most)) < 1e-6)
                    } else {
                        #expect(step["valeur_en_plus_par_unite"] == nil)
                    }
                }
            } else {
                let planned = names.indices.filter { own[names[$0]] != nil }
                guard !planned.isEmpty else {
                    #expect(slice["classement"] == nil)
                    continue
                }
                let best = planned.compactMap { own[names[$0]]?.least }.max() ?? 0
                let open = planned.filter { own[names[$0]]!.most >= best }
                    .compactMap { points[$0]["valeur_de_l_axe"] as? String }
                #expect(Set(try texts(slice, "peuvent_etre_les_meilleurs")) == Set(open))
                let phrase = try #require(slice["phrase"] as? String)
                #expect(
                    (phrase.contains("est le meilleur d'après les bornes") || phrase.contains("est le seul candidat"))
                        == (open.count == 1), "\(phrase)")
                let ranked = try texts(slice, "classement")
                #expect(ranked.count == 2 && own[names.first { $0.contains(ranked[0]) }!]?.least == best)
            }
        }
        #expect(gap == "0" ? undecided == 0 : true)
    }

    @Test(
        "Drawn ranges along an axis that only allows more: each is as narrow as any pair of cells proves, and no narrower"
    )
    func tighten() {
        var random = SystemRandomNumberGenerator()
        for loosening in [SweepAxis.Loosening.rising, .falling] {
            for _ in 0..<300 {
                let count = Int.random(in: 1...6, using: &random)
                // True optima that never fall, and ranges around them.
                var truth = 0
                var ranges = (0..<count).map { _ -> ValueRange? in
                    truth += Int.random(in: 0...3, using: &random)
                    return Int.random(in: 0...5, using: &random) == 0
                        ? nil
                        : ValueRange(
                            least: MilliPoints(truth - Int.random(in: 0...4, using: &random)),
                            most: MilliPoints(truth + Int.random(in: 0...4, using: &random)))
                }
                if loosening == .falling { ranges.reverse() }
                var points = ranges.enumerated().map { SweepSlice.Point(value: $0, cell: $0, range: $1) }
                SweepSlice.tighten(&points, loosening)
                for index in points.indices {
                    guard let found = points[index].range else {
                        #expect(ranges[index] == nil)
                        continue
                    }
                    let tighter = loosening == .rising ? Array(ranges[...index]) : Array(ranges[index...])
                    let looser = loosening == .rising ? Array(ranges[index...]) : Array(ranges[...index])
                    #expect(found.least == tighter.compactMap { $0?.least }.max())
                    #expect(found.most == looser.compactMap { $0?.most }.min())
                }
            }
        }
    }
}
