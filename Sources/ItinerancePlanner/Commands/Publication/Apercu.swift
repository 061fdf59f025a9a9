import ArgumentParser
import FlyingFox
import FlyingSocks
import Foundation
import FrenchText
import Optimizer
import Synchronization

/// Shows a publication in a browser: opens it, or serves it on this machine only.
struct Apercu: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "apercu", abstract: PreviewWords.command, discussion: PreviewWords.examples, aliases: ["preview"])

    @Argument(help: ArgumentHelp(PreviewWords.folderHelp, valueName: PlaceholderWords.folder))
    var folder: String

    @Option(name: .customLong("port"), help: ArgumentHelp(PreviewWords.portHelp, valueName: PlaceholderWords.port))
    var port: UInt16 = 8087

    @Flag(name: .customLong("ouvrir"), help: ArgumentHelp(PreviewWords.openHelp))
    var opens = false

    func run() throws {
        let root = URL(fileURLWithPath: folder).standardizedFileURL
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: root.path, isDirectory: &isFolder), isFolder.boolValue else {
            throw CommandFailure(.wrongData, PreviewWords.noFolder(folder))
        }
        guard FileManager.default.fileExists(atPath: root.appendingPathComponent("index.html").path) else {
            throw CommandFailure(.wrongData, PreviewWords.noIndex(folder))
        }
        if opens { try open(root) } else { try serve(root) }
    }

    private func open(_ root: URL) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["xdg-open", root.appendingPathComponent("index.html").path]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try? process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw CommandFailure(.inputOutput, PreviewWords.notOpened(folder))
        }
    }

    /// Blocks until Ctrl-C.
    private func serve(_ root: URL) throws {
        let flag = StopFlag()
        let watch = InterruptWatch(flag)
        let ending = ServerEnding()
        let done = DispatchSemaphore(value: 0)
        let port = port
        withExtendedLifetime(watch) {
            // The command is synchronous, the server is not.
            Task { @Sendable in
                do { try await Self.run(FolderServer(root), on: port, until: flag) } catch {
                    ending.hasFailed.store(true, ordering: .relaxed)
                }
                done.signal()
            }
            done.wait()
        }
        if ending.hasFailed.load(ordering: .relaxed) {
            throw CommandFailure(.inputOutput, PreviewWords.portTaken(port))
        }
    }

    /// How the server ended, told from its task.
    private final class ServerEnding: Sendable {
        let hasFailed = Atomic<Bool>(false)
    }

    private static func run(_ files: FolderServer, on port: UInt16, until flag: StopFlag) async throws {
        let server = HTTPServer(
            address: try sockaddr_in.inet(ip4: "127.0.0.1", port: port), logger: .disabled, handler: files)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await server.run() }
            group.addTask {
                try await server.waitUntilListening()
                FileHandle.standardOutput.write(Data((PreviewWords.listening(port) + "\n").utf8))
                while !flag.isRaised { try await Task.sleep(for: .milliseconds(100)) }
                await server.stop()
            }
            do { for try await _ in group {} } catch {
                guard flag.isRaised else { throw error }
            }
        }
    }
}
