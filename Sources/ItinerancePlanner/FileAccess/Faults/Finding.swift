/// Something wrong, or odd, in an input, and where.
package struct Finding: Hashable, Sendable {
    package enum Level: String, Hashable, Sendable, Encodable {
        case error = "erreur"
        case warning = "avertissement"
    }

    package var level = Level.error
    package var file: String
    package var line: Int?
    /// Name of a CSV column or a YAML key, or a column number.
    package var column: String?
    package var fault: InputFault

    package init(
        _ fault: InputFault, file: String, line: Int? = nil, column: String? = nil, level: Level = .error
    ) {
        self.level = level
        self.file = file
        self.line = line
        self.column = column
        self.fault = fault
    }
}

/// All that is wrong with an input, at once. Nothing was written.
package struct InputFailure: Error {
    package var findings: [Finding]

    package init(findings: [Finding]) { self.findings = findings }

    /// One thing wrong with one file.
    package init(_ fault: InputFault, file: String, line: Int? = nil, column: String? = nil) {
        findings = [Finding(fault, file: file, line: line, column: column)]
    }
}

/// Collects findings while reading goes on.
package struct Findings {
    package private(set) var all: [Finding] = []
    package private(set) var errorCount = 0
    /// Errors told in full; of more, only the number is kept.
    package static let limit = 500

    package init() {}

    package mutating func add(_ finding: Finding) {
        if finding.level == .error {
            errorCount += 1
            guard errorCount <= Self.limit else { return }
        }
        all.append(finding)
    }

    package mutating func add(
        _ fault: InputFault, file: String, line: Int? = nil, column: String? = nil, level: Finding.Level = .error
    ) {
        add(Finding(fault, file: file, line: line, column: column, level: level))
    }

    package mutating func add(_ failure: InputFailure) { for finding in failure.findings { add(finding) } }

    package var hasErrors: Bool { errorCount > 0 }

    /// Whether a file already has errors: what depends on it then says nothing of its own.
    package func hasErrors(in file: String) -> Bool {
        all.contains { $0.level == .error && ($0.file == file || $0.file.hasSuffix("/" + file)) }
    }

    package var warnings: [Finding] { all.filter { $0.level == .warning } }

    package func throwIfErrors() throws {
        guard hasErrors else { return }
        var told = all
        if errorCount > Self.limit, let last = told.last {
            told.append(Finding(.moreErrors(errorCount - Self.limit), file: last.file))
        }
        throw InputFailure(findings: told)
    }
}
