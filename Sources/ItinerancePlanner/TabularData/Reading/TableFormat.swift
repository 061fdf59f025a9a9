import GeoModel

/// What kind of table a file is, told by its name, its header, or the user.
package enum TableFormat {
    package struct Recognised: Hashable, Sendable {
        package var kind: TableKind
        package var constants: [String: String]
    }

    /// Open formats with columns of their own and one kind of facility.
    private static let open: [(signature: [String], facility: FacilityKind)] = [
        (["pivot", "itinerance", "adresse"], .digitalHelp),
        (["id", "pivot", "horaires"], .digitalHelp),
        (["id_fs", "lib_fs"], .franceServices),
    ]

    private static let facilities = FacilityKind.words

    /// A word of `--type`: a table, or a kind of facility.
    package static func named(_ word: String) -> Recognised? {
        if let kind = TableKind(rawValue: word) { return Recognised(kind: kind, constants: [:]) }
        if facilities.contains(word) {
            return Recognised(kind: .facilities, constants: ["type": word])
        }
        return nil
    }

    package static var words: [String] { TableKind.allCases.map(\.rawValue) + facilities }

    /// - Parameter stem: name of the file without folder and extension.
    package static func recognise(stem: String, names: [String]) -> Recognised? {
        let folded = Set(names.map(HeaderNames.folded))
        for format in open where format.signature.allSatisfy(folded.contains) {
            return Recognised(kind: .facilities, constants: ["type": format.facility.word])
        }
        if let kind = TableKind(rawValue: HeaderNames.folded(stem)), fits(kind, names) {
            return Recognised(kind: kind, constants: [:])
        }
        let scored = TableKind.allCases.filter { fits($0, names) }.map { kind -> (kind: TableKind, score: Double) in
            let mapping = HeaderMapping(kind, names: names)
            let read = names.filter { !$0.isEmpty }.count - mapping.ignored.count
            return (kind, Double(read) + (mapping.indices.allSatisfy { $0 != nil } ? 0.5 : 0))
        }
        let best = scored.max { $0.score < $1.score }
        guard let best, scored.filter({ $0.score == best.score }).count == 1 else { return nil }
        return Recognised(kind: best.kind, constants: [:])
    }

    /// Keys, and either all that a row needs or, for communes, enough to bring known ones up to date.
    private static func fits(_ kind: TableKind, _ names: [String]) -> Bool {
        let mapping = HeaderMapping(kind, names: names)
        guard mapping.missingKeys.isEmpty else { return false }
        if kind == .communes { return mapping.given.count >= 3 }
        return kind.columns.allSatisfy { $0.need != .required || mapping.isGiven($0) }
    }
}
