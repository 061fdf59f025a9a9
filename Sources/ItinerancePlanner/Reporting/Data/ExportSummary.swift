import FileAccess
import Optimizer

/// What `exporter-modele --json` writes.
package struct ExportSummary: Encodable, FrenchKeyed {
    private var files: [String]
    private var rows: Int
    private var columns: Int
    private var coefficients: Int

    package init(_ files: [String], _ size: CompactModel.Size) {
        self.files = files
        rows = size.rows
        columns = size.columns
        coefficients = size.coefficients
    }

    package static var frenchKeys: [String: String] {
        ["rows": "lignes", "columns": "colonnes"]
    }
}
