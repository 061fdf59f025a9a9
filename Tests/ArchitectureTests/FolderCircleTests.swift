import Testing

/// Which folder of a target names types of which other: a list to read, and no circle in it.
@Suite("Folders of a target")
struct FolderCircleTests {
    @Test("No folder uses, by way of others, one that uses it")
    func noCircles() throws {
        let tree = try SourceTree.shared.get()
        for target in tree.targets where !target.isTest {
            let uses = FolderUses(target)
            for line in uses.lines { print("\(target.name): \(line)") }
            let circle = uses.circle
            #expect(circle.isEmpty, "\(target.name): \(circle.joined(separator: " → "))")
        }
    }

    @Test("Comments and texts name no type, interpolations do")
    func codeOnly() {
        let code = SwiftText.code(
            of: #"let a = "Wagon \(Tram.all) x" // Bus"# + "\n/* Taxi */ let b = \"\"\"\nFerry\n\"\"\"")
        #expect(code.contains("Tram.all"))
        for word in ["Wagon", "Bus", "Taxi", "Ferry"] { #expect(!code.contains(word)) }
    }
}

/// Uses between the folders right below a target's own; files beside those folders are the folder ".".
struct FolderUses {
    /// By folder: the folders it uses, with the types it names.
    private(set) var uses: [String: [String: Set<String>]] = [:]

    init(_ target: SourceTree.Target) {
        let files = target.files.map { (folder: Self.folder($0.path), code: SwiftText.code(of: $0.text)) }
        var homes: [String: Set<String>] = [:]
        for file in files {
            for match in file.code.matches(of: Self.declaration) where !match.output.1.contains("private") {
                homes[String(match.output.2), default: []].insert(file.folder)
            }
        }
        for file in files {
            for match in file.code.matches(of: Self.name) {
                let name = String(match.output.1)
                guard let home = homes[name], !home.contains(file.folder) else { continue }
                for folder in home { uses[file.folder, default: [:]][folder, default: []].insert(name) }
            }
        }
    }

    private static func folder(_ path: String) -> String {
        path.contains("/") ? String(path.prefix { $0 != "/" }) : "."
    }

    /// A type declared at the left margin.
    private static var declaration: Regex<(Substring, Substring, Substring)> {
        /(?m)^((?:@\w+(?:\([^)]*\))? )*(?:(?:public|package|internal|private|fileprivate|final|indirect|nonisolated) )*)(?:struct|class|enum|protocol|actor|typealias) ([A-Z]\w*)/
    }

    /// A capitalised word that no dot precedes.
    private static var name: Regex<(Substring, Substring)> { /(?:^|[^.\w])([A-Z]\w*)/ }

    var lines: [String] {
        uses.sorted { $0.key < $1.key }.map { folder, others in
            folder + " → " + others.keys.sorted().joined(separator: ", ")
        }
    }

    /// Folders of a circle in order, the first one again at the end; empty where there is none.
    var circle: [String] {
        var done: Set<String> = []
        var way: [String] = []
        func visit(_ folder: String) -> [String]? {
            if let start = way.firstIndex(of: folder) { return Array(way[start...]) + [folder] }
            guard !done.contains(folder) else { return nil }
            way.append(folder)
            defer { way.removeLast() }
            for next in (uses[folder] ?? [:]).keys.sorted() {
                if let found = visit(next) { return found }
            }
            done.insert(folder)
            return nil
        }
        for folder in uses.keys.sorted() {
            if let found = visit(folder) { return found }
        }
        return []
    }
}
