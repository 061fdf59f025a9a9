import ArgumentParser
import Foundation
import FrenchText
import GeoModel
import Planning
import Reporting

/// Says what is missing, withheld, old or contradictory in the data, and what it does to the results.
struct Qualite: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "qualite", abstract: QualityWords.command, discussion: QualityWords.commandExamples,
        aliases: ["quality"])

    @Argument(help: ArgumentHelp(QualityWords.dataHelp, valueName: PlaceholderWords.data))
    var data: String

    @Option(name: .customLong("au"), help: ArgumentHelp(QualityWords.dayHelp, valueName: PlaceholderWords.isoDate))
    var day: String?

    @OptionGroup var json: JSONOption

    func validate() throws {
        if let day, CivilDate(iso: day) == nil { throw ValidationError(QualityWords.badDay(day)) }
    }

    func run() throws {
        let examined = try ExaminedTerritory(data)
        Terminal.warn(examined.warnings)
        let given = day.flatMap { CivilDate(iso: $0) }
        let reference = given ?? CivilDate(dayNumber: Int(Date().timeIntervalSince1970 / 86_400))
        let quality = TerritoryQuality(
            examined.territory, calendar: examined.calendar, contours: examined.contours, on: reference)
        let report = QualityReport(
            quality, on: reference, isDayGiven: given != nil, travel: examined.travel)
        json.print(report.summary, else: report.lines)
    }
}
