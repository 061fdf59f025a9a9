import Foundation
import GeoModel
import RoundPlan

/// A row as an object of JSON, by the names of its columns; what is not known is `null`.
package struct DataRecord: Encodable {
    package var columns: [DataColumn]
    package var values: [DataValue]

    private struct Key: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        for (column, value) in zip(columns, values) {
            let key = Key(stringValue: column.name)
            switch value {
            case .text(let text): try container.encode(text, forKey: key)
            case .integer(let number): try container.encode(number, forKey: key)
            case .decimal(let number): try container.encode(DataNumber.rounded(number, column.kind), forKey: key)
            case .date(let date): try container.encode(date.iso, forKey: key)
            case .time(let time): try container.encode(ReportFigures.fileClock(time), forKey: key)
            case .empty: try container.encodeNil(forKey: key)
            }
        }
    }
}

/// All tables of a publication as one JSON document, described by `PublicationSchema`.
package struct PublicationJSON: Encodable {
    package static let formatName = "itinerance-publication"
    package static let formatVersion = 1

    private struct Period: Encodable {
        var du: String
        var au: String
    }

    private var schema = PublicationSchema.fileName
    private var format = Self.formatName
    private var version = Self.formatVersion
    private var plan: String
    private var fingerprint: String
    private var firstMonday: String
    private var cycleWeeks: Int
    private var publishedOn: String?
    private var office: String
    private var isValid: Bool
    private var isConform: Bool
    private var period: Period
    private var tables: [String: [DataRecord]]

    package init(_ publication: Publication, _ tables: [DataTable]) {
        let scenario = publication.scenario
        plan = scenario.name
        fingerprint = publication.plan.fingerprint
        firstMonday = scenario.firstMonday.iso
        cycleWeeks = scenario.parameters.cycleWeeks
        publishedOn = scenario.publishedOn?.iso
        office = scenario.office.name
        isValid = publication.check.isValid
        isConform = publication.check.isConform
        period = Period(du: publication.period.lowerBound.iso, au: publication.period.upperBound.iso)
        self.tables = Dictionary(
            uniqueKeysWithValues: tables.map { table in
                (table.name, table.rows.map { DataRecord(columns: table.columns, values: $0) })
            })
    }

    package enum CodingKeys: String, CodingKey {
        case schema = "$schema"
        case format
        case version
        case plan
        case fingerprint = "empreinte"
        case firstMonday = "premier_lundi"
        case cycleWeeks = "cycle_semaines"
        case publishedOn = "publie_le"
        case office = "bureau"
        case isValid = "valide"
        case isConform = "conforme"
        case period = "periode"
        case tables = "tableaux"
    }

    package var data: Data { get throws { try Self.encoded(self) } }

    package static func encoded(_ value: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        return try encoder.encode(value) + Data("\n".utf8)
    }
}
