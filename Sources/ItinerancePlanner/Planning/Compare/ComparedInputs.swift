import FileAccess
import GeoModel

/// All arguments of `comparer`, read.
package struct ComparedInputs {
    /// What is worth telling of them, in their order.
    package enum Notice {
        case warning(Finding)
        /// The same bytes as an earlier one.
        case sameBytes(path: String, as: String)
    }

    package let all: [ComparedInput]
    package let notices: [Notice]

    /// - Throws: `InputFailure`, else `ComparisonFailure`, each with all that is wrong with any of them.
    package init(_ paths: [String]) throws {
        var inputs: [ComparedInput] = []
        var findings = Findings()
        var refused: [any Error] = []
        for path in paths {
            do { inputs.append(try ComparedInput(path)) } catch let failure as InputFailure {
                findings.add(failure)
            } catch { refused.append(error) }
        }
        try findings.throwIfErrors()
        guard refused.isEmpty else { throw ComparisonFailure.refused(refused) }
        all = inputs
        notices = Self.notices(inputs)
    }

    private static func notices(_ inputs: [ComparedInput]) -> [Notice] {
        var seen: [String: String] = [:]
        return inputs.flatMap { input -> [Notice] in
            switch input.content {
            case .scenario(let loaded): return loaded.warnings.map(Notice.warning)
            case .plan(_, let hash):
                defer { seen[hash] = seen[hash] ?? input.path }
                return seen[hash].map { [.sameBytes(path: input.path, as: $0)] } ?? []
            }
        }
    }

    /// Where several know a commune the first counts; each source is named once.
    package var contours: Contours {
        var sources: [String] = []
        for input in all where !input.contours.source.isEmpty && !sources.contains(input.contours.source) {
            sources.append(input.contours.source)
        }
        return Contours(
            outlines: all.reduce(into: [:]) { $0.merge($1.contours.outlines) { first, _ in first } },
            source: sources.joined(separator: " ; "))
    }
}
