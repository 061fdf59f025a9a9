import Foundation
import GeoModel

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// openrouteservice's `matrix`, version 2: seconds, and metres as asked; `null` where there is no way.
package struct OpenrouteserviceMatrix: RoutingService {
    package static let kind = "openrouteservice"
    /// The public server takes 3,500 pairs a request.
    package static let blockSize = 50

    package let base: URL
    package let profile: String
    /// Sent as `Authorization`; a server of one's own needs none.
    package let key: String?

    private struct Body: Encodable {
        var locations: [[Double]]
        var sources: [Int]
        var destinations: [Int]
        var metrics = ["duration", "distance"]
        var units = "m"
    }

    package func request(_ block: RoutingBlock) throws(RoutingFault) -> URLRequest {
        var request = try RoutingRows.post(
            RoutingRows.address(base, "/v2/matrix/\(profile)"),
            Body(
                locations: (block.sources + block.targets).map { [$0.degrees.longitude, $0.degrees.latitude] },
                sources: Array(block.sources.indices),
                destinations: block.targets.indices.map { block.sources.count + $0 }))
        if let key { request.setValue(key, forHTTPHeaderField: "Authorization") }
        return request
    }

    private struct Answer: Decodable {
        var durations: [[Double?]]
        var distances: [[Double?]]
    }

    package func legs(_ answer: Data, _ block: RoutingBlock) throws(RoutingFault) -> [[Leg?]] {
        let matrix = try RoutingRows.decode(Answer.self, answer)
        return try RoutingRows.legs(seconds: matrix.durations, metres: matrix.distances, block)
    }

    /// `error` is an object with a code and a message, or a text.
    package func reason(_ answer: Data) -> String? {
        struct Detailed: Decodable {
            struct Fault: Decodable { var message: String }
            var error: Fault
        }
        struct Plain: Decodable { var error: String }
        let decoder = JSONDecoder()
        return (try? decoder.decode(Detailed.self, from: answer).error.message)
            ?? (try? decoder.decode(Plain.self, from: answer).error)
    }

    package init(base: URL, profile: String, key: String?) {
        self.base = base
        self.profile = profile
        self.key = key
    }
}
