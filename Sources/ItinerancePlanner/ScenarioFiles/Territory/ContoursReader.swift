import FileAccess
import Foundation
import GeoModel
import TabularData

/// Reads the outlines of communes, `contours.geojson` of a data folder: a GeoJSON FeatureCollection in degrees
/// WGS 84, each feature with `code_insee` (or `code`).
package struct ContoursReader {
    /// Empty where the folder has no such file: a map then draws dots.
    package static func read(folder: URL, named folderName: String, _ findings: inout Findings) -> Contours {
        let url = PlanFolder.contours.url(in: folder)
        guard FileManager.default.fileExists(atPath: url.path) else { return Contours() }
        let shown = folderName == "." ? PlanFolder.contours.text : "\(folderName)/\(PlanFolder.contours)"
        do throws(InputFailure) {
            return read(try InputFile(url, named: shown), &findings)
        } catch {
            for finding in error.findings { findings.add(finding.fault, file: finding.file) }
        }
        return Contours()
    }

    /// What `planifier` left beside a plan, or what is kept with it.
    ///
    /// - Throws: `InputFailure` with all that is wrong.
    package static func read(besidePlan path: String) throws -> Contours {
        var findings = Findings()
        if let reference = PlanReference(path) {
            let contours = try reference.file(PlanFolder.contours, named: path).map { read($0, &findings) }
            try findings.throwIfErrors()
            return contours ?? Contours()
        }
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        let contours = read(folder: folder, named: folder.relativePath, &findings)
        try findings.throwIfErrors()
        return contours
    }

    /// A file that the user names.
    ///
    /// - Throws: `InputFailure` with all that is wrong.
    package static func read(_ path: String) throws -> Contours {
        var findings = Findings()
        let contours = read(try InputFile(URL(fileURLWithPath: path), named: path), &findings)
        try findings.throwIfErrors()
        return contours
    }

    package static func read(_ input: InputFile, _ findings: inout Findings) -> Contours {
        guard !input.data.isEmpty else {
            findings.add(.file(.empty), file: input.name)
            return Contours()
        }
        let collection: FeatureCollection
        do {
            collection = try JSONDecoder().decode(FeatureCollection.self, from: input.data)
        } catch {
            let isJSON = (try? JSONSerialization.jsonObject(with: input.data)) != nil
            findings.add(isJSON ? .outlines(.notACollection) : .file(.notJSON), file: input.name)
            return Contours()
        }
        guard collection.type == "FeatureCollection" else {
            findings.add(.outlines(.notACollection), file: input.name)
            return Contours()
        }
        var outlines: [String: Outline] = [:]
        var firstSeen: [String: Int] = [:]
        for (index, feature) in collection.features.enumerated() {
            switch feature.outcome {
            case .failure(let fault):
                findings.add(.outlines(.feature(index + 1, fault)), file: input.name)
            case .success((let code, let outline)):
                if let first = firstSeen[code] {
                    findings.add(.outlines(.feature(index + 1, .twice(code, first: first))), file: input.name)
                }
                firstSeen[code] = firstSeen[code] ?? index + 1
                outlines[code] = outline
            }
        }
        return Contours(outlines: outlines, source: collection.source ?? "")
    }
}

private struct FeatureCollection: Decodable {
    var type: String
    var source: String?
    var features: [Feature]
}

/// Decodes without throwing, so that all bad features of a file are told at once.
private struct Feature: Decodable {
    var outcome: Result<(code: String, outline: Outline), OutlineFeatureFault>

    private enum CodingKeys: String, CodingKey { case properties, geometry }
    private struct Properties: Decodable {
        var inseeCode: String?
        var code: String?

        enum CodingKeys: String, CodingKey {
            case inseeCode = "code_insee"
            case code
        }
    }
    private struct Kind: Decodable { var type: String }
    private struct Polygon: Decodable { var coordinates: [[[Double]]] }
    private struct MultiPolygon: Decodable { var coordinates: [[[[Double]]]] }

    init(from decoder: any Decoder) throws {
        do throws(OutlineFeatureFault) {
            outcome = .success(try Self.read(decoder))
        } catch {
            outcome = .failure(error)
        }
    }

    private static func read(_ decoder: any Decoder) throws(OutlineFeatureFault) -> (code: String, outline: Outline) {
        guard let container = try? decoder.container(keyedBy: CodingKeys.self),
            let properties = try? container.decode(Properties.self, forKey: .properties),
            let code = properties.inseeCode ?? properties.code
        else { throw .noCode }
        guard CommuneIndex.isCode(code) else { throw .badCode(code) }
        let kind = try? container.decode(Kind.self, forKey: .geometry)
        let polygons: [[[[Double]]]]
        switch kind?.type {
        case "Polygon":
            guard let geometry = try? container.decode(Polygon.self, forKey: .geometry) else { throw .badCoordinates }
            polygons = [geometry.coordinates]
        case "MultiPolygon":
            guard let geometry = try? container.decode(MultiPolygon.self, forKey: .geometry) else {
                throw .badCoordinates
            }
            polygons = geometry.coordinates
        default: throw .notAnArea(kind?.type ?? "")
        }
        guard !polygons.isEmpty, polygons.allSatisfy({ !$0.isEmpty }) else { throw .badCoordinates }
        var rings: [[Outline.Ring]] = []
        for polygon in polygons {
            var own: [Outline.Ring] = []
            for ring in polygon { own.append(try Self.ring(ring)) }
            rings.append(own)
        }
        return (code, Outline(polygons: rings))
    }

    private static func ring(_ coordinates: [[Double]]) throws(OutlineFeatureFault) -> Outline.Ring {
        guard coordinates.count >= 4 else { throw .badCoordinates }
        var ring: Outline.Ring = []
        ring.reserveCapacity(coordinates.count)
        for pair in coordinates {
            guard pair.count >= 2 else { throw .badCoordinates }
            guard FrenchArea.longitudes.contains(pair[0]), FrenchArea.latitudes.contains(pair[1]) else {
                throw .notDegrees(pair[0], pair[1])
            }
            ring.append(Position(latitude: pair[1], longitude: pair[0]))
        }
        guard ring.first == ring.last else { throw .openRing }
        return ring
    }
}
