import FileAccess
import Foundation
import FrenchText
import Mustache

/// The templates and styles of pages: the program's own, each replaced where an office's folder has a file of its name.
///
/// Templates and styles have no words of their own: they ask for `{{{labels.rank}}}`. Every template can use every other as
/// a partial, by its name without `.mustache`.
package struct TemplateShelf: Sendable {
    /// Templates by their names without `.mustache`, styles by their whole names.
    private let library: MustacheLibrary

    /// The program's own templates and styles, read once.
    package static func builtIn() throws -> TemplateShelf { try own.get() }

    private static let own = Result { try TemplateShelf(overriddenBy: nil) }

    /// - Parameter folder: an office's own files; others in it are refused, so that a wrong name is noticed.
    /// - Throws: `InputFailure` with file and line where a template is broken.
    package init(overriddenBy folder: String?) throws {
        var texts = BuiltInTemplates.files.mapValues { String(decoding: $0, as: UTF8.self) }
        var findings = Findings()
        if let folder {
            let own = Self.files(in: folder, &findings)
            for (name, text) in own { texts[name] = text }
            try Self.checkShapes(own.map(\.name), among: texts, in: folder, &findings)
        }
        var templates: [String: MustacheTemplate] = [:]
        for (name, text) in texts.sorted(by: { $0.key < $1.key }) {
            let shown = folder.map { "\($0)/\(name)" } ?? name
            do { templates[Self.key(name)] = try MustacheTemplate(string: text) } catch let error
                as MustacheTemplate.ParserError
            {
                findings.add(
                    .template(.broken(Self.breach(error.error))), file: shown, line: error.context.lineNumber,
                    column: String(error.context.columnNumber))
            }
        }
        try findings.throwIfErrors()
        library = MustacheLibrary(templates: templates)
    }

    /// - Throws: `InputFailure` where a template of a folder has no end: it is not even read further. Those of the program have.
    private static func checkShapes(
        _ names: [String], among texts: [String: String], in folder: String, _ findings: inout Findings
    ) throws {
        let shapes = Dictionary(uniqueKeysWithValues: texts.map { (key($0.key), TemplateShape($0.value)) })
        for name in names {
            guard let fault = TemplateShape.fault(of: key(name), among: shapes) else { continue }
            findings.add(.template(.broken(fault)), file: "\(folder)/\(name)")
        }
        try findings.throwIfErrors()
    }

    private static func breach(_ error: any Error) -> TemplateFault.Break {
        switch error as? MustacheTemplate.Error {
        case .sectionCloseNameIncorrect: .wrongEnd
        case .unfinishedName: .wrongName
        case .expectedSectionEnd: .noEnd
        case .invalidSetDelimiter: .wrongDelimiters
        case .transformAppliedToInheritanceSection: .transformedInheritance
        case .illegalTokenInsideInheritSection: .sectionInInheritance
        case .textInsideInheritSection: .textInInheritance
        case .invalidConfigVariableSyntax: .wrongSetting
        case .unrecognisedConfigVariable: .unknownSetting
        case nil: .cutShort
        }
    }

    private static func files(in folder: String, _ findings: inout Findings) -> [(name: String, text: String)] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            findings.add(.template(.noFolder), file: folder)
            return []
        }
        return names.sorted().filter { !$0.hasPrefix(".") }.compactMap { name in
            let shown = folder + "/" + name
            guard BuiltInTemplates.files[name] != nil else {
                findings.add(.template(.unknown(name, known: BuiltInTemplates.files.keys.sorted())), file: shown)
                return nil
            }
            do throws(InputFailure) {
                let input = try InputFile(URL(fileURLWithPath: shown), named: shown)
                return input.text(&findings).map { (name, $0) }
            } catch {
                for finding in error.findings { findings.add(finding.fault, file: finding.file) }
                return nil
            }
        }
    }

    private static func key(_ file: String) -> String {
        file.hasSuffix(".mustache") ? String(file.dropLast(".mustache".count)) : file
    }

    /// A style sheet by its name without `.css`; empty where there is none.
    package func style(_ name: String) -> String {
        library.render(["labels": PageLabels.all], withTemplate: name + ".css") ?? ""
    }

    /// A page, with the no-break spaces of French typography.
    package func render(_ name: String, _ context: [String: Any]) -> String {
        let labelled = context.merging(["labels": PageLabels.all]) { own, _ in own }
        return ReportFigures.typeset(library.render(labelled, withTemplate: name) ?? "")
    }
}
