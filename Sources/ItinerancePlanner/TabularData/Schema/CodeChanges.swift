/// Changes of communes' codes known to the program; a territory's own table adds to them.
///
/// Source: Insee, Code officiel géographique, événements sur les communes.
package enum CodeChanges {
    package static let builtIn: [Record] = [
        change("59070", "59006", "2025-01-01", "Insee, COG 2025 : Bermeries rejoint L'Orée de Mormal")
    ]

    private static func change(_ old: String, _ new: String, _ date: String, _ source: String) -> Record {
        var record = Record(.codeChanges)
        record["ancien"] = .text(old)
        record["nouveau"] = .text(new)
        record["date"] = .text(date)
        record["source"] = .text(source)
        return record
    }
}
