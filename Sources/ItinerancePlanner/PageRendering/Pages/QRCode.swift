import CQRCode

/// A QR code, drawn as inline SVG with a quiet zone of four modules.
///
/// Standard: ISO/IEC 18004; error correction M (15 %), so that a crease or a drop of rain does no harm.
package struct QRCode: Sendable {
    /// Modules a side, without the quiet zone.
    package let size: Int
    /// Row by row; true is dark.
    private let modules: [Bool]

    /// `nil` where the text is empty or too long for a code.
    package init?(_ text: String) {
        guard let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else { return nil }
        defer { QRcode_free(code) }
        size = Int(code.pointee.width)
        modules = UnsafeBufferPointer(start: code.pointee.data, count: size * size).map { $0 & 1 == 1 }
    }

    /// - Parameter label: what a reader hears in its place.
    package func svg(label: String) -> String {
        let side = size + 8
        let name = SVGCanvas.escape(label)
        return "<svg class=\"qr\" role=\"img\" aria-label=\"\(name)\" viewBox=\"0 0 \(side) \(side)\" "
            + "shape-rendering=\"crispEdges\"><title>\(name)</title>"
            + "<rect width=\"\(side)\" height=\"\(side)\" fill=\"#fff\"/><path fill=\"#000\" d=\"\(outline)\"/></svg>"
    }

    /// Runs of dark modules, one rectangle each.
    private var outline: String {
        var path = ""
        for row in 0..<size {
            var column = 0
            while column < size {
                guard modules[row * size + column] else {
                    column += 1
                    continue
                }
                let start = column
                while column < size, modules[row * size + column] { column += 1 }
                path += "M\(start + 4) \(row + 4)h\(column - start)v1h-\(column - start)z"
            }
        }
        return path
    }
}
