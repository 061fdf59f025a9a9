import Foundation
import Mustache

/// The templates and styles of pages: the program's own, each replaced where an office's folder has a file of its name.
package struct TemplateShelf: Sendable {
    /// Texts by file name, `affiche.mustache` or `affiche.css`.
    private let texts: [String: String]
    private let library: MustacheLibrary

    /// The program's own. Every template can use every other as a partial, by its name without `.mustache`.
    package static let builtIn: [String: [UInt8]] = [
        "index.mustache": PackageResources.index_mustache, "index.css": PackageResources.index_css,
        "rapport.css": PackageResources.rapport_css,
        "rapport.mustache": PackageResources.rapport_mustache,
        "tableaux.mustache": PackageResources.tableaux_mustache,
        "affiches.css": PackageResources.affiches_css,
        "affiches.mustache": PackageResources.affiches_mustache,
        "balayage.css": PackageResources.balayage_css,
        "balayage.mustache": PackageResources.balayage_mustache,
        "commun.css": PackageResources.commun_css,
        "commune.mustache": PackageResources.commune_mustache,
        "communes.css": PackageResources.communes_css,
        "communes.mustache": PackageResources.communes_mustache,
        "comparaison.css": PackageResources.comparaison_css,
        "comparaison.mustache": PackageResources.comparaison_mustache,
        "entete.mustache": PackageResources.entete_mustache,
        "front.mustache": PackageResources.front_mustache,
        "equipe.css": PackageResources.equipe_css,
        "feuilles.css": PackageResources.feuilles_css,
        "feuilles.mustache": PackageResources.feuilles_mustache,
        "parloirs.mustache": PackageResources.parloirs_mustache,
        "personnes.mustache": PackageResources.personnes_mustache,
        "planning.mustache": PackageResources.planning_mustache,
        "robustesse.mustache": PackageResources.robustesse_mustache,
    ]

    /// - Parameter folder: an office's own files; others in it are refused, so that a wrong name is noticed.
    /// - Throws: `InputFailure` with file and line where a template is broken.
    package init(overriddenBy folder: String? = nil) throws {
        var texts = Self.builtIn.mapValues { String(decoding: $0, as: UTF8.self) }
        var findings = Findings()
        if let folder {
            for (name, text) in Self.files(in: folder, &findings) { texts[name] = text }
        }
        var templates: [String: MustacheTemplate] = [:]
        for (name, text) in texts.sorted(by: { $0.key < $1.key }) where name.hasSuffix(".mustache") {
            let shown = folder.map { "\($0)/\(name)" } ?? name
            do { templates[String(name.dropLast(9))] = try MustacheTemplate(string: text) } catch let error
                as MustacheTemplate.ParserError
            {
                findings.add(
                    PublicationWords.brokenTemplate("\(error.error)"), file: shown, line: error.context.lineNumber,
                    column: String(error.context.columnNumber))
            }
        }
        try findings.throwIfErrors()
        self.texts = texts
        library = MustacheLibrary(templates: templates)
    }

    private static func files(in folder: String, _ findings: inout Findings) -> [(name: String, text: String)] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            findings.add(PublicationWords.noTemplateFolder, file: folder)
            return []
        }
        return names.sorted().filter { !$0.hasPrefix(".") }.compactMap { name in
            let shown = folder + "/" + name
            guard builtIn[name] != nil else {
                findings.add(PublicationWords.unknownTemplate(name, known: builtIn.keys.sorted()), file: shown)
                return nil
            }
            do throws(InputFailure) {
                let input = try InputFile(URL(fileURLWithPath: shown), named: shown)
                return input.text(&findings).map { (name, $0) }
            } catch {
                for finding in error.findings { findings.add(finding.message, file: finding.file) }
                return nil
            }
        }
    }

    package func style(_ name: String) -> String { texts[name + ".css"] ?? "" }

    /// A page, with the no-break spaces of French typography.
    package func render(_ name: String, _ context: [String: Any]) -> String {
        ReportFigures.typeset(library.render(context, withTemplate: name) ?? "")
    }
}
