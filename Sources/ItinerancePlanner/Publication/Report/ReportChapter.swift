/// A chapter of the report: sentences, pictures, lists and tables. What the template prints, and nothing else.
struct ReportChapter: Sendable {
    struct Picture: Sendable {
        /// Path below the folder of the report, without `.svg`.
        var name: String
        var svg: String
        var title: String
        /// The same facts, commune by commune, as a `;` file beside the picture; `nil` where the chapter's table has them all.
        var table: String?
        /// What follows the picture at once.
        var tables: [ReportSection.Table] = []

        var caption: String {
            name.hasPrefix("cartes/") ? ReportPageWords.mapCaption(title) : ReportPageWords.plotCaption(title)
        }
    }

    var anchor: String
    var title: String
    /// A chapter with a large picture starts on a page of its own.
    var startsPage = false
    var texts: [String] = []
    var items: [String] = []
    var pictures: [Picture] = []
    var tables: [ReportSection.Table] = []
    var parts: [ReportSection] = []

    /// Mustache reads dictionaries.
    var context: [String: Any] {
        var own = ReportSection(title: title, texts: texts, items: items, tables: tables).context
        own["anchor"] = anchor
        own["page"] = startsPage ? ["planche"] : []
        own["pictures"] = pictures.map { picture -> [String: Any] in
            var own = ReportSection(title: "", tables: picture.tables).context
            own["svg"] = picture.svg
            own["caption"] = picture.caption
            own["table"] = picture.table == nil ? [] : ["\(picture.name).csv"]
            return own
        }
        own["parts"] = parts.map(\.context)
        return own
    }
}
