import Foundation
import GeoModel
import PlanStore
import TabularData

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// OSRM's `table` service. Source: osrm-backend, docs/http.md: seconds and metres, `null` where there is no way.
package struct OsrmTable: RoutingService {
    package static let kind = "osrm"
    /// Public servers take 100 coordinates a request.
    package static let blockSize = 50

    package let base: URL
    package let profile: String

    package func request(_ block: RoutingBlock) throws(RoutingFault) -> URLRequest {
        let points = (block.sources + block.targets).map(Self.text).joined(separator: ";")
        let sources = block.sources.indices.map(String.init).joined(separator: ";")
        let targets = block.targets.indices.map { String(block.sources.count + $0) }.joined(separator: ";")
        return URLRequest(
            url: try RoutingRows.address(
                base,
                "/table/v1/\(profile)/\(points)?sources=\(sources)&destinations=\(targets)"
                    + "&annotations=duration,distance"))
    }

    private static func text(_ point: RoutingPoint) -> String {
        "\(DataNumber.printed(point.degrees.longitude, 5)),\(DataNumber.printed(point.degrees.latitude, 5))"
    }

    private struct Answer: Decodable {
        var code: String
        var message: String?
        var durations: [[Double?]]?
        var distances: [[Double?]]?
    }

    package func legs(_ answer: Data, _ block: RoutingBlock) throws(RoutingFault) -> [[Leg?]] {
        let table = try RoutingRows.decode(Answer.self, answer)
        guard table.code == "Ok" else { throw .refused(code: table.code, reason: table.message) }
        guard let durations = table.durations else { throw .notUnderstood(part: "durations") }
        guard let distances = table.distances else { throw .notUnderstood(part: "distances") }
        return try RoutingRows.legs(seconds: durations, metres: distances, block)
    }

    package func reason(_ answer: Data) -> String? {
        guard let table = try? JSONDecoder().decode(Answer.self, from: answer) else { return nil }
        return table.message ?? table.code
    }

    package init(base: URL, profile: String) {
        self.base = base
        self.profile = profile
    }
}
