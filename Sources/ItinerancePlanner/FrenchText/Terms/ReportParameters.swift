import GeoModel
import PlanningModel

extension ParameterWords {
    /// The name of a parameter, or its key where it has no words.
    package static func name(_ entry: ParameterEntry) -> String { words(entry.key)?.name ?? entry.key }

    /// The value with its unit, as a person reads it.
    package static func value(_ entry: ParameterEntry, _ parameters: Parameters) -> String {
        let text = entry.text(in: parameters)
        let unit = words(entry.key)?.unit ?? ""
        switch entry.kind {
        case .timeOfDay(let path): return ReportFigures.time(parameters[keyPath: path])
        case .hours(let path, _):
            let rest = unit.dropFirst(1)
            return ReportFigures.duration(parameters[keyPath: path]) + rest
        case .weekdays: return ReportWords.enumeration(parameters.weekdays.map(\.key))
        case .lighterWeeks:
            let weeks = parameters.lighterWeeks.sorted { $0.key < $1.key }
            return weeks.isEmpty
                ? "aucune"
                : weeks.map { "\(ReportFigures.counted($0.value, "demi-journée")) en semaine \($0.key)" }
                    .joined(separator: ", ")
        case .choice(let choice): return Self.choice(choice, text)
        case .number(let path, _):
            return number(parameters[keyPath: path]) + (unit.isEmpty ? "" : ReportFigures.noBreak + unit)
        case .count, .duration: return text + (unit.isEmpty ? "" : ReportFigures.noBreak + unit)
        }
    }

    /// As few decimals as the value needs, four at most.
    private static func number(_ value: Double) -> String {
        let places = (0...3).first { abs((value * power($0)).rounded() - value * power($0)) < 1e-9 } ?? 4
        return ReportFigures.decimal(value, places)
    }

    private static func power(_ places: Int) -> Double { [1, 10, 100, 1000][min(places, 3)] }

    private static func choice(_ choice: ParameterChoice, _ word: String) -> String {
        switch (choice, word) {
        case (.profile, WorkProfile.alisfa.word): "ALISFA (branche des centres sociaux)"
        case (.profile, WorkProfile.legalOnly.word): "Code du travail seul"
        case (.profile, _): "règles propres à l'employeur"
        case (.schoolHolidays, SchoolHolidayMode.same.word): "comme le reste de l'année"
        case (.schoolHolidays, _): "pas de tournée"
        case (.holidays, PublicHolidayMode.cancel.word): "annulée"
        case (.holidays, _): "rattrapée un autre jour de la semaine"
        case (.wages, WageMode.fixed.word): "fixes, non comptés"
        case (.wages, _): "variables, comptés à l'heure"
        case (.frequency, FrequencyShape.exponential.word): "courbe exponentielle"
        case (.frequency, _): "racine carrée"
        case (.normalisation, NormalisationMethod.minMax.word): "minimum-maximum écrêté"
        case (.normalisation, NormalisationMethod.rank.word): "rang"
        case (.normalisation, _): "écart à la moyenne, ±2 écarts types"
        case (.speedLaw, SpeedLaw.townDisc.word):
            "vitesse de ville dans le disque de la ville, puis selon la longueur"
        case (.speedLaw, _): "la moitié du trajet à la vitesse de chaque bout"
        case (.overtime, _), (.twoDaysOff, _), (.twiceWeekly, _), (.shortStops, _): word
        }
    }

    /// The defaults of the profile that the parameters follow.
    package static func defaults(_ profile: WorkProfile) -> Parameters {
        var parameters = Parameters()
        parameters.apply(profile)
        return parameters
    }

    /// Whether the value was changed from the default: its source then no longer speaks for it.
    package static func isChanged(_ entry: ParameterEntry, _ parameters: Parameters) -> Bool {
        entry.text(in: parameters)
            != entry.text(in: entry.key == "profil" ? Parameters() : defaults(parameters.profile))
    }

    /// What a scenario file may say.
    package static func allowed(_ entry: ParameterEntry) -> String {
        switch entry.kind {
        case .number(_, let range), .hours(_, let range):
            "de \(number(range.lowerBound)) à \(number(range.upperBound))"
        case .duration(_, let range): "de \(range.lowerBound) à \(range.upperBound)"
        case .count(_, let allowed):
            allowed.count > 4
                ? "de \(allowed.first ?? 0) à \(allowed.last ?? 0)" : allowed.map(String.init).joined(separator: ", ")
        case .timeOfDay: "heure, par exemple `9:00`"
        case .choice(let choice): choice.allowed.map { "`\($0)`" }.joined(separator: ", ")
        case .weekdays: "noms de jours, de `lundi` à `samedi`"
        case .lighterWeeks: "`semaine=nombre`, une ou plusieurs : `[3=4]`"
        }
    }

    package static func provenance(_ entry: ParameterEntry) -> String {
        switch entry.provenance {
        case .sourced: "sourcé"
        case .toConfirm: "à confirmer"
        }
    }

    /// The whole list as a page of the guide, in Markdown.
    package static func table(_ parameters: Parameters) -> String {
        var lines =
            ReportWords.parametersPage + [
                "| Clé | Ce que c'est | Défaut | Unité | Valeurs permises | Source | État |",
                "| --- | --- | --- | --- | --- | --- | --- |",
            ]
        for entry in ParameterCatalogue.entries {
            let words = words(entry.key)
            let cells = [
                "`\(entry.key)`", name(entry), "`\(entry.text(in: parameters))`", words?.unit ?? "", allowed(entry),
                words?.basis ?? "", provenance(entry) + (entry.profileBound ? " ; fixé par `profil`" : ""),
            ]
            lines.append(
                "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |")
        }
        return ReportFigures.plain(lines.joined(separator: "\n")) + "\n"
    }
}
