import Foundation
import Testing

@Suite struct QualityCommandTests {
    /// 59006 L'Orée de Mormal: the area of communes.csv is that of before Bermeries joined, or the contour's is.
    @Test func nordNamesTheMergedCommune() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        let data = CommandRunner.root.appendingPathComponent("data/nord").path
        let result = try runner.run(["qualite", data])
        #expect(result.code == 0)
        #expect(result.output.contains("(59006)"))
    }

    @Test func unreadableDataEndWithTwo() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        #expect(try runner.run(["qualite", "absent"]).code == 2)
    }
}
