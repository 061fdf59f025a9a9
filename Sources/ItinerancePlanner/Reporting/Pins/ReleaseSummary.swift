import FileAccess
import FrenchText
import Planning
import PlanningModel

/// What `liberer --json` writes.
package struct ReleaseSummary: Encodable, FrenchKeyed {
    package struct Released: Encodable, FrenchKeyed {
        package var service: String
        /// In the file as it was.
        package var line: Int?
        package var text: String
        /// Empty where the whole of it went.
        package var fields: [String]

        package static var frenchKeys: [String: String] {
            ["text": "texte", "fields": "champs"]
        }
    }

    package var file: String
    package var released: [Released]

    /// - Parameter scenario: as it was.
    package init(_ released: [ReleasedPin], from scenario: Scenario, file: String) {
        let names = ReportNames(scenario)
        self.file = file
        self.released = released.map {
            Released(
                service: $0.service, line: $0.line, text: ReportFigures.plain(CommitmentWords.pin($0.pin, names)),
                fields: $0.fields)
        }
    }

    package var lines: [String] {
        released.map { PinWords.released($0.text, fields: $0.fields, line: $0.line) } + [PinWords.writtenWithout(file)]
    }

    package static var frenchKeys: [String: String] {
        ["released": "liberees"]
    }
}
