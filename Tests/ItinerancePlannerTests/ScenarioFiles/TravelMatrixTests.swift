import Foundation
import GeoModel
import Testing

/// A change to a good matrix file, and what the program says of it.
struct BadMatrix: CustomTestStringConvertible, Sendable {
    var what: String
    var edit: @Sendable (String) -> String
    var message: String
    var testDescription: String { what }

    init(_ what: String, replacing old: String, with new: String, message: String) {
        self.what = what
        edit = { text in
            guard let range = text.range(of: old) else { return "" }
            return text.replacingCharacters(in: range, with: new)
        }
        self.message = message
    }

    init(_ what: String, _ edit: @escaping @Sendable (String) -> String, message: String) {
        self.what = what
        self.edit = edit
        self.message = message
    }

    static let all = [
        BadMatrix(
            "an unknown node", replacing: "59012;59045;", with: "59012;59045x;",
            message:
                "trajets.csv, ligne 2, colonne vers : « 59045x » n'est ni une commune, ni un lieu, ni un dépôt connu. Proches : 59045, 59005, 59015. Les identifiants viennent de communes.csv, lieux.csv et depots.csv.\n"
        ),
        BadMatrix(
            "a negative time", replacing: "59012;59045;11", with: "59012;59045;-11",
            message:
                "trajets.csv, ligne 2, colonne minutes : « -11 » est négatif ; une valeur positive ou nulle est attendue. Corrigez-la, ou laissez vide si elle est inconnue.\n"
        ),
        BadMatrix(
            "an infinite time", replacing: "59012;59045;11", with: "59012;59045;inf",
            message:
                "trajets.csv, ligne 2, colonne minutes : « inf » n'est pas un nombre. Écrivez un nombre, ou laissez vide si la valeur est inconnue.\n"
        ),
        BadMatrix(
            "a pair given twice with other figures", { $0 + "59012;59045;12;8,5\n" },
            message:
                "trajets.csv, ligne 134, colonne minutes : trajet de « 59012 » à « 59045 » déjà donné à la ligne 2, avec d'autres valeurs. Gardez une seule ligne.\n"
        ),
        BadMatrix(
            "a way to itself", { $0 + "59012;59012;1;0\n" },
            message:
                "trajets.csv, ligne 134, colonne minutes : trajet de « 59012 » à lui-même qui n'est pas nul. Écrivez 0, ou retirez la ligne.\n"
        ),
        BadMatrix(
            "a hole", replacing: "59012;59045;11;8,5\n", with: "",
            message:
                "trajets.csv : 1 trajet nécessaire manque : 59012 → 59045. Complétez le fichier : chaque sens a sa ligne.\n"
        ),
        BadMatrix(
            "many holes", { $0.split(separator: "\n").filter { !$0.hasPrefix("59012;") }.joined(separator: "\n") },
            message:
                "trajets.csv : 11 trajets nécessaires manquent : 59012 → 59249, 59012 → 59045, 59012 → 59198, 59012 → 59229, 59012 → 59261, 59012 → 59420, 59012 → 59445, 59012 → 59601, 59012 → 59633, 59012 → 59659…. Complétez le fichier : chaque sens a sa ligne.\n"
        ),
        BadMatrix(
            "a missing column", replacing: "de;vers;minutes;km", with: "de;vers;minute;km",
            message:
                "trajets.csv, ligne 1, colonne minutes : colonne « minutes » absente. Colonnes proches : minute. Ajoutez-la à l'en-tête.\n"
        ),
    ]
}

@Suite("Travel matrix of a scenario")
struct TravelMatrixTests {
    /// Every way between the 12 communes: 11 minutes and 8.5 km there (lower to higher code), 13 minutes back.
    private func matrix(_ runner: CommandRunner) throws -> String {
        let codes = try runner.communePoints(epci: ["200043404"]).keys.sorted()
        var text = "de;vers;minutes;km\n"
        for from in codes {
            for to in codes where from != to { text += "\(from);\(to);\(from < to ? "11" : "13");8,5\n" }
        }
        return text
    }

    private func makeRunner() throws -> CommandRunner {
        let runner = try CommandRunner()
        try runner.edit("essai.yaml", "services:", "trajets: trajets.csv\nservices:")
        try runner.write("trajets.csv", matrix(runner))
        return runner
    }

