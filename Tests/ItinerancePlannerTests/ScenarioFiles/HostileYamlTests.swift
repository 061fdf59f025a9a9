import Foundation
import Testing

/// A scenario is read in a time that its size tells.
@Suite("Scenarios that grow while they are read")
struct HostileYamlTests {
    @Test(
        "Lists of lists that are named again and again, and very deep ones, are told of at once",
        .timeLimit(.minutes(2)))
    func growing() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        let names = Array("abcdefghij")
        let bomb =
            "a: &a [x, x]\n"
            + zip(names, names.dropFirst()).map { before, name in
                "\(name): &\(name) [\(Array(repeating: "*\(before)", count: 9).joined(separator: ","))]\n"
            }.joined()
        let deep = "x: " + String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000) + "\n"
        let steps = "x:\n  " + String(repeating: "- ", count: 100_000) + "a\n"
        for (text, words) in [(bomb, "trop de renvois"), (deep, "YAML mal formé"), (steps, "YAML mal formé")] {
            try runner.write("grand.yaml", text + CommandRunner.scenario)
            let result = try runner.run(["besoins", "grand.yaml", "--sortie", "besoins"])
            #expect(result.code == 2 && result.error.contains(words), "\(result.error.prefix(300))")
        }
    }
}
