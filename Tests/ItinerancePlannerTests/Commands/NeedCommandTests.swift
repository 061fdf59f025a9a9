import Foundation
import Testing

@Suite("Command besoins")
struct NeedCommandTests {
    private func runner() throws -> CommandRunner {
        let runner = try CommandRunner()
        try FileManager.default.copyItem(
            at: CommandRunner.root.appendingPathComponent("data/nord/contours.geojson"),
            to: runner.folder.appendingPathComponent("contours.geojson"))
        return runner
    }

    private let files = ["besoins-lr.csv", "besoins-lr.svg", "besoins.html"]

    @Test("Writes a table, a map and a page; the same data and seed give the same bytes")
    func outputs() throws {
        let runner = try runner()
        defer { runner.remove() }
        let first = try runner.run(["besoins", "essai.yaml", "--sortie", "un"])
        #expect(first.code == 0 && first.error.isEmpty)
        #expect(first.output.contains("2 dimensions sur 4"))
        #expect(try runner.run(["needs", "essai.yaml", "--sortie", "deux"]).code == 0)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: runner.folder.appendingPathComponent("un").path)
                .sorted()
                == files)
        for name in files { #expect(try runner.read("un/\(name)") == runner.read("deux/\(name)")) }
        let table = SemicolonFile(try runner.read("un/besoins-lr.csv"))
        #expect(table.rows.count == 12)
        #expect(table.column("commune").contains("Fourmies"))
        let map = try #require(ElementCount.of(try runner.read("un/besoins-lr.svg")))
        #expect(map.texts.joined().contains("IGN Admin Express"))
        #expect(map.texts.joined().contains("\u{A0}km"))
        // All have an outline, so that circles are the three ranks, their legend and the pattern of "hors cible".
        #expect(map.counts["circle"] == 5)
    }

    @Test("A folder that exists is kept unless asked; JSON is one object with each commune")
    func replaceAndJSON() throws {
        let runner = try runner()
        defer { runner.remove() }
        try FileManager.default.createDirectory(
            at: runner.folder.appendingPathComponent("un"), withIntermediateDirectories: true)
        #expect(try runner.run(["besoins", "essai.yaml", "--sortie", "un"]).code == 74)
        let result = try runner.run(
            ["besoins", "essai.yaml", "--sortie", "un", "--remplacer", "--json", "--premiers", "3", "--tirages", "50"])
        #expect(result.code == 0)
        let object = try #require(
            JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
        let services = try #require(object["services"] as? [[String: Any]])
        let communes = try #require(services.first?["communes"] as? [[String: Any]])
        #expect(communes.count == 12 && services.first?["premiers"] as? Int == 3)
        let points = communes.compactMap { $0["points"] as? Double }.reduce(0, +)
        #expect(abs(points - 1000) < 0.01)
    }

    @Test("Plans drawn with other weights name how often each stop is kept")
    func planDraws() throws {
        let runner = try runner()
        defer { runner.remove() }
        let result = try runner.run(
            ["besoins", "essai.yaml", "--sortie", "un", "--plan-tirages", "2", "--json", "--tirages", "20"])
        #expect(result.code == 0 && result.error.isEmpty)
        let object = try #require(
            JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
        #expect(object["plan_tirages"] as? Int == 2)
        let stops = try #require(object["arrets"] as? [[String: Any]])
        #expect(!stops.isEmpty)
        #expect(stops.allSatisfy { (0...2).contains($0["garde"] as? Int ?? -1) })
        #expect(try runner.read("un/besoins.html").contains("Arrêts qui dépendent des poids"))
    }

    @Test("Weights that are all zero, and options out of bounds, are refused before anything is written")
    func refused() throws {
        let runner = try runner()
        defer { runner.remove() }
        for extra in [["--tirages", "0"], ["--premiers", "0"], ["--plan-tirages", "-1"]] {
            #expect(try runner.run(["besoins", "essai.yaml", "--sortie", "un"] + extra).code == 64)
        }
        try runner.edit(
            "essai.yaml", "  min_visites: 4",
            "  poids_fragilite: 0\n  poids_eloignement: 0\n  poids_numerique: 0\n  poids_offre_absente: 0")
        let result = try runner.run(["besoins", "essai.yaml", "--sortie", "un"])
        #expect(result.code == 2)
        #expect(
            result.error
                == "essai.yaml, ligne 15, colonne poids_fragilite : les quatre poids des dimensions du besoin sont nuls. Donnez-en un au moins.\n"
        )
        #expect(!FileManager.default.fileExists(atPath: runner.folder.appendingPathComponent("un").path))
    }

    @Test(
        "Outlines that cannot be drawn are told with the number of the feature",
        arguments: [
            ("{\"type\": \"FeatureCollection\", ", "ce n'est pas du JSON valide. Le fichier est-il complet ?"),
            (
                "{\"type\": \"Topology\"}",
                "ce n'est pas un GeoJSON de communes. Un objet « FeatureCollection » avec « features » est attendu."
            ),
            (
                feature("{\"nom\": \"Anor\"}", "{\"type\": \"Polygon\", \"coordinates\": []}"),
                "objet n° 1 : propriété « code_insee » (ou « code ») absente. Ajoutez le code Insee, en texte."
            ),
            (
                feature("{\"code\": \"59012\"}", "{\"type\": \"Point\", \"coordinates\": [3, 50]}"),
                "objet n° 1 : géométrie « Point » ; un « Polygon » ou un « MultiPolygon » est attendu."
            ),
            (
                feature(
                    "{\"code\": \"59012\"}",
                    "{\"type\": \"Polygon\", \"coordinates\": [[[3, 50], [3.1, 50], [3.1, 50.1], [3, 50.2]]]}"),
                "objet n° 1 : anneau ouvert : son dernier point doit être égal au premier."
            ),
            (
                feature(
                    "{\"code\": \"59012\"}",
                    "{\"type\": \"Polygon\", \"coordinates\": [[[50, 3], [50, 3.1], [50.1, 3.1], [50, 3]]]}"),
                "objet n° 1 : point (50 ; 3) hors de France métropolitaine. Des degrés WGS 84 [longitude, latitude] sont attendus."
            ),
            (
                feature("{\"code\": \"59012\"}", "{\"type\": \"Polygon\", \"coordinates\": [[[3, 50], [3.1, 50]]]}"),
                "objet n° 1 : coordonnées illisibles. Chaque anneau est une liste d'au moins quatre points [longitude, latitude]."
            ),
        ])
    func contours(_ text: String, _ message: String) throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        try runner.write("contours.geojson", text)
        let result = try runner.run(["besoins", "essai.yaml", "--sortie", "un"])
        #expect(result.code == 2)
        #expect(result.error == "contours.geojson : \(message)\n")
    }

    private static func feature(_ properties: String, _ geometry: String) -> String {
        "{\"type\": \"FeatureCollection\", \"features\": [{\"type\": \"Feature\", \"properties\": \(properties), "
            + "\"geometry\": \(geometry)}]}"
    }
}
