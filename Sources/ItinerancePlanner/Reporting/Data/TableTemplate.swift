import FrenchText
import ScenarioFiles
import TabularData

/// An empty table: lines of explanation, which the reader passes over, and the header.
package struct TableTemplate {
    private let kind: TableKind

    package init(_ kind: TableKind) { self.kind = kind }

    package var text: String {
        var file = CSVText(.territory)
        file.add(comment: "\(kind.fileName) : \(TableWords.about(kind))")
        for column in kind.columns {
            file.add(comment: "\(column.name) : \(TableWords.column(kind, column.name)) [\(TableWords.form(column))]")
        }
        if kind == .indicators {
            for key in IndicatorCatalogue.keys { file.add(comment: TableWords.indicator(key)) }
        }
        file.add(kind.columns.map(\.name))
        return file.text
    }
}

/// An empty table of what happened: it is held against a plan, and is no table of a territory.
package enum RealisedTemplate {
    package static var text: String {
        var file = CSVText(.territory)
        file.add(comment: "\(RealisedWords.kind).csv : \(RealisedWords.about)")
        for column in RealisedReader.columns { file.add(comment: "\(column) : \(RealisedWords.column(column))") }
        file.add(RealisedReader.columns)
        return file.text
    }
}
