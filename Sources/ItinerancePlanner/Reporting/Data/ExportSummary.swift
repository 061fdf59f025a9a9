import Optimizer

/// What `exporter-modele --json` writes.
package struct ExportSummary: Encodable {
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

    package enum CodingKeys: String, CodingKey {
        case files = "fichiers"
        case rows = "lignes"
        case columns = "colonnes"
        case coefficients
    }
}
