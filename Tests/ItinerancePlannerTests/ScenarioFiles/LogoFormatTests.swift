import Foundation
import ScenarioFiles
import Testing

/// A logo may come from anybody, inside a plan, and stands on every page.
@Suite("Logos ask for nothing but themselves")
struct LogoFormatTests {
    private func isDrawing(_ body: String, head: String = "") -> Bool {
        LogoFormat.isDrawing(
            Data(
                (head
                    + "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">\(body)</svg>")
                    .utf8))
    }

    @Test(
        "Shapes, texts, gradients and parts of the drawing itself are fine",
        arguments: [
            "", "<path d=\"M0 0h9\" style=\"fill:url(#a)\"/>", "<use xlink:href=\"#a\"/>", "<text>url</text>",
            "<style>.a { fill: #123456; clip-path: url( '#b' ) }</style>",
            "<metadata><x:y xmlns:x=\"urn:z\" resource=\"http://exemple.fr\"/></metadata>",
        ])
    func fine(_ body: String) { #expect(isDrawing(body)) }

    @Test(
        "Whatever fetches, runs or grows is refused",
        arguments: [
            "<image href=\"http://127.0.0.1/a.png\"/>", "<image xlink:href=\"file:/etc/passwd\"/>",
            "<image href=\"data:image/svg+xml;base64,PHN2Zy8+\"/>", "<use href=\"http://127.0.0.1/a.svg#b\"/>",
            "<feImage href=\"a.png\"/>", "<style>@import url(\"http://127.0.0.1/a.css\");</style>",
            "<style><![CDATA[@im]]>port 'a.css';</style>", "<style>a{fill:u\\72l(x)}</style>",
            "<rect style=\"fill:url(&#x68;ttp://127.0.0.1/a)\"/>", "<rect fill=\"url( 'a.svg#b')\"/>",
            "<rect onload=\"x()\"/>", "<script>x()</script>", "<foreignObject/>", "<g xml:base=\"http://127.0.0.1/\"/>",
            "<set attributeName=\"href\" to=\"http://127.0.0.1/\"/>", "<g>", "<animate/>",
            String(repeating: "<use href=\"#a\"/>", count: 30),
            String(repeating: "<g>", count: 5_000) + String(repeating: "</g>", count: 5_000),
        ])
    func refused(_ body: String) { #expect(!isDrawing(body)) }

    @Test("Entities, other style sheets, other encodings and other documents are refused")
    func heads() {
        #expect(isDrawing("", head: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"))
        #expect(!isDrawing("", head: "<?xml version=\"1.0\" encoding=\"UTF-7\"?>"))
        #expect(!isDrawing("&a;", head: "<!DOCTYPE svg [<!ENTITY a SYSTEM \"file:/etc/passwd\">]>"))
        #expect(!isDrawing("", head: "<?xml-stylesheet href=\"a.css\"?>"))
        #expect(!LogoFormat.isDrawing(Data("<html><svg/></html>".utf8)))
        #expect(!LogoFormat.isDrawing(Data("<svg/>".utf16.map { UInt8(truncatingIfNeeded: $0) } + [0xFF])))
    }

    @Test("A PNG is one of a size that a page can bear")
    func pictures() {
        func picture(_ width: UInt32, _ height: UInt32) -> Data {
            Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]) + Data("IHDR".utf8)
                + [width, height].reduce(into: Data()) { data, side in
                    withUnsafeBytes(of: side.bigEndian) { data.append(contentsOf: $0) }
                }
        }
        #expect(LogoFormat.isPNG(picture(400, 100)))
        #expect(!LogoFormat.isPNG(picture(60_000, 60_000)))
        #expect(!LogoFormat.isPNG(picture(0, 100)))
        #expect(!LogoFormat.isPNG(picture(400, 100).prefix(20)))
        #expect(!LogoFormat.isPNG(Data("GIF89a".utf8)))
    }
}
