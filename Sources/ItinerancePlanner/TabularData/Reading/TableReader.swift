import FileAccess
import Foundation
import GeoModel

/// Turns the rows of a file into sound records, telling all that is wrong with them.
package struct TableReader {
    package struct Options {
        /// Year or date, and source, where the file has no column for them.
        package var vintage = ""
        package var source = ""
        /// Whether 4-digit codes of communes get their zero back in the very table of communes.
        package var restoresZeros = false
        /// Whether a file may hold only some columns, bringing known rows up to date.
        package var isPartial = false

        package init(vintage: String = "", source: String = "", restoresZeros: Bool = false, isPartial: Bool = false) {
            self.vintage = vintage
            self.source = source
            self.restoresZeros = restoresZeros
            self.isPartial = isPartial
        }
    }

    package let mapping: HeaderMapping
    package let file: String
    package let options: Options
    package var seen: [RowKey: Int] = [:]
    package var notes = Notes()
    private let lambert = Projection()
    package private(set) var count = 0

    package var kind: TableKind { mapping.kind }

    package init(_ mapping: HeaderMapping, file: String, options: Options) {
        self.mapping = mapping
        self.file = file
        self.options = options
    }

    /// Tells what the header lacks; `false` where no row can be read.
    package static func checkHeader(
        _ mapping: HeaderMapping, file: String, line: Int, isPartial: Bool, _ findings: inout Findings
    ) -> Bool {
        var isReadable = true
        var seen: Set<String> = []
        for name in mapping.names where !name.isEmpty && !seen.insert(name).inserted {
            findings.add(.table(.duplicateColumn(name)), file: file, line: line, column: name)
        }
        for column in mapping.kind.columns where !mapping.isGiven(column) {
            let isMissing =
                column.need == .key
                ? mapping.missingKeys.contains(column.name) : column.need == .required && !isPartial
            guard isMissing else { continue }
            isReadable = false
            findings.add(
                .table(.missingColumn(column.name, near: NearestNames.of(column.name, among: mapping.names))),
                file: file, line: line, column: column.name)
        }
        return isReadable
    }

    /// Reads one row; `nil` where it has errors, or lies outside the territory. A wide row gives several records.
    package mutating func read(_ row: RawRow, _ context: ReadingContext, _ findings: inout Findings) -> [Record] {
        guard row.cells.count == mapping.names.count else {
            findings.add(
                .table(.cellCount(found: row.cells.count, expected: mapping.names.count)), file: file, line: row.line)
            return []
        }
        let before = findings.errorCount
        var record = Record(kind, line: row.line)
        if kind.columns.contains(where: { $0.kind == .commune }) {
            guard let code = commune(row, context, &findings) else { return [] }
            record["code_insee"] = .text(code)
        }
        if !mapping.wide.isEmpty { return wideRecords(row, record, &findings) }
        for (index, column) in kind.columns.enumerated() where column.kind != .commune {
            record.cells[index] = cell(row, index, column, &record, &findings)
        }
        complete(&record)
        place(&record, row.line, context, &findings)
        guard findings.errorCount == before else { return [] }
        guard isSound(&record, row.line, context, &findings) else { return [] }
        count += 1
        return [record]
    }

    package func finish(_ findings: inout Findings) { notes.report(file: file, to: &findings) }

    // MARK: Cells

    private func raw(_ row: RawRow, _ index: Int, _ column: Column) -> String {
        mapping.indices[index].map { row.cells[$0] } ?? mapping.constants[column.name] ?? ""
    }

    private func shownName(_ index: Int, _ column: Column) -> String {
        mapping.indices[index].map { mapping.names[$0] } ?? column.name
    }

    private mutating func cell(
        _ row: RawRow, _ index: Int, _ column: Column, _ record: inout Record, _ findings: inout Findings
    ) -> Cell? {
        switch CellReading.read(raw(row, index, column), as: column.kind) {
        case .value(let cell):
            if column.kind == .openingHours { checkHours(cell, row.line, shownName(index, column), &findings) }
            if case .text(let text) = cell, column.mayBePublished {
                checkPersonalData(text, column, row.line, shownName(index, column), &findings)
            }
            return cell
        case .withheld:
            notes.add(.withheld, line: row.line)
            record["retenu"] = .text(Presence.present.word)
            return nil
        case .unknown:
            // Where a source withholds a figure, the cell set a moment ago stays.
            if column.name == "retenu" { return record["retenu"] }
            let isNeeded = column.need == .required || (column.need == .key && column.name != "id")
            let isGiven = mapping.isGiven(column)
            if isGiven, isNeeded || (column.need == .key && kind != .facilities) {
                findings.add(.cell(.empty), file: file, line: row.line, column: shownName(index, column))
            }
            return nil
        case .fault(let fault):
            findings.add(.cell(fault), file: file, line: row.line, column: shownName(index, column))
            return nil
        }
    }

    /// A national list's hours are kept as they are; a venue's own must be understood.
    private mutating func checkHours(_ cell: Cell, _ line: Int, _ column: String, _ findings: inout Findings) {
        guard case .text(let text) = cell else { return }
        do throws(OpeningHoursError) { _ = try OpeningHours(parsing: text) } catch {
            if kind == .facilities {
                notes.add(.hoursNotUnderstood, line: line)
            } else {
                findings.add(.cell(.openingHours(error, in: text)), file: file, line: line, column: column)
            }
        }
    }

    /// What is read may be published: what only a person has is refused, as far as it can be seen.
    private func checkPersonalData(
        _ text: String, _ column: Column, _ line: Int, _ shown: String, _ findings: inout Findings
    ) {
        if let sign = PersonalDataSign(text, in: kind.isFoundInNationalLists ? .publicList : .own) {
            findings.add(.cell(.personal(sign)), file: file, line: line, column: shown)
        } else if kind == .staff, ["id", "equipe"].contains(column.name), PersonName.isLikely(text) {
            findings.add(.cell(.likelyName(text)), file: file, line: line, column: shown, level: .warning)
        }
    }

    /// Fills in what the options say, and the identifier of a facility that has none.
    private func complete(_ record: inout Record) {
        if record["millesime"] == nil, !options.vintage.isEmpty { record["millesime"] = .text(options.vintage) }
        if record["source"] == nil, !options.source.isEmpty { record["source"] = .text(options.source) }
        if kind == .facilities, record["id"] == nil {
            let name = HeaderNames.folded(record.text("nom")).replacing("_", with: "-")
            record["id"] = .text([record.text("type"), record.text("code_insee"), name].joined(separator: "-"))
        }
        if kind == .indicators, record["unite"] == nil {
            record["unite"] = .text(IndicatorCatalogue.unit(of: record.text("indicateur")))
        }
        if kind == .indicators, record["valeur"] != nil { record["retenu"] = .text(Presence.absent.word) }
    }

    // MARK: Communes

    private mutating func commune(_ row: RawRow, _ context: ReadingContext, _ findings: inout Findings) -> String? {
        guard let index = kind.index(of: "code_insee") else { return nil }
        let text = RawRow.trimmed(raw(row, index, kind.columns[index]))
        let name = mapping.communeName.map { RawRow.trimmed(row.cells[$0]) } ?? ""
        let postcode = mapping.postcode.map { RawRow.trimmed(row.cells[$0]) } ?? ""
        let column = shownName(index, kind.columns[index])
        func fail(_ fault: InputFault) -> String? {
            findings.add(fault, file: file, line: row.line, column: column)
            return nil
        }
        guard !text.isEmpty || !name.isEmpty else { return fail(.cell(.empty)) }
        switch context.communes.find(text, name: name, postcode: postcode) {
        case .found(let code, let how):
            switch how {
            case .asGiven: break
            case .zeroRestored: notes.add(.zeroRestored, line: row.line)
            case .codeChanged:
                // A published figure of a former commune is not a figure of the new one.
                if kind == .indicators {
                    notes.add(.mergedInto(text, code), line: row.line)
                    return nil
                }
                notes.add(.codeChanged, line: row.line)
            case .byName: notes.add(.foundByName, line: row.line)
            }
            return code
        case .outside where context.isMissingCommunes, .unknown where context.isMissingCommunes: return nil
        case .outside:
            if kind.isFoundInNationalLists {
                notes.add(.outsideTerritory, line: row.line)
                return nil
            }
            return fail(
                kind == .depots
                    ? .territory(.depotOutside(text, near: context.communes.near(text)))
                    : .territory(.unknownCommune(text, near: context.communes.near(text))))
        case .unknown(let near):
            return fail(
                kind == .depots
                    ? .territory(.depotOutside(text, near: near))
                    : .territory(.unknownCommune(text.isEmpty ? name : text, near: near)))
        case .ambiguous(let codes): return fail(.territory(.ambiguousCommune(text.isEmpty ? name : text, codes)))
        case .malformed:
            return fail(
                CommuneIndex.isShortCode(text) ? .territory(.lostZero(text)) : .territory(.badCommuneCode(text)))
        }
    }

    // MARK: Positions

    private mutating func place(
        _ record: inout Record, _ line: Int, _ context: ReadingContext, _ findings: inout Findings
    ) {
        guard let latitude = record.number("latitude"), let longitude = record.number("longitude") else {
            record["latitude"] = nil
            record["longitude"] = nil
            return
        }
        let position = Position(latitude: latitude, longitude: longitude)
        if !FrenchArea.contains(position) {
            if let converted = lambert.position(easting: longitude, northing: latitude),
                FrenchArea.contains(converted)
            {
                notes.add(.lambert93, line: line)
                record["latitude"] = .number((converted.latitude * 1e7).rounded() / 1e7)
                record["longitude"] = .number((converted.longitude * 1e7).rounded() / 1e7)
            } else {
                let swapped =
                    FrenchArea.contains(Position(latitude: longitude, longitude: latitude))
                    || lambert.position(easting: latitude, northing: longitude) != nil
                findings.add(
                    swapped
                        ? .territory(.swappedCoordinates)
                        : .territory(.outsideFrance(latitude: latitude, longitude: longitude)),
                    file: file,
                    line: line, column: "latitude")
            }
        }
    }

    // MARK: Wide files

    private mutating func wideRecords(_ row: RawRow, _ base: Record, _ findings: inout Findings) -> [Record] {
        mapping.wide.compactMap { indicator in
            var isWithheld = false
            var isKnown = true
            let before = findings.errorCount
            func sum(_ indices: [Int]) -> Double {
                indices.reduce(0) { total, index in
                    switch CellReading.read(row.cells[index], as: .figure(-1e12...1e12)) {
                    case .value(.number(let number)): return total + number
                    case .withheld: isWithheld = true
                    case .fault(let fault):
                        findings.add(.cell(fault), file: file, line: row.line, column: mapping.names[index])
                    case .unknown, .value: isKnown = false
                    }
                    return total
                }
            }
            var figure = sum(indicator.plus) - sum(indicator.minus)
            if !indicator.share.isEmpty {
                let whole = sum(indicator.share)
                if whole > 0 { figure = 100 * figure / whole } else { isKnown = false }
            }
            guard findings.errorCount == before, isKnown || isWithheld else { return nil }
            var record = base
            record["indicateur"] = .text(indicator.indicator)
            record["unite"] = .text(indicator.unit)
            record["retenu"] = .text((isWithheld ? Presence.present : .absent).word)
            if !isWithheld { record["valeur"] = .number((figure * 1e6).rounded() / 1e6) }
            if !indicator.vintage.isEmpty { record["millesime"] = .text(indicator.vintage) }
            complete(&record)
            let hash = RowKey(record.key)
            if let first = seen[hash] {
                findings.add(
                    .table(.duplicateKey(record.key.joined(separator: " / "), firstLine: first)), file: file,
                    line: row.line, column: "code_insee")
                return nil
            }
            seen[hash] = row.line
            if isWithheld { notes.add(.withheld, line: row.line) }
            count += 1
            return record
        }
    }
}
