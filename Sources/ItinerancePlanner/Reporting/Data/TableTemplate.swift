import FrenchText
import ScenarioFiles
import TabularData

/// An empty table: lines of explanation, which the reader passes over, and the header.
package struct TableTemplate {
    private let kind: TableKind

    package init(_ kind: TableKind) { self.kind = kind }

    package var text: String {
        var lines = ["# \(kind.fileName) : \(TableWords.about(kind))"]
        lines += kind.columns.map { column in
            "# \(column.name) : \(TableWords.column(kind, column.name)) [\(TableWords.form(column))]"
        }
        if kind == .indicators {
            lines += IndicatorCatalogue.keys.map { "# " + TableWords.indicator($0) }
        }
        return (lines + [kind.columns.map(\.name).joined(separator: ";")]).joined(separator: "\n") + "\n"
    }
}

/// An empty table of what happened: it is held against a plan, and is no table of a territory.
package enum RealisedTemplate {
    package static var text: String {
        let lines =
            ["# \(RealisedWords.kind).csv : \(RealisedWords.about)"]
            + RealisedReader.columns.map { "# \($0) : \(RealisedWords.column($0))" }
        return (lines + [RealisedReader.columns.joined(separator: ";")]).joined(separator: "\n") + "\n"
    }
}
