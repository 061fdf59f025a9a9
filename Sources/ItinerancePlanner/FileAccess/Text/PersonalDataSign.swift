import Foundation

/// Something in a text that only a person has. A bare name cannot be told from another word: that is asked for in words
/// (`PersonName`).
package enum PersonalDataSign: String, Sendable {
    case email
    case telephone
    /// A civility with a name behind it.
    case civility

    /// What a text may hold.
    package enum Text: Sendable {
        /// Words of the office's own: none of the three.
        case own
        /// Names in published lists of places, where a school may bear a lady's name: civilities are left alone.
        case publicList
    }

    /// `nil` where nothing of the kind is seen.
    package init?(_ text: String, in kind: Text = .own) {
        if Self.holdsEmail(text) {
            self = .email
        } else if Self.holdsTelephone(text) {
            self = .telephone
        } else if kind == .own, Self.holdsCivility(text) {
            self = .civility
        } else {
            return nil
        }
    }

    private static func holdsEmail(_ text: String) -> Bool {
        // Most texts have neither mark, and every text of every file is looked at.
        guard text.utf8.contains(where: { "@([".utf8.contains($0) }) else { return false }
        if text.range(of: #"[\w.-]\s*[\(\[]\s*(at|arobase)\s*[\)\]]\s*\w"#, options: .regularExpression) != nil {
            return true
        }
        return text.split(whereSeparator: \.isWhitespace).contains { word in
            word.firstIndex(of: "@").map { word[..<$0].contains(where: \.isLetter) && word[$0...].contains(".") }
                == true
        }
    }

    // MARK: Telephone

    /// Pairs of digits as they are usually written, or ten digits in a row but for what people put between them.
    private static func holdsTelephone(_ text: String) -> Bool {
        guard text.utf8.count(where: { (48...57).contains($0) }) >= fewestDigits else { return false }
        let pairs =
            #"(?<![0-9])(?<![0-9][.,])(?:(?:\+|00)33[ .\-\u00A0\u202F]*(?:\(0\))?[ .\-\u00A0\u202F]*|0)[1-9]"#
            + #"(?:[ .\-/\u00A0\u202F]*[0-9]{2}){4}(?![0-9])"#
        if text.range(of: pairs, options: .regularExpression) != nil { return true }
        var run = ""
        for character in text + "|" {
            if character.isASCII, character.isNumber || character == "+" {
                run.append(character)
            } else if !" .-/\u{A0}\u{202F}".contains(character) {
                if isTelephone(run) { return true }
                run = ""
            }
        }
        return false
    }

    /// A zero, or the prefix of the country, before nine others.
    private static let fewestDigits = 10

    private static func isTelephone(_ run: String) -> Bool {
        let prefixes = [("+33", 12), ("0033", 13), ("0", 10)]
        return prefixes.contains { run.hasPrefix($0.0) && run.count == $0.1 }
    }

    // MARK: Civility

    /// `Mme Dupont`, `M. D.`: a civility, then a word with a capital that is neither a function nor part of a street's or a
    /// school's name.
    private static func holdsCivility(_ text: String) -> Bool {
        let marks = "()[]\u{AB}\u{BB}\"\u{201C}\u{201D}:;/"
        let words = text.split { $0.isWhitespace || marks.contains($0) }.map(String.init)
        return words.indices.dropLast().contains { index in
            guard words[index].utf8.contains(where: { "mM".utf8.contains($0) }) else { return false }
            let civility = folded(words[index]).trimmingCharacters(in: punctuation)
            let isAbbreviation = words[index] == "M." || words[index] == "MM."
            guard isAbbreviation || civilities.contains(civility), words[index].last != "," else { return false }
            if index > 0, places.contains(folded(words[index - 1]).trimmingCharacters(in: punctuation)) { return false }
            return isName(Array(words[(index + 1)...]), after: civility)
        }
    }

    private static func isName(_ words: [String], after civility: String) -> Bool {
        guard let first = words.first else { return false }
        let plain = folded(first).trimmingCharacters(in: punctuation)
        if civilities.contains(plain) || functions.contains(plain) { return false }
        if articles.contains(plain) {
            // « Mme la directrice », but « Mme Le Goff ».
            return words.dropFirst().first.map { next in
                next.first?.isUppercase == true && first.first?.isUppercase == true
                    && !functions.contains(folded(next).trimmingCharacters(in: punctuation))
            } ?? false
        }
        if ["l'", "l\u{2019}", "d'", "d\u{2019}"].contains(where: plain.hasPrefix) { return false }
        return first.first?.isUppercase == true
            || first.first?.isLetter == true && shortCivilities.contains(civility)
                && !smallWords.contains(plain)
    }

    private static let punctuation = CharacterSet(charactersIn: ".,!?\u{2026}'\u{2019}-")
    private static let civilities: Set = ["mr", "mme", "mmes", "mlle", "mlles", "monsieur", "madame", "mademoiselle"]
    private static let shortCivilities: Set = ["mme", "mlle"]
    private static let articles: Set = ["le", "la", "les"]
    private static let smallWords: Set = ["et", "ou", "de", "du", "des", "aux", "au", "a", "qui", "ne", "est"]
    private static let functions: Set = [
        "maire", "prefet", "prefete", "president", "presidente", "directeur", "directrice", "principal", "principale",
        "proviseur", "proviseure", "cure", "recteur", "rectrice", "ministre", "coordinatrice", "coordinateur",
        "referent", "referente",
    ]
    private static let places: Set = [
        "ecole", "ecoles", "salle", "rue", "place", "avenue", "boulevard", "allee", "impasse", "square", "college",
        "lycee", "creche", "maison", "espace", "centre", "gymnase", "residence", "foyer", "jardin", "parc", "quai",
        "cite", "groupe", "maternelle", "primaire", "elementaire", "chemin", "cour", "pont", "batiment", "theatre",
        "mediatheque", "bibliotheque", "hopital", "clinique", "stade", "complexe", "scolaire", "polyvalente",
    ]

    private static func folded(_ text: String) -> String {
        text.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
    }
}
