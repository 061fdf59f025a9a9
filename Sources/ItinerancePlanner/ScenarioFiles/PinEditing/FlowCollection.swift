/// A list or a mapping written between brackets: where its parts lie.
package struct FlowCollection {
    package let open: Int
    package let close: Int
    /// Between the parts, and after the last one where there is one.
    package let commas: [Int]
    /// From the first to the last character of each part.
    package let parts: [Range<Int>]

    /// `nil` where no bracket stands at the offset, or none closes it.
    package init?(_ scalars: [Unicode.Scalar], at offset: Int) {
        guard scalars.indices.contains(offset), scalars[offset] == "[" || scalars[offset] == "{" else { return nil }
        var (commas, parts): ([Int], [Range<Int>]) = ([], [])
        var depth = 1
        var first: Int?
        var last = offset
        var before = scalars[offset]
        var index = offset + 1
        while index < scalars.count {
            let scalar = scalars[index]
            if Self.isSpace(scalar) {
                index += 1
                continue
            }
            if scalar == "#", Self.isSpace(scalars[index - 1]) {
                while index < scalars.count, !ScenarioText.isBreak(scalars[index]) { index += 1 }
                continue
            }
            var next = index + 1
            switch scalar {
            case "'", "\"":
                guard "[{,:".unicodeScalars.contains(before) else { break }
                guard let end = Self.endOfQuotes(scalars, index) else { return nil }
                next = end
            case "[", "{": depth += 1
            case "]", "}": depth -= 1
            default: break
            }
            if depth == 0 || depth == 1 && scalar == "," {
                if let first { parts.append(first..<last + 1) }
                first = nil
                if depth == 0 {
                    (open, close, self.commas, self.parts) = (offset, index, commas, parts)
                    return
                }
                commas.append(index)
            } else {
                first = first ?? index
                last = next - 1
            }
            before = scalars[next - 1]
            index = next
        }
        return nil
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\t" || ScenarioText.isBreak(scalar)
    }

    /// One past the quote that closes the one at the offset.
    private static func endOfQuotes(_ scalars: [Unicode.Scalar], _ start: Int) -> Int? {
        let quote = scalars[start]
        var index = start + 1
        while index < scalars.count {
            if scalars[index] == "\\", quote == "\"" {
                index += 2
                continue
            }
            guard scalars[index] == quote else {
                index += 1
                continue
            }
            guard quote == "'", index + 1 < scalars.count, scalars[index + 1] == quote else { return index + 1 }
            index += 2
        }
        return nil
    }

    /// Whether a comma stands after the last part.
    private var endsInComma: Bool { !parts.isEmpty && commas.count == parts.count }

    // MARK: Edits

    /// Puts a part behind the others.
    package func append(_ part: String, to text: inout ScenarioText) {
        guard let last = parts.last else { return text.insert(part, at: open + 1) }
        if endsInComma {
            text.insert(" \(part),", at: commas[parts.count - 1] + 1)
        } else {
            text.insert(", \(part)", at: last.upperBound)
        }
    }

    /// Takes a part out, with the comma that is not needed any more; comments around it stay.
    package func remove(_ index: Int, from text: inout ScenarioText) {
        let part = parts[index]
        var comma: Int?
        /// Of the part, its comma and the spaces between it and its neighbour.
        var whole = part
        if index + 1 < parts.count {
            comma = commas[index]
            whole = part.lowerBound..<parts[index + 1].lowerBound
        } else if endsInComma {
            comma = commas[index]
            whole = (index > 0 ? commas[index - 1] + 1 : part.lowerBound)..<commas[index] + 1
        } else if index > 0 {
            comma = commas[index - 1]
            whole = commas[index - 1]..<part.upperBound
        }
        guard let comma, holdsComment(whole, besides: part, text) else { return text.remove(whole) }
        for range in [part, comma..<comma + 1].sorted(by: { $0.lowerBound > $1.lowerBound }) { text.remove(range) }
    }

    private func holdsComment(_ whole: Range<Int>, besides part: Range<Int>, _ text: ScenarioText) -> Bool {
        whole.contains { !part.contains($0) && text.scalars[$0] == "#" }
    }
}
