import PlanStore

/// What `restaurer --json` writes.
package struct RestorationSummary: Encodable {
    package var version: PlanVersion
    package var changed: [String]

    package init(version: PlanVersion, changed: [String]) {
        self.version = version
        self.changed = changed
    }

    package enum CodingKeys: String, CodingKey {
        case version
        case changed = "territoire_change"
    }
}
