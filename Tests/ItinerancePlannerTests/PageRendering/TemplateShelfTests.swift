import FileAccess
import Foundation
import PageRendering
import Testing

/// A folder of templates is somebody's own, and may be wrong in any way.
@Suite("Templates that have no end")
struct TemplateShelfTests {
    private func faults(_ files: [String: String]) throws -> [TemplateFault] {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("gabarits-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in files { try Data(text.utf8).write(to: folder.appendingPathComponent(name)) }
        do {
            _ = try TemplateShelf(overriddenBy: folder.path)
            return []
        } catch let failure as InputFailure {
            return failure.findings.compactMap { if case .template(let fault) = $0.fault { fault } else { nil } }
        }
    }

    @Test("One that asks for itself is refused, in one step, in several, and with other marks")
    func endless() throws {
        #expect(try faults(["etape.mustache": "<p>{{> etape}}</p>"]) == [.broken(.endless)])
        #expect(try faults(["etape.mustache": "{{=<% %>=}}<%> etape%>"]).contains(.broken(.endless)))
        #expect(
            try faults(["etape.mustache": "{{> sections}}", "sections.mustache": "{{#a}}{{> etape }}{{/a}}"])
                .contains(.broken(.endless)))
        #expect(try faults(["etape.mustache": "{{<etape}}{{$a}}b{{/a}}{{/etape}}"]).contains(.broken(.endless)))
        #expect(try faults(["etape.mustache": "{{>*nom}}"]) == [.broken(.changingName)])
    }

    @Test("One of very many sections inside each other is refused before it is read further")
    func deep() throws {
        let deep = String(repeating: "{{#a}}", count: 200_000) + String(repeating: "{{/a}}", count: 200_000)
        #expect(try faults(["etape.mustache": deep]) == [.broken(.tooDeep)])
    }

    @Test("Templates that ask for each other without end of numbers are refused, those of the program are fine")
    func many() throws {
        let ten = { (name: String) in String(repeating: "{{> \(name)}}", count: 20) }
        #expect(
            try faults([
                "etape.mustache": "x", "sections.mustache": ten("etape"), "tableaux.mustache": ten("sections"),
                "chiffres.mustache": ten("tableaux"),
            ]).contains(.broken(.endless)))
        #expect(try faults(["etape.mustache": "{{#a}}{{> tableaux}}{{/a}}"]).isEmpty)
    }
}
