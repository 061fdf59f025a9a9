import Foundation
import Testing

/// A plan of one service, and a drawn table of what happened to it.
private struct RealisedCase {
    let runner: CommandRunner
    let plan: [String: Any]

    static let header = "date;service;lieu;debut_prevu;etat;debut;fin;arrivee;depart;parents;enfants;motif\n"

    init() throws {
        runner = try CommandRunner()
        let result = try runner.plan(["--duree", "5"])
        guard result.code == 0 else { throw PublicationReaders.Failure(description: result.error) }
        plan = try #require(
            try JSONSerialization.jsonObject(with: runner.data("plan/plan.json")) as? [String: Any])
    }

    private var days: [[String: Any]] {
        ((plan["services"] as? [[String: Any]])?.first?["journees"] as? [[String: Any]]) ?? []
    }

    static func clock(_ minutes: Int) -> String { "\(minutes / 60):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)" }

    private static func date(_ days: Int) -> String {
        let formatter = DateFormatter()
        formatter.dateFormat = "yyyy-MM-dd"
        formatter.timeZone = TimeZone(identifier: "UTC")
        // 2027-01-04.
        return formatter.string(from: Date(timeIntervalSince1970: Double(20_822 + days) * 86_400))
    }

    /// Rows of some weeks: held, cancelled, late, short, or none at all; counts of people here and there.
    func table(weeks: Range<Int>, seed: UInt64) -> String {
        var random = RealisedRandom(seed)
        let names = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
        let cycle = days.compactMap { $0["semaine"] as? Int }.max() ?? 1
        var rows = ""
        for week in weeks {
            for day in days where day["semaine"] as? Int == week % cycle + 1 {
                let date = Self.date(7 * week + (names.firstIndex(of: day["jour"] as? String ?? "") ?? 0))
                var leave = 0
                for visit in day["visites"] as? [[String: Any]] ?? [] {
                    let openings = visit["ouvertures"] as? [[String: Int]] ?? []
                    for opening in openings {
                        guard let start = opening["debut"], let end = opening["fin"] else { continue }
                        let planned = openings.count > 1 || random.below(2) == 0 ? Self.clock(start) : ""
                        let place = "\(date);;\(visit["lieu"] ?? "");\(planned)"
                        switch random.below(10) {
                        case 0, 1: continue
                        case 2: rows += "\(place);annule;;;;;;;panne\n"
                        default:
                            let late = random.below(3) == 0 ? 5 * random.below(9) : 0
                            let short = random.below(4) == 0 ? 10 * random.below(4) : 0
                            let isTold = random.below(4) > 0 || late > 0
                            let arrival = max(leave + 1, start + late - 20 - random.below(25))
                            leave = end + 15 + random.below(20)
                            let people =
                                random.below(4) > 0 ? "\(random.below(7));\(random.below(9))" : ";"
                            rows +=
                                "\(place);\(late > 0 ? "retard" : "tenu");\(isTold ? Self.clock(start + late) : "");"
                                + "\(isTold ? Self.clock(end - short) : "");\(Self.clock(arrival));\(Self.clock(leave));\(people);\n"
                        }
                    }
                }
                if random.below(3) > 0 {
                    rows +=
                        "\(date);;depot-fourmies;;;;;\(Self.clock(1020 + 60 + random.below(20)));\(Self.clock(460 + random.below(20)));;;\n"
                }
            }
        }
        return Self.header + rows
    }

    /// A row of one opening of the first Monday.
    func row(_ cells: String) -> String { Self.header + cells + "\n" }

    /// Rows of a CSV file that the program wrote, by column.
    static func rows(_ text: String) -> [[String: String]] {
        let lines = text.replacingOccurrences(of: "\u{FEFF}", with: "").components(separatedBy: "\r\n")
            .filter { !$0.isEmpty }.map { $0.components(separatedBy: ";") }
        return lines.dropFirst().map {
            Dictionary(zip(lines[0], $0), uniquingKeysWith: { first, _ in first })
        }
    }
}

private struct RealisedRandom {
    private var state: UInt64
    init(_ seed: UInt64) { state = seed }

