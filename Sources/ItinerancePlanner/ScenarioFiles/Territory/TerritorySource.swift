import FileAccess
import Foundation
import PlanStore
import TabularData

/// Reads a territory from a folder of CSV files or from a store, whichever stands at a path.
package enum TerritorySource {
    /// Whether a file, and so a store, stands there.
    package static func isStore(_ url: URL) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) && !isFolder.boolValue
    }

    /// - Throws: `InputFailure` where nothing is there; all else goes to `findings`.
    package static func read(_ url: URL, named name: String, _ findings: inout Findings) throws -> TerritoryContents {
        if isStore(url) {
            return try TerritoryStore(reading: url, named: name).contents()
        }
        var reader = TerritoryReader(folder: url, named: name)
        return try reader.read(&findings)
    }
}
