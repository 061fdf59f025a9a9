import Foundation
import GeoModel

extension Partner {
    /// Whether the role to ask for is the référent parentalité: both words, in any form, with accents or without.
    public var isParentingReferent: Bool {
        let role = contactRole.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
        return role.contains("referent") && role.contains("parentalit")
    }
}
