import FileAccess
import Foundation

/// A GeoJSON FeatureCollection read whole: its points become rows, their properties columns.
package struct GeoJSONFile {
    private let name: String
    private let features: [[String: Any]]

    package static let sizeLimit = 100_000_000

    /// - Throws: `InputFailure` where it is no FeatureCollection.
    package init(_ survey: FileSurvey) throws {
        name = survey.name
        func fail(_ fault: InputFault) -> InputFailure {
            InputFailure(fault, file: survey.name)
        }
        guard survey.size <= Self.sizeLimit else {
            throw fail(.file(.tooLarge(survey.size, limit: Self.sizeLimit)))
        }
        guard var data = FileBytes.ifReadable(survey.url, limit: Self.sizeLimit) else { throw fail(.file(.unreadable)) }
        if survey.hasByteOrderMark { data = data.dropFirst(3) }
        guard let object = try? JSONSerialization.jsonObject(with: data) else { throw fail(.file(.notJSON)) }
        guard let collection = object as? [String: Any], collection["type"] as? String == "FeatureCollection",
            let features = collection["features"] as? [[String: Any]]
        else { throw fail(.outlines(.notACollection)) }
        self.features = features
    }

    private static func kind(_ feature: [String: Any]) -> String? {
        (feature["geometry"] as? [String: Any])?["type"] as? String
    }

    /// Whether it holds outlines of communes rather than places.
    package var isContours: Bool { features.contains { Self.kind($0)?.hasSuffix("Polygon") ?? false } }

    /// A header and one row a feature; the line is the number of the feature, the header's 0.
    package func points() -> [RawRow] {
        var names: [String] = []
        var known: Set<String> = []
        for feature in features {
            let properties = feature["properties"] as? [String: Any] ?? [:]
            for name in properties.keys.sorted() where known.insert(name).inserted { names.append(name) }
        }
        names.removeAll { ["latitude", "longitude"].contains(HeaderNames.folded($0)) }
        let header = RawRow(line: 0, cells: names + ["latitude", "longitude"])
        return [header]
            + features.enumerated().map { index, feature in
                let properties = feature["properties"] as? [String: Any] ?? [:]
                let pair = (feature["geometry"] as? [String: Any])?["coordinates"] as? [Any] ?? []
                let longitude = pair.first.map(Self.text) ?? ""
                let latitude = pair.dropFirst().first.map(Self.text) ?? ""
                return RawRow(
                    line: index + 1,
                    cells: names.map { properties[$0].map(Self.text) ?? "" } + [latitude, longitude])
            }
    }

    private static func text(_ value: Any) -> String {
        switch value {
        case is NSNull: ""
        case let text as String: text
        case let number as NSNumber: number.stringValue
        case let list as [Any]: list.map(text).joined(separator: "|")
        default: ""
        }
    }
}