    mutating func below(_ count: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(count))
    }
}

@Suite("What happened against the plan")
struct RealisedCommandTests {
    @Test("Weeks, people and durations are those that Python counts from the two files", arguments: [1, 2, 3])
    func recount(_ seed: Int) throws {
        let item = try RealisedCase()
        let runner = item.runner
        defer { runner.remove() }
        // Thirteen weeks: Easter Monday is in the last one.
        try runner.write("realise.csv", item.table(weeks: 0..<13, seed: UInt64(seed)))
        let until = seed == 3 ? "2027-03-31" : "2027-04-04"
        let result = try runner.run(
            ["realise", "plan/plan.json", "realise.csv", "--sortie", "bilan", "--au", until, "--secret", "0"])
        #expect(result.code == 0, "\(result.error)")
        let found = try #require(
            try PublicationReaders.read(
                "recount_realised.py",
                ["plan/plan.json", "realise.csv"].map { runner.folder.appendingPathComponent($0).path } + [until])
                as? [String: Any])
        let weeks = try #require(found["weeks"] as? [[String: Any]])
        let rows = RealisedCase.rows(try runner.read("bilan/realise.csv"))
        #expect(rows.count == weeks.count && weeks.count == 13)
        let names = [
            "planned": "demi_journees_prevues", "least": "demi_journees_tenues_min", "most": "demi_journees_tenues_max",
            "held": "tenues", "cancelled": "annulees", "late": "en_retard", "late_minutes": "minutes_de_retard",
            "unknown": "inconnues", "fallen": "fermees", "to_come": "a_venir", "openings": "ouvertures",
            "parents": "parents", "uncounted": "tenues_sans_comptage", "monday": "du",
        ]
        for (row, week) in zip(rows, weeks) {
            for (key, name) in names {
                let wanted = week[key].map { $0 is NSNull ? "" : "\($0)" }
                #expect(row[name] == wanted, "seed \(seed), \(week["monday"] ?? ""), \(name)")
            }
            let (least, most) = (week["least"] as? Int ?? 0, week["most"] as? Int ?? 0)
            #expect(row["r01"] == (least >= 5 ? "tenu" : most < 5 ? "non_tenu" : "indecidable"))
        }
        let people = try #require(found["people"] as? [String: Int])
        let communes = RealisedCase.rows(try runner.read("bilan/realise-communes.csv"))
        for row in communes {
            #expect(row["parents"] == (people[row["code_insee"] ?? ""].map(String.init) ?? ""), "\(row)")
        }
        let legs = try #require(found["legs"] as? [[String: Any]])
        let durations = RealisedCase.rows(try runner.read("bilan/durees-apprises.csv"))
        #expect(durations.count == legs.count && legs.count > 6)
        for (row, leg) in zip(durations, legs) {
            let median = (leg["median"] as? NSNumber)?.doubleValue ?? -1
            #expect(row["de"] == leg["from"] as? String && row["vers"] == leg["to"] as? String)
            #expect(
                row["observations"] == "\(leg["count"] ?? "")" && row["minutes_prevues"] == "\(leg["planned"] ?? "")")
            #expect(Double((row["minutes_medianes"] ?? "").replacing(",", with: ".")) == median, "\(row)")
            #expect(row["minutes_min"] == "\(leg["least"] ?? "")" && row["minutes_max"] == "\(leg["most"] ?? "")")
        }
        // The same bytes for the same files.
        let again = try runner.run(
            ["realise", "plan/plan.json", "realise.csv", "--sortie", "encore", "--au", until, "--secret", "0"])
        #expect(again.code == 0)
        for name in try runner.files(in: "bilan") {
            #expect(try runner.data("bilan/" + name) == runner.data("encore/" + name), "\(name)")
        }
    }

    @Test("A plan made with learned durations drives them, says so, names their file, and is still valid")
    func learned() throws {
        let item = try RealisedCase()
        let runner = item.runner
        defer { runner.remove() }
        try runner.write("realise.csv", item.table(weeks: 0..<13, seed: 9))
        #expect(try runner.run(["realise", "plan/plan.json", "realise.csv", "--sortie", "bilan"]).code == 0)
        try runner.edit(
            "essai.yaml", "donnees: .",
            "donnees: .\ndurees_apprises: {fichier: bilan/durees-apprises.csv, observations_min: 4}")
        // The least change keeps the ways that were learned.
        let planned = try runner.run([
            "replanifier", "plan/plan.json", "--avec", "essai.yaml", "--sortie", "suite", "--duree", "20",
        ])
        #expect(planned.code == 0, "\(planned.error)")
        let durations = RealisedCase.rows(try runner.read("bilan/durees-apprises.csv"))
        let wanted = Dictionary(
            uniqueKeysWithValues: durations.filter { (Int($0["observations"] ?? "") ?? 0) >= 4 }.map { row in
                let median = Double((row["minutes_medianes"] ?? "").replacing(",", with: ".")) ?? -1
                return (["\(row["de"] ?? "")", "\(row["vers"] ?? "")"], Int(median.rounded(.up)))
            })
        let told = planned.error.components(separatedBy: "\n").filter { $0.contains("durée apprise") }
        let changed = durations.filter { row in
            let way = [row["de"] ?? "", row["vers"] ?? ""]
            return wanted[way].map { "\($0)" != row["minutes_prevues"] } ?? false
        }
        #expect(told.count == changed.count && !changed.isEmpty, "\(planned.error)")
        let plan = try #require(
            try JSONSerialization.jsonObject(with: runner.data("suite/plan.json")) as? [String: Any])
        let days = try #require((plan["services"] as? [[String: Any]])?.first?["journees"] as? [[String: Any]])
        var driven = 0
        for leg in days.flatMap({ $0["trajets"] as? [[String: Any]] ?? [] }) {
            let way = [leg["de"] as? String ?? "", leg["vers"] as? String ?? ""]
            guard let minutes = wanted[way], let start = leg["depart"] as? Int, let end = leg["arrivee"] as? Int else {
                continue
            }
            driven += 1
            #expect(end - start == minutes, "\(way)")
        }
        #expect(driven > 0)
        let sources = (plan["fichiers"] as? [[String: Any]])?.compactMap { $0["nom"] as? String }
        #expect(sources?.contains("durees-apprises.csv") == true, "\(sources ?? [])")
        #expect(try runner.run(["verifier", "suite/plan.json"]).code == 0)
        // Too few observations: said, and nothing changes.
        try runner.edit("essai.yaml", "observations_min: 4", "observations_min: 1000")
        let few = try runner.run(["planifier", "essai.yaml", "--sortie", "peu", "--duree", "5"])
        #expect(few.code == 0 && few.error.contains("il en faut 1000"), "\(few.error)")
        #expect(!(try runner.read("peu/plan.json")).contains("trajets_appris"))
    }

    @Test("Small numbers of people are nowhere, nor what would give them away")
    func smallCounts() throws {
        let item = try RealisedCase()
        let runner = item.runner
        defer { runner.remove() }
        // Three communes on three mornings of the first week: 2, 7 and 9 parents.
        let plan = try #require((item.plan["services"] as? [[String: Any]])?.first?["journees"] as? [[String: Any]])
        let names = ["lundi", "mardi", "mercredi", "jeudi", "vendredi"]
        let mornings = plan.filter { $0["semaine"] as? Int == 1 }.compactMap { day -> (Int, String)? in
            guard let index = names.firstIndex(of: day["jour"] as? String ?? ""),
                let venue = (day["visites"] as? [[String: Any]])?.first?["lieu"] as? String
            else { return nil }
            return (4 + index, venue)
        }
        try #require(mornings.count >= 3)
        let counts = [2, 7, 9]
        let rows = zip(mornings, counts).map { "2027-01-0\($0.0);;\($0.1);;tenu;;;;;\($1);;\n" }.joined()
        try runner.write("realise.csv", RealisedCase.header + rows)
        let result = try runner.run(["realise", "plan/plan.json", "realise.csv", "--sortie", "bilan", "--json"])
        #expect(result.code == 0, "\(result.error)")
        let communes = RealisedCase.rows(try runner.read("bilan/realise-communes.csv")).compactMap { $0["parents"] }
        #expect(communes.sorted() == ["9", "s", "s"])
        #expect(result.output.contains("\"nombre\" : 18"))
    }

    private static let wrong: [(cells: String, column: String, words: String)] = [
        ("2027-01-02;;V;;tenu;;;;;;;", "date", "hors du plan"),
        ("2027-01-10;;V;;tenu;;;;;;;", "date", "le plan n'a pas d'accueil"),
        ("04/13/2027;;V;;tenu;;;;;;;", "date", "n'est pas une date"),
        ("2027-01-04;autre;V;;tenu;;;;;;;", "service", "n'est pas dans le plan"),
        ("2027-01-04;;lieu-0;;tenu;;;;;;;", "lieu", "n'est pas dans le plan"),
        ("2027-01-04;;;;tenu;;;;;;;", "lieu", "valeur absente"),
        ("2027-01-04;;V;;fait;;;;;;;", "etat", "tenu, annule, retard"),
        ("2027-01-04;;V;;;;;;;;;", "etat", "valeur absente"),
        ("2027-01-04;;V;7:00;tenu;;;;;;;", "debut_prevu", "aucun accueil prévu à 7 h"),
        ("2027-01-04;;V;;retard;;;;;;;", "debut", "un retard sans l'heure"),
        ("2027-01-04;;V;;retard;8:30;;;;;;", "debut", "n'est pas après l'heure prévue"),
        ("2027-01-04;;V;;tenu;11:00;10:00;;;;;", "fin", "avant son début"),
        ("2027-01-04;;V;;tenu;9 heures;;;;;;", "debut", "n'est pas une heure"),
        ("2027-01-04;;V;;tenu;9:00;12:00;9:30;;;;", "arrivee", "après le début"),
        ("2027-01-04;;V;;tenu;9:00;12:00;;11:30;;;", "depart", "avant la fin"),
        ("2027-01-04;;V;;tenu;;;;;-3;;", "parents", "nombre entier"),
        ("2027-01-04;;V;;tenu;;;;;;deux;", "enfants", "nombre entier"),
        ("2027-01-04;;V;;annule;;;;;4;;", "parents", "annulé"),
        ("2027-01-04;;V;;annule;;;;;;;écrire à a.b@exemple.fr", "motif", "adresse électronique"),
        ("2027-01-04;;V;;annule;;;;;;;rappeler 06 00 00 00 00", "motif", "numéro de téléphone"),
        ("2027-01-04;;depot-fourmies;;tenu;;;;;;;", "etat", "est un dépôt"),
        ("2027-01-04;;V;;tenu;;;;;;;\n2027-01-04;;V;;annule;;;;;;;", "lieu", "déjà dit à la ligne 2"),
        ("2027-01-04;;V;;tenu", "", "cellules trouvées"),
    ]

    @Test("What cannot be is told with its line and column, and nothing is written")
    func refusals() throws {
        let item = try RealisedCase()
        let runner = item.runner
        defer { runner.remove() }
        let monday = try #require(
            (item.plan["services"] as? [[String: Any]])?.first?["journees"] as? [[String: Any]]
        ).first { $0["semaine"] as? Int == 1 && $0["jour"] as? String == "lundi" }
        let venue = try #require((monday?["visites"] as? [[String: Any]])?.first?["lieu"] as? String)
        func run(_ table: String) throws -> CommandRunner.Result {
            try runner.write("realise.csv", table)
            return try runner.run(["realise", "plan/plan.json", "realise.csv", "--sortie", "bilan"])
        }
        for (cells, column, words) in Self.wrong {
            let result = try run(item.row(cells.replacing(";V;", with: ";\(venue);")))
            #expect(result.code == 2, "\(cells): \(result.output)")
            #expect(result.error.contains(words), "\(cells): \(result.error)")
            if !column.isEmpty {
                #expect(result.error.contains(", colonne \(column) : "), "\(cells): \(result.error)")
            }
            #expect(!FileManager.default.fileExists(atPath: runner.folder.appendingPathComponent("bilan").path))
        }
        for (name, words) in [
            ("nom_du_parent", "jamais ce qui désigne une personne"),
            ("telephone", "jamais ce qui désigne une personne"),
            ("E-mail", "jamais ce qui désigne une personne"), ("meteo", "inconnue"), ("date", "en double"),
        ] {
            let result = try run(
                String(RealisedCase.header.dropLast()) + ";\(name)\n2027-01-04;;\(venue);;tenu;;;;;;;;x\n")
            #expect(result.code == 2 && result.error.contains(words), "\(name): \(result.error)")
        }
        #expect(try run("").code == 2)
        #expect(try run("date;lieu\n2027-01-04;\(venue)\n").error.contains("colonne « etat » absente"))
        let sound = try run(item.row("2027-01-04;;\(venue);;tenu;;;;;;;"))
        #expect(sound.code == 0 && sound.output.contains("inconnus"), "\(sound.error)")
        #expect(try runner.run(["realise", "plan/plan.json", "realise.csv", "--sortie", "bilan"]).code == 74)
        #expect(
            try runner.run(["realise", "plan/plan.json", "realise.csv", "--sortie", "b", "--au", "2026-01-01"]).code
                == 2)
    }

    private static let wrongDurations: [(rows: String, code: Int32, words: String)] = [
        ("lieu-0;lieu-59601;9;20;", 0, "ligne 2, colonne de : « lieu-0 » n'est ni un lieu ni un dépôt"),
        ("depot-fourmies;lieu-59601;4;20;", 0, "4 observations, il en faut 5"),
        ("depot-fourmies;lieu-59601;9;vingt;", 2, "ligne 2, colonne minutes_medianes : « vingt » n'est pas un nombre"),
        ("depot-fourmies;lieu-59601;9;4000;", 2, "colonne minutes_medianes"),
        ("depot-fourmies;lieu-59601;;20;", 2, "colonne observations : valeur absente"),
        (
            "depot-fourmies;lieu-59601;9;20;\ndepot-fourmies;lieu-59601;9;21;", 2,
            "ligne 3, colonne de : ce trajet est déjà"
        ),
        ("depot-fourmies;lieu-59601;9;20,5;", 0, "de « depot-fourmies » à « lieu-59601 », 21 min au lieu de"),
    ]

    @Test(
        "Learned durations that are wrong are told with their line; those of other places or seen too seldom are left")
    func learnedFiles() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        try runner.edit("essai.yaml", "donnees: .", "donnees: .\ndurees_apprises: durees.csv")
        func check() throws -> CommandRunner.Result { try runner.run(["expliquer", "essai.yaml", "--duree", "20"]) }
        #expect(try check().code == 2)
        for (rows, code, words) in Self.wrongDurations {
            try runner.write("durees.csv", "de;vers;observations;minutes_medianes;minutes_prevues\n\(rows)\n")
            let result = try check()
            #expect(result.code == code && result.error.contains(words), "\(rows): \(result.error)")
        }
        try runner.edit(
            "essai.yaml", "durees_apprises: durees.csv", "durees_apprises: {fichier: durees.csv, observations_min: 0}")
        #expect(try check().error.contains("colonne observations_min"))
    }

    @Test("The template is read as it stands, once it has a row")
    func template() throws {
        let item = try RealisedCase()
        let runner = item.runner
        defer { runner.remove() }
        let template = try runner.run(["modele", "realise"])
        #expect(template.code == 0)
        let monday = try #require(
            (item.plan["services"] as? [[String: Any]])?.first?["journees"] as? [[String: Any]]
        ).first { $0["semaine"] as? Int == 1 && $0["jour"] as? String == "lundi" }
        let venue = try #require((monday?["visites"] as? [[String: Any]])?.first?["lieu"] as? String)
        try runner.write("realise.csv", template.output + "2027-01-04;;\(venue);;annule;;;;;;;\n")
        let result = try runner.run(["realise", "plan/plan.json", "realise.csv", "--sortie", "bilan"])
        #expect(result.code == 0, "\(result.error)")
        #expect(RealisedCase.rows(try runner.read("bilan/realise.csv")).first?["annulees"] == "1")
    }
}
