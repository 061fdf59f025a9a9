import Testing

/// The walls: which target may see which. The compiler holds them; this holds the manifest.
@Suite("Targets of the package")
struct TargetGraphTests {
    let tree: SourceTree

    init() throws { tree = try SourceTree.shared.get() }

    @Test("The optimizer cannot see the check, nor what decides by it")
    func optimizerApart() {
        #expect(!tree.reach("Optimizer").isEmpty)
        #expect(tree.reach("Optimizer").isDisjoint(with: ["PlanCheck", "Staffing"]))
        #expect(tree.reach("PlanCheck").isDisjoint(with: ["Optimizer", "LinearSolver", "ColumnGeneration"]))
    }

    @Test("Sentences stand above all but what shows them")
    func textIsLate() {
        let showing: Set = ["PageRendering", "Reporting", "Publishing", "ItinerancePlanner"]
        for target in tree.targets where !target.isTest && !showing.contains(target.name) && target.name != "FrenchText"
        {
            #expect(!tree.reach(target.name).contains("FrenchText"), "\(target.name)")
        }
        #expect(tree.reach("FrenchText").isDisjoint(with: showing))
    }

    @Test(
        "One target alone knows a foreign library",
        arguments: [
            ("CGLPK", "LinearSolver"), ("GRDB", "PlanStore"), ("Mustache", "PageRendering"),
            ("FoundationNetworking", "Routing"), ("CProj", "GeoModel"), ("CIcal", "Publishing"),
            ("CXlsxWriter", "TabularData"), ("CQRCode", "PageRendering"), ("CNettle", "FileAccess"),
            ("CZlib", "FileAccess"),
            ("ArgumentParser", "ItinerancePlanner"),
        ])
    func oneImporter(_ library: String, _ only: String) {
        let importers = tree.targets.filter { target in
            !target.isTest
                && target.files.contains { file in
                    file.text.split(separator: "\n").contains {
                        $0.hasSuffix("import \(library)") || $0.contains("import struct \(library).")
                    }
                }
        }
        #expect(importers.map(\.name) == [only])
    }

    @Test("The library holds the engine, and nothing of files, words or benchmarks")
    func library() {
        let seen = tree.library.reduce(into: Set(tree.library)) { $0.formUnion(tree.reach($1)) }
        #expect(seen.isSuperset(of: ["GeoModel", "PlanningModel", "PlanCheck", "Optimizer", "LinearSolver"]))
        #expect(seen.isDisjoint(with: ["TeamOrienteering", "FileAccess", "TabularData", "FrenchText"]))
    }
}
