import Foundation
import LinearSolver
import Optimizer
import Synchronization

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// Sends requests to the one server the user named, again where that may help.
///
/// Statuses 429 and 5xx, timeouts and lost connections are tried again after a wait that doubles, or after the wait
/// the server asks for. A redirection is refused: coordinates and keys go nowhere else.
package final class RoutingConnection {
    private let session: URLSession
    private let stop: StopFlag
    package private(set) var requests = 0

    private static let attempts = 6
    /// Seconds before the second attempt.
    private static let firstWait = 0.5
    /// Longer waits are the user's to decide.
    private static let longestWait = 120
    private static let timeout = 60.0

    package init(stop: StopFlag) {
        self.stop = stop
        let configuration = URLSessionConfiguration.ephemeral
        configuration.timeoutIntervalForRequest = Self.timeout
        session = URLSession(configuration: configuration, delegate: RedirectionRefusal(), delegateQueue: nil)
    }

    deinit { session.invalidateAndCancel() }

    /// The body of a good answer.
    package func answer(to request: URLRequest, reason: (Data) -> String?) throws(RoutingFault) -> Data {
        var wait = Self.firstWait
        var attempt = 1
        while true {
            requests += 1
            switch try send(request) {
            case .answered(200, let data, _): return data
            case .answered(let status, _, let header) where (300...399).contains(status):
                throw .redirected(to: header("Location") ?? "")
            case .answered(let status, let data, let header):
                guard status == 429 || status >= 500, attempt < Self.attempts else {
                    throw .status(status, reason: reason(data), attempts: attempt)
                }
                if let asked = header("Retry-After").flatMap(Self.seconds) {
                    guard asked <= Self.longestWait else { throw .askedToWait(seconds: asked) }
                    try pause(max(wait, Double(asked)))
                } else {
                    try pause(wait)
                }
            case .timedOut:
                guard attempt < Self.attempts else { throw .timedOut(attempts: attempt) }
                try pause(wait)
            }
            wait *= 2
            attempt += 1
        }
    }

    /// Seconds of a `Retry-After`, given as such or as a date.
    private static func seconds(_ text: String) -> Int? {
        if let seconds = Int(text) { return max(0, seconds) }
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.timeZone = TimeZone(identifier: "GMT")
        format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss zzz"
        return format.date(from: text).map { max(0, Int($0.timeIntervalSinceNow.rounded(.up))) }
    }

    private func pause(_ seconds: Double) throws(RoutingFault) {
        let end = ContinuousClock.now + .seconds(seconds)
        while ContinuousClock.now < end {
            if stop.isRaised { throw .interrupted }
            Thread.sleep(forTimeInterval: 0.05)
        }
    }

    private enum Outcome {
        case answered(Int, Data, (String) -> String?)
        case timedOut
    }

    private struct Reply: Sendable {
        var data: Data?
        var response: HTTPURLResponse?
        var code: URLError.Code?
    }

    private func send(_ request: URLRequest) throws(RoutingFault) -> Outcome {
        if stop.isRaised { throw .interrupted }
        let box = ReplyBox()
        let task = session.dataTask(with: request) { data, response, error in
            box.fill(
                Reply(
                    data: data, response: response as? HTTPURLResponse,
                    code: error.map { ($0 as? URLError)?.code ?? .unknown }))
        }
        task.resume()
        while !box.wait(seconds: 0.05) {
            guard stop.isRaised else { continue }
            task.cancel()
            throw .interrupted
        }
        let reply = box.reply
        if let code = reply?.code {
            switch code {
            case .timedOut, .networkConnectionLost: return .timedOut
            case .badURL, .unsupportedURL: throw .badAddress(request.url?.absoluteString ?? "")
            default: throw .cannotConnect(host: Self.host(request))
            }
        }
        guard let response = reply?.response else { throw .cannotConnect(host: Self.host(request)) }
        return .answered(response.statusCode, reply?.data ?? Data()) { response.value(forHTTPHeaderField: $0) }
    }

    private static func host(_ request: URLRequest) -> String {
        guard let url = request.url, let host = url.host else { return "" }
        return host + (url.port.map { ":\($0)" } ?? "")
    }

    /// Hands a reply from the session's thread to the one that waits.
    private final class ReplyBox: Sendable {
        private let content = Mutex<Reply?>(nil)
        private let filled = DispatchSemaphore(value: 0)

        func fill(_ reply: Reply) {
            content.withLock { $0 = reply }
            filled.signal()
        }

        func wait(seconds: Double) -> Bool { filled.wait(timeout: .now() + seconds) == .success }
        var reply: Reply? { content.withLock { $0 } }
    }
}

private final class RedirectionRefusal: NSObject, URLSessionTaskDelegate {
    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) { completionHandler(nil) }
}
