import FileAccess
import Foundation
import Optimizer
import PlanStore
import PlanningModel
import TabularData

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

        package init(
            type: String? = nil, columns: [String: String] = [:], sheet: Int = 1,
            reading: TableReader.Options = TableReader.Options(), author: String? = nil
        ) {
            self.type = type
            self.columns = columns
            self.sheet = sheet
            self.reading = reading
            self.author = author
        }
    }

    /// What became of one file.
    package struct Outcome: Encodable, FrenchKeyed {
        package var file: String
        package var kind: String
        package var rows = 0
        package var added = 0
        package var changed = 0

        package static var frenchKeys: [String: String] {
            ["rows": "lignes", "added": "ajoutees", "changed": "modifiees"]
        }

        package init(file: String, kind: String, rows: Int = 0, added: Int = 0, changed: Int = 0) {
            self.file = file
            self.kind = kind
            self.rows = rows
            self.added = added
            self.changed = changed
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
        let outcomes = try store.importing(for: options.author) { kept in
            try own.prepare(kept)
            let learned = try kept.learnedColumns()
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
                do { outcomes.append(try own.read(source.element, kept)) } catch let failure as InputFailure {
                    own.findings.add(failure)
                }
            }
            try own.findings.throwIfErrors()
            try kept.refreshExtents(of: Set(outcomes.filter { $0.added + $0.changed > 0 }.map(\.kind)))
            return outcomes
        }
        self = own
        return outcomes
    }

    // MARK: What is known before

    private mutating func prepare(_ kept: StoreImport) throws {
        for change in CodeChanges.builtIn { _ = try kept.put(change, given: []) }
        for kind in [TableKind.codeChanges, .epcis, .communes, .venues, .prisons] {
            for record in try kept.records(of: kind) { context.note(record) }
        }
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

    private mutating func read(_ source: Source, _ kept: StoreImport) throws -> Outcome {
        switch source {
        case .table(let rows, let mapping, let line): try table(rows, mapping, headerLine: line, kept)
        case .contours(let input): try contours(input, kept)
        case .plan(let plan, let file): try stops(of: plan, file, kept)
        }
    }

    private mutating func table(
        _ rows: TableRows, _ mapping: HeaderMapping, headerLine: Int, _ kept: StoreImport
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
        var given = mapping.given
        if kind == .facilities { given.insert("id") }
        if kind == .indicators { given.formUnion(["valeur", "retenu", "unite"]) }
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
                    _ = try kept.put(epci, given: [])
                }
                switch try kept.put(record, given: given) {
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
            try kept.learn(theirs, for: ours, of: kind)
        }
        try kept.note(rows.survey.source, as: kind.rawValue, rows: outcome.rows)
        return outcome
    }

    private mutating func contours(_ input: InputFile, _ kept: StoreImport) throws -> Outcome {
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
            if try kept.put(outline, ofCommune: code) { outcome.changed += 1 }
        }
        if !unknown.isEmpty {
            findings.add(.importing(.contoursElsewhere(unknown)), file: input.name, level: .warning)
        }
        if !contours.source.isEmpty {
            try kept.put(outlineSource: contours.source)
        }
        try kept.note(input.source, as: "contours", rows: outcome.rows)
        return outcome
    }

    /// The stops of a plan become a layer of points.
    private mutating func stops(of plan: Plan, _ file: SourceFile, _ kept: StoreImport) throws -> Outcome {
        var outcome = Outcome(file: file.name, kind: "arrets")
        let venues = Dictionary(
            plan.scenario.territory.venues.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for service in plan.services {
            let visits = service.days.flatMap { day in day.visits.map { (venue: $0.venue, day: day) } }
            for (id, all) in Dictionary(grouping: visits, by: \.venue).sorted(by: { $0.key < $1.key }) {
                guard let venue = venues[id] else { continue }
                outcome.rows += 1
                let stop = StoreImport.Stop(
                    service: service.id, venue: venue, weekdays: Set(all.map(\.day.weekday)).sorted(),
                    visitsInFourWeeks: all.count * plan.scenario.parameters.cyclesInFourWeeks)
                if try kept.put(stop, ofPlan: file.sha256) { outcome.added += 1 }
            }
        }
        try kept.note(file, as: "plan", rows: outcome.rows)
        return outcome
    }
}
