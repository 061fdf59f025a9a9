import GRDB
import GeoModel

/// Keeps a routing server's answers in the store.
package struct StoreCache {
    package let store: TerritoryStore

    package func known(from source: RoutingSource) throws -> [RoutingPair: Leg] {
        try store.read { db in
            var legs: [RoutingPair: Leg] = [:]
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT de_latitude, de_longitude, vers_latitude, vers_longitude, secondes, metres
                    FROM trajets WHERE source = ? AND profil = ?
                    """, arguments: [source.kind, source.profile])
            while let row = try rows.next() {
                let figures = (0..<6).compactMap { Int.fromDatabaseValue(row[$0] as DatabaseValue) }
                guard figures.count == 6 else { continue }
                let pair = RoutingPair(
                    from: RoutingPoint(latitude: figures[0], longitude: figures[1]),
                    to: RoutingPoint(latitude: figures[2], longitude: figures[3]))
                let (seconds, metres) = (figures[4], figures[5])
                guard (0...TravelMatrix.largestDuration.count).contains(seconds),
                    (0...TravelMatrix.largestDistance.count).contains(metres)
                else { continue }
                legs[pair] = Leg(distance: Metres(metres), duration: Seconds(seconds))
            }
            return legs
        }
    }

    package func append(_ legs: [(pair: RoutingPair, leg: Leg)], from source: RoutingSource) throws {
        try store.transaction { db in
            for (pair, leg) in legs {
                try db.execute(
                    sql: """
                        INSERT OR REPLACE INTO trajets (source, profil, de_latitude, de_longitude, vers_latitude,
                            vers_longitude, secondes, metres) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        """,
                    arguments: [
                        source.kind, source.profile, pair.from.latitude, pair.from.longitude, pair.to.latitude,
                        pair.to.longitude, leg.duration.count, leg.distance.count,
                    ])
            }
        }
    }

    package init(store: TerritoryStore) {
        self.store = store
    }
}
