import Foundation

/// The package as its manifest tells of it, and the Swift files of its targets.
struct SourceTree {
    struct Target {
        var name: String
        var folder: URL
        /// Targets of this package, and products of others.
        var dependencies: [String]
        var isTest: Bool
    }

    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    var targets: [Target]
    /// Targets of the library product `Optimizer`.
    var library: [String]

    /// Asks SwiftPM; in a scratch folder of its own, since `swift test` may hold that of the package.
    static let shared = Result { try SourceTree(manifest: dump()) }

    private static func dump() throws -> Data {
        let scratch = FileManager.default.temporaryDirectory.appendingPathComponent("itinerance-dump-\(UUID())")
        defer { try? FileManager.default.removeItem(at: scratch) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "swift", "package", "--package-path", root.path, "--scratch-path", scratch.path, "dump-package",
        ]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return data
    }

    init(manifest: Data) throws {
        struct Manifest: Decodable {
            struct Target: Decodable {
                var name: String
                var path: String?
                var type: String
                var dependencies: [Dependency]
            }
            struct Product: Decodable {
                var name: String
                var targets: [String]
            }
            var targets: [Target]
            var products: [Product]
        }
        let package = try JSONDecoder().decode(Manifest.self, from: manifest)
        library = package.products.first { $0.name == "Optimizer" }?.targets ?? []
        targets = package.targets.map { target in
            let isTest = target.type == "test"
            return Target(
                name: target.name,
                folder: Self.root.appendingPathComponent(
                    target.path ?? (isTest ? "Tests/" : "Sources/") + target.name),
                dependencies: target.dependencies.map(\.name), isTest: isTest)
        }
    }

    /// `{"byName": ["GeoModel", null]}` or `{"product": ["GRDB", "GRDB.swift", …]}`.
    private struct Dependency: Decodable {
        var name: String

        init(from decoder: any Decoder) throws {
            let kinds = try decoder.singleValueContainer().decode([String: [Part]].self)
            name = kinds.values.first?.first?.text ?? ""
        }

        struct Part: Decodable {
            var text: String?
            init(from decoder: any Decoder) throws { text = try? decoder.singleValueContainer().decode(String.self) }
        }
    }

    func target(_ name: String) -> Target? { targets.first { $0.name == name } }

    /// All that a target can see: its dependencies, theirs, and so on.
    func reach(_ name: String) -> Set<String> {
        var found: Set<String> = []
        var waiting = target(name)?.dependencies ?? []
        while let next = waiting.popLast() {
            guard found.insert(next).inserted else { continue }
            waiting += target(next)?.dependencies ?? []
        }
        return found
    }
}

extension SourceTree.Target {
    /// Swift files below the target's folder, by their path from there.
    var files: [(path: String, text: String)] {
        let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
        return paths.filter { $0.hasSuffix(".swift") }.sorted().compactMap { path in
            (try? String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)).map { (path, $0) }
        }
    }
}
