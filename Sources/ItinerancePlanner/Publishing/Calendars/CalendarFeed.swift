import FileAccess
import Foundation
import GeoModel
import PlanningModel

/// A calendar that a phone subscribes to: a file with events.
package struct CalendarFeed: Sendable {
    /// Inside `calendriers/`, without its ending.
    package var file: OutputName
    package var name: String
    package var description: String
    package var events: [CalendarEvent]

    /// - Parameter until: last day that the calendar speaks of.
    /// - Throws: `CalendarWritingFault`.
    package func published(_ scenario: Scenario, until: CivilDate) throws -> PublishedFile {
        let calendar = try CalendarComponent(.calendar)
        try calendar.set(.version, "2.0")
        try calendar.set(.productID, "-//itinerance//itinerance//FR")
        try calendar.set(.scale, "GREGORIAN")
        try calendar.set(line: "METHOD:PUBLISH")
        try calendar.set(.name, name)
        try calendar.set(extension: "X-WR-CALNAME", name)
        try calendar.set(.description, description)
        try calendar.set(extension: "X-WR-CALDESC", description)
        try calendar.set(extension: "X-WR-TIMEZONE", ParisTime.name)
        try calendar.set(line: "REFRESH-INTERVAL;VALUE=DURATION:P1D")
        try calendar.set(extension: "X-PUBLISHED-TTL", "P1D")
        calendar.add(try CalendarComponent(parsing: ParisTime.component))
        let revision = CalendarRevision(scenario)
        for event in events {
            try event.add(
                to: calendar, cycleWeeks: scenario.parameters.cycleWeeks, until: until, revision: revision,
                site: scenario.office.site)
        }
        return PublishedFile("calendriers/\(file).ics", try calendar.text, label: name)
    }
}
