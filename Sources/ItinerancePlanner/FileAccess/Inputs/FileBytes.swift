import Foundation

/// The bytes of a file that somebody names. It is looked at before it is read: an ordinary file, and no more bytes than are asked
/// for. A pipe would be waited for without end, and a device never ends.
package enum FileBytes {
    /// - Throws: `FileFault` where it is no file that can be read.
    package static func open(_ url: URL) throws(FileFault) -> (handle: FileHandle, size: Int) {
        // Without waiting: a pipe that nobody writes to would be waited for before it can be looked at.
        let descriptor = Foundation.open(url.path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { throw errno == ENOENT || errno == ENOTDIR ? .missing : .unreadable }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .unreadable }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return (handle, Int(status.st_size))
        case S_IFDIR: throw .isFolder
        default: throw .notAFile
        }
    }

    /// - Throws: `FileFault`, also where it has more bytes.
    package static func read(_ url: URL, limit: Int) throws(FileFault) -> Data {
        let (handle, size) = try open(url)
        guard size <= limit else { throw .tooLarge(size, limit: limit) }
        let data: Data
        // One more than allowed, since a file can grow.
        do { data = try handle.read(upToCount: limit + 1) ?? Data() } catch { throw .unreadable }
        guard data.count <= limit else { throw .tooLarge(data.count, limit: limit) }
        return data
    }

    /// Where nothing is told of what cannot be read.
    package static func ifReadable(_ url: URL, limit: Int = InputFile.sizeLimit) -> Data? {
        do { return try read(url, limit: limit) } catch { return nil }
    }
}
