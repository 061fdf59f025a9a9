import FileAccess
import Foundation

/// The folder of a benchmark's results. Those of an earlier run are replaced, file by file.
struct BenchFolder: Sendable {
    private let path: String

    init(_ path: String) throws {
        self.path = path
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
            guard isFolder.boolValue else {
                throw OutputFault.isFile(path)
            }
        } else {
            do {
                try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            } catch {
                throw OutputFault.unwritable(path)
            }
        }
        guard access(path, W_OK) == 0 else {
            throw OutputFault.unwritable(path)
        }
    }

    func write(_ record: TeamOrienteeringRecord) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let file = record.fileName.url(in: URL(fileURLWithPath: path)).path
        try OutputFile(file, replace: true).write(try encoder.encode(record) + Data("\n".utf8))
    }
}
