import ArgumentParser
import Foundation
import FrenchText
import GeoModel
import PlanStore

/// Takes or gives back the lock of a store.
struct Verrouiller: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verrouiller", abstract: RegisterWords.lock, discussion: RegisterWords.lockExamples,
        aliases: ["lock"])

    @Argument(help: ArgumentHelp(RegisterWords.storeHelp, valueName: PlaceholderWords.store))
    var store: String

    @Option(
        name: .customLong("auteur"), help: ArgumentHelp(RegisterWords.lockAuthorHelp, valueName: PlaceholderWords.role))
    var author: String

    @Option(name: .customLong("jusqu-a"), help: ArgumentHelp(RegisterWords.untilHelp, valueName: PlaceholderWords.date))
    var until: String?

    @Flag(name: .customLong("liberer"), help: ArgumentHelp(RegisterWords.releaseHelp))
    var releases = false

    private func lastDay(_ today: CivilDate) -> CivilDate? {
        guard let until else { return today }
        return CivilDate(iso: until).flatMap { (today...today.adding(days: 31)).contains($0) ? $0 : nil }
    }

    func validate() throws {
        try SignatureOptions.checkRole(author)
        let today = KeptInstant.today()
        guard lastDay(today) != nil else { throw ValidationError(RegisterWords.badDay(today)) }
    }

    func run() throws {
        let url = URL(fileURLWithPath: store)
        // A store is never made by locking it.
        try TerritoryStore(reading: url, named: store).close()
        let opened = try TerritoryStore(writing: url, named: store)
        let last = lastDay(KeptInstant.today()) ?? KeptInstant.today()
        var lock: StoreLock?
        if releases { try opened.release(by: author) } else { lock = try opened.reserve(for: author, until: last) }
        try opened.close()
        print(lock.map { RegisterWords.taken(store, $0) } ?? RegisterWords.released(store))
    }
}
