/// What `publier` makes, each in a folder of its own name.
package enum PublicationKind: String, CaseIterable, Hashable, Sendable {
    case roadSheets = "feuilles"
    case team = "equipe"
    case posters = "affiches"
    case communes
    case calendars = "calendriers"
    case report = "rapport"
    case tables = "tableaux"
    case directories = "annuaires"

    /// Files of this kind, by names that begin with its folder.
    ///
    /// - Throws: `TemplateFailure` where a template is broken.
    package func files(_ publication: Publication) throws -> [PublishedFile] {
        switch self {
        case .roadSheets: try RoadSheetFiles(publication).files()
        case .team: try TeamFiles(publication).files()
        case .posters: try PosterFiles(publication).files()
        case .communes: CommuneFiles(publication).files()
        case .calendars: try CalendarFeeds(publication).files
        case .tables: try TableWriting(publication).files
        case .directories: try DirectoryFiles(publication).files
        case .report: try ReportFiles(publication).files()
        }
    }
}
