import ArgumentParser
import FileAccess
import Foundation
import FrenchText
import Optimizer
import PlanAnalysis
import Planning
import Reporting
import ScenarioFiles

/// Puts plans side by side, those of scenarios made first.
struct Comparer: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "comparer", abstract: ComparisonWords.command, discussion: ComparisonWords.examples,
        aliases: ["compare"])

    @Argument(help: ArgumentHelp(ComparisonWords.argumentsHelp, valueName: PlaceholderWords.file))
    var files: [String]

    @Option(
        name: .customLong("sortie"), help: ArgumentHelp(CommandWords.outputHelp, valueName: PlaceholderWords.folder))
    var output: String

    @OptionGroup var search: SearchOptions

    @Option(
        name: .customLong("contours"),
        help: ArgumentHelp(ComparisonWords.contoursHelp, valueName: PlaceholderWords.file))
    var contours: String?

    @OptionGroup var prints: PrintOptions

    @OptionGroup var replace: ReplaceOption

    @OptionGroup var json: JSONOption

    @OptionGroup var log: LogOption

    func validate() throws {
        guard files.count > 1 else { throw ValidationError(ComparisonWords.tooFew) }
        for path in files where !ComparedInput.isPlan(path) && !ComparedInput.isScenario(path) {
            throw ValidationError(CoverageWords.notRecognised(path))
        }
    }

    func run() throws {
        log.start()
        let inputs = try ComparedInputs(files)
        for notice in inputs.notices { Terminal.error(ComparisonWords.notice(notice)) }
        let shelf = try prints.shelf()
        let outlines = try contours.map { try ContoursReader.read($0) } ?? inputs.contours
        let folder = try replace.folder(output)
        let printing = StopFlag()
        let renderer = prints.renderer(stop: printing)
        let solved = try Watched.run { stop, line in
            try ScenarioRuns(inputs.all, search.limits, stop: stop, progress: line.show)
        }
        let report = ComparisonFolder(
            ScenarioComparison(inputs.all, solved.plans, contours: outlines), shelf)
        try Watched.run(printing) { _, _ in
            try Self.write(report, solved, pdf: try renderer?.pdf(report.page), to: folder)
        }
        json.print(report.summary, else: report.lines + [ComparisonWords.written(output)])
    }

    private static func write(
        _ report: ComparisonFolder, _ solved: ScenarioRuns, pdf: Data?, to folder: OutputFolder
    ) throws {
        try folder.write(
            try report.files(pdf: pdf) + solved.files(), removing: pdf == nil ? [ComparisonFolder.printed] : [])
    }
}
