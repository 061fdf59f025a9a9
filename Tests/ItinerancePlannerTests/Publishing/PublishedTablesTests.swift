import Foundation
import PlanningModel
import Publishing
import TabularData
import Testing

@Suite("Published tables, as other programs read them")
struct PublishedTablesTests {
    private struct Cell: Decodable, Equatable {
        var type: String
        var value: Value

        enum Value: Decodable, Equatable {
            case text(String)
            case number(Double)

            init(from decoder: any Decoder) throws {
                let container = try decoder.singleValueContainer()
                if let number = try? container.decode(Double.self) {
                    self = .number(number)
                } else {
                    self = .text(try container.decode(String.self))
                }
            }
        }

        var text: String { if case .text(let text) = value { text } else { "" } }
    }

    private struct Sheet: Decodable {
        var frozen: String
        var filter: String?
        var rows: [[Cell]]
        var formulas: Int
        var formats: [String]

        /// The cells below a header.
        func column(_ name: String) -> [Cell] {
            guard let index = rows.first?.firstIndex(where: { $0.text == name }) else { return [] }
            return rows.dropFirst().map { $0[index] }
        }
    }

    private struct Workbook: Decodable {
        var created: String
        var names: [String]
        var sheets: [String: Sheet]
    }

    private func workbook(_ folder: URL) throws -> Workbook {
        let read = try PublicationReaders.read(
            "read_workbook.py", [folder.appendingPathComponent("tableaux/itinerance.xlsx").path])
        return try JSONDecoder().decode(Workbook.self, from: JSONSerialization.data(withJSONObject: read))
    }

