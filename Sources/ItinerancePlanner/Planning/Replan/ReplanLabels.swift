import GeoModel

/// Words that a changed plan carries in its own file, in the language of its readers.
package struct ReplanLabels: Sendable {
    /// Why a venue, or a day, is closed.
    package var venueClosed: String
    package var dayClosed: String
    /// What the plan of one week is called, from the name of the scenario and the Monday.
    package var week: @Sendable (String, CivilDate) -> String

    package init(venueClosed: String, dayClosed: String, week: @escaping @Sendable (String, CivilDate) -> String) {
        self.venueClosed = venueClosed
        self.dayClosed = dayClosed
        self.week = week
    }
}
