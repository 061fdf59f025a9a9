import ArgumentParser
import FlyingFox
import FlyingSocks
import Foundation
import Optimizer
import Synchronization

/// Shows a publication in a browser: opens it, or serves it on this machine only.
struct Apercu: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "apercu", abstract: PreviewWords.command, discussion: PreviewWords.examples, aliases: ["preview"])

    @Argument(help: ArgumentHelp(PreviewWords.folderHelp, valueName: "dossier"))
    var folder: String

    @Option(name: .customLong("port"), help: ArgumentHelp(PreviewWords.portHelp, valueName: "port"))
    var port: UInt16 = 8087

    @Flag(name: .customLong("ouvrir"), help: ArgumentHelp(PreviewWords.openHelp))
    var opens = false

    func run() throws {
        let root = URL(fileURLWithPath: folder).standardizedFileURL
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: root.path, isDirectory: &isFolder), isFolder.boolValue else {
            throw CommandFailure(ending: .wrongData, messages: [PreviewWords.noFolder(folder)])
        }
        guard FileManager.default.fileExists(atPath: root.appendingPathComponent("index.html").path) else {
            throw CommandFailure(ending: .wrongData, messages: [PreviewWords.noIndex(folder)])
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
            throw CommandFailure(ending: .inputOutput, messages: [PreviewWords.notOpened(folder)])
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
            throw CommandFailure(ending: .inputOutput, messages: [PreviewWords.portTaken(port)])
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

/// Files of one folder over HTTP: nothing outside it, whatever is asked.
struct FolderServer: HTTPHandler {
    private let root: URL

    init(_ root: URL) { self.root = root.resolvingSymlinksInPath() }

    private static let types = [
        "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8", "svg": "image/svg+xml",
        "csv": "text/csv; charset=utf-8", "json": "application/json", "geojson": "application/geo+json",
        "ics": "text/calendar; charset=utf-8", "gpx": "application/gpx+xml",
        "kml": "application/vnd.google-earth.kml+xml", "pdf": "application/pdf", "png": "image/png",
        "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "gpkg": "application/geopackage+sqlite3", "txt": "text/plain; charset=utf-8",
    ]

    func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
        guard [.GET, .HEAD].contains(request.method) else {
            return HTTPResponse(statusCode: .methodNotAllowed, headers: HTTPHeaders([.init("Allow"): "GET, HEAD"]))
        }
        guard Self.isOwn(request.headers[.host]) else { return Self.page(.forbidden, PreviewWords.otherHost) }
        guard let file = file(request.path), let data = try? Data(contentsOf: file) else {
            return Self.page(.notFound, PreviewWords.notFound)
        }
        if file.lastPathComponent == "index.html", !request.target.path().hasSuffix("/"),
            !request.path.hasSuffix("index.html")
        {
            // Links of a folder's page start from the folder.
            return HTTPResponse(
                statusCode: .movedPermanently, headers: HTTPHeaders([.location: Self.escaped(request.path) + "/"]))
        }
        let type = Self.types[file.pathExtension.lowercased()] ?? "application/octet-stream"
        return HTTPResponse(
            statusCode: .ok,
            headers: HTTPHeaders([
                .contentType: type, .contentLength: String(data.count), .init("X-Content-Type-Options"): "nosniff",
                .init("Cache-Control"): "no-store",
            ]), body: request.method == .HEAD ? Data() : data)
    }

    private static func page(_ status: HTTPStatusCode, _ text: String) -> HTTPResponse {
        HTTPResponse(
            statusCode: status, headers: HTTPHeaders([.contentType: "text/html; charset=utf-8"]), body: Data(text.utf8))
    }

    /// Whether a request names this machine: a page of another site that points its own name here must read nothing.
    private static func isOwn(_ host: String?) -> Bool {
        guard let name = host?.split(separator: ":").first else { return true }
        return ["127.0.0.1", "localhost"].contains(name.lowercased())
    }

    private static func escaped(_ path: String) -> String {
        path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? "/"
    }

    /// `nil` for what is not in the folder, links followed.
    private func file(_ path: String) -> URL? {
        let decoded = path.removingPercentEncoding ?? path
        let parts = decoded.split(separator: "/").map(String.init)
        guard !parts.contains(".."), !decoded.contains("\0") else { return nil }
        var url = parts.reduce(root) { $0.appendingPathComponent($1) }.resolvingSymlinksInPath()
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else { return nil }
        if isFolder.boolValue { url = url.appendingPathComponent("index.html").resolvingSymlinksInPath() }
        return url.path.hasPrefix(root.path + "/") ? url : nil
    }
}
