import ArgumentParser
import Foundation

/// Keeps a plan that is already made.
struct Conserver: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "conserver", abstract: RegisterWords.conserver, discussion: RegisterWords.conserverExamples,
        aliases: ["keep"])

    @Argument(help: ArgumentHelp(CommandWords.planFileHelp, valueName: "plan.json"))
    var plan: String

    @Option(
        name: .customLong("registre"),
        help: ArgumentHelp(RegisterWords.conserverRegisterHelp, valueName: "fichier.gpkg"))
    var register: String

    @OptionGroup var signature: SignatureOptions

    @Flag(name: .customLong("json"), help: ArgumentHelp(CommandWords.jsonHelp))
    var json = false

    func validate() throws {
        try SignatureOptions.checkStore(register)
        guard ComparedInput.isPlan(plan) else { throw ValidationError(CoverageWords.notRecognised(plan)) }
    }

    func run() throws {
        let input = try ComparedInput(plan)
        guard case .plan(let made, _) = input.content else { return }
        let keeping = try PlanKeeping(signature.values, in: register, isNamed: true, territory: nil)
        var files: [(name: String, data: Data)] = []
        for name in [PlanFolder.plan] + KeptFiles.companions {
            if let data = try bytes(name) { files.append((name, data)) }
        }
        let delivery = try keeping.keep(made, files, KeptOptions("conserver"))
        if json, let number = delivery.number { Terminal.printJSON(["version": number]) }
        delivery.tell(asJSON: json)
    }

    /// The plan itself, or what lies beside it; `nil` where there is no such file.
    private func bytes(_ name: String) throws -> Data? {
        if let reference = PlanReference(plan) { return try reference.file(name, named: plan)?.data }
        let url = URL(fileURLWithPath: plan)
        if name == PlanFolder.plan { return try InputFile(url, named: plan).data }
        return try? Data(contentsOf: url.deletingLastPathComponent().appendingPathComponent(name))
    }
}
