/// Why results cannot be written; each with the path as the user named it.
package enum OutputFault: Error, Hashable, Sendable {
    case unwritable(String)
    case fileExists(String)
    case folderExists(String)
    /// A folder was expected.
    case isFile(String)
}
