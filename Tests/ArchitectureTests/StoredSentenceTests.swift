import Testing

/// A stored constant's first value is part of the module file: where it changes, every target above `FrenchText` is compiled
/// again. A function's body, or a computed property's, is not.
@Suite("Stored sentences")
struct StoredSentenceTests {
    @Test("No constant of FrenchText stores a sentence")
    func none() throws {
        let target = try #require(try SourceTree.shared.get().target("FrenchText"))
        #expect(target.files.count > 50)
        for file in target.files {
            let stored = StoredSentences(file.text).found
            #expect(stored.isEmpty, "\(file.path): \(stored.joined(separator: ", ")): make it a static var with a body")
        }
    }

    @Test("Strings are found, whatever is written around them; lists and tables of words, and figures, are let be")
    func finds() {
        let source = """
            package static let title = "Titre"
                private static let long = \"""
                    Deux lignes
                    \"""
            static let typed: String = name
            static let sum =
                "un" + two
            static let raw = #"un "mot""#
            package static let made = page("Introuvable")
            static let heads = ["a", "b"], words: [String: String] = ["a": "b"]
            static let most = 12, share: Double = 0.5
            package static var computed: String { "Texte" } // static let told = "x"
            """
        #expect(StoredSentences(source).found == ["title", "long", "typed", "sum", "raw", "made"])
    }
}

/// Names of the constants that hold one string.
struct StoredSentences {
    let found: [String]

    init(_ source: String) {
        // The texts of literals are left out, their quotes stay.
        found = SwiftText.code(of: source).matches(of: /\bstatic let (\w+)\s*(?:: *String\b\s*=|=\s*(?:\w+\()?")/).map {
            String($0.output.1)
        }
    }
}
