import Foundation
import FrenchText
import GeoModel
import PageRendering
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite("Plots and words of opening hours")
struct LinePlotTests {
    private func isWellFormed(_ text: String) -> Bool { XMLParser(data: Data(text.utf8)).parse() }

    private func plot(_ series: [LinePlot.Series]) -> String {
        let axis = LinePlot.Axis(label: "x & y", maximum: 10, ticks: [(0, "0"), (10, "10")])
        return LinePlot(
            title: "<titre>", description: "une phrase", horizontal: axis, vertical: axis, series: series,
            identifier: "essai"
        ).svg()
    }

    @Test("A plot is well-formed XML, its words escaped, each line with a dash and a letter of its own")
    func wellFormed() {
        let svg = plot(
            ["A", "B", "C"].map { LinePlot.Series(name: "\"\($0)\" < 2", letter: $0, points: [(0, 0), (10, 9)]) } + [
                LinePlot.Series(name: "référence", letter: "", points: [(0, 0), (10, 10)])
            ])
        #expect(isWellFormed(svg))
        #expect(svg.contains("&lt;titre&gt;") && svg.contains("x &amp; y") && svg.contains("&lt; 2"))
        for letter in ["A", "B", "C"] { #expect(svg.contains(">\(letter)</text>")) }
        let dashes = svg.matches(of: /stroke-dasharray="([^"]+)"/).map { String($0.1) }
        #expect(Set(dashes).count == 2, "the first line is solid")
    }

    @Test("No line, or one of a single point, is no reason to stop")
    func little() {
        #expect(isWellFormed(plot([])))
        #expect(isWellFormed(plot([LinePlot.Series(name: "a", letter: "A", points: [(3, 3)])])))
        #expect(isWellFormed(plot([LinePlot.Series(name: "a", letter: "A", points: [])])))
    }

    @Test("What is wrong with opening hours is said in French, with the character")
    func hours() throws {
        let text = "Lu-Ve 09:00-12:00"
        let error = try #require(throws: OpeningHoursError.self) { try OpeningHours(parsing: text) }
        #expect(
            OpeningHoursWords.error(error, in: text)
                == "horaires « Lu-Ve 09:00-12:00 » : « Lu » n'est pas attendu, au caractère 1. "
                + "Forme attendue : Mo-Fr 09:00-12:00,14:00-17:00; PH off.")
    }
}
