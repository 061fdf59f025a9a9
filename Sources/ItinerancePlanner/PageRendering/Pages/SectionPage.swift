import Mustache

/// A page of sections, to be printed and filed. Needs no other file and no network.
package struct SectionPage: Sendable {
    package var title: String
    package var lead: String
    /// What it comes to, in large type.
    package var verdicts: [String] = []
    package var texts: [String] = []
    package var sections: [ReportSection]

    /// - Throws: `TimetableFailure`.
    package func html() throws -> String {
        func template(_ bytes: [UInt8]) throws -> MustacheTemplate {
            try MustacheTemplate(string: String(decoding: bytes, as: UTF8.self))
        }
        let library = MustacheLibrary(templates: [
            "dossier": try template(PackageResources.dossier_mustache),
            "sections": try template(PackageResources.sections_mustache),
        ])
        let context: [String: Any] = [
            "title": title,
            "style": String(decoding: PackageResources.horaires_css + PackageResources.dossier_css, as: UTF8.self),
            "chapeau": lead, "verdicts": verdicts, "texts": texts, "sections": sections.map(\.context),
        ]
        guard let page = library.render(context, withTemplate: "dossier") else {
            throw TimetableFailure.templateMissing
        }
        return ReportFigures.typeset(page)
    }
}
