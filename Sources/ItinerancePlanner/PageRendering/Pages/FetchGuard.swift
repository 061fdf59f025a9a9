/// Keeps WeasyPrint from fetching anything for a page: pages hold all that they show, and what asks for more has been put there by
/// somebody else, in a logo or a template.
///
/// WeasyPrint has no option for it. Python reads a file of this name from the folders of `PYTHONPATH` before any program, and
/// tells the hook of every address that is opened and every connection, whoever asks. Source: Python, `site` and "Audit events
/// table".
enum FetchGuard {
    static let fileName = "sitecustomize.py"
    static let code = """
        import sys

        def _refuse(event, arguments):
            if event == "urllib.Request" and not str(arguments[0]).lower().startswith("data:"):
                raise PermissionError(event)
            if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname"):
                raise PermissionError(event)

        sys.addaudithook(_refuse)

        """

    /// The environment of a program that the file of a folder is to guard.
    static func environment(_ own: [String: String], folder: String) -> [String: String] {
        let paths = [folder] + (own["PYTHONPATH"].map { [$0] } ?? [])
        return own.merging(["PYTHONPATH": paths.joined(separator: ":"), "PYTHONDONTWRITEBYTECODE": "1"]) { $1 }
    }
}
