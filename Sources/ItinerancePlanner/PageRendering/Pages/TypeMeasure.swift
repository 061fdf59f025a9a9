/// How wide words are in the type of printed pages, so that sheets are filled and never overfull.
///
/// Widths are those of Liberation Sans (of Arial too), which `scripts/setup` installs and `commun.css` names first; DejaVu
/// Sans Condensed, named next, is one hundredth wider.
package enum TypeMeasure {
    /// Width in em of the characters that share it.
    private static let classes: [(width: Double, characters: String)] = [
        (0.222, "'ijl’\u{202F}"), (0.278, " !,./:;I[\\]ft\u{A0}ÌÍÎÏìíîï"), (0.333, "()-`r¡·"), (0.355, "\"*°"),
        (0.5, "Jcksvxyzç"), (0.556, "#$0123456789?L_abdeghnopqu«»àáâãäåèéêëñòóôõöùúûü–"), (0.584, "+<=>~×"),
        (0.611, "FTZ"), (0.667, "&ABEKPSVXYÀÁÂÃÄÅÈÉÊË"), (0.722, "CDHNRUwÇÑÙÚÛÜ"), (0.778, "GOQÒÓÔÕÖ"),
        (0.833, "Mm"), (0.944, "Ww%æœ"), (1, "ÆŒ—…@"),
    ]

    private static let widths: [Character: Double] = Dictionary(
        classes.flatMap { entry in entry.characters.map { ($0, entry.width) } }, uniquingKeysWith: { first, _ in first }
    )

    /// Of a character that no class holds, of other writings too.
    private static let other = 0.7
    /// How much wider bold is.
    private static let bold = 1.08

    /// In em.
    package static func width(_ text: some StringProtocol, isBold: Bool = false) -> Double {
        text.reduce(0) { $0 + (widths[$1] ?? other) } * (isBold ? bold : 1)
    }

    /// Words in one type.
    package struct Run {
        package var text: String
        /// Of the size that lengths in em are of.
        package var share = 1.0
        package var isBold = false

        package init(text: String, share: Double = 1.0, isBold: Bool = false) {
            self.text = text
            self.share = share
            self.isBold = isBold
        }
    }

    package static func lines(_ text: String, in room: Double, isBold: Bool = false) -> Int {
        lines([Run(text: text, isBold: isBold)], in: room)
    }

    /// Lines that words take one after another where they are cut at spaces and hyphens, and within words that are longer
    /// than a line.
    ///
    /// - Parameter room: in em.
    package static func lines(_ runs: [Run], in room: Double) -> Int {
        let runs = runs.filter { !$0.text.isEmpty }
        guard !runs.isEmpty, room > 0 else { return runs.reduce(0) { $0 + $1.text.count } }
        let measured = runs.enumerated().flatMap { index, run in
            pieces(of: index + 1 < runs.count ? run.text + " " : run.text).map { piece in
                let whole = width(piece, isBold: run.isBold) * run.share
                return (whole, piece.last == " " ? whole - width(" ", isBold: run.isBold) * run.share : whole)
            }
        }
        var lines = 1
        var used = 0.0
        for (whole, shown) in measured {
            if used + shown <= room {
                used += whole
            } else {
                lines += used > 0 ? 1 : 0
                lines += Int((shown / room).rounded(.up)) - 1
                used = shown <= room ? whole : whole.truncatingRemainder(dividingBy: room)
            }
        }
        return lines
    }

    /// Words with the space or the hyphen after them.
    private static func pieces(of text: String) -> [Substring] {
        var pieces: [Substring] = []
        var start = text.startIndex
        for index in text.indices where text[index] == " " || text[index] == "-" {
            let next = text.index(after: index)
            pieces.append(text[start..<next])
            start = next
        }
        return pieces + (start < text.endIndex ? [text[start...]] : [])
    }
}
