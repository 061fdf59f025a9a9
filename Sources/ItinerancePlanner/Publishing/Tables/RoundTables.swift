import FrenchText
import GeoModel
import PlanAnalysis
import PlanningModel
import TabularData

/// What the vans do: the stops, every dated opening, the days and the ways.
extension PublishedRounds {
    package var stopsTable: DataTable {
        let cycles = scenario.parameters.cyclesInFourWeeks
        return DataTable(
            "arrets",
            [
                ColumnOf("service") { .text($0.service) },
                ColumnOf("nom_service") { .text($0.serviceName) },
                ColumnOf("genre") { .text(ColumnWords.stopKind(isFixed: $0.isFixed)) },
                ColumnOf("lieu") { .text($0.place.id) },
                ColumnOf("nom_lieu") { .text($0.place.name) },
                ColumnOf("code_insee") { .text($0.place.commune) },
                ColumnOf("commune") { .text(names.communeName($0.place.commune)) },
                ColumnOf("adresse") { .text(places.facts($0.place.id)?.address) },
                ColumnOf("code_postal") { .text(places.facts($0.place.id)?.postcode) },
                ColumnOf("latitude", .decimal(6)) { .decimal($0.place.position.latitude) },
                ColumnOf("longitude", .decimal(6)) { .decimal($0.place.position.longitude) },
                ColumnOf("jours") { .text($0.weekdays.map(\.key).joined(separator: ", ")) },
                ColumnOf("passages_4_semaines", .integer) { .integer($0.isFixed ? nil : $0.visits.count * cycles) },
                ColumnOf("minutes_ouvertes_4_semaines", .integer) {
                    .integer($0.openings.reduce(Minutes.zero) { $0 + $1.length }.count * cycles)
                },
                ColumnOf("vehicules") { .text(Set($0.visits.map(\.day.van)).sorted().joined(separator: ", ")) },
                ColumnOf("communes_creditees", .integer) { .integer($0.isFixed ? nil : $0.credits.count) },
                ColumnOf("points_couverts", .decimal(3)) {
                    .decimal($0.isFixed ? nil : $0.credits.reduce(MilliPoints.zero) { $0 + $1.points }.points)
                },
                ColumnOf("horaires_osm") { .text(hours($0)) },
                ColumnOf("statut") { .text(PlaceIndex.standing([$0.place.standing] + $0.standings)) },
            ], rows: stops)
    }

