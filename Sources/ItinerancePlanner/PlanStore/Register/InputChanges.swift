import Foundation
import PlanningModel

/// What the plans of a register were made from, as it is today.
package struct InputChanges {
    private let tables: [String: String]
    private let elsewhere: [String: String]?
    private let files: [String: Set<String>]?

    /// What a scenario is made from today.
    package struct Today {
        package var sources: [SourceFile]
        /// Where its data lie, when that is a store.
        package var store: URL?

        package init(sources: [SourceFile], store: URL?) {
            self.sources = sources
            self.store = store
        }
    }

    /// - Parameter today: what is looked at; without it, tables of the register itself only.
    package init(_ register: PlanRegister, today: Today? = nil) throws {
        func hashes(_ tables: [SourceTable]) -> [String: String] {
            Dictionary(tables.map { ($0.name, $0.sha256) }, uniquingKeysWith: { first, _ in first })
        }
        tables = hashes(try register.tables())
        elsewhere = try today?.store.map { url in
            hashes(
                try PlanRegister(store: try TerritoryStore(reading: url, named: url.lastPathComponent)).tables())
        }
        files = today.map { today in
            today.sources.reduce(into: [:]) { $0[$1.name, default: []].insert($1.sha256) }
        }
    }

    /// Whether all inputs of a version can be looked at.
    package func knowsAll(_ version: PlanVersion) -> Bool {
        version.inputs.allSatisfy { input in
            switch input.nature {
            case .table, .plan: true
            case .tableElsewhere: elsewhere != nil
            case .file: files != nil || version.inputs.contains { $0.nature == .table }
            }
        }
    }

    /// Something that a plan was made from and that is no longer what it was.
    package struct Change: Sendable {
        package var input: KeptInput
        package var isGone: Bool

        package init(input: KeptInput, isGone: Bool) {
            self.input = input
            self.isGone = isGone
        }
    }

    /// Those that are no longer what the plan was made from.
    package func since(_ version: PlanVersion) -> [Change] {
        version.inputs.compactMap { input in
            switch input.nature {
            case .plan: nil
            case .table: tables[input.name] == input.sha256 ? nil : Change(input: input, isGone: false)
            case .tableElsewhere:
                elsewhere.flatMap { $0[input.name] == input.sha256 ? nil : Change(input: input, isGone: false) }
            case .file:
                files.flatMap { files in
                    let found = files[input.name]
                    return found?.contains(input.sha256) == true ? nil : Change(input: input, isGone: found == nil)
                }
            }
        }
    }
}
