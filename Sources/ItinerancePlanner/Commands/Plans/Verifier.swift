import ArgumentParser
import FileAccess
import Foundation
import FrenchText
import PlanCheck
import Planning
import Reporting
import ScenarioFiles

/// Checks a plan from its file alone, or rounds in a table with the data of a scenario.
struct Verifier: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verifier", abstract: CommandWords.check, discussion: CommandWords.checkExamples,
        aliases: ["check"])

    @Argument(help: ArgumentHelp(CommandWords.checkedFileHelp, valueName: PlaceholderWords.plan))
    var plan: String

    @Flag(name: .customLong("strict"), help: ArgumentHelp(CommandWords.strictHelp))
    var strict = false

    @Option(
        name: .customLong("dossier"),
        help: ArgumentHelp(ConformityWords.dossierHelp, valueName: PlaceholderWords.folder))
    var folder: String?

    @Option(
        name: .customLong("projet"),
        help: ArgumentHelp(ConformityWords.projectHelp, valueName: PlaceholderWords.scenario))
    var project: String?

    @Option(name: .customLong("preuve"), help: ArgumentHelp(ProofWords.option, valueName: PlaceholderWords.proofFile))
    var proof: String?

    @OptionGroup var replace: ReplaceOption

    @OptionGroup var json: JSONOption

    func validate() throws {
        guard !VerifiedPlan.isTable(plan) || project != nil else { throw ValidationError(PlanFileWords.needsProject) }
        guard !VerifiedPlan.isTable(plan) || proof == nil else { throw ValidationError(ProofWords.needsPlan) }
    }

    func run() throws {
        let verified = try VerifiedPlan(plan, with: try project.map { try ScenarioReader.read($0) })
        if let failure = verified.notStaffed { Terminal.error(SolveWords.sentence(failure)) }
        let (plan, check) = (verified.plan, verified.check)
        let proven = try proof.flatMap { path in
            try verified.planHash.map { hash in
                try VerifiedProof(
                    try ProofFile(path), named: path, of: plan, planHash: hash, fingerprint: verified.fingerprint)
            }
        }
        let bound = verified.hasBound ? BoundSummary(plan, proven) : .ofTable
        let summary = CheckSummary(plan, check, verified.today, bound)
        if let folder {
            try replace.folder(folder).write(
                try ConformityFile(plan, check).files().map { ($0.name, Data($0.text.utf8)) }
                    + [("conformite.json", try ReadableJSON.data(summary))])
        }
        json.print(
            summary,
            else: CheckReport(plan, check, bound).lines + (verified.today.map(ConformityWords.dataChanges) ?? [])
                + (folder.map { [ConformityWords.written($0)] } ?? []))
        try judge(check, proven)
    }

    /// - Throws: where the plan breaks a rule, or its proof does not hold: both are reported by then.
    private func judge(_ check: PlanCheck, _ proven: VerifiedProof?) throws {
        func refuse(_ message: String) -> CommandFailure {
            CommandFailure(ending: .brokenRule, messages: [message], isReported: true)
        }
        guard strict ? check.isConform : check.isValid else { throw refuse(CommandWords.notValid(check.isValid)) }
        if let proven, !proven.holds { throw refuse(ProofWords.notHeld(proven.name)) }
    }
}
