import ArgumentParser
import Foundation
import GeoModel
import Optimizer
import RoundPlan

/// Makes what people hold in their hands from a plan.
struct Publier: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publier", abstract: PublicationWords.command, discussion: PublicationWords.examples,
        aliases: ["publish"])

    @Argument(help: ArgumentHelp(CommandWords.planFileHelp, valueName: "plan.json"))
    var plan: String

    @Option(name: .customLong("sortie"), help: ArgumentHelp(CommandWords.outputHelp, valueName: "dossier"))
    var output: String

    @Option(
        name: .customLong("seulement"), parsing: .upToNextOption,
        help: ArgumentHelp(PublicationWords.onlyHelp, valueName: "parties"))
    var only: [String] = []

    @Option(
        name: .customLong("semaine"), parsing: .upToNextOption,
        help: ArgumentHelp(PublicationWords.weekHelp, valueName: "plan.json"))
    var weeks: [String] = []

    @Option(name: .customLong("du"), help: ArgumentHelp(PublicationWords.fromHelp, valueName: "date"))
    var from: String?

    @Option(name: .customLong("au"), help: ArgumentHelp(PublicationWords.untilHelp, valueName: "date"))
    var until: String?

    @Option(name: .customLong("contours"), help: ArgumentHelp(PublicationWords.contoursHelp, valueName: "fichier"))
    var contours: String?

    @OptionGroup var prints: PrintOptions

    @Flag(name: .customLong("remplacer"), help: ArgumentHelp(CommandWords.replaceHelp))
    var replace = false

    private var asked: [String] {
        only.flatMap { $0.split(separator: ",") }.map { $0.trimmingCharacters(in: .whitespaces) }
    }

    private var kinds: [PublicationKind] {
        asked.isEmpty
            ? PublicationKind.allCases : PublicationKind.allCases.filter { asked.contains($0.rawValue) }
    }

    func validate() throws {
        for word in asked where PublicationKind(rawValue: word) == nil {
            throw ValidationError(PublicationWords.unknownKind(word))
        }
        for (name, text) in [("du", from), ("au", until)] {
            if let text, CivilDate(iso: text) == nil { throw ValidationError(PublicationWords.notADate(name, text)) }
        }
    }

    func run() throws {
        let start = ContinuousClock.now
        let plan = try PlanFile.read(plan)
        let dated = DatedPlan(plan: plan, period: try period(plan.scenario), weeks: try ownWeeks(of: plan))
        let folder = try OutputFolder(output, replace: replace)
        let stop = StopFlag()
        let watch = InterruptWatch(stop)
        let before = PublicationManifest.read(in: output)
        let publication = Publication(
            plan: plan, check: PlanCheck(plan), dated: dated,
            contours: try contours.map { try ContoursReader.read($0) } ?? ContoursReader.read(besidePlan: self.plan),
            trace: try trace(of: plan), names: ReportNames(plan.scenario), templates: try prints.shelf(),
            parts: Set(kinds).union(before?.parts ?? []), renderer: prints.renderer(stop: stop))
        let line = ProgressLine(isShown: Terminal.errorIsTerminal)
        defer { line.end() }
        var made: [(kind: PublicationKind, files: [PublishedFile])] = []
        for kind in kinds {
            guard !stop.isRaised else {
                throw CommandFailure(ending: .interrupted, messages: [PublicationWords.interrupted])
            }
            line.show(PublicationWords.progress(kind))
            made.append((kind, try kind.files(publication)))
        }
        let manifest = PublicationManifest(publication, made, before: before)
        let files =
            try made.flatMap(\.files) + [manifest.file, PublicationIndex(publication, manifest).file]
        try folder.write(files.map { ($0.name, $0.data) }, removing: manifest.outdated(since: before))
        withExtendedLifetime(watch) {}
        line.end()
        print(PublicationWords.written(output, files.count, seconds: (ContinuousClock.now - start) / .seconds(1)))
    }

    private func period(_ scenario: Scenario) throws -> ClosedRange<CivilDate> {
        let first = scenario.firstMonday
        let start = from.flatMap { CivilDate(iso: $0) } ?? first
        let end =
            until.flatMap { CivilDate(iso: $0) } ?? start.adding(days: 7 * scenario.parameters.cycleWeeks - 1)
        func failure(_ message: String) -> CommandFailure { CommandFailure(ending: .wrongData, messages: [message]) }
        guard start >= first else { throw failure(PublicationWords.beforeThePlan(first)) }
        guard end >= start else { throw failure(PublicationWords.endsBeforeStart(start, end)) }
        guard end.dayNumber - start.dayNumber <= 731 else { throw failure(PublicationWords.tooLong) }
        return start...end
    }

    /// - Throws: `CommandFailure` for a plan that is none of a single week of this one, or does not pass the check.
    private func ownWeeks(of plan: Plan) throws -> [CivilDate: Plan] {
        func failure(_ message: String) -> CommandFailure { CommandFailure(ending: .wrongData, messages: [message]) }
        var found: [CivilDate: Plan] = [:]
        for path in weeks {
            let own = try PlanFile.read(path)
            let monday = own.scenario.firstMonday
            let services = own.services.map(\.id)
            guard own.scenario.parameters.cycleWeeks == 1 else { throw failure(PublicationWords.notAWeek(path)) }
            guard Set(services) == Set(plan.services.map(\.id)) else {
                throw failure(PublicationWords.weekOfOtherPlan(path, services))
            }
            guard monday >= plan.scenario.firstMonday else {
                throw failure(PublicationWords.weekBefore(path, monday, first: plan.scenario.firstMonday))
            }
            guard found.updateValue(own, forKey: monday) == nil else {
                throw failure(PublicationWords.weekTwice(monday))
            }
            // What a report says of the lasting plan, nothing would say of this one.
            let check = PlanCheck(own)
            guard check.holds(own) else {
                throw CommandFailure(
                    ending: .brokenRule, messages: [PublicationWords.brokenWeek(path)] + CheckReport(own, check).faults)
            }
        }
        return found
    }

    private func trace(of read: Plan) throws -> SearchTrace? {
        let found = try SearchTraceReader.read(besidePlan: plan)
        return found.flatMap { $0.tells(of: read.value) ? $0 : nil }
    }
}
