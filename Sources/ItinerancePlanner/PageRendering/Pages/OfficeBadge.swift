import PlanningModel

/// Who publishes a page, as its head or foot prints it. Lists of none or one, where a text may be missing.
package struct OfficeBadge: Sendable {
    package var officeName: [String]
    /// Telephone and web page.
    package var officeContacts: [String]
    /// `exemple fictif`, where the name is shown.
    package var officeStanding: [String]
    /// A `data:` address.
    package var officeLogo: [String]

    package init(_ office: Office) {
        officeName = office.name.isEmpty ? [] : [office.name]
        officeContacts = [office.phone, office.site].filter { !$0.isEmpty }
        officeStanding = office.name.isEmpty || office.standing.isEmpty ? [] : [office.standing]
        officeLogo = office.logo.hasPrefix("data:image/") ? [office.logo] : []
    }
}
