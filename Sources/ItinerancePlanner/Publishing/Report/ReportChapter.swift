import FileAccess
import FrenchText
import PageRendering

/// A chapter of the report: sentences, pictures, lists and tables. What the template prints, and nothing else.
package struct ReportChapter: Sendable {
    package struct Picture: Sendable {
        /// Path below the folder of the report, without `.svg`.
        package var name: OutputName
        package var svg: String
        package var title: String
        /// The same facts, commune by commune, as a `;` file beside the picture; `nil` where the chapter's table has them all.
        package var table: String?
        /// What follows the picture at once.
        package var tables: [ReportSection.Table] = []

        package var caption: String {
            name.folder == "cartes" ? ReportPageWords.mapCaption(title) : ReportPageWords.plotCaption(title)
        }
    }

    package var anchor: String
    package var title: String
    /// A chapter with a large picture starts on a page of its own.
    package var startsPage = false
    package var texts: [String] = []
    package var items: [String] = []
    package var pictures: [Picture] = []
    package var tables: [ReportSection.Table] = []
    package var parts: [ReportSection] = []

    /// Mustache reads dictionaries.
    package var context: [String: Any] {
        var own = ReportSection(title: title, texts: texts, items: items, tables: tables).context
        own["anchor"] = anchor
        own["page"] = startsPage ? ["planche"] : []
        own["pictures"] = pictures.map { picture -> [String: Any] in
            var own = ReportSection(title: "", tables: picture.tables).context
            own["svg"] = picture.svg
            own["caption"] = picture.caption
            own["table"] = picture.table == nil ? [] : ["\(picture.name.text).csv"]
            return own
        }
        own["parts"] = parts.map(\.context)
        return own
    }
}
