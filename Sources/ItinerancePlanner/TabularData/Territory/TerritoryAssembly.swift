import GeoModel
import PlanningModel

/// All that a scenario takes from a folder or a store.
package struct TerritoryContents {
    package var territory: Territory
    package var vans: [Van]
    package var staff: [StaffMember]
    package var calendar: ClosureCalendar
    package var absences: [Absence]
    package var calls: [CallCount]
    package var contours: Contours
    package var sources: [SourceFile]
}

/// Builds a territory from sound records, wherever they were read from.
package struct TerritoryAssembly {
    private let records: [TableKind: [Record]]

    package init(_ records: [TableKind: [Record]]) { self.records = records }

    private func all(_ kind: TableKind) -> [Record] { records[kind] ?? [] }

    package func contents(contours: Contours, sources: [SourceFile]) -> TerritoryContents {
        TerritoryContents(
            territory: territory, vans: vans, staff: staff, calendar: calendar, absences: absences, calls: calls,
            contours: contours, sources: sources)
    }

    // MARK: Territory

    private var territory: Territory {
        Territory(
            communes: communes, epcis: epcis, venues: all(.venues).compactMap(place),
            depots: all(.depots).compactMap(place), venueFacts: all(.venues).compactMap(facts),
            permits: all(.permits).compactMap { record in
                record.date("du").map {
                    ParkingPermit(
                        venue: record.text("lieu"), from: $0, until: record.date("au"), source: record.text("source"))
                }
            },
            facilities: all(.facilities).compactMap(facility),
            completeLists: all(.completeLists).compactMap { record in
                FacilityKind(word: record.text("type")).map {
                    CompleteList(
                        kind: $0, zone: record.text("zone"), vintage: record.text("millesime"),
                        source: record.text("source"))
                }
            },
            partners: all(.partners).map {
                Partner(
                    id: $0.text("id"), kind: $0.text("type"), name: $0.text("nom"), commune: $0.text("code_insee"),
                    contactRole: $0.text("role_contact"), standing: $0.text("statut"))
            },
            prisons: all(.prisons).map {
                Prison(
                    id: $0.text("id"), name: $0.text("nom"), commune: $0.text("code_insee"), position: $0.position,
                    visitHours: $0.text("parloirs"), standing: $0.text("statut"))
            })
    }

    private var epcis: [Epci] {
        var names: [String: String] = [:]
        for record in all(.communes) where !record.text("nom_epci").isEmpty {
            names[record.text("code_epci")] = record.text("nom_epci")
        }
        for record in all(.epcis) { names[record.text("code_epci")] = record.text("nom") }
        return names.sorted { $0.key < $1.key }.map { Epci(code: $0.key, name: $0.value) }
    }

    private var communes: [Commune] {
        var figures: [String: [IndicatorFigure]] = [:]
        var families: [String: Int] = [:]
        for record in all(.indicators) {
            let code = record.text("code_insee")
            if record.text("indicateur") == "familles" {
                families[code] = record.number("valeur").map { Int($0.rounded()) }
                continue
            }
            figures[code, default: []].append(
                IndicatorFigure(
                    indicator: Indicator(word: record.text("indicateur")), value: record.number("valeur"),
                    vintage: record.text("millesime"), source: record.text("source")))
        }
        return all(.communes).compactMap { record in
            let code = record.text("code_insee")
            guard let centre = record.position, let area = record.number("superficie_km2") else { return nil }
            return Commune(
                code: code, name: record.text("nom"), epci: record.text("code_epci"), centre: centre,
                population: record.count("population"), areaKm2: area, households: record.count("menages"),
                families: record.count("familles") ?? families[code], births: record.count("naissances"),
                active: record.count("actifs_15_64"), unemployed: record.count("chomeurs_15_64"),
                medianLivingStandard: record.number("niveau_vie_median"), povertyRate: record.number("taux_pauvrete"),
                familyBenefitShare: record.number("part_prestations_familiales"),
                minimumIncomeShare: record.number("part_minima_sociaux"),
                socialCentre: record.presence("centre_social"),
                indicators: (figures[code] ?? []).sorted { $0.indicator.word < $1.indicator.word })
        }
    }

    private func place(_ record: Record) -> Place? {
        record.position.map {
            Place(
                id: record.text("id"), name: record.text("nom"), commune: record.text("code_insee"), position: $0,
                standing: record.text("statut"))
        }
    }

    /// `nil` where nothing is known of a venue beyond its place.
    private func facts(_ record: Record) -> VenueFacts? {
        let facts = VenueFacts(
            venue: record.text("id"), confidentialSpace: record.presence("espace_confidentiel"),
            collectiveSpace: record.presence("espace_collectif"), ownAccess: record.presence("acces_propre"),
            accessible: record.presence("accessible"), recognisable: record.presence("identifiable"),
            power: record.presence("electricite"), openingHours: record.text("horaires"),
            address: record.text("adresse"), postcode: record.text("code_postal"),
            parking: record.text("stationnement"), keyHolder: record.text("cles"), phone: record.text("telephone"),
            vintage: record.text("millesime"), source: record.text("source"))
        return facts == VenueFacts(venue: facts.venue) ? nil : facts
    }

    private func facility(_ record: Record) -> Facility? {
        FacilityKind(word: record.text("type")).map {
            Facility(
                id: record.text("id"), kind: $0, name: record.text("nom"), commune: record.text("code_insee"),
                position: record.position, itinerant: record.presence("itinerant"),
                openingHours: record.text("horaires"), vintage: record.text("millesime"), source: record.text("source")
            )
        }
    }

    // MARK: Means and days

    private var vans: [Van] {
        all(.vans).map {
            Van(
                id: $0.text("id"), name: $0.text("nom"), maximumMass: $0.count("ptac_kg"), seats: $0.count("places"),
                confidentialSpace: $0.presence("espace_confidentiel"),
                collectiveSpace: $0.presence("espace_collectif"), accessible: $0.presence("accessible"),
                recognisable: $0.presence("identifiable"), ownPower: $0.presence("autonome_electricite"),
                standing: $0.text("statut"))
        }.sorted { $0.id < $1.id }
    }

    private var staff: [StaffMember] {
        all(.staff).map { record in
            StaffMember(
                id: record.text("id"), crew: record.text("equipe"),
                roles: Set(record.text("roles").split(separator: "|").compactMap { StaffRole(word: String($0)) }),
                licence: record.text("permis"),
                weeklyHours: Minutes(Int(((record.number("heures_semaine") ?? 0) * 60).rounded())),
                standing: record.text("statut"))
        }.sorted { $0.id < $1.id }
    }

    private var absences: [Absence] {
        all(.absences).compactMap { record in
            guard let from = record.date("du"), let until = record.date("au") else { return nil }
            return Absence(person: record.text("personne"), from: from, until: until)
        }.sorted { ($0.person, $0.from) < ($1.person, $1.from) }
    }

    private var calls: [CallCount] {
        all(.calls).compactMap { record in
            guard let monday = record.date("lundi"), let received = record.count("recus"),
                let handled = record.count("traites")
            else { return nil }
            return CallCount(service: record.text("service"), monday: monday, received: received, handled: handled)
        }.sorted { ($0.service, $0.monday) < ($1.service, $1.monday) }
    }

    private var calendar: ClosureCalendar {
        func days(_ kind: TableKind) -> [ClosureCalendar.Day] {
            all(kind).compactMap { record in
                record.date("date").map { ClosureCalendar.Day(date: $0, name: record.text("nom")) }
            }
        }
        return ClosureCalendar(
            publicHolidays: days(.publicHolidays), schoolHolidays: days(.schoolHolidays),
            exceptions: all(.exceptions).compactMap { record in
                guard let from = record.date("du"), let until = record.date("au") else { return nil }
                return ClosureCalendar.Exception(
                    place: record.text("lieu"), from: from, until: until, reason: record.text("motif"))
            })
    }
}
