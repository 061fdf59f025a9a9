import ArgumentParser
import FrenchText
import Optimizer
import PageRendering

/// How pages look and whether they are printed: the same for every command that makes pages and PDF.
struct PrintOptions: ParsableArguments {
    @Option(
        name: .customLong("gabarits"),
        help: ArgumentHelp(PublicationWords.templatesHelp, valueName: PlaceholderWords.folder))
    var templates: String?

    @Flag(name: .customLong("sans-pdf"), help: ArgumentHelp(PublicationWords.noPDFHelp))
    var noPDF = false

    /// - Throws: `InputFailure` where a template is broken.
    func shelf() throws -> TemplateShelf { try TemplateShelf(overriddenBy: templates) }

    /// `nil` where no PDF is wanted, or WeasyPrint is missing, which is said.
    func renderer(stop: StopFlag) -> PageRenderer? {
        guard !noPDF else { return nil }
        let renderer = PageRenderer(stop: stop)
        if renderer == nil { Terminal.error(PublicationWords.noRenderer) }
        return renderer
    }
}
