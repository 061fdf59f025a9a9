import FileAccess
import Foundation
import Testing

/// What comes from files of others never names a place outside of the folder that is written to.
@Suite("Names of files that are written")
struct OutputNameTests {
    @Test(
        "A text that leads out of its folder, or is no plain name, becomes no name",
        arguments: [
            "", ".", "..", "../x", "a/../x", "/etc/passwd", "a//b", "a/", "/", ".bashrc", "a/.cache", "a\\b", "a\0b",
            "a\nb", "a\u{202E}b", String(repeating: "a", count: 300), "a/b/c/d/e/f/g/h/i",
        ])
    func refused(_ text: String) { #expect(OutputName(text) == nil) }

    @Test("Plain names stay as they are", arguments: ["plan.json", "feuilles/van-1/semaine-1.gpx", "Été 2027.csv"])
    func plain(_ text: String) { #expect(OutputName(text)?.text == text) }

    @Test("Any text makes a plain part of a name", arguments: ["../../x", "", "Été / Sud", "\u{0}", "a\\..\\b"])
    func slug(_ text: String) {
        let name: OutputName = "affiches/\(slug: text).html"
        #expect(OutputName(name.text) == name)
        #expect(name.folder == "affiches" && name.parts.count == 2)
    }

    private func folder(_ body: (URL, OutputFolder) throws -> Void) throws {
        let place = FileManager.default.temporaryDirectory.appendingPathComponent("noms-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: place) }
        let target = place.appendingPathComponent("sortie")
        try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
        try body(target, try OutputFolder(target.path, replace: true))
    }

    @Test("What an earlier run left goes; a folder of that name, and what somebody else put in one, stays")
    func outdated() throws {
        try folder { target, output in
            for name in [
                "ancien.html", "vide/ancien.html", "plein/ancien.html", "plein/notes.txt", "dossier/notes.txt",
            ] {
                let url = target.appendingPathComponent(name)
                try FileManager.default.createDirectory(
                    at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data("x".utf8).write(to: url)
            }
            try output.write(
                [("neuf.html", Data())],
                removing: ["ancien.html", "vide/ancien.html", "plein/ancien.html", "dossier", "absent.html"])
            let names = try FileManager.default.subpathsOfDirectory(atPath: target.path).sorted()
            #expect(names == ["dossier", "dossier/notes.txt", "neuf.html", "plein", "plein/notes.txt"])
        }
    }

    @Test("A link inside the folder is not followed to another place")
    func links() throws {
        try folder { target, output in
            let other = target.deletingLastPathComponent().appendingPathComponent("ailleurs")
            try FileManager.default.createDirectory(at: other, withIntermediateDirectories: true)
            try Data("x".utf8).write(to: other.appendingPathComponent("garder.html"))
            try FileManager.default.createSymbolicLink(
                at: target.appendingPathComponent("affiches"), withDestinationURL: other)
            #expect(throws: OutputFault.unwritable(target.path)) {
                try output.write([("affiches/a.html", Data())])
            }
            #expect(throws: OutputFault.unwritable(target.path)) {
                try output.write([("a.html", Data())], removing: ["affiches/garder.html"])
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: other.path) == ["garder.html"])
        }
    }
}
