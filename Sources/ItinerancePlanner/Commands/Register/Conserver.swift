import ArgumentParser
import Foundation
import FrenchText
import PlanStore
import Planning

/// Keeps a plan that is already made.
struct Conserver: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "conserver", abstract: RegisterWords.conserver, discussion: RegisterWords.conserverExamples,
        aliases: ["keep"])

    @Argument(help: ArgumentHelp(CommandWords.planFileHelp, valueName: PlaceholderWords.planFile))
    var plan: String

    @Option(
        name: .customLong("registre"),
        help: ArgumentHelp(RegisterWords.conserverRegisterHelp, valueName: PlaceholderWords.store))
    var register: String

    @OptionGroup var signature: SignatureOptions

    @OptionGroup var json: JSONOption

    func validate() throws {
        try SignatureOptions.checkStore(register)
        guard ComparedInput.isPlan(plan) else { throw ValidationError(CoverageWords.notRecognised(plan)) }
    }

    func run() throws {
        guard let folder = try KeptFolder(plan) else { return }
        let keeping = try PlanKeeping(signature.values, in: register, isNamed: true, territory: nil)
        let delivery = try keeping.keep(folder.plan, folder.files, KeptOptions("conserver"))
        if json.isAsked, let number = delivery.number { Terminal.printJSON(["version": number]) }
        Terminal.tell(delivery, folder: plan, asJSON: json.isAsked)
    }
}
