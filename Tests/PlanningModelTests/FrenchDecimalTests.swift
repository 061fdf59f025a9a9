import PlanningModel
import Testing

@Suite("Numbers as offices write them")
struct FrenchDecimalTests {
    @Test("A comma or a point stands before the decimals")
    func read() {
        for (text, value) in [("1,5", 1.5), ("1.5", 1.5), ("-2", -2), ("1e3", 1000), (",5", 0.5)] {
            #expect(FrenchDecimal.value(text) == value, "\(text)")
        }
    }

    @Test(
        "What is no number of decimal figures is refused, in a parameter too",
        arguments: ["", "x", "1,2,3", "1.000,5", "0x10", "nan", "inf", "infinity", "1 000"])
    func refused(text: String) throws {
        #expect(FrenchDecimal.value(text) == nil)
        let entry = try #require(ParameterCatalogue.entries.first { $0.key == "cout_km" })
        var parameters = Parameters()
        #expect(throws: ParameterFault.notANumber) { try entry.set(text, in: &parameters) }
    }
}
