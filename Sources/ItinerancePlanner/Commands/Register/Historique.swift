import ArgumentParser
import FileAccess
import Foundation
import FrenchText
import PlanStore

/// Shows the plans that a store keeps.
struct Historique: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "historique", abstract: RegisterWords.history, discussion: RegisterWords.historyExamples,
        aliases: ["history"])

    @Argument(help: ArgumentHelp(RegisterWords.storeHelp, valueName: PlaceholderWords.store))
    var store: String

    @OptionGroup var json: JSONOption

    func run() throws {
        let opened = try TerritoryStore(reading: URL(fileURLWithPath: store), named: store)
        let register = PlanRegister(store: opened)
        let (versions, damaged) = try register.contents()
        if json.isAsked {
            Terminal.printJSON(versions)
        } else {
            if versions.isEmpty, damaged.isEmpty { print(RegisterWords.empty) }
            tell(versions, try InputChanges(register))
        }
        guard damaged.isEmpty else {
            var failure = CommandFailure(
                InputFailure(findings: damaged.map { Finding(.store(.versionUnreadable($0)), file: store) }))
            failure.isReported = true
            throw failure
        }
        if !json.isAsked, let lock = try opened.lock() { print(RegisterWords.taken(store, lock)) }
    }

    private func tell(_ versions: [PlanVersion], _ changes: InputChanges) {
        var seen: [String: Int] = [:]
        for version in versions {
            let same = version.planHash.flatMap { seen[$0] }
            if let hash = version.planHash, same == nil { seen[hash] = version.number }
            for line in RegisterWords.lines(
                version, same: same, changed: changes.since(version).map(RegisterWords.input))
            { print(line) }
        }
    }
}
