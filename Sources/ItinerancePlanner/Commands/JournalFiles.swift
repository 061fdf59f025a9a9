import Foundation

/// Where the log of a search goes: a CSV file, and its picture beside it under the same name.
struct JournalFiles {
    private let table: OutputFile
    private let picture: OutputFile

    /// Checks before any work that both can be written.
    init(_ path: String, replace: Bool) throws {
        let stem = path.hasSuffix(".csv") ? String(path.dropLast(4)) : path
        table = try OutputFile(path, replace: replace)
        picture = try OutputFile(stem + ".svg", replace: replace)
    }

    func write(_ journal: RunJournal) throws {
        try table.write(Data(journal.csv.utf8))
        try picture.write(Data(journal.picture.utf8))
    }
}
