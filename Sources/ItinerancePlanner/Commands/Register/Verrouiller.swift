import ArgumentParser
import Foundation
import GeoModel

/// Takes or gives back the lock of a store.
struct Verrouiller: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verrouiller", abstract: RegisterWords.lock, discussion: RegisterWords.lockExamples,
        aliases: ["lock"])

    @Argument(help: ArgumentHelp(RegisterWords.storeHelp, valueName: "fichier.gpkg"))
    var store: String

    @Option(name: .customLong("auteur"), help: ArgumentHelp(RegisterWords.lockAuthorHelp, valueName: "rôle"))
    var author: String

    @Option(name: .customLong("jusqu-a"), help: ArgumentHelp(RegisterWords.untilHelp, valueName: "date"))
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
        let lock = try opened.transaction { db -> StoreLock? in
            try StoreLock.check(db, for: author, store)
            if releases { try StoreLock.release(db) } else { try StoreLock.take(db, for: author, until: last) }
            return try StoreLock.held(db)
        }
        try opened.close()
        print(lock.map { RegisterWords.taken(store, $0) } ?? RegisterWords.released(store))
    }
}
