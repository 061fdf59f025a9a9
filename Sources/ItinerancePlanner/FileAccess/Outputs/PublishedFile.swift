import Foundation

/// A file of a publication: its name inside the folder, and what it holds.
package struct PublishedFile: Sendable {
    package var name: OutputName
    package var data: Data
    /// What its maker calls it; `nil` where the name of its kind says it, as of a table.
    package var label: String?

    package init(_ name: OutputName, _ data: Data, label: String? = nil) {
        self.name = name
        self.data = data
        self.label = label
    }

    package init(_ name: OutputName, _ text: String, label: String? = nil) {
        self.init(name, Data(text.utf8), label: label)
    }

    /// Lower-case ASCII letters, digits and hyphens, at most 60: a name that sorts and travels. Empty text gives `sans-nom`.
    package static func slug(_ text: String) -> String {
        var slug = ""
        for character in NearestNames.folded(text).unicodeScalars {
            let isKept = ("a"..."z").contains(character) || ("0"..."9").contains(character)
            if isKept { slug.unicodeScalars.append(character) } else if slug.last != "-" { slug += "-" }
        }
        let cut = slug.trimmingCharacters(in: CharacterSet(charactersIn: "-")).prefix(60)
        let trimmed = cut.trimmingCharacters(in: CharacterSet(charactersIn: "-"))
        return trimmed.isEmpty ? "sans-nom" : trimmed
    }
}
