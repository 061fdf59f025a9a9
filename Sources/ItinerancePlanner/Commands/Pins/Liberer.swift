import ArgumentParser
import Foundation
import RoundPlan
import Yams

/// Takes promises on a venue or a commune, or one field of them, out of a scenario file.
struct Liberer: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "liberer", abstract: PinWords.releaseCommand, discussion: PinWords.releaseExamples,
        aliases: ["unpin"])

    @OptionGroup var target: PinTarget

    @Option(
        name: .customLong("champ"), parsing: .upToNextOption,
        help: ArgumentHelp(PinWords.fieldHelp, valueName: "clé"))
    var fields: [String] = []

    @Flag(name: .customLong("json"), help: ArgumentHelp(CommandWords.jsonHelp))
    var json = false

    func validate() throws {
        for field in fields where !PinReading.demands.contains(field) {
            throw ValidationError(PinWords.notAField(field, PinReading.demands))
        }
    }

    func run() throws {
        let path = target.scenario
        let file = try ScenarioFile(path)
        let before = try ScenarioReader.read(path, contents: file.data)
        for warning in before.warnings { Terminal.error(warning.sentence) }
        do {
            guard let text = ScenarioText(file.data) else {
                throw ScenarioDocument.Refusal(reason: .encoding, line: nil)
            }
            let document = try ScenarioDocument(text)
            try release(file, document, before.scenario)
        } catch let refusal as ScenarioDocument.Refusal { throw refusal.failure(path) }
    }

    private func release(_ file: ScenarioFile, _ document: ScenarioDocument, _ scenario: Scenario) throws {
        let services = scenario.services
        let pinned = services.filter { !matches(document, $0.id).isEmpty }
        guard target.service != nil || !pinned.isEmpty else { throw nothing(nil, scenario) }
        let service = try target.chosen(among: pinned.map(\.id), of: services)
        let indices = matches(document, service.id)
        guard !indices.isEmpty, let number = document.index(of: service.id) else { throw nothing(service, scenario) }
        let keys = fields.isEmpty ? nil : fields
        let new = try document.removing(indices, keys: keys, from: number)
        guard let data = new.data else { throw ScenarioDocument.Refusal(reason: .encoding, line: nil) }
        do { _ = try ScenarioReader.read(file.path, contents: data) } catch let failure as InputFailure {
            throw CommandFailure(
                ending: .wrongData, messages: failure.findings.map(\.sentence) + [PinWords.wouldBeRefusedWithout],
                findings: failure.findings)
        }
        try file.replace(with: data)
        let names = ReportNames(scenario)
        let released = indices.map { index -> ReleasedPin in
            let node = document.pins(number)[index]
            let taken = fields.filter { node.mapping?[Node($0)] != nil }
            let isWhole = keys.map { ScenarioDocument.pin(node, without: $0) == nil } ?? true
            return ReleasedPin(
                service: service.id, line: node.mark?.line,
                text: ReportFigures.plain(CommitmentWords.pin(Pin(asWritten: node), names)),
                fields: isWhole ? [] : taken)
        }
        if json {
            Terminal.printJSON(ReleaseSummary(file: file.path, released: released))
        } else {
            for pin in released { print(PinWords.released(pin.text, fields: pin.fields, line: pin.line)) }
            print(PinWords.writtenWithout(file.path))
        }
    }

    /// Pins of a service that speak of the target, and have one of the fields where fields are given.
    private func matches(_ document: ScenarioDocument, _ service: String) -> [Int] {
        guard let number = document.index(of: service) else { return [] }
        let (key, value) = target.field
        return document.pins(number).enumerated().filter { _, pin in
            pin.mapping?[Node(key)]?.scalar?.string == value
                && (fields.isEmpty || fields.contains { pin.mapping?[Node($0)] != nil })
        }.map(\.offset)
    }

    private func nothing(_ service: Service?, _ scenario: Scenario) -> CommandFailure {
        let known = (service.map { [$0] } ?? scenario.services).flatMap(\.pins).compactMap { $0.venue ?? $0.commune }
        return CommandFailure(
            ending: .wrongData,
            messages: [
                PinWords.noSuchPin(target.field.value, fields, near: NearestNames.of(target.field.value, among: known))
            ])
    }
}

/// A promise that was taken back, or some fields of it.
struct ReleasedPin: Encodable {
    var service: String
    /// In the file as it was.
    var line: Int?
    var text: String
    /// Empty where the whole of it went.
    var fields: [String]

    enum CodingKeys: String, CodingKey {
        case service
        case line = "ligne"
        case text = "texte"
        case fields = "champs"
    }
}

struct ReleaseSummary: Encodable {
    var file: String
    var released: [ReleasedPin]

    enum CodingKeys: String, CodingKey {
        case file = "fichier"
        case released = "liberees"
    }
}
