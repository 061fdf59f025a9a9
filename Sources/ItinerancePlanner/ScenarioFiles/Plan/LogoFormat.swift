import Foundation
import FoundationXML

/// Logos that show themselves and ask for nothing else: no address, no file, nothing to run. Pages carry them as they are, and a
/// plan with its logo may come from anybody.
package enum LogoFormat {
    /// Bytes.
    package static let sizeLimit = 500_000
    /// Pixels on a side: few bytes can stand for very many.
    private static let sideLimit = 5_000

    /// A PNG of a size that a page can bear. Source: PNG specification, the signature and the IHDR chunk.
    package static func isPNG(_ data: Data) -> Bool {
        let bytes = [UInt8](data.prefix(24))
        guard bytes.count == 24, bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
            bytes[12..<16].elementsEqual("IHDR".utf8)
        else { return false }
        return [16, 20].allSatisfy { start in
            let side = bytes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
            return (1...sideLimit).contains(side)
        }
    }

    /// An SVG in UTF-8 that holds all that it shows.
    package static func isDrawing(_ data: Data) -> Bool {
        guard data.count <= sizeLimit, let text = String(data: data, encoding: .utf8) else { return false }
        let head = text.lowercased()
        // Entities can name files and grow without end; another encoding could hide all that is looked for here.
        guard !head.contains("<!doctype"), !head.contains("<!entity"), !head.contains("<?xml-stylesheet"),
            head.firstMatch(of: /<\?xml[^>]*encoding\s*=\s*["'](?!utf-8["'])/) == nil
        else { return false }
        let reader = DrawingReader()
        let parser = XMLParser(data: data)
        parser.delegate = reader
        return parser.parse() && reader.isDrawing
    }
}

/// Follows a drawing through, and stops at what leads out of it.
private final class DrawingReader: NSObject, XMLParserDelegate {
    private static let depthLimit = 100
    /// Copies of parts of a drawing: copies of copies grow fast.
    private static let copyLimit = 20
    private static let active: Set<String> = [
        "script", "foreignobject", "iframe", "object", "embed", "audio", "video", "animate", "set", "handler", "link",
    ]

    private var names: [String] = []
    private var copies = 0
    private var isWhole = true
    private var isSVG = false
    private var style = ""

    var isDrawing: Bool { isSVG && isWhole && names.isEmpty && Self.staysInside(style) }

    func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) { isWhole = false }

    func parser(
        _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        let name = Self.local(element)
        if names.isEmpty { isSVG = name == "svg" }
        names.append(name)
        if name == "use" { copies += 1 }
        let isSafe =
            names.count <= Self.depthLimit && copies <= Self.copyLimit && !Self.active.contains(name)
            && !name.hasPrefix("animate")
            && attributes.allSatisfy { Self.isSafe(Self.local($0.key), $0.value, in: name) }
        guard isSafe else {
            isWhole = false
            return parser.abortParsing()
        }
    }

    func parser(_ parser: XMLParser, didEndElement: String, namespaceURI: String?, qualifiedName: String?) {
        _ = names.popLast()
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) { if names.last == "style" { style += text } }
    func parser(_ parser: XMLParser, foundCDATA data: Data) {
        if names.last == "style" { style += String(decoding: data, as: UTF8.self) }
    }

    private static func local(_ name: String) -> String {
        (name.split(separator: ":").last.map(String.init) ?? name).lowercased()
    }

    private static func isSafe(_ name: String, _ value: String, in element: String) -> Bool {
        switch name {
        case "href", "src":
            let address = value.trimmingCharacters(in: .whitespacesAndNewlines)
            return address.hasPrefix("#") || (element == "a") || (element == "image" && isPicture(address))
        case "base": return false
        default: return !name.hasPrefix("on") && staysInside(value)
        }
    }

    private static func isPicture(_ address: String) -> Bool {
        let start = "data:image/png;base64,"
        guard address.hasPrefix(start) else { return false }
        return Data(base64Encoded: String(address.dropFirst(start.count)), options: .ignoreUnknownCharacters)
            .map(LogoFormat.isPNG) ?? false
    }

    /// Whether a style names nothing but parts of its own drawing. CSS can write any letter with a backslash and part words by
    /// comments.
    private static func staysInside(_ style: String) -> Bool {
        let text = style.lowercased()
        guard text.contains("url") || text.contains("@") || text.contains("\\") || text.contains("image") else {
            return true
        }
        guard !text.contains("\\"), !text.contains("@import"), !text.contains("image-set"), !text.contains("image(")
        else { return false }
        return text.matches(of: /url\s*\(\s*["']?\s*(.?)/).allSatisfy { $0.output.1 == "#" }
    }
}
