import ArgumentParser
import Foundation
import FrenchText
import GeoModel
import Optimizer
import PlanAnalysis
import Planning
import PlanningModel
import Publishing
import ScenarioFiles

/// Makes what people hold in their hands from a plan.
struct Publier: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publier", abstract: PublicationWords.command, discussion: PublicationWords.examples,
        aliases: ["publish"])

    @Argument(help: ArgumentHelp(CommandWords.planFileHelp, valueName: PlaceholderWords.planFile))
    var plan: String

    @Option(
        name: .customLong("sortie"), help: ArgumentHelp(CommandWords.outputHelp, valueName: PlaceholderWords.folder))
    var output: String

    @Option(
        name: .customLong("seulement"), parsing: .upToNextOption,
        help: ArgumentHelp(PublicationWords.onlyHelp, valueName: PlaceholderWords.parts))
    var only: [String] = []

    @Option(
        name: .customLong("semaine"), parsing: .upToNextOption,
        help: ArgumentHelp(PublicationWords.weekHelp, valueName: PlaceholderWords.planFile))
    var weeks: [String] = []

    @Option(name: .customLong("du"), help: ArgumentHelp(PublicationWords.fromHelp, valueName: PlaceholderWords.date))
    var from: String?

    @Option(name: .customLong("au"), help: ArgumentHelp(PublicationWords.untilHelp, valueName: PlaceholderWords.date))
    var until: String?

    @Option(
        name: .customLong("contours"),
        help: ArgumentHelp(PublicationWords.contoursHelp, valueName: PlaceholderWords.file))
    var contours: String?

    @Flag(name: .customLong("malgre"), help: ArgumentHelp(PublicationWords.anywayHelp))
    var takesAnyway = false

    @OptionGroup var prints: PrintOptions

    @OptionGroup var replace: ReplaceOption

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
        let checked = try CheckedPlan(plan, takesAnyway: takesAnyway)
        if checked.isRefused { Terminal.error(PublicationWords.publishedAnyway(plan)) }
        let plan = checked.plan
        let dated = try DatedPlan(plan, from: Self.date(from), until: Self.date(until), weekPlans: weeks)
        let folder = try replace.folder(output)
        let (count, opened) = try Watched.run { stop, line in
            let before = PublicationManifest.read(in: output)
            let publication = try publication(
                of: checked, dated, parts: Set(kinds).union(before?.parts ?? []), stop: stop)
            let run = try PublicationRun(publication, kinds, before: before, stop: stop) {
                line.show(PublicationWords.progress($0))
            }
            try folder.write(run.files, removing: run.outdated)
            return (run.files.count, publication.openedWeeks)
        }
        print(PublicationWords.written(output, count, seconds: (ContinuousClock.now - start) / .seconds(1)))
        for line in PublicationWords.fallen(FallenOpenings.all(dated)) { print(line) }
        let names = ReportNames(plan.scenario)
        for week in opened where week.isShort || week.catchUps.contains(where: \.isHeld) {
            print(DatedWeekWords.sentence(week, names))
        }
    }

    private func publication(
        of checked: CheckedPlan, _ dated: DatedPlan, parts: Set<PublicationKind>, stop: StopFlag
    ) throws -> Publication {
        let read = checked.plan
        var publication = Publication(
            plan: read, check: checked.check, dated: dated,
            contours: try contours.map { try ContoursReader.read($0) } ?? ContoursReader.read(besidePlan: plan),
            trace: try trace(of: read), names: ReportNames(read.scenario), templates: try prints.shelf(), parts: parts,
            renderer: prints.renderer(stop: stop))
        publication.isRefused = checked.isRefused
        return publication
    }

    private static func date(_ text: String?) -> CivilDate? { text.flatMap { CivilDate(iso: $0) } }

    private func trace(of read: Plan) throws -> SearchTrace? {
        let found = try SearchTraceReader.read(besidePlan: plan)
        return found.flatMap { $0.tells(of: read.value) ? $0 : nil }
    }
}
