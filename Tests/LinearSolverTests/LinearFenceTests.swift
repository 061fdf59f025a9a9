import Foundation
import Testing

@Suite("Where GLPK may be touched")
struct LinearFenceTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private static func files(in folder: String, _ endings: Set<String>) throws -> [(path: String, text: String)] {
        let base = root.appendingPathComponent(folder)
        let all = try #require(FileManager.default.enumerator(at: base, includingPropertiesForKeys: nil))
        var found: [(path: String, text: String)] = []
        for case let file as URL in all where endings.contains(file.pathExtension) {
            found.append(
                (String(file.path.dropFirst(root.path.count + 1)), try String(contentsOf: file, encoding: .utf8)))
        }
        return found
    }

    @Test("GLPK is imported by the linear layer and by the tests of its shim, nowhere else")
    func imports() throws {
        var importing: [String] = []
        for folder in ["Sources", "Tests", "Benchmarks"] {
            for (path, text) in try Self.files(in: folder, ["swift"]) {
                let imports = text.split(separator: "\n").contains {
                    $0.contains("import ") && $0.split(separator: " ").last == "CGLPK"
                }
                if imports { importing.append(path) }
            }
        }
        #expect(importing.contains { $0.hasPrefix("Sources/LinearSolver/") })
        #expect(importing.contains { $0.hasPrefix("Tests/CGLPKTests/") })
        #expect(
            importing.allSatisfy {
                $0.hasPrefix("Sources/LinearSolver/") || $0.hasPrefix("Tests/CGLPKTests/")
            }, "\(importing)")
    }

    @Test("The program never changes its locale: GLPK reads and prints numbers by it")
    func locale() throws {
        for (path, text) in try Self.files(in: "Sources", ["swift", "c", "h"]) {
            #expect(!text.contains("setlocale("), "\(path)")
        }
    }

    @Test("GLPK's own writers are not used: they round, rename and do not notice a full disk")
    func writers() throws {
        for (path, text) in try Self.files(in: "Sources", ["swift", "c", "h"]) {
            #expect(!text.contains("glp_write_" + "mps(") && !text.contains("glp_write_" + "lp("), "\(path)")
        }
    }
}
