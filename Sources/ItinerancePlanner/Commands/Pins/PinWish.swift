import ArgumentParser
import FileAccess
import Foundation
import FrenchText
import GeoModel
import Planning
import ScenarioFiles

/// What a promise asks for, and who made it, as given on the command line. Only the reader of scenarios judges it.
struct PinWish: ParsableArguments {
    @Option(name: .customLong("servi"), help: ArgumentHelp(PinWords.servedHelp, valueName: PlaceholderWords.yesOrNo))
    var served: String?

    @Option(
        name: .customLong("visites-min"), help: ArgumentHelp(PinWords.leastHelp, valueName: PlaceholderWords.visits))
    var least: String?

    @Option(name: .customLong("visites-max"), help: ArgumentHelp(PinWords.mostHelp, valueName: PlaceholderWords.visits))
    var most: String?

    @Option(name: .customLong("jours"), help: ArgumentHelp(PinWords.weekdaysHelp, valueName: PlaceholderWords.list))
    var weekdays: String?

    @Option(
        name: .customLong("demi-journee"), help: ArgumentHelp(PinWords.halfHelp, valueName: PlaceholderWords.halfDay))
    var half: String?

    @Option(name: .customLong("debut"), help: ArgumentHelp(PinWords.startHelp, valueName: PlaceholderWords.time))
    var start: String?

    @Option(name: .customLong("vehicule"), help: ArgumentHelp(PinWords.vanHelp, valueName: PlaceholderWords.identifier))
    var van: String?

    @Option(name: .customLong("equipe"), help: ArgumentHelp(PinWords.crewHelp, valueName: PlaceholderWords.identifier))
    var crew: String?

    @Option(name: .customLong("semaines"), help: ArgumentHelp(PinWords.weeksHelp, valueName: PlaceholderWords.list))
    var weeks: String?

    @Option(name: .customLong("ordre"), help: ArgumentHelp(PinWords.orderHelp, valueName: PlaceholderWords.integer))
    var order: String?

    @Option(
        name: .customLong("motif"), parsing: .unconditional,
        help: ArgumentHelp(PinWords.reasonHelp, valueName: PlaceholderWords.text))
    var reason: String

    @Option(
        name: .customLong("auteur"), parsing: .unconditional,
        help: ArgumentHelp(PinWords.authorHelp, valueName: PlaceholderWords.jobTitle))
    var author: String

    @Option(name: .customLong("date"), help: ArgumentHelp(PinWords.dateHelp, valueName: PlaceholderWords.date))
    var date: String?

    @Option(name: .customLong("jusqu-au"), help: ArgumentHelp(PinWords.untilHelp, valueName: PlaceholderWords.date))
    var until: String?

    func validate() throws {
        for (name, text) in [("motif", reason), ("auteur", author)] {
            guard !text.trimmingCharacters(in: .whitespacesAndNewlines).isEmpty else {
                throw ValidationError(PinWords.emptyText(name))
            }
            if let sign = PersonalDataSign(text) { throw ValidationError(PinWords.personal(name, sign)) }
        }
        if PersonName.isLikely(author) { Terminal.error(RegisterWords.likelyName(author)) }
    }

    func text(of subject: PinSubject) -> PinText {
        func list(_ text: String) -> [String] {
            text.split(separator: ",", omittingEmptySubsequences: false)
                .map { $0.trimmingCharacters(in: .whitespaces) }
        }
        let today = CivilDate(dayNumber: Int(Date().timeIntervalSince1970 / 86_400)).iso
        let simple: [(String, String?)] = [
            ("servi", served), ("visites_min", least), ("visites_max", most), ("jours", weekdays),
            ("demi_journee", half), ("debut", start), ("vehicule", van), ("equipe", crew), ("semaines", weeks),
            ("ordre", order), ("motif", reason), ("auteur", author), ("date", date ?? today), ("jusqu_au", until),
        ]
        let fields = simple.compactMap { key, value -> PinText.Field? in
            guard let value else { return nil }
            let isList = key == "jours" || key == "semaines"
            return PinText.Field(key: key, values: isList ? list(value) : [value], isList: isList)
        }
        return PinText(fields: [PinText.Field(key: subject.key, values: [subject.value])] + fields)
    }
}
