import Foundation

/// Reads a territory from a folder of CSV files or from a store, whichever stands at a path.
enum TerritorySource {
    /// - Throws: `InputFailure` where nothing is there; all else goes to `findings`.
    static func read(_ url: URL, named name: String, _ findings: inout Findings) throws -> TerritoryContents {
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder), !isFolder.boolValue {
            return try TerritoryStore(reading: url, named: name).contents()
        }
        var reader = TerritoryReader(folder: url, named: name)
        return try reader.read(&findings)
    }
}
