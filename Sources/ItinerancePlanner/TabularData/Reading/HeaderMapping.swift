import Foundation

/// Which column of a file holds which column of a table.
package struct HeaderMapping: Hashable, Sendable {
    package var kind: TableKind
    /// Names as the file gives them.
    package var names: [String]
    /// Index in the file of each of the kind's columns, in the kind's order; `nil` where the file has none.
    package var indices: [Int?]
    /// Values every row of the file takes for a column it does not have.
    package var constants: [String: String]
    /// Where a wide file holds an indicator in each column.
    package var wide: [WideIndicator] = []
    /// Columns that say a commune where its code is missing: its name, and a postcode that narrows the search.
    package var communeName: Int?
    package var postcode: Int?

    package struct WideIndicator: Hashable, Sendable {
        package var indicator: String
        package var unit: String
        package var vintage: String
        package var plus: [Int]
        package var minus: [Int]
        package var share: [Int]
    }

    /// - Parameters:
    ///   - chosen: the user's own names, ours to theirs.
    ///   - constants: values given for columns that the file lacks.
    package init(_ kind: TableKind, names: [String], chosen: [String: String] = [:], constants: [String: String] = [:])
    {
        self.kind = kind
        self.names = names
        self.constants = constants
        let folded = names.map(HeaderNames.folded)
        indices = kind.columns.map { column in
            if let theirs = chosen[column.name] { return names.firstIndex { $0 == theirs } }
            for pattern in [column.name] + column.aliases {
                if let found = HeaderNames.index(of: pattern, among: folded) { return found.index }
            }
            return nil
        }
        communeName = ["nom_commune", "commune"].lazy.compactMap { folded.firstIndex(of: $0) }.first
        postcode = ["code_postal", "cp"].lazy.compactMap { folded.firstIndex(of: $0) }.first
        if kind == .indicators, self["indicateur"] == nil, constants["indicateur"] == nil {
            wide = Self.wideIndicators(folded)
        }
    }

    /// Index in the file of a column of ours.
    package subscript(_ column: String) -> Int? { kind.index(of: column).flatMap { indices[$0] } }

    package func isGiven(_ column: Column) -> Bool {
        guard let index = kind.index(of: column.name) else { return false }
        return indices[index] != nil || constants[column.name] != nil
            || (!wide.isEmpty && (column.name == "indicateur" || column.name == "valeur"))
    }

    package var given: Set<String> { Set(kind.columns.filter(isGiven).map(\.name)) }

    /// Columns without which the file cannot be read as this kind.
    package var missingKeys: [String] {
        kind.keys.filter { !isGiven($0) && !(kind == .facilities && $0.name == "id") }.map(\.name)
    }

    /// Names of the file that are not read.
    package var ignored: [String] {
        let used = Set(
            indices.compactMap { $0 } + [communeName, postcode].compactMap { $0 }
                + wide.flatMap { $0.plus + $0.minus + $0.share })
        return names.indices.filter { !used.contains($0) && !names[$0].isEmpty }.map { names[$0] }
    }

    private static func wideIndicators(_ folded: [String]) -> [WideIndicator] {
        var found: [WideIndicator] = []
        for key in IndicatorCatalogue.keys.sorted() {
            for pattern in [key, key + "_####"] {
                guard let hit = HeaderNames.index(of: pattern, among: folded) else { continue }
                found.append(
                    WideIndicator(
                        indicator: key, unit: IndicatorCatalogue.unit(of: key), vintage: hit.digits, plus: [hit.index],
                        minus: [], share: []))
                break
            }
        }
        for formula in IndicatorColumn.all where !found.contains(where: { $0.indicator == formula.indicator }) {
            func indices(_ patterns: [String]) -> [(index: Int, digits: String)]? {
                let hits = patterns.map { HeaderNames.index(of: $0, among: folded) }
                return hits.contains { $0 == nil } ? nil : hits.compactMap { $0 }
            }
            guard let plus = indices(formula.plus), let minus = indices(formula.minus),
                let share = indices(formula.share)
            else { continue }
            let year = (plus + minus + share).map(\.digits).max() ?? ""
            found.append(
                WideIndicator(
                    indicator: formula.indicator, unit: formula.unit, vintage: year.isEmpty ? "" : "20" + year,
                    plus: plus.map(\.index), minus: minus.map(\.index), share: share.map(\.index)))
        }
        return found
    }
}
