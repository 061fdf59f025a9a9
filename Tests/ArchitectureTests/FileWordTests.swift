import Testing

/// What files call a value is known where files are read and written: another format, or English keys, touch no value.
@Suite("Words of files")
struct FileWordTests {
    /// Opening hours are written the one way that OpenStreetMap has for them: parsing them is all that these files do.
    private static let standard = "Calendar/Opening"

    @Test("GeoModel has no word of a file")
    func none() throws {
        let target = try #require(try SourceTree.shared.get().target("GeoModel"))
        #expect(target.files.count > 30)
        for file in target.files {
            let found = Self.words(file.text, isStandard: file.path.hasPrefix(Self.standard))
            #expect(found.isEmpty, "\(file.path): \(found.joined(separator: ", "))")
        }
    }

    @Test("Words are found, alone or as raw values; marks, numbers, keys that are properties and comments are let be")
    func finds() {
        let source = """
            case socialCentre = "centre_social"
            case laep
            let table = "equipements", mark = "-", separator = ", ", width = "04" // "lieux"
            let group = "enfants_\\(from)"
            """
        #expect(Self.words(source, isStandard: false) == ["centre_social", "equipements", "enfants_…"])
        #expect(Self.words(source, isStandard: true) == [])
        #expect(Self.words("enum Count: String, Codable { case a }", isStandard: false) == ["Count: String"])
        #expect(Self.words("enum CodingKeys: String, CodingKey { case a }", isStandard: false) == [])
    }

    /// Literals of lowercase words, and enums whose cases are written as they are called.
    private static func words(_ source: String, isStandard: Bool) -> [String] {
        guard !isStandard else { return [] }
        let literals = SwiftText.literals(of: source).map(\.text).filter {
            $0.wholeMatch(of: /[\p{Ll}0-9_…]*\p{Ll}{2}[\p{Ll}0-9_…]*/) != nil
        }
        let raw = SwiftText.code(of: source).matches(of: /enum (\w+: String)\b(?!, CodingKey)/).map {
            String($0.output.1)
        }
        return literals + raw
    }
}
