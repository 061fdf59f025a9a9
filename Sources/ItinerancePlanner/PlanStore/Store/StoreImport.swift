import Foundation
import GRDB
import GeoModel
import PlanningModel
import TabularData

extension TerritoryStore {
    /// All that an import does, or nothing.
    ///
    /// - Parameter author: the role that imports.
    /// - Throws: `StoreLocked` where another role has reserved the store, `StoreFault` where the disk refuses; what `body`
    ///   throws.
    package func importing<T>(for author: String?, _ body: (StoreImport) throws -> T) throws -> T {
        try transaction { db in
            try checkLock(db, for: author)
            return try body(StoreImport(db))
        }
    }
}

/// A store while files are brought into it.
package final class StoreImport {
    private let db: Database
    private var tables: [TableKind: StoreTable] = [:]

    fileprivate init(_ db: Database) { self.db = db }

    private func table(_ kind: TableKind) -> StoreTable {
        if let table = tables[kind] { return table }
        let table = StoreTable(kind)
        tables[kind] = table
        return table
    }

    /// What a table holds already.
    package func records(of kind: TableKind) throws -> [Record] { try table(kind).records(db) }

    /// Adds a record, or brings the row of its key up to date in the columns given.
    package func put(_ record: Record, given: Set<String>) throws -> StoreTable.Outcome {
        try table(record.kind).write(record, given: given, db)
    }

    // MARK: Names of columns

    /// Names that files gave to our columns before, by kind of table.
    package func learnedColumns() throws -> [String: [String: String]] {
        var learned: [String: [String: String]] = [:]
        for row in try Row.fetchAll(db, sql: "SELECT type, colonne, nom_fichier FROM colonnes_apprises") {
            let (kind, column): (String, String) = (try row.held("type"), try row.held("colonne"))
            learned[kind, default: [:]][column] = try row.heldIfAny("nom_fichier")
        }
        return learned
    }

    package func learn(_ name: String, for column: String, of kind: TableKind) throws {
        let known = try String.fetchOne(
            db, sql: "SELECT nom_fichier FROM colonnes_apprises WHERE type = ? AND colonne = ?",
            arguments: [kind.rawValue, column])
        guard known != name else { return }
        try db.execute(
            sql: "INSERT OR REPLACE INTO colonnes_apprises (type, colonne, nom_fichier) VALUES (?, ?, ?)",
            arguments: [kind.rawValue, column, name])
    }

    // MARK: Outlines and stops

    /// Whether that changed anything.
    package func put(_ outline: Outline, ofCommune code: String) throws -> Bool {
        let data = GeoPackageGeometry.encode(outline)
        try db.execute(
            sql: "UPDATE communes SET geom = ? WHERE code_insee = ? AND geom IS NOT ?", arguments: [data, code, data])
        return db.changesCount > 0
    }

    package func put(outlineSource source: String) throws {
        try db.execute(
            sql: "UPDATE gpkg_contents SET description = ? WHERE table_name = 'communes' AND description IS NOT ?",
            arguments: [source, source])
    }

    /// A stop of a plan, a point of its layer.
    package struct Stop {
        package var service: String
        package var venue: Place
        package var weekdays: [Weekday]
        package var visitsInFourWeeks: Int

        package init(service: String, venue: Place, weekdays: [Weekday], visitsInFourWeeks: Int) {
            self.service = service
            self.venue = venue
            self.weekdays = weekdays
            self.visitsInFourWeeks = visitsInFourWeeks
        }
    }

    /// Whether the plan's stop was not there before.
    package func put(_ stop: Stop, ofPlan sha256: String) throws -> Bool {
        let known = try Row.fetchOne(
            db, sql: "SELECT 1 FROM arrets WHERE plan = ? AND service = ? AND lieu = ?",
            arguments: [sha256, stop.service, stop.venue.id])
        guard known == nil else { return false }
        try db.execute(
            sql: """
                INSERT INTO arrets
                    (geom, plan, service, lieu, nom, code_insee, jours, passages_4_semaines)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                GeoPackageGeometry.encode(stop.venue.position), sha256, stop.service, stop.venue.id, stop.venue.name,
                stop.venue.commune, stop.weekdays.map(\.key).joined(separator: "|"), stop.visitsInFourWeeks,
            ])
        return true
    }

    // MARK: What was imported

    /// A file imported once before leaves no trace of the second time, not a byte.
    package func note(_ file: SourceFile, as kind: String, rows: Int) throws {
        let known = try Row.fetchOne(
            db, sql: "SELECT 1 FROM imports WHERE sha256 = ? AND type = ?", arguments: [file.sha256, kind])
        guard known == nil else { return }
        try db.execute(
            sql: """
                INSERT INTO imports (fichier, sha256, type, date, lignes)
                VALUES (?, ?, ?, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), ?)
                """,
            arguments: [URL(fileURLWithPath: file.name).lastPathComponent, file.sha256, kind, rows])
    }

    /// Brings up to date what other programs read first of the layers that changed.
    package func refreshExtents(of layers: Set<String>) throws { try StoreExtents.refresh(db, changed: layers) }
}
