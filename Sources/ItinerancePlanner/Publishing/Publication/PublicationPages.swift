import FileAccess
import FrenchText
import PageRendering
import PlanningModel

extension Publication {
    /// A whole page: the template with the style of its name, the office, and the plan it is made from.
    ///
    /// - Parameter style: name of the style sheet that follows the common one.
    package func page(_ template: String, style: String, title: String, _ content: [String: Any]) -> String {
        var context = content
        context["title"] = title
        context["style"] =
            ":root { --bureau: \(colour); }\n" + templates.style("commun") + templates.style(style)
            + (isRefused ? Self.warning : "")
        context["office"] = OfficeBadge(office)
        context["plan"] = plan.fingerprint.isEmpty ? [] : [String(plan.fingerprint.prefix(12))]
        return templates.render(template, context)
    }

    /// Printed on every sheet: what stands in a fixed place does. Source: CSS 2.2, 9.6.1, "Fixed positioning".
    private static var warning: String {
        """
        body::before { content: "\(PublicationWords.notValid)"; position: fixed; z-index: 9; top: 0; left: 0; right: 0; \
        padding: 1mm; text-align: center; font: bold 14pt sans-serif; color: #ffffff; background: #9c1c10; }

        """
    }

    /// The office's colour, or the usual one where a plan written by hand holds something else.
    private var colour: String {
        let digits = office.colour.dropFirst()
        let isColour = office.colour.hasPrefix("#") && digits.count == 6 && digits.allSatisfy(\.isHexDigit)
        return isColour ? office.colour : Office.usualColour
    }

    /// Pages and, where PDF is wanted, the same in PDF beside them.
    ///
    /// - Parameter pages: names without their ending, and titles.
    package func documents(_ pages: [(name: OutputName, title: String, html: String)]) throws -> [PublishedFile] {
        let prints = try renderer?.pdfs(pages.map(\.html)) ?? []
        return pages.map { PublishedFile("\($0.name).html", $0.html, label: $0.title) }
            + zip(pages, prints).map { PublishedFile("\($0.name).pdf", $1, label: $0.title) }
    }
}
