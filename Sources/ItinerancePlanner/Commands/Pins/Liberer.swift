import ArgumentParser
import Foundation
import FrenchText
import Planning
import Reporting
import ScenarioFiles
import Yams

/// Takes promises on a venue or a commune, or one field of them, out of a scenario file.
struct Liberer: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "liberer", abstract: PinWords.releaseCommand, discussion: PinWords.releaseExamples,
        aliases: ["unpin"])

    @OptionGroup var target: PinTarget

    @Option(
        name: .customLong("champ"), parsing: .upToNextOption,
        help: ArgumentHelp(PinWords.fieldHelp, valueName: PlaceholderWords.key))
    var fields: [String] = []

    @OptionGroup var json: JSONOption

    func validate() throws {
        for field in fields where !PinReading.demands.contains(field) {
            throw ValidationError(PinWords.notAField(field, PinReading.demands))
        }
    }

    func run() throws {
        let file = try ScenarioFile(target.scenario)
        let before = try ScenarioReader.read(file.path, contents: file.data)
        Terminal.warn(before.warnings)
        let release = PinRelease(of: target.subject, fields: fields, in: file)
        let summary = ReleaseSummary(
            try release.release(from: before.scenario), from: before.scenario, file: file.path)
        json.print(summary, else: summary.lines)
    }
}
