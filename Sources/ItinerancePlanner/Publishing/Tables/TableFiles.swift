import FileAccess
import Foundation
import FrenchText
import PlanStore
import TabularData

/// The folder `tableaux`: one set of tables as a workbook, two dialects of CSV, JSON with its schema, and layers of maps.
package struct TableFiles: Sendable {
    private let rounds: PublishedRounds
    private var publication: Publication { rounds.publication }

    package init(_ publication: Publication) { rounds = PublishedRounds(publication) }

    package init(_ rounds: PublishedRounds) { self.rounds = rounds }

    /// In the order of the sheets.
    package var tables: [DataTable] { rounds.tables }

    /// - Throws: `TableWritingFault`.
    package var files: [PublishedFile] {
        get throws {
            let tables = tables
            var files = [PublishedFile("tableaux/itinerance.xlsx", try workbook(tables))]
            for table in tables + [Self.definitions(tables)] {
                files.append(PublishedFile("tableaux/csv-excel/\(table.fileName).csv", TableCSV(table, .excel).text))
                files.append(PublishedFile("tableaux/csv/\(table.fileName).csv", TableCSV(table, .program).text))
            }
            files.append(PublishedFile("tableaux/publication.json", try PublicationJSON(publication, tables).data))
            files.append(PublishedFile("tableaux/\(PublicationSchema.fileName)", try PublicationSchema(tables).data))
            let layers = rounds.layers
            files.append(
                PublishedFile(
                    "tableaux/itinerance.gpkg", try GeoPackageFile(layers, changed: publication.planDate).data))
            files += try layers.map {
                PublishedFile("tableaux/geojson/\($0.table.fileName).geojson", try LayerGeoJSON($0).data)
            }
            files.append(
                PublishedFile(
                    "tableaux/lisez-moi.txt",
                    TableFileWords.readMe(publication.scenario.name, schema: PublicationSchema.fileName.text)))
            return files
        }
    }

    private func workbook(_ tables: [DataTable]) throws -> Data {
        let workbook = try XLSXWorkbook(
            title: publication.scenario.name, author: publication.office.name, created: publication.planDate)
        try workbook.add(
            DataTable(
                "a_lire", [ColumnOf("rubrique") { .text($0.0) }, ColumnOf("contenu") { .text($0.1) }],
                rows: TableFileWords.aboutLines(publication.plan, publication.check, period: publication.period)))
        for table in tables { try workbook.add(table) }
        try workbook.add(Self.definitions(tables))
        return try workbook.finished()
    }

    /// Each column of each table: what it means, its unit, where it comes from.
    package static func definitions(_ tables: [DataTable]) -> DataTable {
        let rows = tables.flatMap { table in table.columns.map { (table.name, $0) } }
        return DataTable(
            "definitions",
            [
                ColumnOf("tableau") { .text($0.0) },
                ColumnOf("colonne") { .text($0.1.name) },
                ColumnOf("sens") { .text(ColumnWords.words($0.0, $0.1.name)?.meaning) },
                ColumnOf("unite") { .text(ColumnWords.words($0.0, $0.1.name)?.unit) },
                ColumnOf("source") { .text(ColumnWords.words($0.0, $0.1.name)?.source) },
            ], rows: rows)
    }
}

extension PublishedRounds {
    /// In the order of the sheets.
    package var tables: [DataTable] {
        [
            stopsTable, openingsTable, daysTable, legsTable, communesTable, servicesTable, rulesTable, findingsTable,
            parametersTable, callsTable, agesTable,
        ]
    }
}

extension DataTable {
    /// Without its ending.
    fileprivate var fileName: OutputName { OutputName(name) ?? "\(slug: name)" }
}
