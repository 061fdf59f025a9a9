import Foundation
import Testing

/// `itinerance bench top`, as a user runs it.
@Suite("Command bench top")
struct BenchCommandTests {
    private struct Written: Decodable {
        var instance: String
        var tours: [[Int]]
        var score: Int
        var upperBound: Int?
        var seconds: Double
        var proven: Bool

        enum CodingKeys: String, CodingKey {
            case instance
            case tours
            case score
            case upperBound = "upper_bound"
            case seconds
            case proven
        }
    }

    /// A square of sites around the start; made up here.
    private static let nodes: [(x: Double, y: Double, score: Int)] = [
        (0, 0, 0), (1, 0, 10), (1, 1, 20), (0, 1, 10), (-3, 0, 30), (-3, 1, 20), (9, 9, 90), (0, 0, 0),
    ]

    private static func text(_ vehicles: Int, _ limit: Double) -> String {
        "n \(nodes.count)\nm \(vehicles)\ntmax \(limit)\n"
            + nodes.map { "\($0.x)\t\($0.y)\t\($0.score)\n" }.joined()
    }

    /// The rule of the benchmark's check, written anew.
    private static func isValid(_ written: Written, vehicles: Int, limit: Double) -> Bool {
        var seen: Set<Int> = []
        for tour in written.tours {
            let row = [1] + tour + [nodes.count]
            var length = 0.0
            for (a, b) in zip(row, row.dropFirst()) {
                length += hypot(nodes[a - 1].x - nodes[b - 1].x, nodes[a - 1].y - nodes[b - 1].y)
            }
            guard length <= limit + 1e-6 else { return false }
            for node in tour {
                guard node > 1, node < nodes.count, seen.insert(node).inserted else { return false }
            }
        }
        let score = seen.reduce(0) { $0 + nodes[$1 - 1].score }
        return written.tours.count <= vehicles && score == written.score && (written.upperBound ?? score) >= score
    }

    private func runner() throws -> CommandRunner {
        let runner = try CommandRunner()
        try FileManager.default.createDirectory(
            at: runner.folder.appendingPathComponent("jeux"), withIntermediateDirectories: true)
        return runner
    }

    @Test("Tours and bound of each instance are written as the check reads them, a line each is shown")
    func writes() throws {
        let runner = try runner()
        defer { runner.remove() }
        try runner.write("jeux/un.txt", Self.text(1, 8))
        try runner.write("jeux/deux.txt", Self.text(2, 8))
        let result = try runner.run(["bench", "top", "jeux", "--sortie", "vers/la", "--duree", "20", "--taches", "2"])
        #expect(result.code == 0, "\(result.error)")
        #expect(result.output.split(separator: "\n").count == 2)
        for (name, vehicles, score) in [("un", 1, 60), ("deux", 2, 90)] {
            let written = try JSONDecoder().decode(Written.self, from: Data(runner.read("vers/la/\(name).json").utf8))
            #expect(written.instance == name)
            #expect(Self.isValid(written, vehicles: vehicles, limit: 8))
            #expect(written.score == score && written.upperBound == score && written.proven)
            #expect(result.output.contains("\(name) · score \(score) · borne \(score) · optimal"))
        }
    }

    @Test("--seulement solves those named, and a name that is not there is told with its neighbours")
    func only() throws {
        let runner = try runner()
        defer { runner.remove() }
        try runner.write("jeux/alpha.txt", Self.text(1, 8))
        try runner.write("jeux/omega.txt", Self.text(1, 8))
        let arguments = ["bench", "top", "jeux", "--sortie", "la", "--duree", "20", "--seulement"]
        #expect(try runner.run(arguments + ["omega"]).code == 0)
        #expect(try FileManager.default.contentsOfDirectory(atPath: runner.folder.path + "/la") == ["omega.json"])
        let wrong = try runner.run(arguments + ["alfa"])
        #expect(wrong.code == 2)
        #expect(wrong.error == "jeux : pas d'instance « alfa ». Proches : alpha.\n")
    }

    @Test(
        "A file that is wrong is told by file and line, and nothing is solved",
        arguments: [
            ("n 3\nm 2\n", "jeux/faux.txt, ligne 3 : ligne « tmax » absente."),
            ("n 2\nm deux\ntmax 5\n", "jeux/faux.txt, ligne 2 : « m » et un nombre entier positif sont attendus"),
            ("n 2\nm 1\ntmax 5\n0 0 0\n1 un 0\n", "jeux/faux.txt, ligne 5 : un nœud s'écrit avec trois nombres"),
            ("n 2\nm 1\ntmax 5\n0 0 0\n1 1 nan\n", "jeux/faux.txt, ligne 5 : un nœud s'écrit avec trois nombres"),
            ("n 2\nm 1\ntmax 5\n0 0 -4\n1 1 0\n", "jeux/faux.txt, ligne 4 : « -4 » : un score"),
            ("n 4\nm 1\ntmax 5\n0 0 0\n1 1 0\n", "jeux/faux.txt, ligne 1 : 4 nœuds annoncés, 2 trouvés."),
            ("n 2\nm 0\ntmax 5\n0 0 0\n1 1 0\n", "jeux/faux.txt, ligne 2 : « m » est hors limites"),
            ("", "jeux/faux.txt : fichier vide."),
        ])
    func wrongFile(text: String, message: String) throws {
        let runner = try runner()
        defer { runner.remove() }
        try runner.write("jeux/bon.txt", Self.text(1, 8))
        try runner.write("jeux/faux.txt", text)
        let result = try runner.run(["bench", "top", "jeux", "--sortie", "la", "--duree", "20"])
        #expect(result.code == 2)
        #expect(result.error.contains(message), "\(result.error)")
        #expect(!FileManager.default.fileExists(atPath: runner.folder.path + "/la/bon.json"))
    }

    @Test("A folder that is not there, an empty one and a bad duration are told")
    func wrongArguments() throws {
        let runner = try runner()
        defer { runner.remove() }
        #expect(try runner.run(["bench", "top", "ailleurs", "--sortie", "la"]).code == 2)
        #expect(try runner.run(["bench", "top", "jeux", "--sortie", "la"]).error.contains("aucun fichier .txt"))
        #expect(try runner.run(["bench", "top", "jeux", "--sortie", "la", "--duree", "zéro"]).code == 64)
        #expect(try runner.run(["bench", "top", "--help"]).output.contains("itinerance bench top jeux/top"))
    }
}