    /// Of the published period: rounds, fixed centres and listening.
    package var openingsTable: DataTable {
        struct Row {
            var date: CivilDate
            var week: Int
            var kind: String
            var isForParents = true
            var service: String
            var van: String
            var crew: String
            var place: Place?
            var hours: Interval
            var state: DatedPlan.State
            var standings: [String]
        }
        let centres = Dictionary(scenario.centres.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let listening = Dictionary(scenario.listening.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let openings = publication.dated.openings.flatMap { opening in
            reception.parts(
                of: opening.hours, service: opening.service, week: opening.week, opening.day.weekday,
                venue: opening.visit.venue
            ).map { part in
                Row(
                    date: opening.date, week: opening.week, kind: ColumnWords.stopKind(isFixed: false),
                    isForParents: part.isForParents, service: opening.service, van: opening.day.van,
                    crew: opening.day.crew, place: places.place(opening.visit.venue), hours: part.hours,
                    state: opening.state, standings: [names.van(opening.day.van)?.standing ?? ""])
            }
        }
        let shifts = publication.dated.shifts.map { dated in
            let centre = centres[dated.shift.service]
            let service = listening[dated.shift.service]
            return Row(
                date: dated.date, week: dated.week,
                kind: centre == nil ? ColumnWords.listening : ColumnWords.stopKind(isFixed: true),
                service: dated.shift.service, van: "", crew: centre?.crew ?? service?.crew ?? "",
                place: centre.flatMap { places.place($0.venue) }, hours: dated.shift.hours, state: dated.state,
                standings: [centre?.standing ?? service?.standing ?? ""])
        }
        return DataTable(
            "ouvertures",
            [
                ColumnOf("date", .date) { .date($0.date) },
                ColumnOf("jour") { .text($0.date.weekday.key) },
                ColumnOf("semaine_cycle", .integer) { .integer($0.week) },
                ColumnOf("genre") { .text($0.kind) },
                ColumnOf("public") { .text(ColumnWords.audience(isForParents: $0.isForParents)) },
                ColumnOf("service") { .text($0.service) },
                ColumnOf("vehicule") { .text($0.van) },
                ColumnOf("equipe") { .text($0.crew) },
                ColumnOf("lieu") { .text($0.place?.id) },
                ColumnOf("nom_lieu") { .text($0.place?.name) },
                ColumnOf("code_insee") { .text($0.place?.commune) },
                ColumnOf("commune") { .text($0.place.map { names.communeName($0.commune) }) },
                ColumnOf("debut", .time) { .time($0.hours.start) },
                ColumnOf("fin", .time) { .time($0.hours.end) },
                ColumnOf("minutes", .integer) { .integer($0.hours.length.count) },
                ColumnOf("etat") { .text(ColumnWords.state($0.state)) },
                ColumnOf("motif") { .text(PublicationWords.reason($0.state)) },
                ColumnOf("statut") { .text(PlaceIndex.standing([$0.place?.standing ?? ""] + $0.standings)) },
            ],
            rows: (openings + shifts).sorted {
                ($0.date, $0.hours.start, $0.service, $0.place?.id ?? "")
                    < ($1.date, $1.hours.start, $1.service, $1.place?.id ?? "")
            })
    }

    /// Of the published period.
    package var daysTable: DataTable {
        typealias Row = (date: CivilDate, round: DatedPlan.Round, state: DatedPlan.State)
        let columns: [ColumnOf<Row>] =
            [
                ColumnOf("date", .date) { .date($0.date) },
                ColumnOf("jour") { .text($0.date.weekday.key) },
            ]
            + dayColumns.map { column in
                ColumnOf(column.column.name, column.column.kind) {
                    column.value(($0.round.service, $0.round.day))
                }
            }
            + [
                ColumnOf("etat") { .text(ColumnWords.state($0.state)) },
                ColumnOf("motif") { .text(PublicationWords.reason($0.state)) },
            ]
        return DataTable("tournees", columns, rows: publication.dated.days)
    }

    /// A day of a round of a service.
    package typealias ServiceDay = (service: String, day: DayRound)

    /// What is true of a day whatever its date.
    package var dayColumns: [ColumnOf<ServiceDay>] {
        [
            ColumnOf("semaine_cycle", .integer) { .integer($0.day.week) },
            ColumnOf("service") { .text($0.service) },
            ColumnOf("vehicule") { .text($0.day.van) },
            ColumnOf("equipe") { .text($0.day.crew) },
            ColumnOf("depart", .time) { .time($0.day.departure) },
            ColumnOf("retour", .time) { .time($0.day.arrival) },
            ColumnOf("km", .decimal(3)) { .decimal($0.day.distance.kilometres) },
            ColumnOf("minutes_route", .integer) {
                .integer($0.day.legs.reduce(Minutes.zero) { $0 + ($1.arrival - $1.departure) }.count)
            },
            ColumnOf("minutes_travail", .integer) { .integer($0.day.workTime.count) },
            ColumnOf("minutes_amplitude", .integer) { .integer($0.day.span.count) },
            ColumnOf("minutes_ouvertes", .integer) {
                .integer($0.day.visits.flatMap(\.openings).reduce(Minutes.zero) { $0 + $1.length }.count)
            },
            ColumnOf("arrets_du_jour") {
                .text($0.day.visits.map { names.placeName($0.venue) }.joined(separator: " ; "))
            },
            ColumnOf("statut") { .text(names.van($0.day.van)?.standing) },
        ]
    }

    /// Of the cycle, rounds only: ways to prisons would tell where children are fetched, and so which families have a parent
    /// there, by their minutes and kilometres alone.
    package var legsTable: DataTable {
        struct Row {
            var service: String
            var week: Int
            var weekday: Weekday
            var van: String
            var order: Int
            var leg: DrivenLeg
        }
        let rounds = publication.plan.services.flatMap { service in
            service.days.flatMap { day in
                day.legs.enumerated().map {
                    Row(
                        service: service.id, week: day.week, weekday: day.weekday, van: day.van, order: $0 + 1, leg: $1)
                }
            }
        }
        return DataTable(
            "trajets",
            [
                ColumnOf("semaine_cycle", .integer) { .integer($0.week) },
                ColumnOf("jour") { .text($0.weekday.key) },
                ColumnOf("service") { .text($0.service) },
                ColumnOf("vehicule") { .text($0.van) },
                ColumnOf("ordre", .integer) { .integer($0.order) },
                ColumnOf("de") { .text($0.leg.from) },
                ColumnOf("nom_de") { .text(names.subject($0.leg.from)) },
                ColumnOf("vers") { .text($0.leg.to) },
                ColumnOf("nom_vers") { .text(names.subject($0.leg.to)) },
                ColumnOf("depart", .time) { .time($0.leg.departure) },
                ColumnOf("arrivee", .time) { .time($0.leg.arrival) },
                ColumnOf("minutes", .integer) { .integer(($0.leg.arrival - $0.leg.departure).count) },
                ColumnOf("km", .decimal(3)) { .decimal($0.leg.distance.kilometres) },
            ], rows: rounds)
    }
}
