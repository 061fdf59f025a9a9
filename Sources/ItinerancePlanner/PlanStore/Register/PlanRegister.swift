import FileAccess
import Foundation
import GRDB
import PlanningModel

/// The plans that a store keeps, each with a number that is never given twice.
package struct PlanRegister {
    package let store: TerritoryStore

    // MARK: Reading

    /// Those that can be read, oldest first. A store of an earlier version has none.
    ///
    /// - Throws: `InputFailure`, `StoreFault`.
    package func versions() throws -> [PlanVersion] { try contents().sound }

    /// - Parameter versions: those that can be read.
    /// - Throws: `InputFailure` where there is no such version, or it cannot be read.
    package func choose(
        _ number: Int?, _ choice: ([PlanVersion]) -> PlanVersion?, named name: String
    ) throws -> PlanVersion {
        let (versions, damaged) = try contents()
        if let version = choice(versions), number != nil || damaged.allSatisfy({ ($0 ?? .max) < version.number }) {
            return version
        }
        if let bad = number == nil ? damaged.last : damaged.first(where: { $0 == number }) {
            throw InputFailure(.store(.versionUnreadable(bad)), file: name)
        }
        throw InputFailure(.store(.noVersion(number, versions.map(\.number))), file: name)
    }

    /// Those that can be read, oldest first, and the numbers of those that cannot, as far as they can.
    ///
    /// - Throws: `InputFailure`, `StoreFault`.
    package func contents() throws -> (sound: [PlanVersion], damaged: [Int?]) {
        try store.read { db in
            guard try db.tableExists("versions") else { return ([], []) }
            var damaged: Set<Int?> = []
            func parts(_ sql: String) throws -> [Int: [Row]] {
                var parts: [Int: [Row]] = [:]
                for row in try Row.fetchAll(db, sql: sql) {
                    guard let number: Int = try? row.held("version") else {
                        damaged.insert(nil)
                        continue
                    }
                    parts[number, default: []].append(row)
                }
                return parts
            }
            let files = try parts("SELECT version, nom, sha256 FROM versions_fichiers ORDER BY fid")
            let inputs = try parts("SELECT version, nature, nom, sha256 FROM versions_entrees ORDER BY fid")
            var sound: [PlanVersion] = []
            for row in try Row.fetchAll(db, sql: "SELECT * FROM versions ORDER BY numero") {
                let number: Int? = try? row.held("numero")
                do throws(UnreadableCell) {
                    let number: Int = try row.held("numero")
                    sound.append(try Self.version(row, files[number] ?? [], inputs[number] ?? []))
                } catch { damaged.insert(number) }
            }
            return (sound, damaged.sorted { ($0 ?? .max) < ($1 ?? .max) })
        }
    }

    private static func version(_ row: Row, _ files: [Row], _ inputs: [Row]) throws(UnreadableCell) -> PlanVersion {
        func decoded<T: Decodable>(_ type: T.Type, _ column: String) throws(UnreadableCell) -> T? {
            let text: String = try row.held(column)
            return try? FrenchJSON.decode(type, from: Data(text.utf8))
        }
        var kept: [SourceFile] = []
        for file in files { kept.append(SourceFile(name: try file.held("nom"), sha256: try file.held("sha256"))) }
        var made: [KeptInput] = []
        for input in inputs {
            guard let nature = KeptInput.Nature(rawValue: try input.held("nature")) else { continue }
            made.append(KeptInput(nature: nature, name: try input.held("nom"), sha256: try input.held("sha256")))
        }
        return PlanVersion(
            number: try row.held("numero"), parent: try row.heldIfAny("parent"),
            keptAt: KeptInstant(text: try row.held("garde_le")), author: try row.heldIfAny("auteur"),
            note: try row.heldIfAny("note"), program: try row.held("programme"), scenario: try row.held("scenario"),
            firstMonday: try row.held("premier_lundi"), fingerprint: try row.held("empreinte"),
            options: try decoded(KeptOptions.self, "options"), seed: try row.held("graine"),
            stop: try row.held("arret"), value: try row.held("valeur"), bound: try row.held("borne"),
            gap: try row.held("ecart"), services: try decoded([PlanVersion.ServiceValue].self, "services") ?? [],
            files: kept, inputs: made)
    }

    /// The bytes of a kept file; `nil` where the version has none of that name.
    ///
    /// - Throws: `InputFailure` where they are no longer those that were kept.
    package func file(_ name: OutputName, of version: PlanVersion) throws -> Data? {
        guard let file = version.files.first(where: { $0.name == name.text }) else { return nil }
        let data = try store.read { db in
            try Data.fetchOne(db, sql: "SELECT octets FROM contenus WHERE sha256 = ?", arguments: [file.sha256])
        }
        guard let data, Sha256.hex(data) == file.sha256 else {
            throw InputFailure(.store(.versionDamaged(version.number, name.text)), file: store.name)
        }
        return data
    }

    /// What the tables of the territory hold now.
    package func tables() throws -> [SourceTable] { try store.read { try TableDigest.all($0) } }

    // MARK: Keeping

    /// A plan to be kept.
    package struct Entry {
        package var plan: Plan
        package var parent: Int?
        package var author: String?
        package var note: String?
        package var options: KeptOptions
        /// `plan.json` among them.
        package var files: [(name: OutputName, data: Data)]
        package var inputs: [KeptInput]

        package init(
            plan: Plan, parent: Int? = nil, author: String? = nil, note: String? = nil, options: KeptOptions,
            files: [(name: OutputName, data: Data)], inputs: [KeptInput]
        ) {
            self.plan = plan
            self.parent = parent
            self.author = author
            self.note = note
            self.options = options
            self.files = files
            self.inputs = inputs
        }
    }

    /// What became of it.
    package struct Kept {
        package var number: Int
        package var parent: Int?
        /// Others that follow the same version.
        package var siblings: [PlanVersion]
        /// Somebody else's, taken since this program began.
        package var lock: StoreLock?
    }

    /// Keeps a plan, whole or not at all. Two programs that do so at once both succeed.
    ///
    /// - Parameter start: the newest version when the plan's search began, 0 where there was none.
    /// - Throws: `StoreFault` where the store cannot be written.
    package func keep(_ entry: Entry, since start: Int) throws -> Kept {
        let number = try store.transaction { db in
            let number = try insert(entry, db)
            for file in entry.files {
                let hash = Sha256.hex(file.data)
                // Bytes that a disk has changed since are put right.
                try db.execute(
                    sql: """
                        INSERT INTO contenus (sha256, octets) VALUES (?, ?)
                        ON CONFLICT (sha256) DO UPDATE SET octets = excluded.octets WHERE octets IS NOT excluded.octets
                        """, arguments: [hash, file.data])
                try db.execute(
                    sql: "INSERT INTO versions_fichiers (version, nom, sha256) VALUES (?, ?, ?)",
                    arguments: [number, file.name.text, hash])
            }
            for input in entry.inputs {
                try db.execute(
                    sql: "INSERT INTO versions_entrees (version, nature, nom, sha256) VALUES (?, ?, ?, ?)",
                    arguments: [number, input.nature.rawValue, input.name, input.sha256])
            }
            try db.execute(
                sql: """
                    UPDATE gpkg_contents SET last_change = strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
                    WHERE table_name IN ('versions', 'versions_fichiers', 'versions_entrees', 'contenus')
                    """)
            return number
        }
        let siblings = try versions().filter { version in
            version.number != number && version.scenario == entry.plan.scenario.name && version.parent == entry.parent
                && (entry.parent != nil || version.number > start)
        }
        let lock = try store.lock().flatMap { $0.isOf(entry.author) ? nil : $0 }
        return Kept(number: number, parent: entry.parent, siblings: siblings, lock: lock)
    }

    private func insert(_ entry: Entry, _ db: Database) throws -> Int {
        func text(_ value: some Encodable) throws -> String {
            String(decoding: try FrenchJSON.encode(value), as: UTF8.self)
        }
        let plan = entry.plan
        let services = plan.services.map {
            PlanVersion.ServiceValue(id: $0.id, value: $0.value.points, bound: $0.bound.points)
        }
        try db.execute(
            sql: """
                INSERT INTO versions (parent, garde_le, auteur, note, programme, scenario, premier_lundi, empreinte,
                    options, graine, arret, valeur, borne, ecart, services)
                VALUES (?, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                entry.parent, entry.author, entry.note, ProgramVersion.current, plan.scenario.name,
                plan.scenario.firstMonday.iso, plan.fingerprint, try text(entry.options), String(plan.seed),
                plan.stop.word, plan.value, plan.bound, plan.gap, try text(services),
            ])
        return Int(db.lastInsertedRowID)
    }

    package init(store: TerritoryStore) {
        self.store = store
    }
}
