import FileAccess
import Foundation
import GeoModel
import Optimizer
import PlanningModel
import ScenarioFiles

/// A promise as it would stand in its scenario file, which is not written yet.
package struct PinAddition {
    /// The scenario with the promise.
    package let scenario: Scenario
    package let service: String
    /// Of the promise among the pins of the service.
    package let index: Int
    /// Where it begins in the file.
    package let line: Int
    private let file: ScenarioFile
    private let data: Data

    /// - Parameters:
    ///   - before: the scenario as the file has it.
    ///   - until: the last day that is promised.
    /// - Throws: `PinFailure`; `InputFailure` where the file cannot be changed safely.
    package init(
        _ text: PinText, on subject: PinSubject, until: CivilDate?, in file: ScenarioFile, _ before: Scenario
    ) throws {
        self.file = file
        let services = before.services
        let service = try subject.chosen(among: services.map(\.id), of: services).id
        self.service = service
        (data, line) = try file.edited { document in
            guard let index = document.index(of: service) else {
                throw ScenarioDocument.Refusal(reason: .form, line: nil)
            }
            let new = try document.adding(text, to: index)
            guard let data = new.data, let pin = try ScenarioDocument(new).pins(index).last else {
                throw ScenarioDocument.Refusal(reason: .encoding, line: nil)
            }
            return (data, pin.mark?.line ?? 1)
        }
        scenario = try file.reread(data, isRelease: false)
        if let until, until < scenario.firstMonday {
            throw PinFailure.endsTooSoon(until, first: scenario.firstMonday)
        }
        guard let pins = scenario.services.first(where: { $0.id == service })?.pins, !pins.isEmpty else {
            throw InputFailure(.editing(.form), file: file.path)
        }
        index = pins.count - 1
    }

    /// Whether all promises of the service can be kept together.
    ///
    /// - Throws: `PinFailure` where that cannot be searched, or was interrupted.
    package func search(
        _ limits: SolveLimits, stop: StopFlag, progress: ProgressReport
    ) throws -> ConflictFinder.Finding? {
        guard let own = scenario.services.first(where: { $0.id == service }) else { return nil }
        progress(.promises)
        do {
            let finding = try scenario.solving {
                try ConflictFinder.find(own, in: scenario, VariantSolver(limits, stop: stop))
            }
            guard !stop.isRaised else { throw PinFailure.interrupted }
            return finding
        } catch let failure as PlanningFailure { throw PinFailure.notSearched(failure) }
    }

    package func write() throws { try file.replace(with: data) }
}

extension ScenarioFile {
    /// What a change makes of the document in the file.
    ///
    /// - Throws: `InputFailure` where it cannot be changed safely.
    package func edited<Result>(_ change: (ScenarioDocument) throws -> Result) throws -> Result {
        do {
            guard let text = ScenarioText(data) else {
                throw ScenarioDocument.Refusal(reason: .encoding, line: nil)
            }
            return try change(try ScenarioDocument(text))
        } catch let refusal as ScenarioDocument.Refusal {
            throw InputFailure(.editing(refusal.reason), file: path, line: refusal.line)
        }
    }

    /// The scenario as it would be, read as any other.
    ///
    /// - Throws: `PinFailure.wouldBeRefused`.
    package func reread(_ data: Data, isRelease: Bool) throws -> Scenario {
        do { return try ScenarioReader.read(path, contents: data).scenario } catch let failure as InputFailure {
            throw PinFailure.wouldBeRefused(failure, isRelease: isRelease)
        }
    }
}
