import Foundation

/// Reads published files with the Python readers of `Tests/requirements.txt`.
enum PublicationReaders {
    struct Failure: Error, CustomStringConvertible { var description: String }

    static let fixtures = CommandRunner.root.appendingPathComponent("Tests/Fixtures/publication")
    private static let python = CommandRunner.root.appendingPathComponent(".build/test-python/bin/python")

    /// What a script of `Tests/Fixtures/publication` writes, as JSON.
    static func read(_ script: String, _ arguments: [String], input: String = "") throws -> Any {
        guard FileManager.default.isExecutableFile(atPath: python.path) else {
            throw Failure(description: "\(python.path) is missing: run scripts/setup --tests")
        }
        let output = try run([python.path, fixtures.appendingPathComponent(script).path] + arguments, input: input)
        return try JSONSerialization.jsonObject(with: output, options: .fragmentsAllowed)
    }

    /// Standard output and error of a program that ends well.
    static func run(_ command: [String], input: String = "") throws -> Data {
        let files = try ["in", "out"].map { name in
            let url = FileManager.default.temporaryDirectory.appendingPathComponent("\(name)-\(UUID().uuidString)")
            try Data(name == "in" ? input.utf8 : "".utf8).write(to: url)
            return url
        }
        defer { for file in files { try? FileManager.default.removeItem(at: file) } }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = command
        process.standardInput = try FileHandle(forReadingFrom: files[0])
        let output = try FileHandle(forWritingTo: files[1])
        process.standardOutput = output
        process.standardError = output
        try process.run()
        process.waitUntilExit()
        let data = try Data(contentsOf: files[1])
        guard process.terminationStatus == 0 else {
            throw Failure(description: String(decoding: data, as: UTF8.self))
        }
        return data
    }
}
