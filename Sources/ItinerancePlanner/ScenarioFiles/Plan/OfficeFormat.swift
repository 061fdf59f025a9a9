import Foundation
import PlanningModel

/// What the fields of an office may hold, in a scenario file and in a plan alike: they end in pages, links and styles.
package enum OfficeFormat {
    /// A web address, or nothing.
    package static func isSite(_ text: String) -> Bool {
        text.isEmpty || ["https://", "http://"].contains(where: text.hasPrefix)
    }

    /// Fourteen digits, or nothing.
    package static func isSiret(_ text: String) -> Bool {
        text.isEmpty || (text.count == 14 && text.allSatisfy { $0.isASCII && $0.isNumber })
    }

    /// A `data:` address of an image that shows itself, or nothing.
    package static func isLogo(_ text: String) -> Bool {
        guard let comma = text.firstIndex(of: ",") else { return text.isEmpty }
        guard text.utf8.count <= 2 * LogoFormat.sizeLimit,
            let data = Data(base64Encoded: String(text[text.index(after: comma)...])),
            data.count <= LogoFormat.sizeLimit
        else { return false }
        return switch text[..<comma] {
        case "data:image/png;base64": LogoFormat.isPNG(data)
        case "data:image/svg+xml;base64": LogoFormat.isDrawing(data)
        default: false
        }
    }

    /// `#rrggbb` that can be read on white.
    package static func isDarkColour(_ text: String) -> Bool { contrastOnWhite(text).map { $0 >= 4.5 } ?? false }

    /// Contrast of `#rrggbb` on white; `nil` where it is no colour. Source: WCAG 2.1, relative luminance and contrast ratio.
    package static func contrastOnWhite(_ text: String) -> Double? {
        let digits = text.dropFirst()
        guard text.hasPrefix("#"), digits.count == 6, digits.allSatisfy({ $0.isASCII && $0.isHexDigit }),
            let number = Int(digits, radix: 16)
        else { return nil }
        func channel(_ shift: Int) -> Double {
            let value = Double(number >> shift & 0xFF) / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return 1.05 / (0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0) + 0.05)
    }

    package static func holds(_ office: Office) -> Bool {
        isSite(office.site) && isSiret(office.siret) && isLogo(office.logo) && isDarkColour(office.colour)
    }
}
