import Foundation

/// `Tests/Fixtures/routing/server.py`, started on a free port of the loopback.
final class RoutingFixture {
    let address: String
    private let process = Process()
    private let log = FileManager.default.temporaryDirectory.appendingPathComponent("routing-\(UUID().uuidString)")

    init(_ options: [String] = []) throws {
        let script = CommandRunner.root.appendingPathComponent("Tests/Fixtures/routing/server.py")
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", script.path, "--log", log.path] + options
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        var line = Data()
        while line.last != UInt8(ascii: "\n") {
            let more = pipe.fileHandleForReading.readData(ofLength: 1)
            guard !more.isEmpty else { throw CocoaError(.fileReadUnknown) }
            line += more
        }
        address = "http://127.0.0.1:" + String(decoding: line.dropLast(), as: UTF8.self)
    }

    /// Each request so far: protocol, sources, targets, key.
    var requests: [[String]] {
        let text = (try? String(contentsOf: log, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    }

    func stop() {
        // A thread of the tests may hold other signals back, and a program it starts inherits that.
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        try? FileManager.default.removeItem(at: log)
    }
}

/// A point in hundred-thousandths of a degree, and the server's made-up ways.
struct MadeUpPoint: Hashable {
    var latitude: Int
    var longitude: Int

    func seconds(to b: MadeUpPoint) -> Int {
        self == b ? 0 : 60 + (7 * latitude + 13 * longitude + 17 * b.latitude + 29 * b.longitude) % 3000
    }

    func metres(to b: MadeUpPoint) -> Int {
        self == b ? 0 : 10 * seconds(to: b) + (latitude + 3 * b.longitude) % 500
    }
}

extension CommandRunner {
    /// Points of the communes of some EPCI, by code.
    func communePoints(epci: [String]) throws -> [String: MadeUpPoint] {
        try points("communes.csv", id: 0, latitude: 3) { epci.contains($0[2]) }
    }

    func points(
        _ file: String, id: Int, latitude: Int, where isWanted: ([String]) -> Bool
    ) throws -> [String: MadeUpPoint] {
        var points: [String: MadeUpPoint] = [:]
        for line in try read(file).split(separator: "\n").dropFirst() {
            let cells = line.replacingOccurrences(of: "\"[^\"]*\"", with: "", options: .regularExpression)
                .split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            guard isWanted(cells) else { continue }
            points[cells[id]] = MadeUpPoint(
                latitude: Int((Double(cells[latitude])! * 1e5).rounded()),
                longitude: Int((Double(cells[latitude + 1])! * 1e5).rounded()))
        }
        return points
    }

    func fetch(_ server: String, _ kind: String, _ extra: [String] = []) throws -> Result {
        try run(["trajets", "essai.yaml", "--serveur", server, "--type", kind, "--vers", "trajets.csv"] + extra)
    }

    /// Rows of a matrix file, `de;vers` → seconds and metres.
    func matrixRows(_ file: String) throws -> [String: [Int]] {
        var rows: [String: [Int]] = [:]
        for line in try read(file).split(separator: "\n").dropFirst() {
            let cells = line.split(separator: ";").map(String.init)
            func number(_ text: String) -> Double { Double(text.replacingOccurrences(of: ",", with: "."))! }
            rows[cells[0] + ";" + cells[1]] = [
                Int((number(cells[2]) * 60).rounded()), Int((number(cells[3]) * 1000).rounded()),
            ]
        }
        return rows
    }

    var hasMatrix: Bool { FileManager.default.fileExists(atPath: folder.appendingPathComponent("trajets.csv").path) }

    /// Temporary files the program left behind.
    func halfWritten() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".partiel") }
    }
}