    @Test("A plan drives the ways of the matrix in the sense it drives them, and is checked from its file alone")
    func planned() throws {
        let runner = try makeRunner()
        defer { runner.remove() }
        let result = try runner.plan()
        #expect(result.code == 0, "\(result.error)")
        #expect(result.error.isEmpty)
        let data = try Data(contentsOf: runner.folder.appendingPathComponent("plan/plan.json"))
        let plan = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
        let services = try #require(plan["services"] as? [[String: Any]])
        var legs = 0
        for day in try #require(services[0]["journees"] as? [[String: Any]]) {
            for leg in try #require(day["trajets"] as? [[String: Any]]) {
                let (from, to) = (try #require(leg["de"] as? String), try #require(leg["vers"] as? String))
                func code(_ id: String) -> String { id == "depot-fourmies" ? "59249" : String(id.suffix(5)) }
                let minutes = try #require(leg["arrivee"] as? Int) - #require(leg["depart"] as? Int)
                let metres = try #require(leg["metres"] as? Int)
                // The depot is where the stop of its commune is: no way at all.
                let isSame = code(from) == code(to)
                #expect(minutes == (isSame ? 0 : code(from) < code(to) ? 11 : 13), "\(from) \(to)")
                #expect(metres == (isSame ? 0 : 8500))
                legs += 1
            }
        }
        #expect(legs > 10)
        #expect(try runner.run(["verifier", "plan/plan.json"]).code == 0)
    }

    @Test("A wrong matrix gets its message, and nothing is written", arguments: BadMatrix.all)
    func bad(_ bad: BadMatrix) throws {
        let runner = try makeRunner()
        defer { runner.remove() }
        try runner.write("trajets.csv", bad.edit(matrix(runner)))
        let result = try runner.plan()
        #expect(result.error == bad.message)
        #expect(result.code == 2)
        #expect(try runner.leftovers().isEmpty)
    }

    @Test("An odd speed is a warning with its pair")
    func oddSpeed() throws {
        let runner = try makeRunner()
        defer { runner.remove() }
        try runner.edit("trajets.csv", "59012;59045;11;8,5", "59012;59045;1;8,5")
        let result = try runner.plan()
        #expect(
            result.error
                == "Avertissement : trajets.csv, ligne 2, colonne minutes : de « 59012 » à « 59045 » : 510 km/h (8,5 km en 1,0 min). Vérifiez les unités : minutes et km.\n"
        )
        #expect(result.code == 0)
    }

    @Test("Places without ways of their own are said to take the centre of their commune")
    func atCentre() throws {
        let runner = try makeRunner()
        defer { runner.remove() }
        try runner.edit("lieux.csv", "59249,50.00643,", "59249,50.00943,")
        try runner.edit("depots.csv", "59249,50.00643,", "59249,50.00143,")
        let result = try runner.plan()
        #expect(
            result.error
                == "Avertissement : trajets.csv : 2 lieux sans trajet à leur nom prennent le centre de leur commune : depot-fourmies, lieu-59249.\n"
        )
        #expect(result.code == 0)
        #expect(try runner.run(["verifier", "plan/plan.json"]).code == 0)
    }

    @Test("A missing matrix file is named")
    func missing() throws {
        let runner = try makeRunner()
        defer { runner.remove() }
        try FileManager.default.removeItem(at: runner.folder.appendingPathComponent("trajets.csv"))
        let result = try runner.plan()
        #expect(result.error == "trajets.csv : fichier introuvable. Vérifiez le chemin et le nom.\n")
        #expect(result.code == 2)
    }

    @Test(
        "A plan whose matrix was tampered with is refused, and nothing traps",
        arguments: [
            ("\"0", "\"0 0"), ("13 ", "x3 "), ("8500 ", "-8500 "), ("8500 ", "99999999999999999999 "),
            ("8500 ", "10000001 "), ("8500 ", "- "), ("\"59012\",", "\"59012\",\"59012\","), ("8500 8500", "8500"),
        ])
    func tampered(old: String, new: String) throws {
        let runner = try makeRunner()
        defer { runner.remove() }
        #expect(try runner.plan().code == 0)
        let text = try runner.read("plan/plan.json")
        let start = try #require(text.range(of: "\"metres\" : ["))
        // The matrix, not the ways driven, which come later in the file.
        let end = try #require(text.range(of: "\"vehicules\"", range: start.upperBound..<text.endIndex))
        guard let spot = text.range(of: old, range: start.lowerBound..<end.lowerBound) else { return }
        try runner.write("plan/plan.json", text.replacingCharacters(in: spot, with: new))
        let result = try runner.run(["verifier", "plan/plan.json"])
        #expect(result.code == 2, "\(result.error)")
        #expect(
            result.error.hasPrefix("plan/plan.json : valeur non comprise dans « donnees.trajets."), "\(result.error)")
    }

    @Test("The comparison gives figures worked out by hand")
    func comparison() throws {
        let runner = try makeRunner()
        defer { runner.remove() }
        let result = try runner.run(["trajets", "essai.yaml", "--comparer", "--json"])
        #expect(result.code == 0, "\(result.error)")
        let figures = try #require(
            JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
        #expect(figures["trajets"] as? Int == 132)
        #expect(figures["ecart_aller_retour_minutes"] as? Double == 2)
        // Straight lines both ways: the mean of the matrix is 12 minutes and 8.5 km.
        let points = try runner.communePoints(epci: ["200043404"])
        var kilometres: [Double] = []
        for (from, a) in points {
            for (to, b) in points where from != to {
                let (x, y) = (Double(a.latitude - b.latitude) / 1e5, Double(a.longitude - b.longitude) / 1e5)
                let phi = Double(a.latitude + b.latitude) / 2e5 * .pi / 180
                kilometres.append(
                    1.3 * 6371.0088 * .pi / 180 * (x * x + y * y * cos(phi) * cos(phi)).squareRoot())
            }
        }
        let mean = kilometres.reduce(0, +) / Double(kilometres.count) - 8.5
        let km = try #require(figures["km"] as? [String: Double])
        #expect(abs(km["moyenne"]! - mean) < 0.01)
        let absolute = kilometres.map { abs($0 - 8.5) }.sorted()
        #expect(abs(km["mediane_absolue"]! - (absolute[65] + absolute[66]) / 2) < 0.01)
        #expect(
            try runner.run(["trajets", "essai.yaml", "--comparer"]).output.hasPrefix(
                "Trajets intégrés moins matrice, sur 132 trajets :"))
    }

    @Test("A comparison needs a matrix")
    func noComparison() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        let result = try runner.run(["trajets", "essai.yaml", "--comparer"])
        #expect(result.code == 2)
        #expect(
            result.error
                == "essai.yaml : le scénario n'a pas de clé « trajets ». Ajoutez-la, avec le nom du fichier CSV.\n")
    }
}
