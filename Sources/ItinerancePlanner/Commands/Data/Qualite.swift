import ArgumentParser
import Foundation
import GeoModel

/// Says what is missing, withheld, old or contradictory in the data, and what it does to the results.
struct Qualite: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "qualite", abstract: QualityWords.command, discussion: QualityWords.commandExamples,
        aliases: ["quality"])

    @Argument(help: ArgumentHelp(QualityWords.dataHelp, valueName: "donnees"))
    var data: String

    @Option(name: .customLong("au"), help: ArgumentHelp(QualityWords.dayHelp, valueName: "AAAA-MM-JJ"))
    var day: String?

    @Flag(name: .customLong("json"), help: ArgumentHelp(CommandWords.jsonHelp))
    var json = false

    func validate() throws {
        if let day, CivilDate(iso: day) == nil { throw ValidationError(QualityWords.badDay(day)) }
    }

    func run() throws {
        let (territory, calendar, contours) = try read()
        let given = day.flatMap { CivilDate(iso: $0) }
        let reference = given ?? CivilDate(dayNumber: Int(Date().timeIntervalSince1970 / 86_400))
        let quality = TerritoryQuality(territory, calendar: calendar, contours: contours, on: reference)
        let report = QualityReport(quality, on: reference, isDayGiven: given != nil)
        if json {
            Terminal.printJSON(report.summary)
        } else {
            for line in report.lines { print(line) }
        }
    }

    private func read() throws -> (Territory, ClosureCalendar, Contours) {
        let extensions = ["yaml", "yml"]
        if extensions.contains(URL(fileURLWithPath: data).pathExtension.lowercased()) {
            let loaded = try ScenarioReader.read(data, withTravel: false)
            for warning in loaded.warnings { Terminal.error(warning.sentence) }
            return (loaded.scenario.territory, loaded.scenario.calendar, loaded.contours)
        }
        var findings = Findings()
        let contents = try TerritorySource.read(URL(fileURLWithPath: data), named: data, &findings)
        try findings.throwIfErrors()
        for warning in findings.warnings { Terminal.error(warning.sentence) }
        return (contents.territory, contents.calendar, contents.contours)
    }
}
