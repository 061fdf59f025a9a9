import Foundation
import Testing

/// Events that happen to three plans, as a planner would tell them.
@Suite("Scripted events")
struct PlanEventTests {
    /// A plan with what may happen to it: the words after `replanifier plan/plan.json`.
    struct Script: Sendable, CustomStringConvertible {
        var plan: String
        var options: [String]

        var description: String { ([plan] + options).joined(separator: " ") }
    }

    private static let twoVans = CommandRunner.scenario.replacing(
        "    depot: depot-fourmies\n    vehicule: van-1\n    equipe: equipe-1\n",
        with: """
                equipages:
                  - {vehicule: van-1, equipe: equipe-1, depot: depot-fourmies}
                  - {vehicule: van-2, equipe: equipe-2, depot: depot-avesnes}

            """)
    private static let promised = CommandRunner.scenario.replacing(
        "    poids: 1\n",
        with: """
                poids: 1
                epingles:
                  - {lieu: lieu-59601, servi: oui, jours: [mardi], demi_journee: matin, motif: promesse (exemple fictif)}
                  - {lieu: lieu-59012, servi: oui, vehicule: van-1}

            """
    ).replacing("  min_visites: 4", with: "  min_visites: 2")

    static let plans = ["un-vehicule": CommandRunner.scenario, "deux-vehicules": twoVans, "promesses": promised]

    /// Venues are named by their place among the plan's stops: `@0` is the first.
    static let scripts: [Script] = {
        func dated(_ event: String, _ from: String, _ until: String? = nil) -> [String] {
            ["--evenement", event, "--du", from] + (until.map { ["--au", $0] } ?? [])
        }
        let common: [[String]] = [
            dated("lieu-ferme=@0", "2027-02-01"), dated("lieu-ferme=@1", "2027-01-20"),
            dated("lieu-ferme=@0", "2027-01-18", "2027-01-22"), dated("lieu-ferme=@2", "2027-01-06", "2027-01-19"),
            dated("personne-absente=accueillant-1a", "2027-01-12", "2027-01-13"),
            dated("personne-absente=accueillant-1a", "2027-01-11", "2027-01-15"),
            dated("vehicule-arrete=van-1", "2027-01-18", "2027-01-24"),
            dated("vehicule-arrete=van-1", "2027-01-20", "2027-01-21"),
            ["--evenement", "jour-ferme=2027-01-07"], dated("commune-rejoint=59035", "2027-02-01"),
            dated("centre-social-ouvre=59249", "2027-02-01"),
            dated("lieu-ferme=@1", "2027-01-04", "2027-01-04") + ["--evenement", "jour-ferme=2027-01-14"],
        ]
        let own: [String: [[String]]] = [
            "un-vehicule": [["--avec", "essai.yaml"]],
            "deux-vehicules": [
                dated("vehicule-arrete=van-2", "2027-02-01"), dated("vehicule-arrete=van-2", "2027-01-13"),
            ],
            "promesses": [dated("lieu-ferme=lieu-59601", "2027-01-11", "2027-01-12")],
        ]
        return ["un-vehicule", "deux-vehicules", "promesses"].flatMap { plan in
            (common + (own[plan] ?? [])).map { Script(plan: plan, options: $0) }
        }
    }()

    private func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    private func days(_ runner: CommandRunner, _ file: String) throws -> [[String: Any]] {
        let services = try #require(try object(runner.read(file))["services"] as? [[String: Any]])
        return services.flatMap { $0["journees"] as? [[String: Any]] ?? [] }
    }

