import Foundation
import FrenchText
import GeoModel
import PageRendering
import PlanAnalysis
import PlanningModel
import Reporting
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// A `;` file read by rules written for the test: quotes, doubled quotes, CRLF.
struct SemicolonFile {
    var header: [String] = []
    var rows: [[String]] = []

    init(_ text: String) {
        var row: [String] = []
        var cell = ""
        var isQuoted = false
        var lines: [[String]] = []
        var scalars = Array(text.unicodeScalars)
        if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
        var index = 0
        while index < scalars.count {
            let scalar = scalars[index]
            if isQuoted {
                if scalar == "\"", index + 1 < scalars.count, scalars[index + 1] == "\"" {
                    cell += "\""
                    index += 1
                } else if scalar == "\"" {
                    isQuoted = false
                } else {
                    cell.unicodeScalars.append(scalar)
                }
            } else if scalar == "\"" {
                isQuoted = true
            } else if scalar == ";" {
                row.append(cell)
                cell = ""
            } else if scalar == "\n" {
                row.append(cell)
                lines.append(row)
                (row, cell) = ([], "")
            } else if scalar != "\r" {
                cell.unicodeScalars.append(scalar)
            }
            index += 1
        }
        header = lines.first ?? []
        rows = Array(lines.dropFirst())
    }

    func column(_ name: String) -> [String] {
        guard let index = header.firstIndex(of: name) else { return [] }
        return rows.map { $0[index] }
    }
}

/// Element names and texts of a well-formed XML text; `nil` where it is not.
final class ElementCount: NSObject, XMLParserDelegate {
    private(set) var counts: [String: Int] = [:]
    private(set) var texts: [String] = []

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String] = [:]
    ) {
        counts[name, default: 0] += 1
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { texts.append(string) }

    static func of(_ text: String) -> ElementCount? {
        let counter = ElementCount()
        let parser = XMLParser(data: Data(text.utf8))
        parser.delegate = counter
        return parser.parse() ? counter : nil
    }
}

@Suite("Files of the needs")
struct NeedReportTests {
    private static let awkward = ["=1+1", "+33", "-2+3", "@SUM(A1)", "A;B \"c\"", "<script>&", "Anor", "Trélon"]

    private func scenario(_ edit: (inout Scenario) -> Void = { _ in }) -> Scenario {
        var scenario = ReportFixture.scenario()
        for index in scenario.territory.communes.indices {
            scenario.territory.communes[index].name = Self.awkward[index]
        }
        edit(&scenario)
        return scenario
    }

    private func report(_ scenario: Scenario, contours: Contours = Contours()) -> NeedReport {
        NeedReport(
            scenario, NeedFindings.all(of: scenario, draws: 200, top: 3, seed: 1), contours: contours, sources: [],
            seed: 1)
    }

