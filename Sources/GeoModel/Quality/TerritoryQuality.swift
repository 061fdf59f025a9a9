/// What is missing, withheld, old or contradictory in a territory, its calendar and its outlines.
public struct TerritoryQuality: Sendable {
    public let issues: [QualityIssue]

    /// - Parameter day: the day against which ages are counted.
    public init(_ territory: Territory, calendar: ClosureCalendar, contours: Contours, on day: CivilDate) {
        var survey = QualitySurvey(territory: territory, calendar: calendar, contours: contours, day: day)
        survey.findMissing()
        survey.findWithheld()
        survey.findOld()
        survey.findContradictions()
        issues = survey.issues
    }

    static func vintages(
        _ territory: Territory
    ) -> [(list: QualityIssue.List, example: QualityIssue.Example, vintage: String)] {
        territory.facilities.map { (.facilities, .init(code: $0.id, name: $0.name), $0.vintage) }
            + territory.communes.flatMap { commune in
                commune.indicators.map {
                    (.indicators, .init(code: commune.code, name: commune.name), $0.vintage)
                }
            }
            + territory.venueFacts.map { (.venues, .init(code: $0.venue), $0.vintage) }
            + territory.completeLists.map { (.completeLists, .init(code: $0.zone), $0.vintage) }
    }

    /// Last day of `2021`, `2021-04` or `2021-04-30`; `nil` for anything else.
    static func lastDay(ofVintage text: String) -> CivilDate? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        switch (parts.count, parts.first ?? nil) {
        case (1, let year?): return CivilDate(year: year, month: 12, day: 31)
        case (2, let year?):
            guard let month = parts[1], (1...12).contains(month) else { return nil }
            let next =
                month == 12
                ? CivilDate(year: year + 1, month: 1, day: 1)
                : CivilDate(year: year, month: month + 1, day: 1)
            return next?.adding(days: -1)
        default: return CivilDate(iso: text)
        }
    }
}

struct QualitySurvey {
    let territory: Territory
    let calendar: ClosureCalendar
    let contours: Contours
    let day: CivilDate
    private(set) var issues: [QualityIssue] = []

    /// Ages beyond which data are old, and a calendar's end near, in days; distances in metres; à confirmer.
    static let oldAge = 3 * 365 + 1
    static let calendarReserve = 183
    static let farDistance = 30_000.0
    static let outsideDistance = 2_000.0
    static let areaTolerance = 0.25

    init(territory: Territory, calendar: ClosureCalendar, contours: Contours, day: CivilDate) {
        self.territory = territory
        self.calendar = calendar
        self.contours = contours
        self.day = day
    }

    typealias Example = QualityIssue.Example

    mutating func note(
        _ kind: QualityIssue.Kind, _ subject: QualityIssue.Subject?, _ examples: [Example], of total: Int? = nil
    ) {
        guard !examples.isEmpty else { return }
        issues.append(QualityIssue(kind, subject: subject, count: examples.count, total: total, examples: examples))
    }

    mutating func note(_ kind: QualityIssue.Kind, _ examples: [Example], of total: Int? = nil) {
        note(kind, nil, examples, of: total)
    }

    func communes(where test: (Commune) -> Bool) -> [Example] {
        territory.communes.filter(test).map { Example(code: $0.code, name: $0.name) }
    }

    // MARK: Missing and withheld

    mutating func findMissing() {
        let count = territory.communes.count
        let fields: [(QualityIssue.Field, (Commune) -> Bool)] = [
            (.population, { $0.population == nil }), (.households, { $0.households == nil }),
            (.families, { $0.families == nil }), (.births, { $0.births == nil }),
            (.active, { $0.active == nil }), (.unemployed, { $0.unemployed == nil }),
            (.medianLivingStandard, { $0.medianLivingStandard == nil }),
        ]
        for (field, test) in fields { note(.communeField, .field(field), communes(where: test), of: count) }
        findMissingIndicators()
        let kinds = Set(territory.facilities.map(\.kind) + territory.completeLists.map(\.kind))
        for kind in FacilityKind.allCases where !kinds.contains(kind) {
            note(.facilityKindNotListed, .facilities(kind), [Example()])
        }
        let centres = SocialCentres(territory)
        note(.socialCentreUnknown, communes { centres.presence(in: $0) == .unknown }, of: count)
        let facts = Dictionary(territory.venueFacts.map { ($0.venue, $0) }, uniquingKeysWith: { first, _ in first })
        let unknown = territory.venues.filter { venue in
            guard let known = facts[venue.id] else { return true }
            return [
                known.confidentialSpace, known.collectiveSpace, known.ownAccess, known.accessible, known.recognisable,
                known.power,
            ].contains(.unknown)
        }
        note(.venueFactsUnknown, unknown.map { Example(code: $0.id, name: $0.name) }, of: territory.venues.count)
        note(.communeWithoutContour, communes { contours.outlines[$0.code] == nil }, of: count)
        let codes = Set(territory.communes.map(\.code))
        note(
            .contourWithoutCommune,
            contours.outlines.keys.filter { !codes.contains($0) }.sorted().map { Example(code: $0) })
        note(
            .facilityWithoutPosition,
            territory.facilities.filter { $0.position == nil }.map { Example(code: $0.id, name: $0.name) },
            of: territory.facilities.count)
    }

    private mutating func findMissingIndicators() {
        let figures = IndicatorFigures(
            territory.communes, in: territory, maximumDensity: 1500, travel: BuiltInTravel(TravelParameters()))
        let missing = NeedIndicator.allCases.filter { indicator in
            !figures.values(of: indicator).contains { $0 != nil }
        }
        for indicator in missing {
            // A figure withheld everywhere was given: it is told as withheld.
            let isWithheld = territory.communes.contains { commune in
                commune.indicators.contains { $0.indicator == .need(indicator) }
            }
            if !isWithheld { note(.indicatorNotGiven, .indicator(.need(indicator)), [Example()]) }
        }
        for dimension in NeedDimension.allCases {
            let own = NeedIndicator.allCases.filter { $0.dimension == dimension }
            if own.allSatisfy(missing.contains) {
                note(.emptyDimension, .dimension(dimension), [Example()])
            }
        }
    }

    mutating func findWithheld() {
        var seen: Set<Indicator> = []
        for indicator in territory.communes.flatMap({ $0.indicators.map(\.indicator) })
        where seen.insert(indicator).inserted {
            note(
                .indicatorWithheld, .indicator(indicator),
                communes { $0.indicators.contains { $0.indicator == indicator && $0.value == nil } },
                of: territory.communes.count)
        }
    }
}
