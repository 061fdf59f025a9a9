import FileAccess
import Foundation

/// Makes a store that appears whole or not at all, and never in the place of another.
package struct StoreCreation {
    private let target: URL
    private let name: String
    private let sibling: TemporarySibling
    private let file: URL

    /// - Throws: `OutputFault` where nothing can be written there.
    package init(_ target: URL, named name: String) throws {
        self.target = target
        self.name = name
        do { sibling = try TemporarySibling(beside: target) } catch {
            throw OutputFault.unwritable(name)
        }
        file = sibling.url.appendingPathComponent(target.lastPathComponent)
    }

    /// An empty store, not yet in its place.
    package func open() throws -> TerritoryStore { try TerritoryStore(writing: file, named: name) }

    /// Puts the store, closed before, in its place. Answers false where another program has put one there meanwhile.
    ///
    /// - Throws: `OutputFault`.
    package func put() throws -> Bool {
        defer { sibling.remove() }
        if link(file.path, target.path) == 0 { return true }
        if errno == EEXIST { return false }
        // Some disks know no second name of a file.
        guard !FileManager.default.fileExists(atPath: target.path) else { return false }
        guard rename(file.path, target.path) == 0 else {
            throw OutputFault.unwritable(name)
        }
        return true
    }

    package func discard() { sibling.remove() }
}
