import FileAccess
import Foundation
import GRDB
import PlanningModel

/// The plans that a store keeps, each with a number that is never given twice.
package struct PlanRegister {
    package let store: TerritoryStore

    // MARK: Reading

    /// Oldest first. A store of an earlier version has none.
    ///
    /// - Throws: `InputFailure`, `StoreFault`.
    package func versions() throws -> [PlanVersion] {
        try store.read { db in
            guard try db.tableExists("versions") else { return [] }
            let rows = try Row.fetchAll(db, sql: "SELECT * FROM versions ORDER BY numero")
            let files = Dictionary(
                grouping: try Row.fetchAll(db, sql: "SELECT version, nom, sha256 FROM versions_fichiers ORDER BY fid")
            ) { $0["version"] as Int }
            let inputs = Dictionary(
                grouping: try Row.fetchAll(
                    db, sql: "SELECT version, nature, nom, sha256 FROM versions_entrees ORDER BY fid")
            ) { $0["version"] as Int }
            return rows.map { row in
                let number: Int = row["numero"]
                return Self.version(row, files[number] ?? [], inputs[number] ?? [])
            }
        }
    }

    private static func version(_ row: Row, _ files: [Row], _ inputs: [Row]) -> PlanVersion {
        func decoded<T: Decodable>(_ type: T.Type, _ column: String) -> T? {
            try? FrenchJSON.decode(type, from: Data((row[column] as String).utf8))
        }
        return PlanVersion(
            number: row["numero"], parent: row["parent"], keptAt: KeptInstant(text: row["garde_le"]),
            author: row["auteur"], note: row["note"], program: row["programme"], scenario: row["scenario"],
            firstMonday: row["premier_lundi"], fingerprint: row["empreinte"],
            options: decoded(KeptOptions.self, "options"), seed: row["graine"], stop: row["arret"],
            value: row["valeur"], bound: row["borne"], gap: row["ecart"],
            services: decoded([PlanVersion.ServiceValue].self, "services") ?? [],
            files: files.map { SourceFile(name: $0["nom"], sha256: $0["sha256"]) },
            inputs: inputs.compactMap { input in
                KeptInput.Nature(rawValue: input["nature"]).map {
                    KeptInput(nature: $0, name: input["nom"], sha256: input["sha256"])
                }
            })
    }

    /// The bytes of a kept file; `nil` where the version has none of that name.
    ///
    /// - Throws: `InputFailure` where they are no longer those that were kept.
    package func file(_ name: String, of version: PlanVersion) throws -> Data? {
        guard let file = version.files.first(where: { $0.name == name }) else { return nil }
        let data = try store.read { db in
            try Data.fetchOne(db, sql: "SELECT octets FROM contenus WHERE sha256 = ?", arguments: [file.sha256])
        }
        guard let data, Sha256.hex(data) == file.sha256 else {
            throw InputFailure(.store(.versionDamaged(version.number, name)), file: store.name)
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
        package var files: [(name: String, data: Data)]
        package var inputs: [KeptInput]

        package init(
            plan: Plan, parent: Int? = nil, author: String? = nil, note: String? = nil, options: KeptOptions,
            files: [(name: String, data: Data)], inputs: [KeptInput]
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
                    arguments: [number, file.name, hash])
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
