import Foundation
import GRDB
import GeoModel
import RoundPlan

/// A territory in one file, `territoire.gpkg`: a GeoPackage that other programs open too.
package struct TerritoryStore {
    /// As the user names it.
    package let name: String
    private let queue: DatabaseQueue

    /// Opens a store for reading.
    ///
    /// - Throws: `InputFailure` where it is no store of this program, or a newer one.
    package init(reading url: URL, named name: String) throws {
        self.name = name
        try Self.checkFile(url, name)
        do {
            do { queue = try Self.openForReading(url, name) } catch let error as DatabaseError
                where error.extendedResultCode == .SQLITE_READONLY_ROLLBACK
            {
                try Self.recover(url, name)
                queue = try Self.openForReading(url, name)
            }
        } catch let error as DatabaseError {
            throw StoreFailure.input(error, name)
        }
    }

    private static func openForReading(_ url: URL, _ name: String) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(10)
        let queue = try DatabaseQueue(path: url.path, configuration: configuration)
        try queue.read { try checkVersion($0, name) }
        return queue
    }

    /// Brings back the last whole state of a store whose program died while it wrote. That needs the right to write.
    private static func recover(_ url: URL, _ name: String) throws {
        do {
            let queue = try DatabaseQueue(path: url.path)
            _ = try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_master") }
            try queue.close()
        } catch is DatabaseError {
            throw CommandFailure(ending: .inputOutput, messages: [StoreWords.unfinished(name)])
        }
    }

    private static func checkFile(_ url: URL, _ name: String) throws {
        func fail(_ message: String) -> InputFailure { InputFailure(findings: [Finding(file: name, message: message)]) }
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else {
            throw fail(ErrorWords.fileMissing)
        }
        guard !isFolder.boolValue else { throw fail(ErrorWords.fileIsFolder) }
        guard access(url.path, R_OK) == 0 else { throw fail(ErrorWords.fileUnreadable) }
        let size = (try? FileManager.default.attributesOfItem(atPath: url.path)[.size] as? Int) ?? 1
        guard size > 0 else { throw fail(ErrorWords.fileEmpty) }
    }

    /// Opens a store for writing, or makes one, and brings it to this program's version.
    ///
    /// - Parameter patience: seconds to wait for another program that writes.
    /// - Throws: `InputFailure`, or `CommandFailure` where it cannot be written.
    package init(writing url: URL, named name: String, patience: Double = 10) throws {
        self.name = name
        let exists = FileManager.default.fileExists(atPath: url.path)
        if exists { try Self.checkFile(url, name) }
        Aside.clear(beside: url)
        var configuration = Configuration()
        configuration.busyMode = .timeout(patience)
        do {
            queue = try DatabaseQueue(path: url.path, configuration: configuration)
            if exists { try queue.read { try Self.checkVersion($0, name) } }
            do { try StoreSchema.migrator.migrate(queue) } catch let error as DatabaseError
                where [.SQLITE_ERROR, .SQLITE_CONSTRAINT].contains(error.resultCode)
            {
                // Another program brought it up to date at the same moment.
                try StoreSchema.migrator.migrate(queue)
            }
        } catch let error as DatabaseError {
            throw StoreFailure.output(error, name)
        }
    }

    /// Writes something and takes it back, not a byte changed.
    ///
    /// - Throws: `CommandFailure` where nothing can be written.
    package func tryWriting() throws {
        do {
            try queue.inTransaction(.immediate) { db in
                try db.execute(sql: "UPDATE itinerance_version SET version = version")
                return .rollback
            }
        } catch let error as DatabaseError { throw StoreFailure.output(error, name) }
    }

    private static func checkVersion(_ db: Database, _ name: String) throws {
        func fail(_ message: String) -> InputFailure { InputFailure(findings: [Finding(file: name, message: message)]) }
        guard try Int.fetchOne(db, sql: "PRAGMA application_id") == StoreSchema.applicationID,
            try db.tableExists("itinerance_version")
        else { throw fail(StoreWords.notAStore) }
        let version = try Int.fetchOne(db, sql: "SELECT MAX(version) FROM itinerance_version") ?? 0
        guard version <= StoreSchema.version else { throw fail(StoreWords.newer(version)) }
    }

    /// Closes the file, so that nothing but the file itself stays.
    package func close() throws {
        do { try queue.close() } catch let error as DatabaseError { throw StoreFailure.output(error, name) }
    }

    // MARK: Reading

    package func contents() throws -> TerritoryContents {
        do {
            return try queue.read { db in
                var records: [TableKind: [Record]] = [:]
                for kind in TableKind.allCases { records[kind] = try StoreTable(kind).records(db) }
                let sources = try Row.fetchAll(db, sql: "SELECT fichier, sha256 FROM imports ORDER BY fid").map {
                    SourceFile(name: $0["fichier"], sha256: $0["sha256"])
                }
                return TerritoryAssembly(records).contents(contours: try Self.contours(db), sources: sources)
            }
        } catch let error as DatabaseError {
            throw StoreFailure.input(error, name)
        }
    }

    private static func contours(_ db: Database) throws -> Contours {
        var outlines: [String: Outline] = [:]
        let rows = try Row.fetchCursor(db, sql: "SELECT code_insee, geom FROM communes WHERE geom IS NOT NULL")
        while let row = try rows.next() {
            if let data: Data = row["geom"] { outlines[row["code_insee"]] = GeoPackageGeometry.outline(data) }
        }
        let source = try String.fetchOne(
            db, sql: "SELECT description FROM gpkg_contents WHERE table_name = 'communes'")
        return Contours(outlines: outlines, source: source ?? "")
    }

    /// - Throws: `InputFailure`, `CommandFailure`.
    package func read<T>(_ body: (Database) throws -> T) throws -> T {
        do { return try queue.read(body) } catch let error as DatabaseError { throw StoreFailure.input(error, name) }
    }

    /// All of `body`, or nothing.
    ///
    /// - Throws: `CommandFailure` where the disk refuses; what `body` throws.
    package func transaction<T>(_ body: (Database) throws -> T) throws -> T {
        do { return try queue.write(body) } catch let error as DatabaseError {
            throw StoreFailure.output(error, name)
        }
    }
}

/// What SQLite refuses, in words and an ending.
package enum StoreFailure {
    package static func input(_ error: DatabaseError, _ name: String) -> any Error {
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            CommandFailure(ending: .inputOutput, messages: [StoreWords.busy(name)])
        case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_READONLY, .SQLITE_IOERR, .SQLITE_AUTH:
            CommandFailure(ending: .inputOutput, messages: [StoreWords.unreadable(name)])
        default: InputFailure(findings: [Finding(file: name, message: StoreWords.damaged)])
        }
    }

    package static func output(_ error: DatabaseError, _ name: String) -> any Error {
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            CommandFailure(ending: .inputOutput, messages: [StoreWords.busy(name)])
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: InputFailure(findings: [Finding(file: name, message: StoreWords.damaged)])
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH:
            CommandFailure(ending: .inputOutput, messages: [StoreWords.readOnly(name)])
        case .SQLITE_FULL: CommandFailure(ending: .inputOutput, messages: [StoreWords.full(name)])
        default: CommandFailure(ending: .inputOutput, messages: [CommandWords.outputUnwritable(name)])
        }
    }
}
