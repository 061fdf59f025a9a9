import GeoModel

/// One parameter: its key in a scenario file, where it lives, what it may be, and whether it is settled.
public struct ParameterEntry: Sendable {
    public enum Kind: Sendable {
        case number(WritableKeyPath<Parameters, Double> & Sendable, ClosedRange<Double>)
        case count(WritableKeyPath<Parameters, Int> & Sendable, allowed: [Int])
        case duration(WritableKeyPath<Parameters, Minutes> & Sendable, ClosedRange<Int>)
        /// Hours in the file, minutes inside.
        case hours(WritableKeyPath<Parameters, Minutes> & Sendable, ClosedRange<Double>)
        /// `9:00` in the file, minutes from midnight inside.
        case timeOfDay(WritableKeyPath<Parameters, Minutes> & Sendable)
        case choice(ParameterChoice)
        case weekdays
        /// Weeks of the cycle with their half-days: `3=4`.
        case lighterWeeks
    }

    /// Settled by a text that was read, or still to be confirmed with the Caf.
    public enum Provenance: Sendable { case sourced, toConfirm }

    public var key: String
    public var kind: Kind
    public var provenance: Provenance
    /// Fixed by the profile, free only under `profil: custom`.
    public var profileBound = false
    /// What a plan stands on that was written before there was the parameter; `nil` where every plan has it.
    public var before: String?
}

/// A parameter that is one word of a list.
public enum ParameterChoice: Sendable, CaseIterable {
    case profile, schoolHolidays, holidays, wages, overtime, twoDaysOff, twiceWeekly, shortStops, frequency,
        normalisation, speedLaw

    public var allowed: [String] {
        switch self {
        case .profile: WorkProfile.words
        case .schoolHolidays: SchoolHolidayMode.words
        case .holidays: PublicHolidayMode.words
        case .wages: WageMode.words
        case .overtime, .twoDaysOff, .twiceWeekly, .shortStops: YesNo.words
        case .frequency: FrequencyShape.words
        case .normalisation: NormalisationMethod.words
        case .speedLaw: SpeedLaw.words
        }
    }

    func read(_ parameters: Parameters) -> String {
        switch self {
        case .profile: parameters.profile.word
        case .schoolHolidays: parameters.schoolHolidays.word
        case .holidays: parameters.holidays.word
        case .wages: parameters.wages.word
        case .overtime: parameters.overtime.word
        case .twoDaysOff: parameters.twoDaysOff.word
        case .twiceWeekly: parameters.twiceWeekly.word
        case .shortStops: parameters.shortStops.word
        case .frequency: parameters.frequency.word
        case .normalisation: parameters.need.normalisation.word
        case .speedLaw: parameters.travel.law.word
        }
    }

    /// False where the word is not one of `allowed`.
    func write(_ word: String, to parameters: inout Parameters) -> Bool {
        func assign<T: FileWord>(_ path: WritableKeyPath<Parameters, T>) -> Bool {
            guard let value = T(word: word) else { return false }
            parameters[keyPath: path] = value
            return true
        }
        switch self {
        case .profile:
            guard let profile = WorkProfile(word: word) else { return false }
            parameters.apply(profile)
            return true
        case .schoolHolidays: return assign(\.schoolHolidays)
        case .holidays: return assign(\.holidays)
        case .wages: return assign(\.wages)
        case .overtime: return assign(\.overtime)
        case .twoDaysOff: return assign(\.twoDaysOff)
        case .twiceWeekly: return assign(\.twiceWeekly)
        case .shortStops: return assign(\.shortStops)
        case .frequency: return assign(\.frequency)
        case .normalisation: return assign(\.need.normalisation)
        case .speedLaw: return assign(\.travel.law)
        }
    }
}

