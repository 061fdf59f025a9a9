import ArgumentParser
import Foundation
import GeoModel
import Optimizer
import RoundPlan

/// Changes a plan as little as something that happened allows.
struct Replanifier: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replanifier", abstract: ReplanWords.command, discussion: ReplanWords.examples, aliases: ["replan"]
    )

    @Argument(help: ArgumentHelp(CommandWords.planFileHelp, valueName: "plan.json"))
    var plan: String

    @Option(name: .customLong("evenement"), help: ArgumentHelp(ReplanWords.eventHelp, valueName: "quoi=qui"))
    var events: [String] = []

    @Option(name: .customLong("avec"), help: ArgumentHelp(ReplanWords.withHelp, valueName: "scenario"))
    var scenario: String?

    @Option(name: .customLong("des"), help: ArgumentHelp(ReplanWords.fromHelp, valueName: "date"))
    var from: String?

    @Option(name: .customLong("sortie"), help: ArgumentHelp(CommandWords.outputHelp, valueName: "dossier"))
    var output: String

    @Flag(name: .customLong("remplacer"), help: ArgumentHelp(CommandWords.replaceHelp))
    var replace = false

    @OptionGroup var search: SearchOptions

    @OptionGroup var register: RegisterOptions

    @Flag(name: .customLong("json"), help: ArgumentHelp(CommandWords.jsonHelp))
    var json = false

    func validate() throws {
        for event in events where PlanEvent(event) == nil {
            throw ValidationError(ReplanWords.notAnEvent(event, PlanEvent.Kind.allCases.map(\.rawValue)))
        }
        if let from, CivilDate(iso: from) == nil { throw ValidationError(PublicationWords.notADate("des", from)) }
        guard !events.isEmpty || scenario != nil else { throw ValidationError(ReplanWords.nothingHappened) }
    }

    func run() throws {
        let began = ContinuousClock.now
        let (before, source) = try PlanFile.read(URL(fileURLWithPath: plan), named: plan)
        let check = PlanCheck(before)
        guard check.isValid else {
            throw CommandFailure(ending: .brokenRule, messages: [ReplanWords.brokenPlan(plan)])
        }
        let folder = try OutputFolder(output, replace: replace)
        let keeping = try register.keeping(scenario: scenario, plan: plan)
        let (after, contours, sources) = try changedScenario(before)
        let fingerprint = try PlanFile.fingerprint(after)
        let run: ReplanRun
        var files: [(name: String, data: Data)]
        if fingerprint == before.fingerprint {
            run = ReplanRun(unchanged: before, check)
            files = try PlanFiles.of(before, check, contours).filter { $0.name != "plan.json" }
            // The same bytes: nothing has happened.
            files.append(("plan.json", try PlanReference.plan(URL(fileURLWithPath: plan), named: plan).data))
        } else {
            let stop = StopFlag()
            let watch = InterruptWatch(stop)
            run = try ReplanRun(
                before, after, fingerprint: fingerprint,
                sources: sources + [
                    SourceFile(name: URL(fileURLWithPath: plan).lastPathComponent, sha256: source.sha256)
                ],
                search.limits, stop: stop)
            withExtendedLifetime(watch) {}
            files = try PlanFiles.of(run.plan, run.check, contours)
        }
        let report = ChangeReport(before, run.plan)
        let delivery = try keeping.deliver(
            run.plan, files + report.files, after: (plan, source.sha256),
            KeptOptions(search.limits, plan: plan, events: events, scenario: scenario, from: from), to: folder,
            named: output)
        if json {
            Terminal.printJSON(ChangeSummary(report, run))
        } else {
            for line in run.lines(report) { print(line) }
            print(CommandWords.written(output, seconds: (ContinuousClock.now - began) / .seconds(1)))
        }
        delivery.tell(asJSON: json)
    }

    /// What the new plan is for: another scenario, or the plan's own; then what has happened; then the day it begins.
    private func changedScenario(_ before: Plan) throws -> (Scenario, Contours, [SourceFile]) {
        var (after, contours, sources): (Scenario, Contours, [SourceFile])
        if let scenario {
            let loaded = try ScenarioReader.read(scenario)
            for warning in loaded.warnings { Terminal.error(ErrorWords.line(warning)) }
            (after, contours, sources) = (loaded.scenario, loaded.contours, loaded.sources)
        } else {
            contours = try ContoursReader.read(besidePlan: plan)
            (after, sources) = (before.scenario, before.sources)
        }
        for event in events.compactMap(PlanEvent.init) { try event.happen(in: &after) }
        if let from = from.flatMap({ CivilDate(iso: $0) }) { after.firstMonday = from }
        let days = after.firstMonday.dayNumber - before.scenario.firstMonday.dayNumber
        guard days >= 0, days % 7 == 0 else {
            throw CommandFailure(
                ending: .wrongData,
                messages: [ReplanWords.notALaterMonday(after.firstMonday, before.scenario.firstMonday)])
        }
        guard after.parameters.cycleWeeks == before.scenario.parameters.cycleWeeks else {
            throw CommandFailure(
                ending: .wrongData,
                messages: [
                    ScenarioWords.otherCycle(before.scenario.parameters.cycleWeeks, after.parameters.cycleWeeks)
                ])
        }
        return (after, contours, sources)
    }
}