    @Test("The table has a line a commune, no cell a spreadsheet runs, figures that add up")
    func table() throws {
        let report = report(scenario())
        let file = SemicolonFile(NeedFile(report.findings[0]).text)
        #expect(file.rows.count == 8)
        #expect(file.rows.allSatisfy { $0.count == file.header.count })
        for cell in file.rows.joined() { #expect(cell.first.map { !"=+-@".contains($0) } ?? true, "\(cell)") }
        #expect(
            file.column("commune")
                == ["'=1+1", "'+33", "'-2+3", "'@SUM(A1)", "A;B \"c\"", "<script>&", "Anor", "Trélon"])
        func numbers(_ name: String) -> [Double] {
            file.column(name).compactMap { Double($0.replacingOccurrences(of: ",", with: ".")) }
        }
        #expect(abs(numbers("points").reduce(0, +) - 1000) < 0.01)
        #expect(file.column("eligible") == Array(repeating: "oui", count: 6) + ["non", "non"])
        #expect(file.column("motif").suffix(2) == ["trop dense", "densité ou population inconnue"])
        #expect(file.column("rang").prefix(6).compactMap { Int($0) }.sorted() == Array(1...6))
        #expect(file.column("rang").suffix(2) == ["", ""])
        #expect(Set(file.column("centre_social")) == ["inconnu"])
        #expect(Set(file.column("zone_sans_centre_social")) == ["inconnu"])
        #expect(Set(file.column("isolement_numerique")) == ["non donné"])
        let shares = file.header.filter { $0.hasPrefix("part_") }.map(numbers)
        for index in file.rows.indices { #expect(abs(shares.reduce(0) { $0 + $1[index] } - 1) < 0.001) }
    }

    @Test("Facilities, withheld figures and complete lists show in the table as what they are")
    func isolation() throws {
        let report = report(
            scenario { scenario in
                let communes = scenario.territory.communes
                scenario.territory.facilities = [
                    Facility(id: "1", kind: .socialCentre, name: "Centre", commune: communes[0].code),
                    Facility(
                        id: "2", kind: .franceServices, name: "FS", commune: communes[3].code,
                        position: communes[3].centre),
                ]
                scenario.territory.completeLists = [CompleteList(kind: .socialCentre, zone: "01")]
                for index in communes.indices {
                    scenario.territory.communes[index].indicators = [
                        IndicatorFigure(
                            indicator: .need(.noMobileNetwork), value: index == 2 ? nil : Double(index),
                            vintage: "2025",
                            source: "Arcep")
                    ]
                }
            })
        let file = SemicolonFile(NeedFile(report.findings[0]).text)
        #expect(file.column("centre_social") == ["oui"] + Array(repeating: "non", count: 7))
        #expect(file.column("zone_sans_centre_social").first == "non")
        #expect(file.column("sans_4g")[2] == "4", "the median of 0, 1, 3, 4, 5, 6 and 7")
        #expect(file.column("sans_4g_donnee")[2] == "non publiée : médiane de l'EPCI")
        #expect(file.column("sans_4g_donnee")[3] == "publiée")
        #expect(file.header.contains("temps_centre_social") && !file.header.contains("temps_commune_dense"))
        #expect(Set(file.column("position_centre_social")) == ["centre de la commune, faute d'adresse"])
        #expect(Set(file.column("position_france_services")) == ["exacte"])
        #expect(!file.header.contains("min_laep"))
        let page = ReportFigures.plain(try report.html())
        #expect(page.contains("logements sans bonne 4G : Arcep, 2025"))
        #expect(page.contains("4 dimensions sur 4"))
    }

    @Test("The map is well-formed XML with a tooltip for each commune; one without outline is a dot")
    func map() throws {
        let scenario = scenario()
        let codes = scenario.territory.communes.map(\.code)
        let ring = [(50.0, 3.0), (50.0, 3.1), (50.1, 3.1), (50.0, 3.0)].map {
            Position(latitude: $0.0, longitude: $0.1)
        }
        let contours = Contours(
            outlines: [codes[0]: Outline(polygons: [[ring]]), "59999": Outline(polygons: [[ring]])],
            source: "contours : essai")
        let report = report(scenario, contours: contours)
        let map = report.map(report.findings[0])
        let parsed = try #require(ElementCount.of(map.svg()))
        #expect(parsed.counts["desc"] == 1)
        #expect(parsed.counts["title"] == 1 + 8 + 3, "the drawing, 8 communes, 3 ranks")
        #expect(parsed.counts["circle"] ?? 0 >= 7)
        let words = parsed.texts.joined()
        #expect(words.contains("<script>&") && words.contains("hors cible") && words.contains("non publié"))
        #expect(words.contains("contours : essai"))
        #expect(ElementCount.of(self.report(scenario).map(report.findings[0]).svg()) != nil)
    }

    @Test("The page says what is missing, escapes what it is given, and needs nothing from elsewhere")
    func page() throws {
        let page = ReportFigures.plain(try report(scenario()).html())
        #expect(page.contains("2 dimensions sur 4"))
        #expect(page.contains("&lt;script&gt;&amp;") && !page.contains("<script"))
        #expect(
            !page.contains("http://") || page.components(separatedBy: "http://").count == 2, "only the SVG's name space"
        )
        #expect(page.contains("non donné"))
        #expect(!page.contains("{{"))
    }

    @Test("Two services whose identifiers read alike get a file each")
    func fileNames() throws {
        var scenario = ReportFixture.scenario(services: 2)
        scenario.services[0].id = "a/b"
        scenario.services[1].id = "a b"
        let names = try report(scenario).files().map(\.name)
        #expect(
            names == [
                "besoins-a-b.csv", "besoins-a-b.svg", "besoins-a-b-2.csv", "besoins-a-b-2.svg", "besoins.html",
            ])
    }

    @Test("Other normalisations keep the ranks of communes that lie evenly, and say how far others move")
    func normalisations() {
        let scenario = ReportFixture.scenario()
        let trials = NormalisationTrial.all(of: scenario.needs(of: scenario.services[0]), in: scenario)
        #expect(trials.map(\.method) == [.rank, .zScore])
        for trial in trials {
            #expect(trial.ranks.compactMap { $0 }.sorted() == Array(1...6))
            #expect((-1...1).contains(trial.correlation ?? 2))
        }
    }
}

@Suite("Classes of a map")
struct MapClassesTests {
    @Test("Quantile classes hold as many values each, with bounds as the legend rounds them")
    func quantiles() {
        // numpy.percentile(range(1, 11), [20, 40, 60, 80]) = [2.8, 4.6, 6.4, 8.2]
        let classes = MapClasses.quantiles((1...10).map(Double.init), places: 1)
        #expect(classes.bounds == [2.8, 4.6, 6.4, 8.2])
        #expect((1...10).map { classes.index(of: Double($0)) } == [0, 0, 1, 1, 2, 2, 3, 3, 4, 4])
        #expect(MapClasses.quantiles((1...10).map(Double.init), places: 0).bounds == [3, 5, 6, 8])
    }

    @Test("Equal values make one class, two values two; nothing makes one")
    func few() {
        #expect(MapClasses.quantiles([3, 3, 3]).count == 1)
        #expect(MapClasses.quantiles([0, 0, 0, 0, 1]).count == 2)
        #expect(MapClasses.quantiles([]).count == 1)
        #expect(MapPalette.colours(5).count == 5 && Set(MapPalette.colours(5)).count == 5)
        #expect(MapPalette.colours(2) == ["#ffffcc", "#253494"])
    }
}
