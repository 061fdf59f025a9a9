/// A chapter of the report: sentences, pictures, lists and tables. What the template prints, and nothing else.
struct ReportChapter: Sendable {
    struct Picture: Sendable {
        /// Path below the folder of the report, without `.svg`.
        var name: String
        var svg: String
        var caption: String
    }

    var anchor: String
    var title: String
    var texts: [String] = []
    var items: [String] = []
    var pictures: [Picture] = []
    var tables: [ReportSection.Table] = []
    var parts: [ReportSection] = []

    /// Mustache reads dictionaries.
    var context: [String: Any] {
        var own = ReportSection(title: title, texts: texts, items: items, tables: tables).context
        own["anchor"] = anchor
        own["pictures"] = pictures.map { ["svg": $0.svg, "caption": $0.caption] }
        own["parts"] = parts.map(\.context)
        return own
    }
}
