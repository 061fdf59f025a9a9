/// Parts of the sentences about what is wrong.
package enum ErrorWords {
    package static func suggestion(_ names: [String], _ label: String) -> String {
        names.isEmpty ? "" : " \(label) : \(names.joined(separator: ", "))."
    }
}
