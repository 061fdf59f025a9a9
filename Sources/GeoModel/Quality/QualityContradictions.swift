extension QualitySurvey {
    // MARK: Old

    mutating func findOld() {
        let old = TerritoryQuality.vintages(territory).filter {
            TerritoryQuality.lastDay(ofVintage: $0.vintage).map { day.dayNumber - $0.dayNumber > Self.oldAge } ?? false
        }
        for list in [QualityIssue.List.facilities, .indicators, .venues, .completeLists] {
            note(.oldVintage, .list(list), old.filter { $0.list == list }.map(\.example))
        }
        note(
            .expiredPermit,
            territory.permits.filter { permit in permit.until.map { $0 < day } ?? false }.map {
                Example(code: $0.venue, name: $0.until?.iso ?? "")
            }, of: territory.permits.count)
        let calendars: [(QualityIssue.List, [ClosureCalendar.Day])] = [
            (.publicHolidays, calendar.publicHolidays), (.schoolHolidays, calendar.schoolHolidays),
        ]
        for (list, days) in calendars {
            let last = days.last?.date
            if last.map({ $0.dayNumber - day.dayNumber < Self.calendarReserve }) ?? true {
                note(.calendarEnds, .list(list), [Example(name: last?.iso ?? "")])
            }
        }
    }

    // MARK: Contradictory

    mutating func findContradictions() {
        findMisplaced()
        let listed = Set(territory.facilities.filter { $0.kind == .socialCentre }.map(\.commune))
        note(.socialCentreDenied, communes { $0.socialCentre == .absent && listed.contains($0.code) })
        note(.householdsWithoutPeople, communes { $0.population == 0 && ($0.households ?? 0) > 0 })
        note(
            .tooManyBirths,
            communes { commune in
                guard let births = commune.births, let people = commune.population else { return false }
                return 10 * births > people
            })
        note(
            .moreUnemployedThanActive,
            communes { commune in
                guard let active = commune.active, let unemployed = commune.unemployed else { return false }
                return unemployed > active
            })
        note(
            .areaDiffers,
            communes { commune in
                guard let area = contours.outlines[commune.code].flatMap(OutlineMeasure.init)?.areaKm2 else {
                    return false
                }
                return abs(commune.areaKm2 - area) > Self.areaTolerance * area
            })
        findDuplicates()
        findUnreadableHours()
        let places = Set(territory.venues.map(\.id) + territory.prisons.map(\.id) + territory.depots.map(\.id))
        note(
            .closureOfUnknownPlace,
            calendar.exceptions.filter { !places.contains($0.place) }.map { Example(code: $0.place, name: $0.reason) })
    }

    private mutating func findMisplaced() {
        let communes = Dictionary(territory.communes.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        let measures = contours.outlines.compactMapValues(OutlineMeasure.init)
        let lists: [(QualityIssue.List, [Place])] = [
            (.venues, territory.venues), (.depots, territory.depots),
            (
                .facilities,
                territory.facilities.compactMap { facility in
                    facility.position.map {
                        Place(id: facility.id, name: facility.name, commune: facility.commune, position: $0)
                    }
                }
            ),
        ]
        for (list, places) in lists {
            var far: [Example] = []
            var outside: [Example] = []
            for place in places {
                let example = Example(code: place.id, name: place.name)
                if let centre = communes[place.commune]?.centre,
                    centre.greatCircle(to: place.position) > Self.farDistance
                {
                    far.append(example)
                } else if let measure = measures[place.commune],
                    measure.distance(to: place.position) > Self.outsideDistance
                {
                    outside.append(example)
                }
            }
            note(.farFromCommune, .list(list), far, of: places.count)
            note(.outsideContour, .list(list), outside, of: places.count)
        }
    }

    private mutating func findDuplicates() {
        struct Identity: Hashable {
            var kind: FacilityKind
            var name: String
            var position: Position
        }
        var seen: Set<Identity> = []
        let twins = territory.facilities.filter { facility in
            guard let position = facility.position else { return false }
            return !seen.insert(Identity(kind: facility.kind, name: facility.name, position: position)).inserted
        }
        note(.duplicateFacility, twins.map { Example(code: $0.id, name: $0.name) })
    }

    private mutating func findUnreadableHours() {
        let hours =
            territory.facilities.map { (Example(code: $0.id, name: $0.name), $0.openingHours) }
            + territory.venueFacts.map { (Example(code: $0.venue), $0.openingHours) }
            + territory.prisons.map { (Example(code: $0.id, name: $0.name), $0.visitHours) }
        note(
            .hoursNotUnderstood,
            hours.filter { !$0.1.isEmpty && (try? OpeningHours(parsing: $0.1)) == nil }.map(\.0))
    }
}
