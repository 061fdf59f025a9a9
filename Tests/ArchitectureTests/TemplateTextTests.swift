import Foundation
import Testing

/// Templates and styles say nothing themselves: every word that a reader sees comes from `FrenchText`.
@Suite("Texts of templates")
struct TemplateTextTests {
    private static let resources = SourceTree.root.appendingPathComponent(
        "Sources/ItinerancePlanner/PageRendering/Resources")

    private static func files() throws -> [(name: String, text: String)] {
        try FileManager.default.contentsOfDirectory(atPath: resources.path).sorted().map {
            ($0, try String(contentsOf: resources.appendingPathComponent($0), encoding: .utf8))
        }
    }

    @Test("No template has a word of its own")
    func noWords() throws {
        let files = try Self.files()
        #expect(files.contains { $0.name.hasSuffix(".mustache") } && files.contains { $0.name.hasSuffix(".css") })
        for (name, text) in files {
            let words = TemplateWords(name: name, text).found
            #expect(words.isEmpty, "\(name): \(words.joined(separator: " | "))")
        }
    }

    @Test("Each label that a template asks for is in PageLabels, and none is there for nobody")
    func labels() throws {
        let page = try String(
            contentsOf: SourceTree.root.appendingPathComponent(
                "Sources/ItinerancePlanner/FrenchText/Publication/PageLabels.swift"),
            encoding: .utf8)
        let known = Set(page.matches(of: /(?m)^ +"(\w+)":/).map { String($0.output.1) })
        let asked = Set(try Self.files().flatMap { $0.text.matches(of: /labels\.(\w+)/).map { String($0.output.1) } })
        #expect(asked == known)
    }

    @Test(
        "Words are found in text, in attributes that are read and in styles; tags, scripts and variables are not words")
    func finds() {
        let page = """
            <p class="texte">{{name}} – {{{label}}}</p><style>p { margin: 0; }</style><script>const mot = 1;</script>
            <p>Bonjour <b>{{name}}</b></p><img alt="Un logo"><a href="x.html" title="{{title}} !">–</a>
            """
        #expect(TemplateWords(name: "a.mustache", page).found == ["Bonjour", "Un logo"])
        let style =
            #"p { color: red; } p::before { content: "– "; } @page { @bottom-left { content: "page " counter(page); } }"#
        #expect(TemplateWords(name: "a.css", style).found == ["page "])
    }
}

/// Words of a template or a style sheet that no variable gives.
struct TemplateWords {
    let found: [String]

    init(name: String, _ text: String) {
        let bare = text.replacing(/\{\{\{[^}]*\}\}\}|\{\{[^}]*\}\}/, with: "")
        let candidates =
            name.hasSuffix(".css")
            ? bare.matches(of: /content: *([^;}]*)/).flatMap { $0.output.1.matches(of: /"([^"]*)"/).map(\.output.1) }
            : Self.texts(bare)
        found = candidates.filter { $0.contains(where: \.isLetter) }.map(String.init)
    }

    private static func texts(_ page: String) -> [Substring] {
        let read = page.replacing(/<(?:script|style)\b[^>]*>(?:.|\n)*?<\/(?:script|style)>/, with: "")
        let attributes = read.matches(of: /\b(?:title|alt|aria-label|placeholder)="([^"]*)"/).map(\.output.1)
        let nodes = read.split(separator: /<[^>]*>/).map { $0.trimmingCharacters(in: .whitespacesAndNewlines)[...] }
        return nodes + attributes
    }
}
