import FileAccess
import Yams

/// A scenario file as text and as data at once: where its services and their pins are written.
package struct ScenarioDocument {
    package let text: ScenarioText
    private let root: Node
    /// Where each key and each value begins, in the order of the text.
    private let starts: [Int]

    /// A form that this program does not edit. Nothing was changed.
    package struct Refusal: Error {
        package var reason: EditingRefusal
        package var line: Int?

        package init(reason: EditingRefusal, line: Int? = nil) {
            self.reason = reason
            self.line = line
        }
    }

    /// - Throws: `Refusal`, where the text is no list of services.
    package init(_ text: ScenarioText) throws {
        self.text = text
        guard let root = try? Yams.compose(yaml: text.string), root.mapping?[Node("services")]?.sequence != nil else {
            throw Refusal(reason: .form, line: nil)
        }
        self.root = root
        var starts: Set<Int> = []
        func walk(_ node: Node) {
            if let offset = text.offset(of: node.mark) { starts.insert(offset) }
            switch node {
            case .mapping(let mapping):
                for (key, value) in mapping {
                    walk(key)
                    walk(value)
                }
            case .sequence(let sequence): for item in sequence { walk(item) }
            case .scalar, .alias: break
            }
        }
        walk(root)
        self.starts = starts.sorted()
    }

    // MARK: Data

    private var items: [Node] { root.mapping?[Node("services")]?.sequence.map(Array.init) ?? [] }

    package func index(of service: String) -> Int? {
        items.firstIndex { $0.mapping?[Node("id")]?.scalar?.string == service }
    }

    package func service(_ index: Int) -> Node? { items.indices.contains(index) ? items[index] : nil }

    /// The pins of a service as they are written.
    package func pins(_ service: Int) -> [Node] {
        self.service(service)?.mapping?[Node("epingles")]?.sequence.map(Array.init) ?? []
    }

    /// All data but the pins of one service.
    package func rest(besides service: Int) -> Node {
        guard var mapping = root.mapping, var services = mapping[Node("services")]?.sequence,
            services.indices.contains(service), var own = services[service].mapping
        else { return root }
        own[Node("epingles")] = nil
        services[service] = .mapping(own)
        mapping[Node("services")] = .sequence(services)
        return .mapping(mapping)
    }

    // MARK: Places

    package func offset(_ node: Node) -> Int? { text.offset(of: node.mark) }

    /// Where something ends at the latest: where the next key or value begins.
    package func limit(_ node: Node) -> Int {
        func last(_ node: Node) -> Int {
            let own = offset(node) ?? 0
            switch node {
            case .mapping(let mapping): return mapping.reduce(own) { max($0, last($1.key), last($1.value)) }
            case .sequence(let sequence): return sequence.reduce(own) { max($0, last($1)) }
            case .scalar, .alias: return own
            }
        }
        let end = last(node)
        return starts.first { $0 > end } ?? text.scalars.count
    }

    /// Index of the last line that holds something of what is written before an offset.
    package func lastLine(before limit: Int) -> Int {
        let lines = text.lines
        let isEnd = limit == text.scalars.count
        var index = lines.lastIndex { isEnd ? $0.start <= limit : $0.next <= limit } ?? 0
        while index > 0, text.isVoid(lines[index]) { index -= 1 }
        return index
    }

    package func refusal(_ reason: EditingRefusal, at node: Node?) -> Refusal {
        Refusal(reason: reason, line: node?.mark?.line)
    }
}
