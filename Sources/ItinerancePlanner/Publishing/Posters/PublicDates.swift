import FrenchText
import GeoModel

/// A date on which parents are received, or were to be, as a page prints it.
package struct PublicDate: Sendable {
    package var date: String
    /// `nil` for a weekday that comes again each week.
    package var day: CivilDate?
    package var hours: [String]
    /// Which services, where a place has several.
    package var hosts: [String]
    /// `ANNULÉ : jour férié`; empty where it is held.
    package var fallen: [String]
    /// Empty where the calendars reach so far.
    package var doubt: [String]

    package init(_ opening: PublicOpening, hosts: [String]) {
        date = ReportDates.withWeekday(opening.date)
        day = opening.date
        hours = opening.hours.map(ReportWords.span)
        self.hosts = hosts
        fallen = PublicationWords.reason(opening.state).map { [PosterWords.fallen($0)] } ?? []
        doubt = opening.state == .notCovered ? [PosterWords.doubt] : []
    }

    /// The dates of a place, with the services where it has several: those that receive at the same hours, or not
    /// at all for one reason, share a line.
    package static func all(_ programme: VenueProgramme, _ names: ReportNames) -> [PublicDate] {
        var lines: [(opening: PublicOpening, services: [String])] = []
        for opening in programme.openings {
            let same = lines.lastIndex {
                $0.opening.date == opening.date && $0.opening.state == opening.state
                    && ($0.opening.hours == opening.hours || !opening.state.isHeld)
            }
            if let same {
                lines[same].services.append(opening.service)
            } else {
                lines.append((opening, [opening.service]))
            }
        }
        return lines.map { line in
            let hosts = programme.services.count > 1 ? line.services.map(names.serviceName) : []
            return PublicDate(line.opening, hosts: hosts)
        }
    }
}

/// Listening hours as parents read them.
package struct ListeningNote: Sendable {
    package var name: String
    package var hours: [String]
    /// The office's telephone, or that a number is missing.
    package var number: String
    package var falls: [String]

    /// Of the listening services beside these services.
    package static func all(_ publication: Publication, beside services: Set<String>) -> [ListeningNote] {
        let fallen = Dictionary(
            grouping: publication.dated.shifts.filter { !$0.state.isHeld }, by: \.shift.service)
        return publication.scenario.listening.filter { services.contains(where: $0.isBeside) }.map { service in
            let byHours = Dictionary(grouping: service.slots, by: \.hours)
            return ListeningNote(
                name: PosterWords.listening(service.name, FixedTimesWords.channel(of: service)),
                hours: byHours.keys.sorted { ($0.start, $0.end) < ($1.start, $1.end) }.map { hours in
                    PosterWords.weekly(Set(byHours[hours]?.map(\.weekday) ?? []).sorted(), hours)
                }, number: PosterWords.listeningNumber(publication.office),
                falls: (fallen[service.id] ?? []).map {
                    PosterWords.noListening($0.date, PublicationWords.reason($0.state) ?? "")
                })
        }
    }
}
