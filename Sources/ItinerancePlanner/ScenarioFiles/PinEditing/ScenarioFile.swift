import FileAccess
import Foundation

/// Why a scenario file is not replaced; each with its path as the user named it. It is as it was.
package enum ScenarioFileFault: Error, Hashable, Sendable {
    case unwritable(String)
    case changedMeanwhile(String)
    /// By another program.
    case held(String)
}

/// A scenario file that is replaced as a whole or not at all, and never where somebody else has changed it meanwhile.
package struct ScenarioFile {
    package let path: String
    package let data: Data
    /// Behind symbolic links.
    private let target: URL

    /// - Throws: `InputFailure` where it cannot be read, `ScenarioFileFault` where it could not be written.
    package init(_ path: String) throws {
        self.path = path
        target = URL(fileURLWithPath: path).resolvingSymlinksInPath()
        data = try InputFile(target, named: path).data
        guard access(target.path, W_OK) == 0, access(folder.path, W_OK) == 0 else { throw unwritable }
    }

    private var folder: URL { target.deletingLastPathComponent() }

    private var unwritable: ScenarioFileFault {
        .unwritable(path)
    }

    private var changed: ScenarioFileFault {
        .changedMeanwhile(path)
    }

    /// Seconds to wait for another program that holds the file.
    private static let patience = 10.0

    /// Puts new contents in place in one move, with the rights of the old ones.
    ///
    /// - Throws: `ScenarioFileFault`; the file is then as it was.
    package func replace(with new: Data) throws {
        var rights = stat()
        guard stat(target.path, &rights) == 0 else { throw unwritable }
        guard let aside = try? TemporarySibling(beside: target) else { throw unwritable }
        defer { aside.remove() }
        let made = aside.url.appendingPathComponent(target.lastPathComponent)
        try put(new, in: made, rights)
        let held = open(target.path, O_RDONLY | O_CLOEXEC)
        guard held >= 0 else { throw unwritable }
        // The lock is the process's: it ends with it, however it ends.
        defer { close(held) }
        try lock(held)
        guard fstat(held, &rights) == 0 else { throw unwritable }
        var now = stat()
        guard stat(target.path, &now) == 0, now.st_ino == rights.st_ino, now.st_dev == rights.st_dev,
            FileBytes.ifReadable(target) == data
        else { throw changed }
        guard rename(made.path, target.path) == 0 else { throw unwritable }
    }

    private func lock(_ held: Int32) throws {
        let began = ContinuousClock.now
        while flock(held, LOCK_EX | LOCK_NB) != 0 {
            guard errno == EWOULDBLOCK || errno == EINTR, (ContinuousClock.now - began) / .seconds(1) < Self.patience
            else { throw ScenarioFileFault.held(path) }
            usleep(50_000)
        }
    }

    private func put(_ new: Data, in url: URL, _ rights: stat) throws {
        let file = open(url.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw unwritable }
        defer { close(file) }
        let isWritten = new.withUnsafeBytes { bytes in
            var done = 0
            while done < bytes.count {
                let count = write(file, bytes.baseAddress?.advanced(by: done), bytes.count - done)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return false }
                done += count
            }
            return true
        }
        // Another owner can be given by root only; the rights can always be.
        _ = fchown(file, rights.st_uid, rights.st_gid)
        guard isWritten, fchmod(file, rights.st_mode & 0o7777) == 0, fsync(file) == 0 else { throw unwritable }
    }
}
