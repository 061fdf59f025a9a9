import TestSupport
import Testing

@Suite("Simplex method in bouts")
struct PatientSimplexTests {
    @Test("Bouts of any length end at the same optimum", arguments: [1, 2, 7, 2_000])
    func sameOptimum(bout: Int) throws {
        for seed in UInt64(1)...10 {
            for dual in [false, true] {
                let (whole, inBouts) = try onSolverThread {
                    var first = try RandomPrograms.covering(rows: 40, columns: 120, seed: seed)
                    var second = try RandomPrograms.covering(rows: 40, columns: 120, seed: seed)
                    let outcomes = [
                        try first.solve(dual: dual), try second.solvePatiently(dual: dual, bout: bout) { false },
                    ]
                    let isOptimal = outcomes.allSatisfy(\.isOptimal)
                    return isOptimal ? (try first.objective(), try second.objective()) : (0, -Double.infinity)
                }
                #expect(abs(whole - inBouts) < 1e-7, "seed \(seed)")
            }
        }
    }

    @Test("It ends where it is told to, and where nothing moves")
    func ends() throws {
        let outcomes = try onSolverThread {
            var problem = try RandomPrograms.covering(rows: 40, columns: 120, seed: 1)
            var looks = 0
            let told = try problem.solvePatiently(dual: false, bout: 1) {
                looks += 1
                return looks == 3
            }
            #expect(looks == 3)
            return [told, try problem.solvePatiently(dual: false, bout: 0) { false }]
        }
        for outcome in outcomes {
            #expect(!outcome.isOptimal)
            #expect(outcome.stop == .iterationLimit)
        }
    }
}
