import Foundation
import GRDB
import GeoModel
import Optimizer
import RoundPlan

/// The user stopped an import before anything was written.
package struct ImportInterrupted: Error {}

/// Brings files into a store, all of them or none.
package struct TerritoryImport {
    package struct Options {
        /// Word of `--type`, for every file.
        package var type: String?
        /// Ours to theirs.
        package var columns: [String: String] = [:]
        package var sheet = 1
        package var reading = TableReader.Options()
        /// The role that imports: a lock of another one stops it.
        package var author: String?
    }

    /// What became of one file.
    package struct Outcome: Encodable {
        package var file: String
        package var kind: String
        package var rows = 0
        package var added = 0
        package var changed = 0

        package enum CodingKeys: String, CodingKey {
            case file = "fichier"
            case kind = "type"
            case rows = "lignes"
            case added = "ajoutees"
            case changed = "modifiees"
        }
    }

    /// A file whose kind and columns are known, or a file of another nature.
    private enum Source {
        case table(TableRows, HeaderMapping, headerLine: Int)
        case contours(InputFile)
        case plan(Plan, SourceFile)

        /// Place in the order of reading: outlines and stops refer to communes.
        var order: Int {
            if case .table(_, let mapping, _) = self { return TableKind.allCases.firstIndex(of: mapping.kind) ?? 0 }
            return TableKind.allCases.count
        }
    }

    private let options: Options
    private let stop: StopFlag
    private var context = ReadingContext()
    package private(set) var findings = Findings()

    package init(_ options: Options, stop: StopFlag) {
        self.options = options
        self.stop = stop
    }

    /// - Throws: `InputFailure` with all that is wrong, `StoreFault` where the store cannot be written, `StoreLocked`, `ImportInterrupted`.
    package mutating func run(_ paths: [String], into store: TerritoryStore) throws -> [Outcome] {
        var own = self
        let outcomes = try store.transaction { db in
            try StoreLock.check(db, for: options.author, store.name)
            try own.prepare(db)
            let learned = try own.learnedColumns(db)
            var sources: [Source] = []
            for path in paths {
                do {
                    if let source = try own.source(path, learned) { sources.append(source) }
                } catch let failure as InputFailure {
                    own.findings.add(failure)
                }
            }
            var outcomes: [Outcome] = []
            for source in sources.enumerated().sorted(by: {
                ($0.element.order, $0.offset) < ($1.element.order, $1.offset)
            }) {
                do { outcomes.append(try own.read(source.element, db)) } catch let failure as InputFailure {
                    own.findings.add(failure)
                }
            }
            try own.findings.throwIfErrors()
            try StoreExtents.refresh(db, changed: Set(outcomes.filter { $0.added + $0.changed > 0 }.map(\.kind)))
            return outcomes
        }
        self = own
        return outcomes
    }

    // MARK: What is known before

    private mutating func prepare(_ db: Database) throws {
        for change in CodeChanges.builtIn { _ = try StoreTable(.codeChanges).write(change, given: [], db) }
        for kind in [TableKind.codeChanges, .epcis, .communes, .venues, .prisons] {
            for record in try StoreTable(kind).records(db) { context.note(record) }
        }
    }

    private func learnedColumns(_ db: Database) throws -> [String: [String: String]] {
        var learned: [String: [String: String]] = [:]
        for row in try Row.fetchAll(db, sql: "SELECT type, colonne, nom_fichier FROM colonnes_apprises") {
            learned[row["type"], default: [:]][row["colonne"]] = row["nom_fichier"]
        }
        return learned
    }

    private mutating func source(_ path: String, _ learned: [String: [String: String]]) throws -> Source? {
        let url = URL(fileURLWithPath: path)
        let rows = try TableRows(url, named: path, sheet: options.sheet)
        if rows.isGeoJSON {
            if let plan = try? PlanFile.read(path) { return .plan(plan, rows.survey.source) }
            if try GeoJSONFile(rows.survey).isContours { return .contours(try InputFile(url, named: path)) }
        }
        EncodingNotice.add(rows.survey, &findings)
        guard let header = try rows.header() else {
            findings.add(.table(.noRows), file: path, line: 1)
            return nil
        }
        guard let format = try format(path, url, header.names) else {
            findings.add(.importing(.unknownKind(TableFormat.words)), file: path, line: header.line)
            return nil
        }
        var chosen = (learned[format.kind.rawValue] ?? [:]).filter { header.names.contains($0.value) }
        for (ours, theirs) in options.columns {
            guard format.kind.index(of: ours) != nil else {
                let near = NearestNames.of(ours, among: format.kind.columns.map(\.name))
                findings.add(.importing(.unknownColumn(ours, format.kind.rawValue, near: near)), file: path)
                continue
            }
            guard header.names.contains(theirs) else {
                let near = NearestNames.of(theirs, among: header.names)
                findings.add(
                    .table(.missingColumn(theirs, near: near)), file: path, line: header.line, column: theirs)
                continue
            }
            chosen[ours] = theirs
        }
        let mapping = HeaderMapping(format.kind, names: header.names, chosen: chosen, constants: format.constants)
        guard
            TableReader.checkHeader(
                mapping, file: path, line: header.line, isPartial: format.kind == .communes, &findings)
        else { return nil }
        if !mapping.ignored.isEmpty {
            findings.add(
                .importing(.ignoredColumns(mapping.ignored)), file: path, line: header.line, level: .warning)
        }
        return .table(rows, mapping, headerLine: header.line)
    }

    private func format(_ path: String, _ url: URL, _ names: [String]) throws -> TableFormat.Recognised? {
        guard let type = options.type else {
            return TableFormat.recognise(stem: url.deletingPathExtension().lastPathComponent, names: names)
        }
        guard let format = TableFormat.named(type) else {
            throw InputFailure(.cell(.notAllowed(type, TableFormat.words)), file: path)
        }
        return format
    }

    // MARK: Reading into the store

    private mutating func read(_ source: Source, _ db: Database) throws -> Outcome {
        switch source {
        case .table(let rows, let mapping, let line): try table(rows, mapping, headerLine: line, db)
        case .contours(let input): try contours(input, db)
        case .plan(let plan, let file): try stops(of: plan, file, db)
        }
    }

    private mutating func table(
        _ rows: TableRows, _ mapping: HeaderMapping, headerLine: Int, _ db: Database
    ) throws -> Outcome {
        let kind = mapping.kind
        let file = rows.survey.name
        var outcome = Outcome(file: file, kind: kind.rawValue)
        if context.communes.isEmpty, kind.columns.contains(where: { $0.kind == .commune }) {
            findings.add(.importing(.noCommunes), file: file)
            return outcome
        }
        var reading = options.reading
        reading.isPartial = kind == .communes
        var reader = TableReader(mapping, file: file, options: reading)
        let table = StoreTable(kind)
        var given = mapping.given
        if kind == .facilities { given.insert("id") }
        if kind == .indicators { given.formUnion(["valeur", "retenu", "unite"]) }
        let epcis = StoreTable(.epcis)
        try rows.each(below: headerLine) { row in
            if stop.isRaised { throw ImportInterrupted() }
            outcome.rows += 1
            for record in reader.read(row, context, &findings) {
                context.note(record)
                if findings.hasErrors { continue }
                if kind == .communes, !record.text("nom_epci").isEmpty {
                    var epci = Record(.epcis)
                    epci["code_epci"] = record["code_epci"]
                    epci["nom"] = record["nom_epci"]
                    epci["nature"] = record["nature_epci"]
                    _ = try epcis.write(epci, given: [], db)
                }
                switch try table.write(record, given: given, db) {
                case .added: outcome.added += 1
                case .changed: outcome.changed += 1
                case .unchanged: break
                case .incomplete(let column):
                    findings.add(
                        .importing(.incomplete(record.key.joined(separator: " / "), column)), file: file,
                        line: row.line,
                        column: column)
                }
            }
        }
        if outcome.rows == 0 { findings.add(.table(.noRows), file: file, line: headerLine) }
        if !findings.hasErrors { reader.finish(&findings) }
        for (ours, theirs) in options.columns where kind.index(of: ours) != nil {
            let known = try String.fetchOne(
                db, sql: "SELECT nom_fichier FROM colonnes_apprises WHERE type = ? AND colonne = ?",
                arguments: [kind.rawValue, ours])
            guard known != theirs else { continue }
            try db.execute(
                sql: "INSERT OR REPLACE INTO colonnes_apprises (type, colonne, nom_fichier) VALUES (?, ?, ?)",
                arguments: [kind.rawValue, ours, theirs])
        }
        try provenance(rows.survey.source, kind.rawValue, outcome.rows, db)
        return outcome
    }

    private mutating func contours(_ input: InputFile, _ db: Database) throws -> Outcome {
        var outcome = Outcome(file: input.name, kind: TableKind.communes.rawValue)
        let contours = ContoursReader.read(input, &findings)
        outcome.rows = contours.outlines.count
        var unknown: [String] = []
        for (code, outline) in contours.outlines.sorted(by: { $0.key < $1.key }) {
            let current = context.communes.current(code)
            guard context.communes.names[current] != nil, current == code else {
                unknown.append(code)
                continue
            }
            let data = GeoPackageGeometry.encode(outline)
            try db.execute(
                sql: "UPDATE communes SET geom = ? WHERE code_insee = ? AND geom IS NOT ?",
                arguments: [data, code, data])
            outcome.changed += db.changesCount
        }
        if !unknown.isEmpty {
            findings.add(.importing(.contoursElsewhere(unknown)), file: input.name, level: .warning)
        }
        if !contours.source.isEmpty {
            try db.execute(
                sql: "UPDATE gpkg_contents SET description = ? WHERE table_name = 'communes' AND description IS NOT ?",
                arguments: [contours.source, contours.source])
        }
        try provenance(input.source, "contours", outcome.rows, db)
        return outcome
    }

    /// The stops of a plan become a layer of points.
    private mutating func stops(of plan: Plan, _ file: SourceFile, _ db: Database) throws -> Outcome {
        var outcome = Outcome(file: file.name, kind: "arrets")
        let venues = Dictionary(
            plan.scenario.territory.venues.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for service in plan.services {
            let visits = service.days.flatMap { day in day.visits.map { (venue: $0.venue, day: day) } }
            for (id, all) in Dictionary(grouping: visits, by: \.venue).sorted(by: { $0.key < $1.key }) {
                guard let venue = venues[id] else { continue }
                outcome.rows += 1
                let known = try Row.fetchOne(
                    db, sql: "SELECT 1 FROM arrets WHERE plan = ? AND service = ? AND lieu = ?",
                    arguments: [file.sha256, service.id, id])
                guard known == nil else { continue }
                let days = Set(all.map(\.day.weekday)).sorted().map(\.key).joined(separator: "|")
                try db.execute(
                    sql: """
                        INSERT INTO arrets
                            (geom, plan, service, lieu, nom, code_insee, jours, passages_4_semaines)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        """,
                    arguments: [
                        GeoPackageGeometry.encode(venue.position), file.sha256, service.id, id, venue.name,
                        venue.commune, days, all.count * plan.scenario.parameters.cyclesInFourWeeks,
                    ])
                outcome.added += db.changesCount
            }
        }
        try provenance(file, "plan", outcome.rows, db)
        return outcome
    }

    /// A file imported once before leaves no trace of the second time, not a byte.
    private func provenance(_ file: SourceFile, _ kind: String, _ rows: Int, _ db: Database) throws {
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
}
