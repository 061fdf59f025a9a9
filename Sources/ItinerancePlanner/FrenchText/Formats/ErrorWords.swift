/// Parts of the sentences about what is wrong.
package enum ErrorWords {
    package static func suggestion(_ names: [String], _ label: String) -> String {
        names.isEmpty ? "" : " \(label) : \(names.joined(separator: ", "))."
    }

    package static func plain(_ value: Double) -> String {
        comma(value == value.rounded() && abs(value) < 1e12 ? String(Int(value)) : String(value))
    }

    package static func comma(_ text: String) -> String { text.replacing(".", with: ",") }
}
