import ArgumentParser
import FileAccess
import Foundation
import FrenchText
import GeoModel
import PlanStore
import Planning
import PlanningModel
import Reporting
import ScenarioFiles

/// Changes a plan as little as something that happened allows.
struct Replanifier: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replanifier", abstract: ReplanWords.command, discussion: ReplanWords.examples, aliases: ["replan"]
    )

    @Argument(help: ArgumentHelp(CommandWords.planFileHelp, valueName: PlaceholderWords.planFile))
    var plan: String

    @Option(
        name: .customLong("evenement"), help: ArgumentHelp(ReplanWords.eventHelp, valueName: PlaceholderWords.event))
    var events: [String] = []

    @Option(name: .customLong("avec"), help: ArgumentHelp(ReplanWords.withHelp, valueName: PlaceholderWords.scenario))
    var scenario: String?

    @Option(name: .customLong("du"), help: ArgumentHelp(ReplanWords.fromHelp, valueName: PlaceholderWords.date))
    var from: String?

    @Option(name: .customLong("au"), help: ArgumentHelp(ReplanWords.untilHelp, valueName: PlaceholderWords.date))
    var until: String?

    @Option(
        name: .customLong("perte-max"), help: ArgumentHelp(ReplanWords.lossHelp, valueName: PlaceholderWords.points))
    var loss: String?

    @Option(
        name: .customLong("duree-preuve"),
        help: ArgumentHelp(ReplanWords.proofHelp, valueName: PlaceholderWords.seconds))
    var proof = "5"

    @Option(
        name: .customLong("sortie"), help: ArgumentHelp(CommandWords.outputHelp, valueName: PlaceholderWords.folder))
    var output: String

    @OptionGroup var replace: ReplaceOption

    @OptionGroup var search: SearchOptions

    @OptionGroup var register: RegisterOptions

    @OptionGroup var json: JSONOption

    func validate() throws {
        for event in events where PlanEvent(event) == nil {
            throw ValidationError(ReplanWords.notAnEvent(event, PlanEvent.Kind.allCases.map(\.rawValue)))
        }
        for (name, date) in [("du", from), ("au", until)] {
            if let date, CivilDate(iso: date) == nil { throw ValidationError(PublicationWords.notADate(name, date)) }
        }
        guard !events.isEmpty || scenario != nil else { throw ValidationError(ReplanWords.nothingHappened) }
        guard SearchOptions.number(proof, in: 0...1_000_000) != nil else {
            throw ValidationError(ReplanWords.badProof(proof))
        }
        if let loss, lossInPoints == nil { throw ValidationError(ReplanWords.badLoss(loss)) }
        guard let until = until.flatMap({ CivilDate(iso: $0) }) else { return }
        guard let from = from.flatMap({ CivilDate(iso: $0) }) else { throw ValidationError(ReplanWords.untilNeedsFrom) }
        guard from <= until else { throw ValidationError(ReplanWords.untilBeforeFrom) }
        guard scenario == nil else { throw ValidationError(ReplanWords.untilWithScenario) }
        guard loss == nil else { throw ValidationError(ReplanWords.lossOfWeeks) }
        for event in events.compactMap(PlanEvent.init) where event.comesToStay {
            throw ValidationError(ReplanWords.comesToStay(event.kind.rawValue))
        }
    }

    private var keptOptions: KeptOptions {
        var options = KeptOptions("replanifier", search.limits)
        options.start = URL(fileURLWithPath: plan).lastPathComponent
        options.events = events.isEmpty ? nil : events
        options.scenario = scenario.map { URL(fileURLWithPath: $0).lastPathComponent }
        options.from = from
        options.until = until
        options.loss = loss
        return options
    }

    private var lossInPoints: MilliPoints? {
        loss.flatMap { FrenchDecimal.value($0) }.flatMap {
            (0...1_000_000).contains($0) ? MilliPoints(points: $0) : nil
        }
    }

    private func replanning() throws -> Replanning {
        try Replanning(
            plan, events.compactMap(PlanEvent.init),
            dates: (from.flatMap { CivilDate(iso: $0) }, until.flatMap { CivilDate(iso: $0) }),
            hasScenario: scenario != nil, hasLoss: loss != nil, ReplanWords.labels)
    }

    private var limits: ReplanLimits {
        ReplanLimits(
            search: search.limits, proof: SearchOptions.number(proof, in: 0...1_000_000) ?? 0, loss: lossInPoints)
    }

    func run() throws {
        let began = ContinuousClock.now
        let replanning = try replanning()
        let folder = try replace.folder(output)
        let parsed = scenario.map { ParsedScenario($0) }
        let keeping = try register.keeping(scenario: parsed, plan: plan)
        let updated = try parsed.map { try ScenarioInput.read($0) }
        let replanned = try Watched.run { stop, line in
            try replanning.answer(updated, limits, stop: stop, progress: line.show)
        }
        let report = ReplanReport(replanned)
        let delivery = try keeping.deliver(
            replanned.run.plan, try report.files(), after: (plan, replanning.sha256), keptOptions, to: folder,
            named: output)
        let seconds = (ContinuousClock.now - began) / .seconds(1)
        json.print(report.summary, else: report.lines + [CommandWords.written(output, seconds: seconds)])
        Terminal.tell(delivery, folder: output, asJSON: json.isAsked)
    }
}
