import FileAccess
import PlanAnalysis

extension PublicationKind {
    /// Files of this kind, by names that begin with its folder.
    ///
    /// - Throws: `RenderingFault` where a page cannot be made into PDF, `TableWritingFault` where a table cannot be written.
    package func files(_ publication: Publication) throws -> [PublishedFile] {
        switch self {
        case .roadSheets: try RoadSheetFiles(publication).files()
        case .team: try TeamFiles(publication).files()
        case .posters: try PosterFiles(publication).files()
        case .communes: CommuneFiles(publication).files()
        case .calendars: try CalendarFeeds(publication).files
        case .tables: try TableFiles(publication).files
        case .directories: try DirectoryFiles(publication).files
        case .report: try ReportFiles(publication).files()
        }
    }
}
