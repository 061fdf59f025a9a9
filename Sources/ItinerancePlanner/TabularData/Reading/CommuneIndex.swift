import FileAccess
import Foundation

/// Finds a commune by its code, an older code, or its name; never guesses.
package struct CommuneIndex: Sendable {
    package enum Answer: Hashable, Sendable {
        case found(String, How)
        /// In a département of which the territory has no commune.
        case outside
        case unknown(near: [String])
        case ambiguous([String])
        /// Neither a code nor a name.
        case malformed
    }

    /// What had to be mended to find it.
    package enum How: Hashable, Sendable {
        case asGiven, zeroRestored, codeChanged, byName
    }

    package private(set) var names: [String: String] = [:]
    private var codesByName: [String: [String]] = [:]
    private var departments: Set<String> = []
    package private(set) var changes: [String: String] = [:]

    package var codes: [String] { names.keys.sorted() }
    package var isEmpty: Bool { names.isEmpty }

    package mutating func add(code: String, name: String) {
        if let old = names[code] { codesByName[Self.folded(old)]?.removeAll { $0 == code } }
        names[code] = name
        codesByName[Self.folded(name), default: []].append(code)
        departments.insert(Self.department(of: code))
    }

    package mutating func add(change old: String, to new: String) { changes[old] = new }

    package func named(_ code: String) -> String { code + " " + (names[code] ?? "") }

    /// The code in force today: changes are followed, and a loop of changes ends where it began.
    package func current(_ code: String) -> String {
        var code = code
        var seen: Set<String> = []
        while names[code] == nil, let next = changes[code], seen.insert(code).inserted { code = next }
        return code
    }

    /// - Parameters:
    ///   - text: a code or a name, as the file gives it.
    ///   - name: the commune's name where the file gives it beside the code.
    ///   - postcode: narrows a search by name to a département.
    package func find(_ text: String, name: String = "", postcode: String = "") -> Answer {
        let text = text.isEmpty ? name : text
        if Self.isShortCode(text) {
            let code = current("0" + text)
            return names[code] != nil
                ? .found(code, .zeroRestored)
                : departments.contains(Self.department(of: code)) ? .unknown(near: near(code)) : .malformed
        }
        if Self.isCode(text) {
            if names[text] != nil { return .found(text, .asGiven) }
            let code = current(text)
            if names[code] != nil { return .found(code, .codeChanged) }
            return departments.contains(Self.department(of: code)) ? .unknown(near: near(text)) : .outside
        }
        guard text.contains(where: \.isLetter) else { return .malformed }
        return findName(text, postcode: postcode)
    }

    private func findName(_ name: String, postcode: String) -> Answer {
        let department = String(postcode.prefix(2))
        if postcode.count == 5, !departments.contains(where: { $0.prefix(2) == department }) { return .outside }
        var codes = codesByName[Self.folded(name)] ?? []
        if postcode.count == 5, codes.count > 1 { codes = codes.filter { $0.hasPrefix(department) } }
        if codes.count == 1 { return .found(codes[0], .byName) }
        if codes.count > 1 { return .ambiguous(codes.sorted().map(named)) }
        return .unknown(near: NearestNames.of(name, among: Array(names.values.sorted())))
    }

    package func near(_ code: String) -> [String] { NearestNames.of(code, among: codes).map(named) }

    /// Five characters: two digits or `2A`, `2B`, and three digits.
    package static func isCode(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count == 5 else { return false }
        func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
        let isCorsican = bytes[0] == 0x32 && (bytes[1] == 0x41 || bytes[1] == 0x42)
        return isDigit(bytes[0]) && (isDigit(bytes[1]) || isCorsican) && bytes[2...].allSatisfy(isDigit)
    }

    /// Four digits: a code that a spreadsheet took for a number.
    package static func isShortCode(_ text: String) -> Bool {
        text.utf8.count == 4 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// Two characters, three overseas.
    private static func department(of code: String) -> String {
        code.hasPrefix("97") || code.hasPrefix("98") ? String(code.prefix(3)) : String(code.prefix(2))
    }

    /// Letters and digits alone, so that hyphens, apostrophes and accents do not matter; `St` is `Saint`.
    package static func folded(_ name: String) -> String {
        let words = NearestNames.folded(name).replacing("œ", with: "oe")
            .split { !($0.isLetter || $0.isNumber) }
            .map { $0 == "st" ? "saint" : $0 == "ste" ? "sainte" : String($0) }
        return words.joined(separator: " ")
    }
}