/// All parameters, in the order in which they are documented. `profil` comes before what it fixes.
public enum ParameterCatalogue {
    public static let entries: [ParameterEntry] = [
        .init(key: "cycle_semaines", kind: .count(\.cycleWeeks, allowed: [1, 2, 4]), provenance: .toConfirm),
        .init(key: "jours", kind: .weekdays, provenance: .toConfirm),
        .init(key: "min_visites", kind: .count(\.minimumVisits, allowed: [1, 2, 4]), provenance: .toConfirm),
        .init(key: "bihebdomadaire", kind: .choice(.twiceWeekly), provenance: .toConfirm),
        .init(
            key: "demi_journees_min", kind: .count(\.minimumHalfDays, allowed: Array(0...14)), provenance: .sourced),
        .init(key: "demi_journees_min_semaines", kind: .lighterWeeks, provenance: .toConfirm),
        .init(key: "demi_journee_min_minutes", kind: .duration(\.halfDayMinimum, 30...360), provenance: .toConfirm),
        .init(key: "limite_matin", kind: .timeOfDay(\.halfDaySplit), provenance: .toConfirm),
        .init(key: "seance_minutes", kind: .duration(\.sessionLength, 60...360), provenance: .toConfirm),
        .init(key: "debut_matin", kind: .timeOfDay(\.morningStart), provenance: .toConfirm),
        .init(key: "debut_apres_midi", kind: .timeOfDay(\.afternoonStart), provenance: .toConfirm),
        .init(key: "ouverture_debut", kind: .timeOfDay(\.windowStart), provenance: .toConfirm),
        .init(key: "ouverture_fin", kind: .timeOfDay(\.windowEnd), provenance: .toConfirm),
        .init(key: "pas_minutes", kind: .duration(\.startStep, 5...60), provenance: .toConfirm),
        .init(key: "installation_minutes", kind: .duration(\.setUp, 0...120), provenance: .toConfirm),
        .init(key: "rangement_minutes", kind: .duration(\.packUp, 0...120), provenance: .toConfirm),
        .init(key: "arrets_courts", kind: .choice(.shortStops), provenance: .toConfirm),
        .init(
            key: "arrets_courts_par_demi_journee", kind: .count(\.shortStopsPerHalfDay, allowed: [2, 3]),
            provenance: .toConfirm),
        .init(key: "arret_court_minutes", kind: .duration(\.shortStopLength, 60...150), provenance: .toConfirm),
        .init(
            key: "arret_court_installation_minutes", kind: .duration(\.shortStopSetUp, 0...120), provenance: .toConfirm),
        .init(
            key: "arret_court_rangement_minutes", kind: .duration(\.shortStopPackUp, 0...120), provenance: .toConfirm),
        .init(key: "dejeuner_minutes", kind: .duration(\.lunch, 20...120), provenance: .toConfirm),
        .init(key: "dejeuner_debut", kind: .timeOfDay(\.lunchFrom), provenance: .toConfirm),
        .init(key: "dejeuner_fin", kind: .timeOfDay(\.lunchUntil), provenance: .toConfirm),
        .init(key: "profil", kind: .choice(.profile), provenance: .toConfirm),
        .init(key: "travail_jour_max_heures", kind: .hours(\.dailyWork, 1...10), provenance: .sourced),
        .init(key: "travail_semaine_max_heures", kind: .hours(\.weeklyWork, 1...48), provenance: .sourced),
        .init(key: "travail_semaine_moyenne_heures", kind: .hours(\.averageWeeklyWork, 1...44), provenance: .sourced),
        .init(key: "heures_semaine_max", kind: .hours(\.referenceWeek, 1...48), provenance: .sourced),
        .init(key: "heures_supplementaires", kind: .choice(.overtime), provenance: .toConfirm),
        .init(
            key: "repos_quotidien_heures", kind: .hours(\.dailyRest, 11...20), provenance: .sourced, profileBound: true),
        .init(key: "repos_hebdo_heures", kind: .hours(\.weeklyRest, 35...96), provenance: .sourced),
        .init(key: "deux_jours_de_repos", kind: .choice(.twoDaysOff), provenance: .sourced, profileBound: true),
        .init(key: "pause_apres_heures", kind: .hours(\.breakAfter, 1...6), provenance: .sourced),
        .init(key: "pause_minutes", kind: .duration(\.breakLength, 20...60), provenance: .sourced),
        .init(key: "amplitude_signalee_heures", kind: .hours(\.spanReported, 6...13), provenance: .sourced),
        .init(
            key: "amplitude_max_heures", kind: .hours(\.spanMaximum, 6...13), provenance: .sourced, profileBound: true),
        .init(
            key: "amplitude_longue_jours", kind: .count(\.longDaysMaximum, allowed: Array(0...Parameters.everyDay)),
            provenance: .toConfirm, before: String(Parameters.everyDay)),
        .init(key: "soiree_a_partir_de", kind: .timeOfDay(\.eveningFrom), provenance: .sourced),
        .init(key: "soirees_semaine_max", kind: .count(\.eveningsMaximum, allowed: Array(0...7)), provenance: .sourced),
        .init(key: "temps_partiel_sous_heures", kind: .hours(\.fullTime, 1...35), provenance: .sourced, before: "1"),
        .init(
            key: "coupures_temps_partiel", kind: .count(\.partTimeInterruptions, allowed: Array(1...4)),
            provenance: .sourced, before: "1"),
        .init(
            key: "coupure_temps_partiel_heures", kind: .hours(\.partTimeInterruption, 1...6), provenance: .sourced,
            before: "2"),
        .init(
            key: "coupure_periode_minutes", kind: .duration(\.periodBreak, 60...180), provenance: .toConfirm,
            before: "60"),
        .init(
            key: "periodes_jour", kind: .count(\.periodsReported, allowed: Array(2...Parameters.anyPeriods)),
            provenance: .sourced, before: String(Parameters.anyPeriods)),
        .init(
            key: "periodes_jour_max", kind: .count(\.periodsMaximum, allowed: Array(2...Parameters.anyPeriods)),
            provenance: .sourced, before: String(Parameters.anyPeriods)),
        .init(key: "delai_planning_jours", kind: .count(\.noticeDays, allowed: Array(0...60)), provenance: .sourced),
        .init(key: "marge_parloir_minutes", kind: .duration(\.prisonMargin, 0...180), provenance: .toConfirm),
        .init(key: "parloir_minutes", kind: .duration(\.prisonVisit, 15...240), provenance: .toConfirm),
        .init(key: "sortie_parloir_minutes", kind: .duration(\.prisonExit, 0...120), provenance: .toConfirm),
        .init(key: "prise_en_charge_minutes", kind: .duration(\.pickUpStop, 0...60), provenance: .toConfirm),
        .init(key: "vacances", kind: .choice(.schoolHolidays), provenance: .toConfirm),
        .init(
            key: "feries", kind: .choice(.holidays), provenance: .toConfirm, before: PublicHolidayMode.cancel.word),
        .init(key: "lambda", kind: .number(\.pricePerEuro, 0...100), provenance: .toConfirm),
        .init(key: "cout_km", kind: .number(\.costPerKilometre, 0...100), provenance: .toConfirm),
        .init(key: "cout_heure", kind: .number(\.costPerHour, 0...1000), provenance: .toConfirm),
        .init(key: "salaires", kind: .choice(.wages), provenance: .toConfirm),
        .init(key: "prix_r10", kind: .number(\.priceOfVisitBesideSocialCentre, 0...1000), provenance: .toConfirm),
        .init(key: "prix_r12", kind: .number(\.priceOfStopWithoutPartner, 0...1000), provenance: .toConfirm),
        .init(key: "prix_r14", kind: .number(\.priceOfKilometreToServices, 0...1000), provenance: .toConfirm),
        .init(key: "prix_r22", kind: .number(\.priceOfOvertimeHour, 0...1000), provenance: .toConfirm),
        .init(key: "prix_r26", kind: .number(\.priceOfSpanHour, 0...1000), provenance: .toConfirm),
        .init(
            key: "services_km_max", kind: .number(\.servicesKilometres, 0...100), provenance: .toConfirm, before: "1"),
        .init(
            key: "epci_voisins_km", kind: .number(\.neighbourKilometres, 0...100), provenance: .toConfirm,
            before: "10"),
        .init(key: "frequence", kind: .choice(.frequency), provenance: .toConfirm),
        .init(key: "detour", kind: .number(\.travel.detour, 1...3), provenance: .toConfirm),
        .init(
            key: "loi_vitesse", kind: .choice(.speedLaw), provenance: .toConfirm, before: SpeedLaw.halves.word),
        .init(key: "vitesse_rurale", kind: .number(\.travel.ruralSpeed, 5...130), provenance: .toConfirm),
        .init(key: "vitesse_urbaine", kind: .number(\.travel.urbanSpeed, 5...130), provenance: .toConfirm),
        .init(
            key: "vitesse_gain", kind: .number(\.travel.speedGain, 0...20), provenance: .toConfirm, before: "1.5"),
        .init(
            key: "vitesse_max", kind: .number(\.travel.maximumSpeed, 5...130), provenance: .toConfirm, before: "90"),
        .init(key: "densite_urbaine", kind: .number(\.travel.urbanDensity, 1...100_000), provenance: .toConfirm),
        .init(key: "acces_voiture_plein", kind: .number(\.access.car.full, 0...120), provenance: .toConfirm),
        .init(key: "acces_voiture_limite", kind: .number(\.access.car.none, 0...120), provenance: .toConfirm),
        .init(key: "acces_pied_plein", kind: .number(\.access.foot.full, 0...20), provenance: .toConfirm),
        .init(key: "acces_pied_limite", kind: .number(\.access.foot.none, 0...20), provenance: .toConfirm),
        .init(key: "part_sans_voiture", kind: .number(\.access.carlessShare, 0...1), provenance: .toConfirm),
        .init(key: "densite_max", kind: .number(\.need.maximumDensity, 1...100_000), provenance: .toConfirm),
        .init(
            key: "priorite_sans_centre_social", kind: .number(\.need.noSocialCentrePriority, 1...10),
            provenance: .toConfirm),
        .init(key: "petites_naissances", kind: .number(\.need.smallBirths, 0...1000), provenance: .toConfirm),
        .init(
            key: "poids_fragilite", kind: .number(\.need.dimensions.familyFragility, 0...100), provenance: .toConfirm),
        .init(key: "poids_eloignement", kind: .number(\.need.dimensions.distance, 0...100), provenance: .toConfirm),
        .init(
            key: "poids_numerique", kind: .number(\.need.dimensions.digitalIsolation, 0...100), provenance: .toConfirm),
        .init(
            key: "poids_offre_absente", kind: .number(\.need.dimensions.missingOffer, 0...100), provenance: .toConfirm),
        .init(key: "normalisation", kind: .choice(.normalisation), provenance: .toConfirm),
        .init(key: "ecretage_bas", kind: .number(\.need.clipLow, 0...49), provenance: .toConfirm),
        .init(key: "ecretage_haut", kind: .number(\.need.clipHigh, 51...100), provenance: .toConfirm),
    ]
}
