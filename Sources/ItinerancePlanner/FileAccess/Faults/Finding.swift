/// Something wrong, or odd, in an input: where, what was found, what was expected, what to do.
package struct Finding: Hashable, Sendable, Codable {
    package enum Level: String, Hashable, Sendable, Codable {
        case error = "erreur"
        case warning = "avertissement"
    }

    package var level = Level.error
    package var file: String
    package var line: Int?
    /// Name of a CSV column or a YAML key, or a column number.
    package var column: String?
    package var message: String

    package enum CodingKeys: String, CodingKey {
        case level = "niveau"
        case file = "fichier"
        case line = "ligne"
        case column = "colonne"
        case message
    }
}

/// All that is wrong with an input, at once. Nothing was written.
package struct InputFailure: Error {
    package var findings: [Finding]
}

/// Collects findings while reading goes on.
package struct Findings {
    package private(set) var all: [Finding] = []
    package private(set) var errorCount = 0
    /// Errors told in full; of more, only the number is kept.
    package static let limit = 500

    package mutating func add(
        _ message: String, file: String, line: Int? = nil, column: String? = nil, level: Finding.Level = .error
    ) {
        if level == .error {
            errorCount += 1
            guard errorCount <= Self.limit else { return }
        }
        all.append(Finding(level: level, file: file, line: line, column: column, message: message))
    }

    package var hasErrors: Bool { errorCount > 0 }

    package mutating func add(_ failure: InputFailure) {
        for finding in failure.findings {
            add(finding.message, file: finding.file, line: finding.line, column: finding.column, level: finding.level)
        }
    }
    /// Whether a file already has errors: what depends on it then says nothing of its own.
    package func hasErrors(in file: String) -> Bool {
        all.contains { $0.level == .error && ($0.file == file || $0.file.hasSuffix("/" + file)) }
    }

    package var warnings: [Finding] { all.filter { $0.level == .warning } }

    package func throwIfErrors() throws {
        guard hasErrors else { return }
        var told = all
        if errorCount > Self.limit, let last = told.last {
            told.append(Finding(file: last.file, message: ErrorWords.moreErrors(errorCount - Self.limit)))
        }
        throw InputFailure(findings: told)
    }
}
