import FileAccess
import Foundation
import PlanningModel
import ScenarioFiles
import Yams

/// A promise that was taken back, or some fields of it.
package struct ReleasedPin {
    package var service: String
    /// In the file as it was.
    package var line: Int?
    package var pin: Pin
    /// Empty where the whole of it went.
    package var fields: [String]
}

/// Takes promises on a venue or a commune out of a scenario file.
package struct PinRelease {
    private let file: ScenarioFile
    private let subject: PinSubject
    /// Empty for the whole of a promise.
    private let fields: [String]

    package init(of subject: PinSubject, fields: [String], in file: ScenarioFile) {
        self.file = file
        self.subject = subject
        self.fields = fields
    }

    /// Writes the file without them.
    ///
    /// - Throws: `PinFailure`; what the file throws where it cannot be written.
    package func release(from scenario: Scenario) throws -> [ReleasedPin] {
        let (data, released) = try file.edited { try changed($0, scenario) }
        _ = try file.reread(data, isRelease: true)
        try file.replace(with: data)
        return released
    }

    private func changed(_ document: ScenarioDocument, _ scenario: Scenario) throws -> (Data, [ReleasedPin]) {
        let services = scenario.services
        let pinned = services.filter { !matches(document, $0.id).isEmpty }
        guard subject.service != nil || !pinned.isEmpty else { throw nothing(in: services) }
        let service = try subject.chosen(among: pinned.map(\.id), of: services)
        let indices = matches(document, service.id)
        guard !indices.isEmpty, let number = document.index(of: service.id) else { throw nothing(in: [service]) }
        let keys = fields.isEmpty ? nil : fields
        let new = try document.removing(indices, keys: keys, from: number)
        guard let data = new.data else { throw ScenarioDocument.Refusal(reason: .encoding, line: nil) }
        let released = indices.map { index -> ReleasedPin in
            let node = document.pins(number)[index]
            let isWhole = keys.map { ScenarioDocument.pin(node, without: $0) == nil } ?? true
            return ReleasedPin(
                service: service.id, line: node.mark?.line, pin: Pin(asWritten: node),
                fields: isWhole ? [] : fields.filter { node.mapping?[Node($0)] != nil })
        }
        return (data, released)
    }

    /// Pins of a service that speak of the subject, and have one of the fields where fields are given.
    private func matches(_ document: ScenarioDocument, _ service: String) -> [Int] {
        guard let number = document.index(of: service) else { return [] }
        return document.pins(number).enumerated().filter { _, pin in
            pin.mapping?[Node(subject.key)]?.scalar?.string == subject.value
                && (fields.isEmpty || fields.contains { pin.mapping?[Node($0)] != nil })
        }.map(\.offset)
    }

    private func nothing(in services: [Service]) -> PinFailure {
        let known = services.flatMap(\.pins).compactMap { $0.venue ?? $0.commune }
        return .noSuchPin(
            target: subject.value, fields: fields, near: NearestNames.of(subject.value, among: known))
    }
}
