/// A page of sections, to be printed and filed. Needs no other file and no network.
package struct SectionPage: Sendable {
    package var title: String
    package var lead: String
    /// What it comes to, in large type.
    package var verdicts: [String] = []
    package var texts: [String] = []
    package var sections: [ReportSection]

    package func html() throws -> String {
        let templates = try TemplateShelf.builtIn()
        return templates.render(
            "dossier",
            [
                "title": title, "style": templates.style("horaires") + templates.style("dossier"), "chapeau": lead,
                "verdicts": verdicts, "texts": texts, "sections": sections.map(\.context),
            ])
    }

    package init(
        title: String, lead: String, verdicts: [String] = [], texts: [String] = [], sections: [ReportSection]
    ) {
        self.title = title
        self.lead = lead
        self.verdicts = verdicts
        self.texts = texts
        self.sections = sections
    }
}
