import FileAccess
import Foundation
import PlanningModel

/// How today's data differ from those a plan was made from: what came, what went, what changed, by its identifier.
package struct SnapshotComparison: Sendable {
    package struct Change: Hashable, Sendable, Encodable, FrenchKeyed {
        /// Keys of `plan.json`, e.g. `territoire.communes`.
        package var section: String
        package var added: [String] = []
        package var removed: [String] = []
        package var changed: [String] = []

        package static var frenchKeys: [String: String] {
            ["section": "partie", "added": "ajoutes", "removed": "retires", "changed": "modifies"]
        }

        package init(section: String, added: [String] = [], removed: [String] = [], changed: [String] = []) {
            self.section = section
            self.added = added
            self.removed = removed
            self.changed = changed
        }
    }

    package private(set) var changes: [Change] = []

    /// - Throws: what `FrenchJSON` throws, which a scenario that was read never does.
    package init(_ before: Scenario, _ after: Scenario) throws {
        func object(_ scenario: Scenario) throws -> [String: Any] {
            try JSONSerialization.jsonObject(with: FrenchJSON.encode(scenario)) as? [String: Any] ?? [:]
        }
        compare(try object(before), try object(after), "")
    }

    private static let identifiers = ["id", "code_insee", "code_epci", "lieu", "date", "personne", "service", "type"]

    private mutating func compare(_ before: [String: Any], _ after: [String: Any], _ path: String) {
        var change = Change(section: path.isEmpty ? "scenario" : path)
        for key in Set(before.keys).union(after.keys).sorted() {
            let name = path.isEmpty ? key : path + "." + key
            switch (before[key], after[key]) {
            case (let a as [String: Any], let b as [String: Any]): compare(a, b, name)
            case (let a as [[String: Any]], let b as [[String: Any]]): compare(a, b, name)
            case (let a?, let b?): if (a as? NSObject) != (b as? NSObject) { change.changed.append(key) }
            case (nil, .some): change.added.append(key)
            default: change.removed.append(key)
            }
        }
        if change != Change(section: change.section) { changes.append(change) }
    }

    private mutating func compare(_ before: [[String: Any]], _ after: [[String: Any]], _ path: String) {
        func keyed(_ rows: [[String: Any]]) -> [String: [String: Any]] {
            Dictionary(
                rows.enumerated().map { index, row in
                    (Self.identifiers.compactMap { row[$0] as? String }.first ?? String(index + 1), row)
                }, uniquingKeysWith: { first, _ in first })
        }
        let (old, new) = (keyed(before), keyed(after))
        var change = Change(section: path)
        change.added = new.keys.filter { old[$0] == nil }.sorted()
        change.removed = old.keys.filter { new[$0] == nil }.sorted()
        change.changed = old.keys.filter { key in
            new[key].map { NSDictionary(dictionary: $0) != NSDictionary(dictionary: old[key] ?? [:]) } ?? false
        }.sorted()
        if change != Change(section: path) { changes.append(change) }
    }
}
