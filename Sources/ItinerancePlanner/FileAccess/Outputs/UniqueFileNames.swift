/// Names of files in one folder, no two alike.
package struct UniqueFileNames: Sendable {
    private var taken: Set<OutputName> = []

    /// The slug of a text; with `-2`, `-3`… where another text gave it already.
    package mutating func unique(_ text: String) -> OutputName {
        let slug: OutputName = "\(slug: text)"
        var name = slug
        var turn = 2
        while !taken.insert(name).inserted {
            name = "\(slug)-\(turn)"
            turn += 1
        }
        return name
    }

    package init() {
    }
}
