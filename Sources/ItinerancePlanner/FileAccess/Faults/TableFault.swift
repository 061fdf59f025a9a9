/// What is wrong with the rows and columns of a table.
package enum TableFault: Hashable, Sendable {
    case noDelimiter
    case noRows
    case badQuotes
    case duplicateColumn(String)
    case missingColumn(String, near: [String])
    case cellCount(found: Int, expected: Int)
    case duplicateKey(String, firstLine: Int)
}