    /// The plan, once for all events of a run of the suite.
    private func planned(_ plan: String) throws -> CommandRunner {
        let runner = try CommandRunner()
        try runner.write("essai.yaml", try #require(Self.plans[plan]))
        let result = try runner.run(["planifier", "essai.yaml", "--sortie", "plan", "--ecart", "0,5", "--duree", "20"])
        #expect(result.code == 0, "\(result.error)")
        return runner
    }

    private func play(_ script: Script, in runner: CommandRunner) throws {
        let stops = Set(
            try days(runner, "plan/plan.json").flatMap {
                ($0["visites"] as? [[String: Any]] ?? []).compactMap { $0["lieu"] as? String }
            }
        ).sorted()
        var options = script.options
        for index in 0..<3 { options = options.map { $0.replacing("@\(index)", with: stops[index % stops.count]) } }
        let result = try runner.run(
            ["replanifier", "plan/plan.json", "--sortie", "suite", "--remplacer", "--json", "--ecart", "0,5"] + options)
        defer { try? FileManager.default.removeItem(at: runner.folder.appendingPathComponent("suite")) }
        // For good, a promise is never given up: there is no plan then, and nothing is written.
        let promises = script.plan == "promesses" ? ["lieu-ferme=lieu-59601", "lieu-ferme=lieu-59012"] : []
        if !options.contains("--au"), options.contains(where: promises.contains) {
            #expect(result.code == 4 && result.error.contains("(d'après la recherche)"), "\(script): \(result.error)")
            #expect(!FileManager.default.fileExists(atPath: runner.folder.appendingPathComponent("suite").path))
            return
        }
        #expect(result.code == 0, "\(script): \(result.error)")
        guard result.code == 0 else { return }
        let summary = try object(result.output)
        let weeks = try #require(summary["semaines"] as? [[String: Any]])
        // Every plan that comes out passes the check.
        let files = try runner.files(in: "suite").filter { $0.hasSuffix("plan.json") }
        #expect(files.count == weeks.count + 1)
        for file in files {
            let check = try runner.run(["verifier", "suite/\(file)"])
            #expect(check.code == 0, "\(script), \(file): \(check.output)\(check.error)")
        }
        // A plan that goes on is the same, byte for byte.
        let lasts = !script.options.contains("--au") && !script.options.contains { $0.hasPrefix("jour-ferme") }
        if !lasts || script.options.contains("--avec") {
            #expect(try runner.data("suite/plan.json") == runner.data("plan/plan.json"), "\(script)")
            #expect((summary["changements"] as? [Any])?.isEmpty == true)
        } else {
            let least = (summary["poids_minimal"] as? [String: Int])?.values.reduce(0, +) ?? 0
            #expect(try #require(summary["poids"] as? Int) >= least)
        }
        for week in weeks {
            let monday = try #require(week["lundi"] as? String)
            let folder = "suite/semaine-\(monday)"
            #expect(week["poids"] as? Int ?? 0 > 0)
            // Days before the first one that may change are those of the plan.
            guard let index = script.options.firstIndex(of: "--du") else { continue }
            let names = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
            let start = try #require(ISO8601DateFormatter().date(from: monday + "T00:00:00Z"))
            let from = try #require(ISO8601DateFormatter().date(from: script.options[index + 1] + "T00:00:00Z"))
            let cycleWeek = try cycleWeek(start)
            func lived(_ days: [[String: Any]], _ week: Int) throws -> [Data] {
                try days.filter { day in
                    guard let name = day["jour"] as? String, let place = names.firstIndex(of: name) else {
                        return false
                    }
                    return day["semaine"] as? Int == week && start.addingTimeInterval(86_400 * Double(place)) < from
                }.map {
                    try JSONSerialization.data(withJSONObject: $0["visites"] ?? [Any](), options: .sortedKeys)
                }
            }
            #expect(
                try lived(days(runner, folder + "/plan.json"), 1) == lived(days(runner, "plan/plan.json"), cycleWeek),
                "\(script)")
        }
        let told = try runner.read("suite/annonces.txt")
        #expect(told.isEmpty == false)
    }

    private func cycleWeek(_ monday: Date) throws -> Int {
        let first = try #require(ISO8601DateFormatter().date(from: "2027-01-04T00:00:00Z"))
        return Int(monday.timeIntervalSince(first) / 86_400 / 7) % 4 + 1
    }

    @Test("There are at least forty of them")
    func count() { #expect(Self.scripts.count >= 40) }

    @Test("A tenth of them: every result passes the check, nothing lived changes, what goes on stays byte for byte")
    func tenth() throws {
        for plan in ["un-vehicule", "promesses"] {
            let runner = try planned(plan)
            defer { runner.remove() }
            let own = Self.scripts.filter { $0.plan == plan }
            for script in [own[plan == "promesses" ? own.count - 1 : 7], own[plan == "promesses" ? 4 : 2]] {
                try play(script, in: runner)
            }
        }
    }

    @Test(
        "LongScripted: every result passes the check, nothing lived changes, what goes on stays byte for byte",
        .enabled(if: ProcessInfo.processInfo.environment["ITINERANCE_LONG"] != nil),
        arguments: ["un-vehicule", "deux-vehicules", "promesses"])
    func long(plan: String) throws {
        let runner = try planned(plan)
        defer { runner.remove() }
        for script in Self.scripts.filter({ $0.plan == plan }) { try play(script, in: runner) }
    }
}
