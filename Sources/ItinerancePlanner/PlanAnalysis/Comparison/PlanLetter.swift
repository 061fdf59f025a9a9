/// What one of several things that stand side by side is called, by its place: A, B… Z, then its number.
package enum PlanLetter {
    package static func of(_ index: Int) -> String {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        return index < letters.count ? String(letters[index]) : String(index + 1)
    }
}
