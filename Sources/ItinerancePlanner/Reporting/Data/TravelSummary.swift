import FileAccess
import FrenchText
import Routing

/// What `trajets --json` writes of a matrix that was fetched.
package struct TravelSummary: Encodable, FrenchKeyed {
    package var file: String
    package var ways: Int
    package var fromCache: Int
    package var requests: Int
    package var nodes: Int

    package init(_ outcome: MatrixFetch.Outcome, file: String) {
        self.file = file
        ways = outcome.fromCache + outcome.fetched
        fromCache = outcome.fromCache
        requests = outcome.requests
        nodes = outcome.matrix.nodes.count
    }

    package var line: String {
        TravelWords.written(file, ways: ways, fromCache: fromCache, requests: requests)
    }

    package static var frenchKeys: [String: String] {
        ["fromCache": "deja_connus", "requests": "requetes"]
    }
}
