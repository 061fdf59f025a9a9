import Foundation
import Optimizer
import PlanStore
import Routing
import ScenarioFiles

/// A routing server as a user names it.
package struct RoutingServer {
    package enum Kind: CaseIterable {
        case osrm
        case valhalla
        case openrouteservice

        /// As it is written on the command line and in a cache.
        package var word: String {
            switch self {
            case .osrm: OsrmTable.kind
            case .valhalla: ValhallaMatrix.kind
            case .openrouteservice: OpenrouteserviceMatrix.kind
            }
        }
    }

    package var kind: Kind
    package var base: URL
    /// The usual one of a car where it is not given.
    package var profile: String?
    package var key: String?

    package init(kind: Kind, base: URL, profile: String?, key: String?) {
        self.kind = kind
        self.base = base
        self.profile = profile
        self.key = key
    }

    fileprivate var service: any RoutingService {
        switch kind {
        case .osrm: OsrmTable(base: base, profile: profile ?? "driving")
        case .valhalla: ValhallaMatrix(base: base, profile: profile ?? "auto")
        case .openrouteservice: OpenrouteserviceMatrix(base: base, profile: profile ?? "driving-car", key: key)
        }
    }
}

/// Fetches the travel matrix of a scenario from a routing server.
package struct MatrixRun {
    private let loaded: LoadedScenario
    private let fetch: MatrixFetch
    /// Where answers are kept, for a scenario that has no store.
    private let cachePath: String

    /// - Parameter path: of the matrix: answers are kept beside it.
    /// - Throws: `TravelFailure` for more places than a matrix holds.
    package init(_ loaded: LoadedScenario, to path: String) throws {
        guard let fetch = MatrixFetch(loaded.scenario) else { throw TravelFailure.tooManyPlaces }
        self.loaded = loaded
        self.fetch = fetch
        cachePath = path + ".cache"
    }

    /// - Throws: `TravelFailure`. What was answered before is kept.
    package func matrix(
        from server: RoutingServer, stop: StopFlag, progress: ProgressReport
    ) throws -> MatrixFetch.Outcome {
        let cache: any LegCache =
            try loaded.store.map { StoreCache(store: try TerritoryStore(writing: $0, named: $0.relativePath)) }
            ?? JournalCache(file: URL(fileURLWithPath: cachePath))
        var fetch = fetch
        let outcome: MatrixFetch.Outcome
        do {
            outcome = try fetch.run(server.service, RoutingConnection(stop: stop), cache: cache) {
                progress(.travel($0))
            }
        } catch let fault as RoutingFault { throw TravelFailure.server(fault) } catch {
            throw TravelFailure.cacheUnwritable(path: cachePath)
        }
        guard outcome.unreachable.isEmpty else { throw TravelFailure.unreachable(outcome.unreachable) }
        return outcome
    }
}
