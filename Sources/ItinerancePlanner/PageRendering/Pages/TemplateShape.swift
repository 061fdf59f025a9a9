import FileAccess

/// How deep a template goes and what other templates it asks for, read before any is made into a page: one that asks for itself
/// has no end, and neither the reading nor the making of one can bear any depth.
struct TemplateShape {
    /// Names of other templates, each as often as it is asked for.
    private(set) var partials: [String] = []
    /// Sections inside each other.
    private(set) var depth = 0
    /// Whether the name of another template comes from what a page shows.
    private(set) var isDynamic = false

    private static let depthLimit = 40
    /// Templates that a page is made of, the same one counted each time.
    private static let expansionLimit = 5_000

    init(_ text: String) {
        var (start, end) = ("{{", "}}")
        var open = 0
        var rest = text[...]
        while let opening = rest.firstRange(of: start) {
            rest = rest[opening.upperBound...]
            guard let closing = rest.firstRange(of: end) else { break }
            let tag = rest[..<closing.lowerBound]
            rest = rest[closing.upperBound...]
            let name = tag.dropFirst().drop(while: \.isWhitespace)
            switch tag.first {
            case "#", "^", "$", "<":
                open += 1
                depth = max(depth, open)
                if tag.first == "<" { add(name) }
            case "/": open -= 1
            case ">": add(name)
            case "=":
                let marks = tag.dropFirst().split(whereSeparator: { $0.isWhitespace || $0 == "=" })
                if marks.count == 2 { (start, end) = (String(marks[0]), String(marks[1])) }
            default: break
            }
        }
    }

    private mutating func add(_ name: Substring) {
        if name.first == "*" { isDynamic = true }
        partials.append(String(name.prefix { !$0.isWhitespace }))
    }

    /// What is wrong with one template of several; `nil` where it has an end.
    static func fault(of name: String, among shapes: [String: TemplateShape]) -> TemplateFault.Break? {
        guard let shape = shapes[name] else { return nil }
        if shape.depth > depthLimit { return .tooDeep }
        if shape.isDynamic { return .changingName }
        var counts: [String: Int] = [:]
        func count(_ name: String, above: [String]) -> Int? {
            guard !above.contains(name) else { return nil }
            if let known = counts[name] { return known }
            var sum = 1
            for partial in shapes[name]?.partials ?? [] {
                guard let own = count(partial, above: above + [name]) else { return nil }
                sum += own
                guard sum <= expansionLimit else { return nil }
            }
            counts[name] = sum
            return sum
        }
        return count(name, above: []) == nil ? .endless : nil
    }
}
