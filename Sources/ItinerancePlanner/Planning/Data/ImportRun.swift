import FileAccess
import Foundation
import Optimizer
import PlanStore
import ScenarioFiles

/// Why files do not come into a store.
package enum ImportFailure: Error {
    /// Another program has made the store while this one read.
    case madeMeanwhile(store: String)
}

/// Brings files into a store, which is made where it is missing: all of them or none.
package struct ImportRun {
    package let outcomes: [TerritoryImport.Outcome]
    package let warnings: [Finding]

    /// - Throws: `InputFailure` with all that is wrong with the files; `ImportFailure`; what the store throws.
    package init(_ files: [String], into store: String, _ options: TerritoryImport.Options, stop: StopFlag) throws {
        let target = URL(fileURLWithPath: store)
        // A new store is made aside and put in place whole.
        let fresh =
            FileManager.default.fileExists(atPath: target.path) ? nil : try StoreCreation(target, named: store)
        defer { fresh?.discard() }
        var work = TerritoryImport(options, stop: stop)
        let opened = try fresh?.open() ?? TerritoryStore(writing: target, named: store)
        outcomes = try work.run(files, into: opened)
        try opened.close()
        if let fresh, try !fresh.put() { throw ImportFailure.madeMeanwhile(store: store) }
        warnings = work.findings.warnings
    }
}
