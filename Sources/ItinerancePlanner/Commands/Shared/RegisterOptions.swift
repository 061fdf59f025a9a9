import ArgumentParser
import FileAccess
import Foundation
import FrenchText
import Planning
import ScenarioFiles

/// Where a plan is kept, and who says what of it: the same for every command that makes one.
struct RegisterOptions: ParsableArguments {
    @Option(
        name: .customLong("registre"), help: ArgumentHelp(RegisterWords.registerHelp, valueName: PlaceholderWords.store)
    )
    var register: String?

    @Flag(name: .customLong("sans-registre"), help: ArgumentHelp(RegisterWords.withoutHelp))
    var without = false

    @OptionGroup var signature: SignatureOptions

    func validate() throws {
        guard register == nil || !without else { throw ValidationError(RegisterWords.withAndWithout) }
        if let register { try SignatureOptions.checkStore(register) }
    }

    /// What keeps the plan, checked now: in the store that is named, else in the plan's own, else in the scenario's.
    ///
    /// - Throws: `InputFailure`, `PlanKeepingFailure` where it cannot be written.
    func keeping(scenario: ParsedScenario?, plan: String? = nil) throws -> PlanKeeping {
        guard !without else { return PlanKeeping(signature.values, isAsked: false) }
        let territory = scenario?.store
        let own = plan.flatMap(PlanReference.init)?.store
        guard let store = register ?? own ?? territory?.name else {
            return PlanKeeping(signature.values, isAsked: true)
        }
        return try PlanKeeping(signature.values, in: store, isNamed: register != nil, territory: territory?.url)
    }
}

/// Who keeps a plan, and why.
struct SignatureOptions: ParsableArguments {
    @Option(name: .customLong("auteur"), help: ArgumentHelp(RegisterWords.authorHelp, valueName: PlaceholderWords.role))
    var author: String?

    @Option(name: .customLong("note"), help: ArgumentHelp(RegisterWords.noteHelp, valueName: PlaceholderWords.text))
    var note: String?

    var values: PlanSignature { PlanSignature(author: author, note: note) }

    func validate() throws {
        if let author { try Self.checkRole(author) }
        if let note, note.count > 500 || note.contains(where: \.isNewline) {
            throw ValidationError(RegisterWords.badNote)
        }
        if let note, let sign = PersonalDataSign(note) { throw ValidationError(PinWords.personal("note", sign)) }
    }

    /// A role is a few words; an address of a person is none.
    static func checkRole(_ role: String) throws {
        guard !role.trimmingCharacters(in: .whitespaces).isEmpty, role.count <= 80, !role.contains("@"),
            !role.contains(where: \.isNewline)
        else { throw ValidationError(RegisterWords.badRole(role)) }
        if let sign = PersonalDataSign(role) { throw ValidationError(PinWords.personal("auteur", sign)) }
        if PersonName.isLikely(role) { Terminal.error(RegisterWords.likelyName(role)) }
    }

    /// A store that does not exist yet is made: its name tells what it is.
    static func checkStore(_ path: String) throws {
        guard URL(fileURLWithPath: path).pathExtension.lowercased() == "gpkg" else {
            throw ValidationError(RegisterWords.notAStoreName(path))
        }
    }
}
