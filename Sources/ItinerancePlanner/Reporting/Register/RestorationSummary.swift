import FileAccess
import PlanStore

/// What `restaurer --json` writes.
package struct RestorationSummary: Encodable, FrenchKeyed {
    package var version: PlanVersion
    package var changed: [String]

    package init(version: PlanVersion, changed: [String]) {
        self.version = version
        self.changed = changed
    }

    package static var frenchKeys: [String: String] {
        ["changed": "territoire_change"]
    }
}
