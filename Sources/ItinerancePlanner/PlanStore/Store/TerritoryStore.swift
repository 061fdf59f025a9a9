import FileAccess
import Foundation
import GRDB
import GeoModel
import PlanningModel
import TabularData

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
            throw StoreRefusal.input(error, name)
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
            throw StoreFault.unfinished(name)
        }
    }

    private static func checkFile(_ url: URL, _ name: String) throws {
        func fail(_ fault: InputFault) -> InputFailure { InputFailure(fault, file: name) }
        do throws(FileFault) {
            guard try FileBytes.open(url).size > 0 else { throw .empty }
        } catch { throw fail(.file(error)) }
    }

    /// Opens a store for writing, or makes one, and brings it to this program's version.
    ///
    /// - Parameter patience: seconds to wait for another program that writes.
    /// - Throws: `InputFailure`, or `StoreFault` where it cannot be written.
    package init(writing url: URL, named name: String, patience: Double = 10) throws {
        self.name = name
        let exists = FileManager.default.fileExists(atPath: url.path)
        if exists { try Self.checkFile(url, name) }
        TemporarySibling.clear(beside: url)
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
            throw StoreRefusal.output(error, name)
        }
    }

    /// Writes something and takes it back, not a byte changed.
    ///
    /// - Throws: `StoreFault` where nothing can be written.
    package func tryWriting() throws {
        do {
            try queue.inTransaction(.immediate) { db in
                try db.execute(sql: "UPDATE itinerance_version SET version = version")
                return .rollback
            }
        } catch let error as DatabaseError { throw StoreRefusal.output(error, name) }
    }

    private static func checkVersion(_ db: Database, _ name: String) throws {
        func fail(_ fault: InputFault) -> InputFailure { InputFailure(fault, file: name) }
        guard try Int.fetchOne(db, sql: "PRAGMA application_id") == GeoPackageSchema.applicationID,
            try db.tableExists("itinerance_version")
        else { throw fail(.store(.notAStore)) }
        let version = try Int.fetchOne(db, sql: "SELECT MAX(version) FROM itinerance_version") ?? 0
        guard version <= StoreSchema.version else { throw fail(.store(.newer(version, known: StoreSchema.version))) }
    }

    /// Closes the file, so that nothing but the file itself stays.
    package func close() throws {
        do { try queue.close() } catch let error as DatabaseError { throw StoreRefusal.output(error, name) }
    }

    // MARK: Reading

    package func contents() throws -> TerritoryContents {
        try read { db in
            var records: [TableKind: [Record]] = [:]
            for kind in TableKind.allCases { records[kind] = try StoreTable(kind).records(db) }
            let sources = try Row.fetchAll(db, sql: "SELECT fichier, sha256 FROM imports ORDER BY fid").map {
                SourceFile(name: try $0.held("fichier"), sha256: try $0.held("sha256"))
            }
            return TerritoryAssembly(records).contents(contours: try Self.contours(db), sources: sources)
        }
    }

    private static func contours(_ db: Database) throws -> Contours {
        var outlines: [String: Outline] = [:]
        let rows = try Row.fetchCursor(db, sql: "SELECT code_insee, geom FROM communes WHERE geom IS NOT NULL")
        while let row = try rows.next() {
            guard let data: Data = try row.heldIfAny("geom"), let code: String = try row.heldIfAny("code_insee")
            else { continue }
            outlines[code] = GeoPackageGeometry.outline(data)
        }
        let source = try String.fetchOne(
            db, sql: "SELECT description FROM gpkg_contents WHERE table_name = 'communes'")
        return Contours(outlines: outlines, source: source ?? "")
    }

    /// - Throws: `InputFailure`, `StoreFault`.
    package func read<T>(_ body: (Database) throws -> T) throws -> T {
        do { return try queue.read(body) } catch { throw StoreRefusal.read(error, name) }
    }

    /// All of `body`, or nothing.
    ///
    /// - Throws: `StoreFault` where the disk refuses; what `body` throws.
    package func transaction<T>(_ body: (Database) throws -> T) throws -> T {
        do { return try queue.write(body) } catch let error as DatabaseError {
            throw StoreRefusal.output(error, name)
        } catch { throw StoreRefusal.read(error, name) }
    }
}