    @Test("The workbook has real dates, times and numbers, codes as text, frozen headers, filters, and no formula")
    func types() throws {
        let folder = try PublicationFixture.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let book = try workbook(folder)
        #expect(
            book.names == [
                "a_lire", "arrets", "ouvertures", "tournees", "trajets", "communes", "services", "regles", "constats",
                "parametres", "appels", "ages", "definitions",
            ])
        #expect(book.created.hasPrefix("2026-11-20T00:00:00"))
        for (name, sheet) in book.sheets {
            #expect(sheet.frozen == "A2" && sheet.filter?.hasPrefix("A1:") == true && sheet.formulas == 0, "\(name)")
        }
        let openings = try #require(book.sheets["ouvertures"])
        #expect(openings.column("date").allSatisfy { $0.type == "datetime" })
        #expect(openings.column("date").first?.text == "2026-11-30 00:00:00")
        #expect(
            openings.column("debut").allSatisfy { $0.type == "time" }
                && openings.column("debut").first?.text == "09:00:00")
        #expect(openings.column("minutes").allSatisfy { $0.type == "int" })
        #expect(openings.column("etat").contains { $0.text == "annulé" })
        #expect(openings.column("motif").contains { $0.text == "lieu fermé : travaux; toit" })
        let communes = try #require(book.sheets["communes"])
        #expect(communes.column("code_insee").first == Cell(type: "str", value: .text("01001")))
        #expect(communes.column("points").contains { $0.type == "float" })
        #expect(communes.column("population").contains { $0.type == "NoneType" })
        let stops = try #require(book.sheets["arrets"])
        let names = Set(stops.column("nom_lieu").map(\.text))
        for name in PublicationFixture.awkwardNames { #expect(names.contains(name), "\(name)") }
        #expect(stops.column("code_postal").contains(Cell(type: "str", value: .text("01234"))))
        #expect(stops.column("statut").allSatisfy { $0.text == "exemple fictif" })
        #expect(book.sheets["appels"]?.column("appels_recus").first?.value == .number(12))
        #expect(book.sheets["regles"]?.rows.count == RuleID.allCases.count + 1)
    }

    @Test("Characters that no document may hold are left out, and every file still opens")
    func controlCharacters() throws {
        var scenario = PublicationFixture.scenario()
        scenario.territory.venues[0].name = "Halle\u{1}\u{B}\u{FFFE} \u{1F68C}!"
        let folder = try PublicationFixture.folder(PublicationFixture.plan(scenario))
        defer { try? FileManager.default.removeItem(at: folder) }
        let names = try workbook(folder).sheets["arrets"]?.column("nom_lieu").map(\.text) ?? []
        #expect(names.first == "Halle \u{1F68C}!")
        let file = folder.appendingPathComponent("calendriers/public.ics").path
        let read =
            try PublicationReaders.read("read_calendar.py", [file, "2026-06-01", "2029-01-31"]) as? [String: Any]
        let events = try #require(read?["events"] as? [[String: String]])
        #expect(events.contains { $0["summary"]?.hasPrefix("Halle") == true })
        let geoPackage = folder.appendingPathComponent("tableaux/itinerance.gpkg").path
        #expect(
            !String(decoding: try PublicationReaders.run(["ogrinfo", "-q", geoPackage, "arrets"]), as: UTF8.self)
                .contains("ERROR"))
    }

    @Test("Every column of every table is defined, with its unit and its source")
    func definitions() throws {
        let folder = try PublicationFixture.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let book = try workbook(folder)
        let definitions = try #require(book.sheets["definitions"])
        for (column, meaning) in zip(definitions.column("colonne"), definitions.column("sens")) {
            #expect(meaning.type == "str" && !meaning.text.isEmpty, "\(column.text)")
        }
        let columns = book.names.dropFirst().dropLast().reduce(0) { $0 + (book.sheets[$1]?.rows[0].count ?? 0) }
        #expect(definitions.rows.count == columns + 1)
    }

    @Test(
        "CSV for Excel has semicolons, a decimal comma and a mark; CSV for programs neither; no cell begins a formula")
    func dialects() throws {
        let folder = try PublicationFixture.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        func text(_ name: String) throws -> String {
            String(decoding: try Data(contentsOf: folder.appendingPathComponent("tableaux/\(name)")), as: UTF8.self)
        }
        let (excel, program) = (try text("csv-excel/arrets.csv"), try text("csv/arrets.csv"))
        #expect(excel.hasPrefix("\u{FEFF}service;nom_service;") && program.hasPrefix("service,nom_service,"))
        #expect(excel.contains(";50,100000;3,900000;") && program.contains(",50.100000,3.900000,"))
        #expect(excel.contains(";\"'=SOMME(A1;A2)\";") && program.contains(",'=SOMME(A1;A2),"))
        #expect(excel.contains(";'@Sans adresse;") && program.contains(",'@Sans adresse,"))
        #expect(program.contains(",\"مركز الأسرة, \"\"salle\"\"\",") && excel.contains("\"Salle\ndes fêtes; annexe\""))
    }

    @Test("A meeting of professionals is a row of its own, and parents are received for the rest of the opening")
    func audiences() throws {
        let folder = try PublicationFixture.folder(PublicationFixture.plan(), [.tables])
        defer { try? FileManager.default.removeItem(at: folder) }
        let rows = try PublicationFixture.table("ouvertures", in: folder).filter {
            $0["lieu"] as? String == PublicationFixture.venue(0) && $0["date"] as? String == "2026-12-07"
                && $0["service"] as? String == "service-1"
        }
        #expect(
            rows.map { "\($0["debut"] ?? "")-\($0["fin"] ?? "") \($0["public"] ?? "")" } == [
                "09:00-10:00 professionnels", "10:00-12:00 parents",
            ])
    }

    @Test("publication.json is what its schema says, and the schema is the one of docs/schemas")
    func schema() throws {
        let folder = try PublicationFixture.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let schema = folder.appendingPathComponent("tableaux/\(PublicationSchema.fileName)")
        let published = CommandRunner.root.appendingPathComponent("docs/schemas/\(PublicationSchema.fileName)")
        #expect(try Data(contentsOf: schema) == Data(contentsOf: published))
        let document = folder.appendingPathComponent("tableaux/publication.json")
        let faults = try PublicationReaders.read("read_schema.py", [schema.path, document.path])
        #expect(faults as? [String] == [])
        // The schema is no empty promise: a table without a column is refused.
        let text = try String(contentsOf: document, encoding: .utf8)
        let broken = folder.appendingPathComponent("faux.json")
        try Data(text.replacingOccurrences(of: "\"code_insee\"", with: "\"insee\"").utf8).write(to: broken)
        let found = try PublicationReaders.read("read_schema.py", [schema.path, broken.path]) as? [String]
        #expect(found?.isEmpty == false)
    }

    @Test("ogrinfo opens every layer of the GeoPackage and every GeoJSON without a warning, names whole")
    func layers() throws {
        let folder = try PublicationFixture.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        func ogrinfo(_ arguments: [String]) throws -> String {
            String(decoding: try PublicationReaders.run(["ogrinfo"] + arguments), as: UTF8.self)
        }
        let tables = folder.appendingPathComponent("tableaux")
        let geoPackage = tables.appendingPathComponent("itinerance.gpkg").path
        let all = try ogrinfo(["-so", "-al", geoPackage])
        #expect(!all.contains("Warning") && !all.contains("ERROR"))
        #expect(all.contains("DESCRIPTION=Journées de tournée du cycle : segments droits"))
        for (layer, geometry, count) in [
            ("arrets", "Point", 7), ("tournees", "Line String", 13), ("acces", "Point", 16),
            ("acces_contours", "Multi Polygon", 2), ("depots", "Point", 1),
        ] {
            let part = try ogrinfo(["-so", geoPackage, layer])
            #expect(part.contains("Geometry: \(geometry)\nFeature Count: \(count)\n"), "\(part)")
            let file = tables.appendingPathComponent("geojson/\(layer).geojson").path
            let other = try ogrinfo(["-so", "-al", file])
            #expect(other.contains("Geometry: \(geometry)\nFeature Count: \(count)\n"), "\(other)")
            #expect(!other.contains("Warning") && !other.contains("ERROR"))
        }
        for source in [geoPackage, tables.appendingPathComponent("geojson/arrets.geojson").path] {
            let stops = try ogrinfo(["-q", source, "arrets"])
            for name in PublicationFixture.awkwardNames { #expect(stops.contains(name), "\(name)") }
        }
        let line = try ogrinfo(["-q", geoPackage, "tournees", "-where", "semaine_cycle = 2 AND jour = 'jeudi'"])
        #expect(line.contains("LINESTRING (3.93 50.12,3.95 50.1,3.93 50.12)"), "\(line)")
    }

    @Test("Tables name no person of a crew beside a day, and no commune where children are fetched for a prison visit")
    func privacy() throws {
        let folder = try PublicationFixture.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        // Not even minutes or kilometres, from which the commune could be worked out.
        let ways = try PublicationFixture.table("trajets", in: folder)
        #expect(!ways.isEmpty && !ways.contains { $0["service"] as? String == "rep" })
        for name in ["arrets", "ouvertures", "tournees", "trajets", "communes"] {
            let rows = try JSONSerialization.data(withJSONObject: PublicationFixture.table(name, in: folder))
            #expect(!String(decoding: rows, as: UTF8.self).contains("agent-"), "\(name)")
        }
    }
}
