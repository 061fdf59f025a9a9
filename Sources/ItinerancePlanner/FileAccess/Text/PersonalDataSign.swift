/// Something in a text that only a person has. A name cannot be told from another word: that is asked for in words.
package enum PersonalDataSign: String, Sendable {
    case email
    case telephone

    /// `nil` where nothing of the kind is seen.
    package init?(_ text: String) {
        let words = text.split(whereSeparator: \.isWhitespace)
        if words.contains(where: { word in
            word.firstIndex(of: "@").map { word[..<$0].contains(where: \.isLetter) && word[$0...].contains(".") }
                == true
        }) {
            self = .email
            return
        }
        // Nine digits or more in a row, but for what people put between them, that begin as a telephone number does.
        var run = ""
        for character in text + "|" {
            if character.isASCII, character.isNumber || character == "+" {
                run.append(character)
            } else if !" .-/\u{A0}\u{202F}".contains(character) {
                if Self.isTelephone(run) {
                    self = .telephone
                    return
                }
                run = ""
            }
        }
        return nil
    }

    private static func isTelephone(_ run: String) -> Bool {
        let prefixes = [("+33", 12), ("0033", 13), ("0", 10)]
        return prefixes.contains { run.hasPrefix($0.0) && run.count == $0.1 }
    }
}
