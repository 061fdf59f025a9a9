import FileAccess
import Foundation
import GeoModel
import Optimizer
import PlanAnalysis
import PlanningModel
import Testing

@Suite("Words of files for values")
struct FileWordTests {
    /// Every value of the type is one text in JSON, by its word, and is read again; no two have one word.
    private func check<Value: FileWord & CaseIterable & Codable & Hashable>(_ type: Value.Type) throws {
        #expect(Set(Value.words).count == Value.allCases.count)
        for value in Value.allCases {
            let data = try FrenchJSON.encode(["x": [value]])
            #expect(String(decoding: data, as: UTF8.self) == #"{"x":["\#(value.word)"]}"#)
            #expect(try FrenchJSON.decode([String: [Value]].self, from: data) == ["x": [value]])
        }
    }

    @Test("A value is written by its word, and read again")
    func wordsOfValues() throws {
        try check(NeedIndicator.self)
        try check(NeedDimension.self)
        try check(NeedMeasure.self)
        try check(FacilityKind.self)
        try check(Presence.self)
        try check(FrequencyShape.self)
        try check(HalfDay.self)
        try check(StaffRole.self)
        try check(ServiceKind.self)
        try check(Charge.self)
        try check(StopReason.self)
        try check(BoundAudit.self)
        try check(ChangedField.self)
        try check(ValueComparison.self)
    }

    @Test("Facilities of a territory stand in the order of their words, which prints of old plans hold")
    func order() {
        #expect(FacilityKind.allCases.sorted() == FacilityKind.allCases.sorted { $0.word < $1.word })
    }

    @Test(
        "An indicator is known by its name, and one that is not known keeps it",
        arguments: [
            ("sans_4g", Indicator.need(.noMobileNetwork)), ("enfants_6_10", .ages(AgeGroup(.children, 6, 10))),
            ("familles_enfant_0_2", .ages(AgeGroup(.families, 0, 2))), ("enfants_1_2", .other("enfants_1_2")),
            ("autre", .other("autre")),
        ])
    func indicators(word: String, indicator: Indicator) {
        #expect(Indicator(word: word) == indicator)
        #expect(indicator.word == word)
    }

    @Test("Roles of a person are written in the order of their words")
    func sets() throws {
        let roles: Set<StaffRole> = [.listener, .driver, .escort]
        let data = try FrenchJSON.encode(roles)
        #expect(String(decoding: data, as: UTF8.self) == #"["accompagnant","conducteur","ecoutant"]"#)
        #expect(try FrenchJSON.decode(Set<StaffRole>.self, from: data) == roles)
    }

    @Test("A word that is none is refused at its place")
    func refused() {
        #expect(throws: DecodingError.self) {
            try FrenchJSON.decode([Presence].self, from: Data(#"["peut-être"]"#.utf8))
        }
    }

    @Test("Ways of a matrix are one text a row, and are read again")
    func travel() throws {
        var matrix = try #require(TravelMatrix(nodes: ["59002", "own"]))
        matrix.set(Leg(distance: Metres(12_000), duration: Seconds(900)), from: "59002", to: "own")
        let data = try FrenchJSON.encode(matrix)
        #expect(
            String(decoding: data, as: UTF8.self)
                == #"{"metres":["- 12000","- -"],"noeuds":["59002","own"],"secondes":["- 900","- -"]}"#)
        #expect(try FrenchJSON.decode(TravelMatrix.self, from: data) == matrix)
    }

    @Test(
        "Rows that do not fit are refused",
        arguments: [
            #"["- 1"]"#, #"["- 1 2","- -"]"#, #"["1 1","- -"]"#, #"["- x","- -"]"#, #"["- -1","- -"]"#,
            #"["- 9999999","- -"]"#, #"["- -","- -"]"#,
        ])
    func badRows(seconds: String) {
        let text = #"{"metres":["- 12000","- -"],"noeuds":["a","b"],"secondes":\#(seconds)}"#
        #expect(throws: DecodingError.self) { try FrenchJSON.decode(TravelMatrix.self, from: Data(text.utf8)) }
    }
}
