import GeoModel
import PlanAnalysis
import PlanningModel

/// What parents read: posters, and the words these share with the pages of communes.
package enum PosterWords {
    package static func title(_ place: String) -> String { "Affiche – \(place)" }
    package static var allTitle: String { "Affiches" }

    package static func appeal(_ kinds: Set<ServiceKind>) -> String {
        kinds == [.firstThousandDays]
            ? "Futurs et jeunes parents, on vous accueille\u{A0}ici" : "Parents, on vous accueille\u{A0}ici"
    }

    package static func audience(_ kinds: Set<ServiceKind>, ages: [AgeBand]) -> [String] {
        if kinds == [.firstThousandDays] { return ["De la grossesse aux 2 ans de l'enfant"] }
        if let band = ages.first, kinds == [.parentingResource] {
            return ["Parents d'enfants de \(band.from) à \(band.until) ans"]
        }
        return ["Pour tous les parents et futurs parents"]
    }

    package static func badges(charges: [Charge], isForAll: Bool) -> [String] {
        let charge: [String] =
            if !charges.isEmpty, charges.allSatisfy({ $0 == .free }) {
                ["Gratuit"]
            } else if charges.contains(.symbolic),
                charges.allSatisfy({ $0 == .symbolic || $0 == .free })
            { ["Participation symbolique"] } else { [] }
        return charge + (isForAll ? ["Ouvert à tous"] : [])
    }

    /// What is known of a place's address, and that it is not known.
    package static func address(_ venue: String, _ book: PlaceIndex) -> [String] {
        let line = book.addressLine(venue)
        let isKnown = book.facts(venue).map { !$0.address.isEmpty } ?? false
        return (line.isEmpty ? [] : [line]) + (isKnown ? [] : [unknownAddress])
    }

    package static var here: String { "Ici" }
    package static var nextDates: String { "Les prochaines dates" }
    package static func everyWeek(_ period: ClosedRange<CivilDate>) -> String {
        "Chaque semaine, \(ReportDates.range(period.lowerBound, period.upperBound))"
    }
    package static func leaf(_ number: Int, of count: Int) -> String {
        "Feuille \(number) sur \(count) : les autres dates sont sur les autres feuilles."
    }
    /// Dates beside those of a table, each with its hours or why it falls.
    package static func moreDates(_ dates: [String]) -> [String] {
        dates.isEmpty ? [] : ["Puis : " + dates.joined(separator: " ; ") + "."]
    }
    package static func inLine(_ date: String, _ hours: [String], _ hosts: [String], _ remarks: [String]) -> String {
        date + (hours.isEmpty ? "" : ", " + hours.joined(separator: ", "))
            + (hosts.isEmpty ? "" : " (\(hosts.joined(separator: ", ")))")
            + (remarks.isEmpty ? "" : " – " + remarks.joined(separator: ", "))
    }
    package static func fallen(_ reason: String) -> String { "ANNULÉ – \(reason)" }
    package static var doubt: String { "date à confirmer" }
    package static func fallsOn(_ date: CivilDate, _ reason: String) -> String {
        "Fermé le \(ReportDates.withWeekday(date)) (\(reason))"
    }

    package static func noListening(_ date: CivilDate, _ reason: String) -> String {
        "Pas d'écoute le \(ReportDates.withWeekday(date)) (\(reason))"
    }

    package static var findTitle: String { "Vous y trouvez" }
    package static var always: String { "Un accueil, une écoute, des informations, une orientation" }
    package static func session(_ kind: SessionKind?, name: String) -> String {
        [name, kind?.guest ?? ""].filter { !$0.isEmpty }.joined(separator: ", avec ")
            + (kind?.ages.map { $0.from == 0 ? " (jusqu'à \($0.until) ans)" : " (de \($0.from) à \($0.until) ans)" }
                ?? "")
    }
    package static func sessionTime(_ date: CivilDate, _ hours: Interval) -> String {
        "\(ReportDates.withWeekday(date)), \(ReportWords.span(hours))"
    }
    /// The first times, and how many more there are.
    package static func times(_ times: [String], limit: Int) -> [String] {
        times.count <= limit
            ? times
            : times.prefix(limit - 1)
                + ["et \(ReportFigures.counted(times.count - limit + 1, "autre date", "autres dates"))"]
    }
    /// Of sessions that say so; the place itself may not be.
    package static func disability(_ sessions: [String], isAccessible: Presence) -> String {
        "Ouvert aux parents et enfants en situation de handicap : \(ReportWords.enumeration(sessions))"
            + (isAccessible == .present
                ? "" : isAccessible == .absent ? " (lieu non accessible)" : " (accès du lieu à confirmer)")
    }
    package static var unknownAddress: String { "Adresse : à compléter" }
    package static func listeningNumber(_ office: Office) -> String {
        office.phone.isEmpty ? "Numéro : à compléter" : "Renseignements : \(office.phone)"
    }
    package static func digital(_ sites: [String]) -> String {
        "Une aide pour vos démarches en ligne (\(sites.map { siteNames[$0] ?? $0 }.joined(separator: ", ")))"
    }
    private static let siteNames = [
        "1000-premiers-jours": "application 1\u{202F}000 premiers jours", "ameli": "Ameli", "caf": "Caf",
        "monenfant": "monenfant.fr", "msa": "MSA",
    ]

    package static func listening(_ name: String, _ channel: String) -> String {
        channel.isEmpty ? name : "\(name), par \(channel)"
    }
    package static func weekly(_ weekdays: [Weekday], _ hours: Interval) -> String {
        "\(ReportWords.enumeration(weekdays.map(\.key))), \(ReportWords.span(hours))"
    }
    package static var anonymous: String { "Anonyme : on ne vous demande ni votre nom ni votre adresse." }

    package static var contactTitle: String { "Nous joindre" }
    package static func contact(_ office: Office) -> [String] {
        let lines = [office.name, office.phone, office.site].filter { !$0.isEmpty }
        return lines.isEmpty ? [unknownContact] : lines
    }
    package static var unknownContact: String { "Coordonnées du service : à compléter" }
    package static func siteLabel(_ site: String) -> String { "Code QR, site du service : \(site)" }
}
