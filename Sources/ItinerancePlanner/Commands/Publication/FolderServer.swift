import FileAccess
import FlyingFox
import Foundation
import FrenchText

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
        guard let file = file(request.path), let data = FileBytes.ifReadable(file) else {
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
