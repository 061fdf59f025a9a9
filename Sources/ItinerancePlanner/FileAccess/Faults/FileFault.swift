/// What is wrong with a file as a whole, whatever it holds.
package enum FileFault: Error, Hashable, Sendable {
    case missing
    case isFolder
    /// A pipe, a device…
    case notAFile
    case unreadable
    case empty
    /// Bytes, and how many are read at most.
    case tooLarge(Int, limit: Int)
    case notText
    case utf16
    case mixedEncodings
    /// Read all the same, in an encoding that may be the wrong one.
    case readAs(TextEncoding)
    case notJSON
    /// `.xls`.
    case oldWorkbook
    case workbookToolMissing
    case workbookUnreadable
    /// Its sheet has more bytes as text than are read.
    case workbookTooLarge(limit: Int)
    /// The workbook has no sheet of this number.
    case workbookSheet(Int)
    /// The folder of the data that a scenario names.
    case dataFolderMissing
}
