import Foundation
import Testing

/// Every sentence that a user reads is in `FrenchText`.
@Suite("Sentences")
struct SentenceTests {
    private static let sources = SourceTree.root.appendingPathComponent("Sources")

    /// French that is no sentence of ours, by the end of the file's path and the text; each with its reason.
    private static let allowed: [(file: String, texts: Set<String>)] = [
        // Letters by their width, letters that are compared, marks that end a word.
        ("PageRendering/Pages/TypeMeasure.swift", []),
        ("NearestNames.swift", ["œ", "æ"]), ("CommuneIndex.swift", ["œ"]), ("PinEditing/PinText.swift", ["'’().;/-"]),
        // Placeholders in the help of the command line.
        ("Commands/", ["numéro", "année", "rôle", "clé", "règle"]),
        // Words of somebody else's format, and of the data.
        (
            "Directories/DigitalHelpDirectory.swift",
            ["Itinérant", "Familles et/ou enfants", "Se présenter", "Aide aux démarches administratives"]
        ),
        ("Schema/CodeChanges.swift", ["Insee, COG 2025 : Bermeries rejoint L'Orée de Mormal"]),
        ("Schema/IndicatorCatalogue.swift", ["€ par an", "1 à 7", "heures par an et par enfant"]),
        ("Schema/IndicatorColumns.swift", ["1 à 7"]),
    ]

    @Test("No French sentence stands outside of FrenchText")
    func sentences() throws {
        let files = try FileManager.default.subpathsOfDirectory(atPath: Self.sources.path)
            .filter { $0.hasSuffix(".swift") && !$0.contains("FrenchText/") }.sorted()
        #expect(files.count > 100)
        for file in files {
            let source = try String(contentsOf: Self.sources.appendingPathComponent(file), encoding: .utf8)
            for (line, text) in SwiftText.literals(of: source) where Self.isFrench(text) && !Self.isAllowed(text, file)
            {
                Issue.record("\(file):\(line): \(text)")
            }
        }
    }

    @Test(
        "What looks French",
        arguments: [
            ("Règles", true), ("le plan est sans tournée", true), ("plus de lieu pour la semaine", true),
            ("« … »", true),
            ("la semaine … sur …", true), ("semaine", false), ("demi_journees;de;la;km", false),
            ("stroke-width", false),
            ("SELECT du, au FROM fermetures", false), ("–", false), ("a of the plan", false),
        ])
    func french(_ text: String, _ expected: Bool) { #expect(Self.isFrench(text) == expected) }

    private static func isAllowed(_ text: String, _ file: String) -> Bool {
        allowed.contains { file.contains($0.file) && ($0.texts.isEmpty || $0.texts.contains(text)) }
    }

    /// An accent, a French quotation mark or an apostrophe, or two small French words one beside something else.
    private static func isFrench(_ text: String) -> Bool {
        if text.unicodeScalars.contains(where: marks.contains) { return true }
        guard !isSQL(text) else { return false }
        return text.split(whereSeparator: { $0 == " " || $0 == "\n" || $0 == "'" }).count { words.contains(String($0)) }
            > 1
    }

    private static func isSQL(_ text: String) -> Bool {
        ["SELECT ", "INSERT ", "UPDATE ", "DELETE ", "CREATE ", "ALTER "].contains { text.contains($0) }
    }

    private static let marks = Set("éèêëàâçùûüîïôœæÉÈÊÀÂÇŒ«»’€".unicodeScalars)
    private static let words: Set = [
        "le", "la", "les", "un", "une", "des", "du", "de", "et", "ou", "dans", "pour", "par", "sur", "avec", "sans",
        "est",
        "sont", "pas", "que", "qui", "au", "aux", "ce", "cette", "ces", "plus", "il", "elle", "en", "se", "ne", "l",
        "d",
    ]
}
