import GeoModel
import PlanAnalysis
import PlanningModel

/// What a family, a driver and a planner read in the calendars of their telephones.
package enum CalendarWords {
    package static var unwritable: String { "un calendrier n'a pas pu être écrit (libical)." }

    // MARK: Calendars

    package static func publicFeed(_ scenario: Scenario) -> String {
        let office = scenario.office.name
        return office.isEmpty
            ? "Accueil des familles : \(scenario.name)" : "Accueil des familles : \(office)"
    }
    package static func communeFeed(_ name: String) -> String { "Accueil des familles à \(name)" }
    package static func personFeed(_ id: String) -> String { "Travail de \(id)" }

    package static func publicDescription(_ scenario: Scenario, until: CivilDate) -> String {
        "Passages du plan « \(scenario.name) ». " + limit(scenario, until)
    }

    package static func teamDescription(_ scenario: Scenario, until: CivilDate) -> String {
        "Calendrier interne, à ne pas publier. Plan « \(scenario.name) ». " + limit(scenario, until)
    }

    private static func limit(_ scenario: Scenario, _ until: CivilDate) -> String {
        let isCovered = scenario.calendar.covers(scenario.firstMonday)
        return "Dates écrites jusqu'au \(date(until)), heure de Paris. "
            + (isCovered
                ? "Les jours fériés et les fermetures connues sont retirés."
                : "Les jours fériés ne sont pas connus pour ces dates : ils n'ont pas été retirés.")
    }

    private static func date(_ date: CivilDate) -> String { ReportFigures.plain(ReportDates.full(date)) }
    private static func time(_ time: Minutes) -> String { ReportFigures.plain(ReportFigures.time(time)) }
    private static func span(_ hours: Interval) -> String { "de \(time(hours.start)) à \(time(hours.end))" }

    // MARK: Events

    private static func marked(_ text: String, _ standings: [String]) -> String {
        let standing = PlaceIndex.standing(standings)
        return standing.isEmpty ? text : "\(text) (\(standing))"
    }

    package static func summary(_ service: String, _ place: String, _ standings: [String]) -> String {
        marked(place.isEmpty ? service : "\(place) : \(service)", standings)
    }

    package static func stop(_ place: String, _ standings: [String]) -> String { marked("Arrêt : \(place)", standings) }

    package static func round(_ day: DayRound, _ names: ReportNames, _ standing: String) -> String {
        let stops = day.visits.map { names.placeName($0.venue) }.joined(separator: " ; ")
        return marked("Tournée : \(stops)", [standing])
    }

    package static func outing(_ standing: String) -> String { marked("Sortie du relais enfants-parents", [standing]) }

    package static func session(_ kind: SessionKind, _ hours: Interval) -> String { "\(kind.name), \(span(hours))" }

    package static func opening(
        _ service: Service, _ programme: [String], _ dates: DatedElements.Dates, office: Office, standings: [String]
    ) -> String {
        var lines: [String] = []
        switch service.charge {
        case .free: lines.append("Gratuit.")
        case .symbolic: lines.append("Participation symbolique.")
        case .paid: lines.append("Payant.")
        case .unknown: break
        }
        if !programme.isEmpty { lines.append("Au programme : " + programme.joined(separator: " ; ") + ".") }
        return text(lines, dates, office, standings)
    }

    package static func shift(
        _ listening: ListeningService?, _ dates: DatedElements.Dates, office: Office, standings: [String]
    ) -> String {
        var lines: [String] = []
        if let listening {
            let channel = FixedTimesWords.channel(of: listening)
            lines.append("Écoute anonyme" + (channel.isEmpty ? "." : " : \(channel)."))
        }
        return text(lines, dates, office, standings)
    }

    private static func text(
        _ lines: [String], _ dates: DatedElements.Dates, _ office: Office, _ standings: [String]
    ) -> String {
        var lines = lines
        if let dropped = dropped(dates) { lines.append(dropped) }
        let contact = [office.name, office.phone].filter { !$0.isEmpty }.joined(separator: ", ")
        if !contact.isEmpty { lines.append("Renseignements : \(contact).") }
        let standing = PlaceIndex.standing(standings)
        if !standing.isEmpty { lines.append("Attention : \(standing).") }
        return lines.joined(separator: "\n")
    }

    /// `nil` where nothing falls.
    package static func dropped(_ dates: DatedElements.Dates) -> String? {
        guard !dates.dropped.isEmpty else { return nil }
        let texts = dates.dropped.map { entry in
            date(entry.date) + (PublicationWords.reason(entry.state).map { " (\($0))" } ?? "")
        }
        return "Annulé : " + texts.joined(separator: " ; ") + "."
    }

    private static func session(_ session: PlannedSession, _ names: ReportNames) -> String {
        "Séance : \(names.sessionName(session.kind)), \(span(session.hours))"
    }

    package static func stopDetail(
        _ visit: Visit, leaving: Minutes, _ facts: VenueFacts?, _ sessions: [PlannedSession],
        _ dates: DatedElements.Dates,
        _ names: ReportNames
    ) -> String {
        var lines = [
            "Arrivée \(time(visit.arrival)), départ \(time(leaving)).",
            "Accueil " + visit.openings.map(span).joined(separator: ", puis ") + ".",
        ]
        lines += sessions.map { session($0, names) }
        if let facts {
            if !facts.parking.isEmpty { lines.append("Stationnement : \(facts.parking)") }
            if !facts.keyHolder.isEmpty { lines.append("Clés : \(facts.keyHolder)") }
            if !facts.phone.isEmpty { lines.append("Téléphone : \(facts.phone)") }
        }
        if let dropped = dropped(dates) { lines.append(dropped) }
        return lines.joined(separator: "\n")
    }

    package static func roundDetail(
        _ day: DayRound, _ sessions: [PlannedSession], _ dates: DatedElements.Dates, _ names: ReportNames
    ) -> String {
        var lines = [
            "\(names.vanName(day.van)), \(day.crew). Départ \(time(day.departure)), retour \(time(day.arrival)), "
                + "\(ReportFigures.plain(ReportFigures.duration(day.workTime))) de travail."
        ]
        for visit in day.visits {
            lines.append(
                "\(time(visit.arrival)) : \(names.placeName(visit.venue)), accueil "
                    + visit.openings.map(span).joined(separator: ", puis "))
        }
        lines += sessions.map { session($0, names) }
        for pause in day.breaks { lines.append("Pause \(span(pause))") }
        if let dropped = dropped(dates) { lines.append(dropped) }
        return lines.joined(separator: "\n")
    }

    package static func outingDetail(
        _ outing: PrisonOuting, _ dates: DatedElements.Dates, _ names: ReportNames
    ) -> String {
        var lines = ["\(names.vanName(outing.van)). Parloir \(span(outing.visit)) : \(names.subject(outing.prison))."]
        for leg in outing.legs {
            lines.append(
                "\(time(leg.departure)) à \(time(leg.arrival)) : \(names.subject(leg.from)) → \(names.subject(leg.to))")
        }
        if let dropped = dropped(dates) { lines.append(dropped) }
        return lines.joined(separator: "\n")
    }

    // MARK: The folder

    package static func readMe(_ scenario: Scenario, until: CivilDate) -> String {
        """
        Calendriers à suivre depuis un téléphone (format iCalendar)
        Plan : \(scenario.name). Dates écrites jusqu'au \(date(until)).

        À publier sur un site : public.ics (tout), services/ (un service), communes/ (une commune).
        À garder dans l'équipe : vehicules/ (un véhicule), personnes/ (une personne, par son identifiant) : ils disent
        les heures de travail et les sorties de parloir.

        S'abonner : donnez l'adresse web du fichier à l'agenda (« ajouter un calendrier à partir d'une URL »). Un
        calendrier suivi ainsi se met à jour seul quand le fichier est remplacé. Ouvrir le fichier lui-même n'en fait
        qu'une copie.

        Chaque passage revient toutes les \(scenario.parameters.cycleWeeks) semaines à partir de sa première date, \
        jamais selon des semaines paires ou impaires : 2026 a 53 semaines. Les jours fériés, les vacances fermées, les
        lieux fermés, et les jours sans équipe, sans personne pour conduire ou à l'équipe incomplète sont retirés.

        """
    }
}
