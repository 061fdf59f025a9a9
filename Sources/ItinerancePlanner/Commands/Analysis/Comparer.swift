import ArgumentParser
import Foundation
import GeoModel
import Optimizer
import RoundPlan

/// Puts plans side by side, those of scenarios made first.
struct Comparer: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "comparer", abstract: ComparisonWords.command, discussion: ComparisonWords.examples,
        aliases: ["compare"])

    @Argument(help: ArgumentHelp(ComparisonWords.argumentsHelp, valueName: "fichier"))
    var files: [String]

    @Option(name: .customLong("sortie"), help: ArgumentHelp(CommandWords.outputHelp, valueName: "dossier"))
    var output: String

    @OptionGroup var search: SearchOptions

    @Option(name: .customLong("contours"), help: ArgumentHelp(ComparisonWords.contoursHelp, valueName: "fichier"))
    var contours: String?

    @OptionGroup var prints: PrintOptions

    @Flag(name: .customLong("remplacer"), help: ArgumentHelp(CommandWords.replaceHelp))
    var replace = false

    @Flag(name: .customLong("json"), help: ArgumentHelp(CommandWords.jsonHelp))
    var json = false

    @Flag(name: .customLong("messages"), help: ArgumentHelp(CommandWords.logHelp))
    var messages = false

    func validate() throws {
        guard files.count > 1 else { throw ValidationError(ComparisonWords.tooFew) }
        for path in files where !ComparedInput.isPlan(path) && !ComparedInput.isScenario(path) {
            throw ValidationError(CoverageWords.notRecognised(path))
        }
    }

    func run() throws {
        SolverMessages.start(verbose: messages)
        let inputs = try read()
        let shelf = try prints.shelf()
        let outlines = try contours.map { try ContoursReader.read($0) } ?? Self.merged(inputs.map(\.contours))
        let folder = try OutputFolder(output, replace: replace)
        let stop = StopFlag()
        let renderer = prints.renderer(stop: stop)
        let solved = try ScenarioRuns(inputs, search.limits)
        // From here on: each search watches by itself.
        let watch = InterruptWatch(stop)
        let comparison = ScenarioComparison(compared(inputs, solved.plans), contours: outlines)
        let page = ComparisonPage(comparison).html(shelf)
        let tables = ComparisonTables(comparison)
        let summary = ComparisonFile(comparison)
        let pdf = try renderer?.pdf(page)
        try folder.write(
            [
                ("comparaison.html", Data(page.utf8)), ("comparaison.csv", Data(tables.plans().utf8)),
                ("comparaison-communes.csv", Data(tables.communes().utf8)),
                ("comparaison-epci.csv", Data(tables.epcis().utf8)),
                ("comparaison.json", try Terminal.json(summary)),
            ] + (pdf.map { [("comparaison.pdf", $0)] } ?? []) + solved.files(),
            removing: pdf == nil ? ["comparaison.pdf"] : [])
        withExtendedLifetime(watch) {}
        if json {
            Terminal.printJSON(summary)
        } else {
            for line in ComparisonScreen(comparison).lines { print(line) }
            print(ComparisonWords.written(output))
        }
    }

    /// All arguments, with all that is wrong with them at once.
    private func read() throws -> [ComparedInput] {
        var inputs: [ComparedInput] = []
        var findings = Findings()
        var refused: [CommandFailure] = []
        for path in files {
            do { inputs.append(try ComparedInput(path)) } catch let failure as InputFailure {
                findings.add(failure)
            } catch let failure as CommandFailure { refused.append(failure) }
        }
        try findings.throwIfErrors()
        if let first = refused.first {
            throw CommandFailure(ending: first.ending, messages: refused.flatMap(\.messages))
        }
        var seen: [String: String] = [:]
        for input in inputs {
            switch input.content {
            case .scenario(let loaded):
                for warning in loaded.warnings { Terminal.error(warning.sentence) }
            case .plan(_, let hash):
                if let other = seen[hash] { Terminal.error(ComparisonWords.sameBytes(input.path, other)) }
                seen[hash] = seen[hash] ?? input.path
            }
        }
        return inputs
    }

    private func compared(_ inputs: [ComparedInput], _ plans: [Plan]) -> [ComparedPlan] {
        let names = inputs.map(\.name)
        return inputs.indices.map { index in
            let isTaken = names.count { $0 == names[index] } > 1
            return ComparedPlan(
                plans[index], PlanCheck(plans[index]), letter: PlanLetter.of(index),
                label: isTaken ? CoverageWords.sameName(names[index], files[index]) : names[index], file: files[index])
        }
    }

    /// Where several know a commune the first counts; each source is named once.
    private static func merged(_ all: [Contours]) -> Contours {
        var sources: [String] = []
        for contours in all where !contours.source.isEmpty && !sources.contains(contours.source) {
            sources.append(contours.source)
        }
        return Contours(
            outlines: all.reduce(into: [:]) { $0.merge($1.outlines) { first, _ in first } },
            source: sources.joined(separator: " ; "))
    }
}
