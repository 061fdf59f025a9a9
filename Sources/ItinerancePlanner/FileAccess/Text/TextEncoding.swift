import Foundation

/// How the text of a file is written.
package enum TextEncoding: String, Hashable, Sendable {
    case utf8 = "UTF-8"
    case windows1252 = "Windows-1252"
    case latin1 = "Latin-1"

    package var foundation: String.Encoding {
        switch self {
        case .utf8: .utf8
        case .windows1252: .windowsCP1252
        case .latin1: .isoLatin1
        }
    }
}
