import Foundation
import PlanningModel

/// A file read whole, with its fingerprint.
package struct InputFile {
    /// As the user would name it.
    package var name: String
    package var data: Data

    package static let sizeLimit = 200_000_000

    package init(_ url: URL, named name: String) throws(InputFailure) {
        self.name = name
        do throws(FileFault) { data = try FileBytes.read(url, limit: Self.sizeLimit) } catch {
            throw InputFailure(.file(error), file: name)
        }
    }

    package init(_ data: Data, named name: String) {
        self.name = name
        self.data = data
    }

    package var source: SourceFile {
        SourceFile(name: name, sha256: Sha256.hex(data))
    }

    /// The text: UTF-8 with or without its mark, else Windows-1252, which is said.
    package func text(_ findings: inout Findings) -> String? {
        guard !data.isEmpty else {
            findings.add(.file(.empty), file: name)
            return nil
        }
        if data.starts(with: [0xFF, 0xFE]) || data.starts(with: [0xFE, 0xFF]) {
            findings.add(.file(.utf16), file: name)
            return nil
        }
        if let text = String(data: data, encoding: .utf8) {
            return text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
        }
        guard let text = String(data: data, encoding: .windowsCP1252) else {
            findings.add(.file(.notText), file: name)
            return nil
        }
        findings.add(.file(.readAs(.windows1252)), file: name, level: .warning)
        return text
    }
}
