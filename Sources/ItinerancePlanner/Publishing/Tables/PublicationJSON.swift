import FileAccess
import Foundation
import TabularData

/// All tables of a publication as one JSON document, described by `PublicationSchema`.
package struct PublicationJSON: Encodable, FrenchKeyed {
    package static let formatName = "itinerance-publication"
    package static let formatVersion = 1

    private struct Period: Encodable {
        var du: String
        var au: String
    }

    private var schema = PublicationSchema.fileName.text
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

    package static var frenchKeys: [String: String] {
        ["schema": "$schema", "cycleWeeks": "cycle_semaines", "period": "periode", "tables": "tableaux"]
    }

    package var data: Data { get throws { try ReadableJSON.data(self) } }
}
