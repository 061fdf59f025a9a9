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

    @Option(name: .customLong("du"), help: ArgumentHelp(ReplanWords.fromHelp, valueName: "date"))
    var from: String?

    @Option(name: .customLong("au"), help: ArgumentHelp(ReplanWords.untilHelp, valueName: "date"))
    var until: String?

    @Option(name: .customLong("perte-max"), help: ArgumentHelp(ReplanWords.lossHelp, valueName: "points"))
    var loss: String?

    @Option(name: .customLong("duree-preuve"), help: ArgumentHelp(ReplanWords.proofHelp, valueName: "secondes"))
    var proof = "5"

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
        for event in events.compactMap(PlanEvent.init) where event.interruption(on: from...until) == nil {
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

    private var proofSeconds: Double { SearchOptions.number(proof, in: 0...1_000_000) ?? 0 }

    private var lossInPoints: MilliPoints? {
        loss.flatMap { FrenchDecimal.value($0) }.flatMap {
            (0...1_000_000).contains($0) ? MilliPoints(points: $0) : nil
        }
    }

    func run() throws {
        let began = ContinuousClock.now
        let (before, source) = try PlanFile.read(URL(fileURLWithPath: plan), named: plan)
        let check = PlanCheck(before)
        guard check.holds(before) else {
            throw CommandFailure(ending: .brokenRule, messages: [ReplanWords.brokenPlan(plan)])
        }
        let calendar = try EventCalendar(
            events.compactMap(PlanEvent.init), from: from.flatMap { CivilDate(iso: $0) },
            until: until.flatMap { CivilDate(iso: $0) }, hasScenario: scenario != nil, before)
        guard calendar.lasts || loss == nil else {
            throw CommandFailure(ending: .usage, messages: [ReplanWords.lossOfWeeks])
        }
        let folder = try OutputFolder(output, replace: replace)
        let parsed = scenario.map { ParsedScenario($0) }
        let keeping = try register.keeping(scenario: parsed, plan: plan)
        let (after, contours, sources) = try changedScenario(before, parsed, calendar)
        let fingerprint = try PlanFile.fingerprint(after)
        let stop = StopFlag()
        let watch = InterruptWatch(stop)
        let own = SourceFile(name: URL(fileURLWithPath: plan).lastPathComponent, sha256: source.sha256)
        let run: ReplanRun
        var files: [(name: String, data: Data)]
        if fingerprint == before.fingerprint {
            run = ReplanRun(unchanged: before, check)
            files = try PlanFiles.of(before, check, contours).filter { $0.name != "plan.json" }
            // The same bytes: nothing has happened.
            files.append(("plan.json", try PlanReference.plan(URL(fileURLWithPath: plan), named: plan).data))
        } else {
            run = try ReplanRun(
                before, after, fingerprint: fingerprint, sources: sources + [own], search.limits,
                proof: proofSeconds, losing: lossInPoints, stop: stop)
            files = try PlanFiles.of(run.plan, run.check, contours) + StabilityFiles(run.outcomes).files
        }
        let weeks = try calendar.weeks.map {
            try WeekRun(
                $0, resumes: !calendar.lasts, before.sources + [own], search.limits, proof: proofSeconds, stop: stop)
        }
        withExtendedLifetime(watch) {}
        let changed = weeks.filter { !$0.report.changes.isEmpty }
        for week in changed { files += try week.files(contours) }
        let report = ChangeReport(before, run.plan)
        let reports = (calendar.lasts ? [report] : []) + changed.map(\.report)
        let delivery = try keeping.deliver(
            run.plan, files + ChangeFiles(reports).files(), after: (plan, source.sha256), keptOptions,
            to: folder, named: output)
        if json {
            Terminal.printJSON(ChangeSummary(report, run, weeks: changed))
        } else {
            if calendar.lasts { for line in ReplanWords.lines(run, report) { print(line) } }
            for week in weeks { for line in ReplanWords.week(week) { print(line) } }
            print(CommandWords.written(output, seconds: (ContinuousClock.now - began) / .seconds(1)))
        }
        delivery.tell(asJSON: json)
    }

    /// What the new plan is for: another scenario, or the plan's own; then what has happened; then the day it begins.
    private func changedScenario(
        _ before: Plan, _ parsed: ParsedScenario?, _ calendar: EventCalendar
    ) throws -> (Scenario, Contours, [SourceFile]) {
        var (after, contours, sources): (Scenario, Contours, [SourceFile])
        if let parsed {
            let loaded = try parsed.read()
            for warning in loaded.warnings { Terminal.error(warning.sentence) }
            (after, contours, sources) = (loaded.scenario, loaded.contours, loaded.sources)
        } else {
            contours = try ContoursReader.read(besidePlan: plan)
            (after, sources) = (before.scenario, before.sources)
        }
        for event in calendar.lasting {
            try event.checkSubject(in: after)
            try event.happen(in: &after)
        }
        if let monday = calendar.firstMonday { after.firstMonday = monday }
        guard after.firstMonday >= before.scenario.firstMonday else {
            throw CommandFailure(
                ending: .wrongData,
                messages: [ReplanWords.beforeThePlan(after.firstMonday, before.scenario.firstMonday)])
        }
        guard after.parameters.cycleWeeks == before.scenario.parameters.cycleWeeks else {
            throw CommandFailure(
                ending: .wrongData,
                messages: [
                    FormerPlanFault.otherCycle(before.scenario.parameters.cycleWeeks, after.parameters.cycleWeeks)
                        .sentence
                ])
        }
        return (after, contours, sources)
    }
}
