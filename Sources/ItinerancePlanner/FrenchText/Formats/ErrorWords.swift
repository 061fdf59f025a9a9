/// Parts of the sentences about what is wrong.
package enum ErrorWords {
    package static func suggestion(_ names: [String], _ label: String) -> String {
        names.isEmpty ? "" : " \(label) : \(names.joined(separator: ", "))."
    }

    /// `« lr », « m1000j »`.
    package static func listed(_ names: [String]) -> String {
        names.isEmpty ? "aucun" : names.map { "« \($0) »" }.joined(separator: ", ")
    }
}
