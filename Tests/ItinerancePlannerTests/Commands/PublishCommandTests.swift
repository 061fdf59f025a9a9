import Foundation
import Testing

@Suite("Command publier")
struct PublishCommandTests {
    private func runner() throws -> CommandRunner {
        let runner = try CommandRunner()
        #expect(try runner.plan().code == 0)
        return runner
    }

    @Test("A publication leads to all its files, gives the same bytes twice, and takes away what has no place any more")
    func twice() throws {
        let runner = try runner()
        defer { runner.remove() }
        #expect(try runner.run(["publier", "plan/plan.json", "--sortie", "un", "--sans-pdf"]).code == 0)
        #expect(try runner.run(["publier", "plan/plan.json", "--sortie", "deux", "--sans-pdf"]).code == 0)
        let names = try runner.files(in: "un")
        #expect(try names == runner.files(in: "deux"))
        for name in names { #expect(try runner.data("un/\(name)") == runner.data("deux/\(name)"), "\(name)") }
        var manifest = try #require(
            try JSONSerialization.jsonObject(with: runner.data("un/sommaire.json")) as? [String: Any])
        var parts = try #require(manifest["fichiers"] as? [String: [String]])
        #expect(Set(parts.values.joined()).union(["index.html", "sommaire.json"]) == Set(names))
        #expect(names.allSatisfy { name in name.allSatisfy { $0.isASCII && $0 != " " } })
        // The index leads to each of them, by a name that a person would say.
        let links = try runner.read("un/index.html")
            .matches(of: /<a href="([^"]+)"><bdi>([^<]+)<\/bdi><\/a>/)
        #expect(links.map { String($0.output.1) }.sorted() == parts.values.joined().sorted())
        for link in links {
            let file = link.output.1.split(separator: "/").last ?? ""
            #expect(!link.output.2.contains(file), "\(link.output.2)")
        }
        // A file of a part that is not made any more goes; one that somebody else put there stays.
        try runner.write("un/notes.txt", "à garder")
        parts["affiches", default: []].append("affiches/ancienne.html")
        manifest["fichiers"] = parts
        try JSONSerialization.data(withJSONObject: manifest).write(
            to: runner.folder.appendingPathComponent("un/sommaire.json"))
        try FileManager.default.createDirectory(
            at: runner.folder.appendingPathComponent("un/affiches"), withIntermediateDirectories: true)
        try runner.write("un/affiches/ancienne.html", "ancienne")
        let kept = try runner.run(["publier", "plan/plan.json", "--sortie", "un", "--sans-pdf"])
        #expect(kept.code == 74)
        let again = try runner.run(["publier", "plan/plan.json", "--sortie", "un", "--sans-pdf", "--remplacer"])
        #expect(again.code == 0)
        #expect(try runner.files(in: "un") == (names + ["notes.txt"]).sorted())
    }

    @Test("The report draws the search that made the plan, none of another plan, and names the fault of a broken log")
    func search() throws {
        let runner = try runner()
        defer { runner.remove() }
        func report(_ folder: String) throws -> (result: CommandRunner.Result, page: String?) {
            let result = try runner.run([
                "publier", "plan/plan.json", "--sortie", folder, "--seulement", "rapport", "--sans-pdf",
            ])
            return (result, try? runner.read("\(folder)/rapport/rapport.html"))
        }
        let log = try runner.read("plan/recherche.csv")
        let last = try #require(log.split(separator: "\n").last).split(separator: ";")
        let drawn = try report("un")
        #expect(drawn.page?.contains("id=\"recherche\"") == true)
        #expect(try runner.read("un/rapport/graphiques/recherche.csv") == log)
        let value = try #require(
            (try JSONSerialization.jsonObject(with: runner.data("plan/plan.json")) as? [String: Any])?["valeur"]
                as? Double)
        #expect(Double(last[1]) == value)
        // A log of another plan: its last value is not this plan's.
        try runner.write("plan/recherche.csv", log + "99;\(value + 1);\(value + 1);0;1;1\n")
        #expect(try report("deux").page?.contains("id=\"recherche\"") == false)
        for (line, words) in [
            ("99;x;1;0;1;1", "valeur"), ("99;1;inf;0;1;1", "borne"), ("-1;1;1;0;1;1", "secondes"), ("99;1;1", "3"),
            ("99;1;1;0;1e300;1", "colonnes"),
        ] {
            try runner.write("plan/recherche.csv", log + line + "\n")
            let broken = try report("trois")
            #expect(broken.result.code == 2, "\(line)")
            #expect(broken.result.error.contains("plan/recherche.csv, ligne"), "\(broken.result.error)")
            #expect(broken.result.error.contains(words), "\(broken.result.error)")
            #expect(broken.page == nil)
        }
    }

    @Test(
        "Ctrl-C while pages are printed ends it at once: nothing is written, WeasyPrint stops, and no file of its is left"
    )
    func interrupted() throws {
        let runner = try runner()
        defer { runner.remove() }
        try EndlessRenderer.interrupt(
            ["publier", "plan/plan.json", "--sortie", "publication", "--seulement", "rapport"], runner)
        #expect(!FileManager.default.fileExists(atPath: runner.folder.appendingPathComponent("publication").path))
    }

    @Test(
        "An office of a plan that no scenario could say is refused: no link, style or picture of it reaches a page",
        arguments: [
            ("site", "javascript:alert(1)"), ("couleur", "red;} body {display: none"), ("couleur", "#ffffff"),
            ("couleur", "#+12345"), ("logo", "data:text/html,<script>alert(1)</script>"), ("siret", "1234567890123x"),
            ("logo", "data:image/png;base64,\"><script>"),
        ])
    func hostileOffice(key: String, text: String) throws {
        let runner = try runner()
        defer { runner.remove() }
        var plan = try #require(
            try JSONSerialization.jsonObject(with: runner.data("plan/plan.json")) as? [String: Any])
        var data = try #require(plan["donnees"] as? [String: Any])
        var office = try #require(data["bureau"] as? [String: Any])
        office[key] = text
        data["bureau"] = office
        plan["donnees"] = data
        try JSONSerialization.data(withJSONObject: plan).write(to: runner.folder.appendingPathComponent("hostile.json"))
        let result = try runner.run(["publier", "hostile.json", "--sortie", "publication", "--sans-pdf"])
        #expect(result.code == 2)
        #expect(result.error.contains("donnees.bureau"))
        #expect(try !runner.leftovers().contains("publication"))
    }

    @Test("What cannot be published is told, and nothing is written")
    func refused() throws {
        let runner = try runner()
        defer { runner.remove() }
        let cases: [([String], Int32, String)] = [
            (["--seulement", "afiches"], 64, "« afiches » n'est pas une partie"),
            (["--du", "04/01/2027"], 64, "--du attend une date"),
            (["--du", "2020-01-06"], 2, "rien n'est prévu avant"),
            (["--du", "2027-02-01", "--au", "2027-01-31"], 2, "avant de commencer"),
            (["--au", "2040-01-01"], 2, "deux ans"), (["--contours", "absent.geojson"], 2, "absent.geojson"),
            (["--gabarits", "absent"], 2, "absent"),
        ]
        for (options, code, words) in cases {
            let result = try runner.run(["publier", "plan/plan.json", "--sortie", "publication"] + options)
            #expect(result.code == code, "\(options): \(result.error)")
            #expect(result.error.contains(words), "\(options): \(result.error)")
            #expect(try runner.leftovers() == ["plan"], "\(options)")
        }
    }

    @Test(
        "A changed week that is none of the plan's, comes twice or does not pass the check is told, and nothing is written"
    )
    func changedWeeks() throws {
        let runner = try runner()
        defer { runner.remove() }
        func stop(_ file: String) throws -> Substring {
            try #require(runner.read(file).firstMatch(of: /"lieu" : "(lieu-\d+)",\s+"ouvertures"/)).output.1
        }
        let replanned = try runner.run([
            "replanifier", "plan/plan.json", "--evenement", "lieu-ferme=\(try stop("plan/plan.json"))", "--du",
            "2027-01-18", "--au", "2027-01-22", "--sortie", "suite",
        ])
        #expect(replanned.code == 0, "\(replanned.error)")
        let week = "suite/semaine-2027-01-18/plan.json"
        try runner.write(
            "faux.json",
            runner.read(week).replacing("\"lieu\" : \"\(try stop(week))\",", with: "\"lieu\" : \"lieu-0\","))
        func publish(_ weeks: [String]) throws -> (code: Int32, error: String) {
            let result = try runner.run(
                ["publier", "plan/plan.json", "--sortie", "p", "--sans-pdf", "--seulement", "calendriers", "--semaine"]
                    + weeks)
            return (result.code, result.error)
        }
        let cases: [([String], Int32, String)] = [
            (["plan/plan.json"], 2, "n'est pas le plan d'une seule semaine"), ([week, week], 2, "deux plans"),
            (["absent.json"], 2, "absent.json"), (["faux.json"], 3, "faux.json : ce plan ne passe pas le contrôle"),
        ]
        for (weeks, code, words) in cases {
            let result = try publish(weeks)
            #expect(result.code == code && result.error.contains(words), "\(weeks): \(result)")
            #expect(!FileManager.default.fileExists(atPath: runner.folder.appendingPathComponent("p").path))
        }
        #expect(try publish([week]).code == 0)
    }

    @Test("An office's template takes the place of ours; one that is broken or unknown is told with its file and line")
    func templates() throws {
        let runner = try runner()
        defer { runner.remove() }
        try FileManager.default.createDirectory(
            at: runner.folder.appendingPathComponent("gabarits"), withIntermediateDirectories: true)
        try runner.write("gabarits/index.mustache", "<title>Chez nous</title>\n")
        let publish = [
            "publier", "plan/plan.json", "--sortie", "p", "--seulement", "calendriers", "--gabarits", "gabarits",
        ]
        #expect(try runner.run(publish).code == 0)
        #expect(try runner.read("p/index.html").contains("Chez nous"))
        try runner.write("gabarits/index.mustache", "<h1>\n{{#parts}}\n{{title}}\n")
        let broken = try runner.run(publish + ["--remplacer"])
        #expect(broken.code == 2)
        #expect(broken.error.contains("gabarits/index.mustache") && broken.error.contains("gabarit mal écrit"))
        #expect(broken.error.contains(", ligne "), "\(broken.error)")
        #expect(try runner.read("p/index.html").contains("Chez nous"))
        try runner.write("gabarits/index.mustache", "{{title}}")
        try runner.write("gabarits/afiche.mustache", "{{title}}")
        let unknown = try runner.run(publish + ["--remplacer"])
        #expect(unknown.code == 2 && unknown.error.contains("afiche.mustache"))
    }

    @Test("Logo, colour, site and SIRET of the office are looked at when the scenario is read")
    func office() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        let text = try runner.read("essai.yaml")
        func plan(_ office: String) throws -> CommandRunner.Result {
            try runner.write("essai.yaml", text + "\nbureau:\n" + office)
            return try runner.plan(["--remplacer"])
        }
        try runner.write("logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
        #expect(
            try plan("  nom: Bureau\n  logo: logo.svg\n  couleur: \"#7A1F2B\"\n  siret: 123 456 789 01234\n").code == 0)
        #expect(try runner.read("plan/plan.json").contains("data:image/svg+xml;base64,"))
        for (office, words) in [
            ("  couleur: \"#ffee00\"\n", "contraste"), ("  couleur: rouge\n", "#rrvvbb"),
            ("  logo: absent.png\n", "introuvable"), ("  logo: logo.gif\n", "PNG ou SVG"),
            ("  siret: 12\n", "14 chiffres"), ("  site: www.exemple.fr\n", "https://"), ("  couleurs: x\n", "couleurs"),
        ] {
            let result = try plan(office)
            #expect(result.code == 2 && result.error.contains(words), "\(office): \(result.error)")
        }
    }

    @Test("A preview serves the folder on this machine only, nothing outside it, until it is interrupted")
    func preview() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        try FileManager.default.createDirectory(
            at: runner.folder.appendingPathComponent("p/pages"), withIntermediateDirectories: true)
        try runner.write("p/index.html", "<h1>Sommaire</h1>")
        try runner.write("p/pages/été.csv", "a;b")
        try runner.write("secret.txt", "secret")
        try FileManager.default.createSymbolicLink(
            at: runner.folder.appendingPathComponent("p/lien.txt"),
            withDestinationURL: runner.folder.appendingPathComponent("secret.txt"))
        #expect(try runner.run(["apercu", "absent"]).code == 2)
        #expect(try runner.run(["apercu", "p/pages"]).code == 2)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = CommandRunner.ownSignals + [CommandRunner.program.path, "apercu", "p", "--port", "18087"]
        process.currentDirectoryURL = runner.folder
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        #expect(line.contains("http://127.0.0.1:18087/"))
        func curl(_ arguments: [String]) throws -> String {
            let data = try PublicationReaders.run(["curl", "-s", "--path-as-is", "-w", " %{http_code}"] + arguments)
            return String(decoding: data, as: UTF8.self)
        }
        let root = "http://127.0.0.1:18087"
        #expect(try curl([root + "/"]) == "<h1>Sommaire</h1> 200")
        #expect(try curl([root + "/pages/%C3%A9t%C3%A9.csv"]) == "a;b 200")
        let head = try curl(["-I", root + "/pages/%C3%A9t%C3%A9.csv"])
        #expect(head.contains("text/csv; charset=utf-8") && head.contains("Content-Length: 3"), "\(head)")
        try runner.write("p/pages/index.html", "<p>Pages</p>")
        #expect(
            try curl(["-L", root + "/pages"]) == "<p>Pages</p> 200", "links of a folder's page start from the folder")
        let other = try curl(["-H", "Host: exemple.fr", root + "/"])
        #expect(other.hasSuffix(" 403") && !other.contains("Sommaire"), "a name that another site points here")
        for path in ["/../secret.txt", "/%2e%2e/secret.txt", "/pages/..%2f..%2fsecret.txt", "/lien.txt", "/absent"] {
            let answer = try curl([root + path])
            #expect(answer.hasSuffix(" 404") && !answer.contains("secret"), "\(path)")
        }
        #expect(try curl(["-X", "POST", root + "/"]).hasSuffix(" 405"))
        let second = try runner.run(["apercu", "p", "--port", "18087"])
        #expect(second.code == 74 && second.error.contains("--port"))
        process.interrupt()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }
}
