import Foundation
import GeoModel
import PlanningModel
import TabularData
import Yams

extension ScenarioReader {
    /// Reads the matrix that the key `trajets` names, and keeps of it what the services need.
    ///
    /// - Returns: the file read; `nil` without the key, or with findings.
    package mutating func travelMatrix(_ root: Node.Mapping, into scenario: inout Scenario) throws -> SourceFile? {
        guard root[Node("trajets")] != nil, let path = requiredScalar(root, "trajets", in: nil) else { return nil }
        guard let file = try readOnce?.travel ?? wholeMatrix(path, scenario.territory) else { return nil }
        readOnce?.travel = file
        scenario.travelMatrix = file.matrix
        let holes = scenario.travelHoles()
        if !holes.isEmpty { findings.add(.travel(.holes(holes)), file: file.shown) }
        let aside = placesWithoutNode(scenario)
        if !aside.isEmpty { findings.add(.travel(.atCentre(aside)), file: file.shown, level: .warning) }
        scenario.travelMatrix = file.matrix.restricted(to: scenario.travelBlocks(scenario.travel))
        return file.source
    }

    private mutating func wholeMatrix(_ path: String, _ territory: Territory) throws -> ReadOnce.TravelFile? {
        let file = URL(fileURLWithPath: path, relativeTo: url.deletingLastPathComponent())
        let rows = try TableRows(file, named: shown(path))
        var reader = TravelMatrixReader(territory)
        return try reader.read(rows, &findings).map { matrix in
            ReadOnce.TravelFile(
                matrix: matrix, source: SourceFile(name: file.lastPathComponent, sha256: rows.survey.sha256),
                shown: rows.survey.name)
        }
    }

    /// Venues and depots of the services that lie apart from their commune's centre, whose node stands for them.
    private func placesWithoutNode(_ scenario: Scenario) -> [String] {
        let centres = Dictionary(
            scenario.territory.communes.map { ($0.code, $0.centre) }, uniquingKeysWith: { first, _ in first })
        let places = scenario.services.flatMap { service in
            scenario.venues(of: service) + service.teams.compactMap(scenario.depot)
        }
        let travel = scenario.travel
        return Set(places.filter { travel.node(of: $0) != $0.id && centres[$0.commune] != $0.position }.map(\.id))
            .sorted()
    }
}
