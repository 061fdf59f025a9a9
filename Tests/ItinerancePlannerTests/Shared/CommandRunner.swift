import Foundation

/// Runs the built program as a user would, in a folder of its own with a copy of the Nord's data.
struct CommandRunner {
    struct Result {
        var code: Int32
        var output: String
        var error: String
    }

    let folder: URL

    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    static let program = root.appendingPathComponent(".build/release/itinerance")

    /// For `env`: signals as a terminal gives them. Under `nohup` or in the background of a script Ctrl-C comes ignored, and
    /// a program that is started inherits that.
    static let ownSignals = ["--default-signal=HUP,INT,QUIT,TERM"]

    /// The scenario of most tests: the 12 communes of the Sud Avesnois.
    static let scenario = """
        nom: Essai
        donnees: .
        premier_lundi: 2027-01-04
        services:
          - id: lr
            nom: LR d'essai
            type: LR
            epci:
              - "200043404"
            depot: depot-fourmies
            vehicule: van-1
            equipe: equipe-1
            poids: 1
        parametres:
          min_visites: 4
        """

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("itinerance-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let data = Self.root.appendingPathComponent("data/nord")
        for name in try FileManager.default.contentsOfDirectory(atPath: data.path) where name.hasSuffix(".csv") {
            try FileManager.default.copyItem(
                at: data.appendingPathComponent(name), to: folder.appendingPathComponent(name))
        }
        try write("essai.yaml", Self.scenario)
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    func write(_ name: String, _ text: String) throws {
        try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }

    func read(_ name: String) throws -> String {
        try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    }

    func data(_ name: String) throws -> Data { try Data(contentsOf: folder.appendingPathComponent(name)) }

    /// Every file below a folder, by its path from there, sorted.
    func files(in name: String) throws -> [String] {
        let root = folder.appendingPathComponent(name)
        return try FileManager.default.subpathsOfDirectory(atPath: root.path).filter { path in
            var isFolder: ObjCBool = false
            let exists = FileManager.default.fileExists(
                atPath: root.appendingPathComponent(path).path, isDirectory: &isFolder)
            return exists && !isFolder.boolValue
        }.sorted()
    }

    func edit(_ name: String, _ old: String, _ new: String) throws {
        let text = try read(name)
        guard text.contains(old) else { throw CocoaError(.featureUnsupported) }
        try write(name, text.replacingOccurrences(of: old, with: new))
    }

    /// What stands in the folder besides the inputs.
    func leftovers() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { !$0.hasSuffix(".csv") && !$0.hasSuffix(".yaml") }.sorted()
    }

    func plan(_ extra: [String] = []) throws -> Result {
        try run(["planifier", "essai.yaml", "--sortie", "plan"] + extra)
    }

    /// - Parameters:
    ///   - command: what comes before the program's path and arguments: settings of the environment, or another program.
    ///   - isReady: asked until it is true, whereupon the program gets a Ctrl-C.
    func run(
        _ arguments: [String], through command: [String] = [], interruptAfter seconds: Double? = nil,
        interruptWhen isReady: (() -> Bool)? = nil
    ) throws
        -> Result
    {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = Self.ownSignals + command + [Self.program.path] + arguments
        process.currentDirectoryURL = folder
        let files = ["out", "err"].map {
            FileManager.default.temporaryDirectory.appendingPathComponent("\($0)-\(UUID())")
        }
        for file in files { try Data().write(to: file) }
        defer { for file in files { try? FileManager.default.removeItem(at: file) } }
        process.standardOutput = try FileHandle(forWritingTo: files[0])
        process.standardError = try FileHandle(forWritingTo: files[1])
        process.standardInput = FileHandle.nullDevice
        try process.run()
        if let seconds {
            Thread.sleep(forTimeInterval: seconds)
            process.interrupt()
        }
        if let isReady {
            while process.isRunning, !isReady() { usleep(5000) }
            process.interrupt()
        }
        process.waitUntilExit()
        return Result(
            code: process.terminationStatus, output: try String(contentsOf: files[0], encoding: .utf8),
            error: try String(contentsOf: files[1], encoding: .utf8))
    }
}
