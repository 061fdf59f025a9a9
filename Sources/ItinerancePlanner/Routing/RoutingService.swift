import Foundation
import GeoModel
import PlanStore

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// Every way from some points to others, asked for at once.
package struct RoutingBlock: Hashable, Sendable {
    package var sources: [RoutingPoint]
    package var targets: [RoutingPoint]
}

/// A protocol of a routing server: how a block is asked for, and how its answer is read.
package protocol RoutingService: Sendable {
    /// Name of the protocol, which keeps apart what several servers answered.
    static var kind: String { get }
    var profile: String { get }
    /// Sources, and targets, of one request at most.
    static var blockSize: Int { get }

    func request(_ block: RoutingBlock) throws(RoutingFault) -> URLRequest
    /// Rows of sources, columns of targets; `nil` where there is no way.
    func legs(_ answer: Data, _ block: RoutingBlock) throws(RoutingFault) -> [[Leg?]]
    /// What an answer of an error status says, in the server's own words.
    func reason(_ answer: Data) -> String?
}

extension RoutingService {
    package var kind: String { Self.kind }
}

/// Why a routing server gave no matrix.
package enum RoutingFault: Error, Hashable, Sendable {
    case badAddress(String)
    case cannotConnect(host: String)
    /// Tried so many times.
    case timedOut(attempts: Int)
    case status(Int, reason: String?, attempts: Int)
    /// The server asks to come back in so many seconds.
    case askedToWait(seconds: Int)
    case redirected(to: String)
    /// An answer that is not what the protocol says; the part at fault.
    case notUnderstood(part: String)
    /// The server answered that it could not do it.
    case refused(code: String, reason: String?)
    case interrupted
}

/// Reads rows of figures that a protocol gives for seconds and for metres.
package enum RoutingRows {
    /// - Throws: `notUnderstood` for rows that do not fit the block, or figures that are negative or absurd.
    package static func legs(
        seconds: [[Double?]], metres: [[Double?]], _ block: RoutingBlock
    ) throws(RoutingFault) -> [[Leg?]] {
        guard seconds.count == block.sources.count, metres.count == block.sources.count else {
            throw .notUnderstood(part: "\(seconds.count) × …")
        }
        var rows: [[Leg?]] = []
        for (times, lengths) in zip(seconds, metres) {
            guard times.count == block.targets.count, lengths.count == block.targets.count else {
                throw .notUnderstood(part: "… × \(times.count)")
            }
            var row: [Leg?] = []
            for (time, length) in zip(times, lengths) {
                guard let time, let length else {
                    row.append(nil)
                    continue
                }
                guard (0...Double(TravelMatrix.largestDuration.count)).contains(time),
                    (0...Double(TravelMatrix.largestDistance.count)).contains(length)
                else { throw .notUnderstood(part: "\(time), \(length)") }
                row.append(
                    Leg(distance: Metres(Int(length.rounded())), duration: Seconds(Int(time.rounded()))))
            }
            rows.append(row)
        }
        return rows
    }

    package static func decode<Answer: Decodable>(_ type: Answer.Type, _ data: Data) throws(RoutingFault) -> Answer {
        do { return try JSONDecoder().decode(type, from: data) } catch {
            throw .notUnderstood(part: String(decoding: data.prefix(60), as: UTF8.self))
        }
    }

    /// An address with a path added, whatever slash it ends with.
    package static func address(_ base: URL, _ path: String) throws(RoutingFault) -> URL {
        let text = base.absoluteString
        guard let url = URL(string: (text.hasSuffix("/") ? String(text.dropLast()) : text) + path) else {
            throw .badAddress(text)
        }
        return url
    }

    package static func post(_ url: URL, _ body: some Encodable) throws(RoutingFault) -> URLRequest {
        var request = URLRequest(url: url)
        request.httpMethod = "POST"
        request.setValue("application/json", forHTTPHeaderField: "Content-Type")
        guard let data = try? JSONEncoder().encode(body) else { throw .badAddress(url.absoluteString) }
        request.httpBody = data
        return request
    }
}
