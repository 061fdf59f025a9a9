import Foundation

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
            case .time(let time): try container.encode(DataClock.text(time), forKey: key)
            case .empty: try container.encodeNil(forKey: key)
            }
        }
    }

    package init(columns: [DataColumn], values: [DataValue]) {
        self.columns = columns
        self.values = values
    }
}
