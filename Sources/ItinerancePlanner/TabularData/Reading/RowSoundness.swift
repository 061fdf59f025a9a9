import FileAccess

/// Whether a row, its cells read, can stand: its key is new, what it names is there.
extension TableReader {
    package mutating func isSound(
        _ record: inout Record, _ line: Int, _ context: ReadingContext, _ findings: inout Findings
    ) -> Bool {
        func fail(_ fault: InputFault, _ column: String) -> Bool {
            findings.add(fault, file: file, line: line, column: column)
            return false
        }
        if kind == .communes {
            guard let code = communeKey(&record, line, context, &findings) else { return false }
            let epci = record.text("code_epci")
            if !epci.isEmpty, record.text("nom_epci").isEmpty, !context.epcis.isEmpty, context.epcis[epci] == nil {
                return fail(
                    .territory(.unknownEpci(epci, near: NearestNames.of(epci, among: context.epcis.keys.sorted()))),
                    "code_epci")
            }
            if let first = seen[RowKey([code])] {
                return fail(.territory(.duplicateCommune(code, firstLine: first)), "code_insee")
            }
            seen[RowKey([code])] = line
            return true
        }
        if [.permits, .exceptions].contains(kind) {
            let place = record.text("lieu")
            guard context.places.contains(place) || context.places.isEmpty else {
                return fail(
                    .territory(.unknownPlace(place, near: NearestNames.of(place, among: context.places.sorted()))),
                    "lieu"
                )
            }
            if let from = record.date("du"), let until = record.date("au"), until < from {
                return fail(.cell(.endBeforeStart(from, until)), "au")
            }
        }
        if kind == .absences, let from = record.date("du"), let until = record.date("au"), until < from {
            return fail(.cell(.endBeforeStart(from, until)), "au")
        }
        if kind == .calls, let date = record.date("lundi"), date.weekday != .monday {
            return fail(.cell(.notAMonday(date)), "lundi")
        }
        if kind == .indicators {
            let key = record.text("indicateur")
            guard IndicatorCatalogue.keys.contains(key) else {
                let near = NearestNames.of(key, among: IndicatorCatalogue.keys)
                return fail(.territory(.unknownIndicator(key, near: near)), "indicateur")
            }
        }
        if kind == .codeChanges, record.text("ancien") == record.text("nouveau") {
            return fail(.territory(.changeToItself(record.text("ancien"))), "nouveau")
        }
        let key = record.key
        let hash = RowKey(key)
        if let first = seen[hash] {
            return fail(
                .table(.duplicateKey(key.joined(separator: " / "), firstLine: first)), kind.keys.last?.name ?? "id")
        }
        seen[hash] = line
        return true
    }

    /// The code in the table of communes itself: a merged commune's row is passed over, said.
    private mutating func communeKey(
        _ record: inout Record, _ line: Int, _ context: ReadingContext, _ findings: inout Findings
    ) -> String? {
        var code = record.text("code_insee")
        if CommuneIndex.isShortCode(code) {
            guard options.restoresZeros || context.communes.names["0" + code] != nil else {
                findings.add(.territory(.lostZero(code)), file: file, line: line, column: "code_insee")
                return nil
            }
            code = "0" + code
            record["code_insee"] = .text(code)
            notes.add(.zeroRestored, line: line)
        }
        guard CommuneIndex.isCode(code) else {
            findings.add(.territory(.badCommuneCode(code)), file: file, line: line, column: "code_insee")
            return nil
        }
        if let new = context.communes.changes[code] {
            notes.add(.mergedInto(code, new), line: line)
            return nil
        }
        return code
    }
}
