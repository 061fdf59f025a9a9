import FileAccess
import Foundation
import Testing

/// A file is looked at before it is read.
@Suite("Files that never end")
struct FileBytesTests {
    private func folder(_ body: (URL) throws -> Void) throws {
        let place = FileManager.default.temporaryDirectory.appendingPathComponent("lectures-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: place) }
        try body(place)
    }

    private func fault(_ url: URL, limit: Int = 100) -> FileFault? {
        do throws(FileFault) {
            _ = try FileBytes.read(url, limit: limit)
            return nil
        } catch { return error }
    }

    @Test("A pipe, a device and a folder are no files; what is missing is said", .timeLimit(.minutes(1)))
    func kinds() throws {
        try folder { place in
            let pipe = place.appendingPathComponent("tube.csv")
            #expect(mkfifo(pipe.path, 0o600) == 0)
            #expect(fault(pipe) == .notAFile)
            #expect(fault(URL(fileURLWithPath: "/dev/zero")) == .notAFile)
            #expect(fault(place) == .isFolder)
            #expect(fault(place.appendingPathComponent("absent")) == .missing)
        }
    }

    @Test("No more bytes are read than are asked for")
    func limits() throws {
        try folder { place in
            let file = place.appendingPathComponent("grand")
            try Data(count: 101).write(to: file)
            #expect(fault(file) == .tooLarge(101, limit: 100))
            #expect(fault(file, limit: 101) == nil)
            // Sparse: nothing of it stands on the disk.
            #expect(truncate(file.path, 8_000_000_000) == 0)
            #expect(fault(file) == .tooLarge(8_000_000_000, limit: 100))
        }
    }
}
