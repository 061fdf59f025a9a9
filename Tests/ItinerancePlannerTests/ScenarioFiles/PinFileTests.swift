import Foundation
import Testing

/// A scenario file edited by `epingler` and `liberer`, read by PyYAML before and after.
private struct PinnedFile {
    let runner: CommandRunner
    let before: Data

    static let wish = ["--motif", "demande de la mairie", "--auteur", "responsable du service", "--date", "2027-01-02"]

    init(_ text: String) throws { try self.init(Data(text.utf8)) }

    init(_ data: Data) throws {
        runner = try CommandRunner()
        before = data
        try data.write(to: runner.folder.appendingPathComponent("essai.yaml"))
    }

    var now: Data { get throws { try runner.data("essai.yaml") } }

    func pin(_ arguments: [String], by wish: [String] = wish) throws -> CommandRunner.Result {
        try runner.run(["epingler", "essai.yaml", "--sans-recherche"] + arguments + wish)
    }

    func release(_ arguments: [String]) throws -> CommandRunner.Result {
        try runner.run(["liberer", "essai.yaml"] + arguments)
    }

    /// What PyYAML reads.
    static func read(_ data: Data) throws -> [String: Any] {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).yaml")
        defer { try? FileManager.default.removeItem(at: url) }
        try data.write(to: url)
        let read = try PublicationReaders.read("read_yaml.py", [url.path]) as? [[String: Any]]
        return try #require(read?.first)
    }

    /// The data without the pins of a service, and those pins.
    static func parts(_ data: Data, service: Int = 0) throws -> (rest: NSDictionary, pins: [NSDictionary]) {
        var root = try read(data)
        var services = try #require(root["services"] as? [[String: Any]])
        let pins = services[service].removeValue(forKey: "epingles") as? [[String: Any]] ?? []
        root["services"] = services
        return (root as NSDictionary, pins.map { $0 as NSDictionary })
    }

    /// The data are the old ones and one pin more; outside one inserted stretch every byte is the old one.
    func holdsOneMore(_ pin: [String: Any], service: Int = 0, _ name: String = "") throws {
        let after = try now
        let (old, new) = (try Self.parts(before, service: service), try Self.parts(after, service: service))
        #expect(new.rest == old.rest, "\(name)")
        #expect(new.pins == old.pins + [pin as NSDictionary], "\(name)")
        let head = zip(before, after).prefix { $0 == $1 }.count
        #expect(after.dropFirst(head + after.count - before.count) == before.dropFirst(head), "\(name)")
    }

    static func made(_ fields: [String: Any]) -> [String: Any] {
        fields.merging(
            ["motif": "demande de la mairie", "auteur": "responsable du service", "date": "2027-01-02"]
        ) { own, _ in own }
    }
}

@Suite("Promises in a scenario file")
struct PinFileTests {
    private static let end = "\n    poids: 1\nparametres:\n  min_visites: 4\n"
    private static let plain = CommandRunner.scenario + "\n"

    private static let forms: [(name: String, text: String)] = [
        ("no key", plain),
        ("no final end of line", CommandRunner.scenario),
        ("services last", plain.replacing("parametres:\n  min_visites: 4\n", with: "")),
        ("services last, no end of line", plain.replacing("\nparametres:\n  min_visites: 4\n", with: "")),
        ("CRLF", plain.replacing("\n", with: "\r\n")),
        ("CR", plain.replacing("\n", with: "\r")),
        ("mark", "\u{FEFF}" + plain),
        ("comments", plain.replacing(end, with: "    # la suite : à venir\n\n# ----\n" + end.dropFirst())),
        ("empty list", plain.replacing(end, with: "\n    epingles: []" + end)),
        ("empty list with a space and a remark", plain.replacing(end, with: "\n    epingles: [ ]  # rien" + end)),
        (
            "flow list",
            plain.replacing(end, with: "\n    epingles: [{lieu: lieu-59012, servi: non, motif: \"a, ]} b\"}]" + end)
        ),
        (
            "flow list on lines",
            plain.replacing(
                end,
                with:
                    "\n    epingles: [  # l'une\n      {lieu: lieu-59012, servi: non, motif: 'l''autre #] '},  # et\n"
                    + "      {commune: \"59249\", servi: oui}  # l'autre ]\n    ]" + end)
        ),
        (
            "flow list with a last comma",
            plain.replacing(end, with: "\n    epingles: [{lieu: lieu-59012, servi: non}, ]" + end)
        ),
        (
            "block list",
            plain.replacing(
                end,
                with:
                    "\n    epingles:   # promis\n      - lieu: lieu-59012\n        servi: non   # salle\n      # la suite\n"
                    + end.dropFirst())
        ),
        (
            "block list at the column of its key, with wide dashes",
            plain.replacing(
                end, with: "\n    epingles:\n    -   lieu: lieu-59012\n        servi: non\n    # fin" + end)
        ),
        (
            "block list in the middle, text on lines",
            plain.replacing(
                "    type: LR\n",
                with:
                    "    type: LR\n    epingles:\n      - lieu: lieu-59012\n        servi: non\n        motif: >-\n          salle\n          en travaux\n\n"
            )
        ),
        (
            "an anchor used once",
            plain.replacing(end, with: "\n    epingles:\n      - lieu: lieu-59012\n        jours: &j [lundi]" + end)
        ),
        ("odd ends of line in a remark", plain.replacing("nom: Essai", with: "nom: Essai # a\u{2028}# b\u{85}# c")),
    ]

    @Test("A promise is written in every form of file, and its release gives back the same bytes", arguments: forms)
    func form(_ form: (name: String, text: String)) throws {
        let file = try PinnedFile(form.text)
        defer { file.runner.remove() }
        let pinned = try file.pin(["--lieu", "lieu-59601", "--jours", "mardi, jeudi", "--debut", "14:00"])
        #expect(pinned.code == 0, "\(form.name): \(pinned.error)")
        try file.holdsOneMore(
            PinnedFile.made(["lieu": "lieu-59601", "jours": ["mardi", "jeudi"], "debut": "14:00"]), form.name)
        let released = try file.release(["--lieu", "lieu-59601"])
        #expect(released.code == 0, "\(form.name): \(released.error)")
        #expect(released.output.contains("demande de la mairie ; posée le 2 janvier 2027 par responsable du service"))
        #expect(try file.now == file.before, "\(form.name)")
        #expect(try file.runner.leftovers().isEmpty)
    }

    @Test("A file in Windows-1252 keeps its encoding; a character it has not is refused")
    func oldEncoding() throws {
        let data = try #require(
            Self.plain.replacing("LR d'essai", with: "Été à Trélon").data(using: .windowsCP1252))
        let file = try PinnedFile(data)
        defer { file.runner.remove() }
        #expect(try file.pin(["--lieu", "lieu-59601", "--servi", "oui"], by: Self.by("décidé")).code == 0)
        let after = try #require(String(data: try file.now, encoding: .windowsCP1252))
        #expect(after.contains("Été à Trélon") && after.contains("motif: décidé"))
        #expect(try file.release(["--lieu", "lieu-59601"]).code == 0)
        #expect(try file.now == data)
        #expect(try file.pin(["--lieu", "lieu-59601", "--servi", "oui"], by: Self.by("→ oui")).code == 2)
        #expect(try file.now == data)
    }

    private static func by(_ reason: String) -> [String] { ["--motif", reason, "--auteur", "élu"] }

    @Test(
        "A reason comes back as it was given, whatever is in it",
        arguments: [
            "oui", "null", "12", "a: b", "- a", "# a", "l'accueil « d'Anor », à 14 h (été) ; suite", "a \"b\" \\ 'c'",
            " bords ", "ligne\nligne\ttab", "[a, {b}]", "&a *b !c %d @e `f", "fin:", "œuvre – 20 °C", "日本 🎪", "~",
        ])
    func reason(_ text: String) throws {
        for list in ["", "\n    epingles: []"] {
            let file = try PinnedFile(Self.plain.replacing(Self.end, with: list + Self.end))
            defer { file.runner.remove() }
            let result = try file.pin(
                ["--lieu", "lieu-59601", "--servi", "oui", "--date", "2027-01-02"], by: Self.by(text))
            #expect(result.code == 0, "\(result.error)")
            try file.holdsOneMore([
                "lieu": "lieu-59601", "servi": "oui", "motif": text, "auteur": "élu", "date": "2027-01-02",
            ])
        }
    }

    @Test("One field is released, in both forms of list; a promise that asks for nothing any more goes as a whole")
    func fields() throws {
        let block =
            "\n    epingles:\n      - servi: oui  # promis\n        lieu: lieu-59601\n        jours: [mardi]  # a\n"
            + "        # b\n        debut: \"14:00\"\n      - lieu: lieu-59012\n        servi: non" + Self.end
        let flow =
            "\n    epingles: [{servi: oui, lieu: lieu-59601, jours: [mardi], debut: \"14:00\"}, {lieu: lieu-59012, servi: non}]"
            + Self.end
        for text in [block, flow] {
            let file = try PinnedFile(Self.plain.replacing(Self.end, with: text))
            defer { file.runner.remove() }
            #expect(try file.release(["--lieu", "lieu-59601", "--champ", "jours"]).code == 0)
            #expect(
                try PinnedFile.parts(file.now).pins == [
                    ["servi": "oui", "lieu": "lieu-59601", "debut": "14:00"], ["lieu": "lieu-59012", "servi": "non"],
                ])
            #expect(try file.release(["--lieu", "lieu-59601", "--champ", "jours"]).code == 2)
            #expect(try file.release(["--lieu", "lieu-59601", "--champ", "servi"]).code == 0)
            #expect(
                try PinnedFile.parts(file.now).pins == [
                    ["lieu": "lieu-59601", "debut": "14:00"], ["lieu": "lieu-59012", "servi": "non"],
                ])
            let last = try file.release(["--lieu", "lieu-59601", "--champ", "debut", "jours"])
            #expect(last.code == 0 && last.output.contains("Retirée (ligne"))
            #expect(try PinnedFile.parts(file.now).pins == [["lieu": "lieu-59012", "servi": "non"]])
            #expect(try PinnedFile.parts(file.now).rest == PinnedFile.parts(file.before).rest)
        }
    }

    @Test("The file keeps its rights, and a link stays a link")
    func rights() throws {
        let file = try PinnedFile(Self.plain)
        defer { file.runner.remove() }
        let target = file.runner.folder.appendingPathComponent("essai.yaml")
        let link = file.runner.folder.appendingPathComponent("lien.yaml")
        chmod(target.path, 0o640)
        try FileManager.default.createSymbolicLink(atPath: link.path, withDestinationPath: "essai.yaml")
        let result = try file.runner.run(
            ["epingler", "lien.yaml", "--sans-recherche", "--lieu", "lieu-59601", "--servi", "oui"] + PinnedFile.wish)
        #expect(result.code == 0, "\(result.error)")
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == "essai.yaml")
        let rights = try FileManager.default.attributesOfItem(atPath: target.path)[.posixPermissions] as? Int
        #expect(rights == 0o640)
        try file.holdsOneMore(PinnedFile.made(["lieu": "lieu-59601", "servi": "oui"]))
    }
}

/// Drawn wishes on the scenarios of the Nord.
@Suite("Promises on the scenarios of the Nord")
struct PinnedScenarioTests {
    private static let cases: [(name: String, service: String, index: Int, venues: [String])] = [
        ("avesnois", "lr-avesnois", 0, ["lieu-59601", "lieu-59249", "lieu-59525"]),
        ("avesnois-epingles", "lr-avesnois", 0, ["lieu-59601", "lieu-59249", "lieu-59555"]),
        ("sambre-deux-vehicules", "lr-sambre-avesnois", 0, ["lieu-59601", "lieu-59249"]),
        ("services-partages", "m1000j-sambre-avesnois", 1, ["lieu-59601", "lieu-59249"]),
        ("quatre-services", "m1000j", 1, ["lieu-59601", "lieu-59249"]),
        ("quatre-services", "lr", 0, ["lieu-59601", "lieu-59249"]),
    ]

    @Test(
        "Data are the old ones and the promise, all other bytes stay, and a release gives them back", arguments: 0..<12)
    func drawn(_ number: Int) throws {
        var random = SplitMix(state: UInt64(number) &* 7919 &+ 3)
        let runner = try CommandRunner()
        defer { runner.remove() }
        let item = Self.cases[number % Self.cases.count]
        let source = CommandRunner.root.appendingPathComponent("data/nord/\(item.name).yaml")
        let before = try Data(contentsOf: source)
        let target = runner.folder.appendingPathComponent("essai.yaml")
        try before.write(to: target)
        let venue = item.venues[random.below(item.venues.count)]
        var arguments = ["--lieu", venue, "--motif", "tirage \(number)", "--auteur", "élu", "--date", "2027-01-02"]
        var wanted: [String: Any] = [
            "lieu": venue, "motif": "tirage \(number)", "auteur": "élu", "date": "2027-01-02",
        ]
        let demands: [(option: String, key: String, value: Any, text: String)] = [
            ("--visites-min", "visites_min", "2", "2"), ("--jours", "jours", ["lundi", "mardi"], "lundi,mardi"),
            ("--semaines", "semaines", ["1", "2", "3", "4"], "1,2,3,4"), ("--ordre", "ordre", "1", "1"),
            ("--servi", "servi", "oui", "oui"),
            ("--jusqu-au", "jusqu_au", "2027-06-30", "2027-06-30"),
        ]
        let first = random.below(demands.count - 1)
        for (index, demand) in demands.enumerated() where index == first || random.below(2) == 0 {
            arguments += [demand.option, demand.text]
            wanted[demand.key] = demand.value
        }
        // Two pins of one venue that contradict each other are another test's.
        let pinned = try runner.run(
            ["epingler", "essai.yaml", "--sans-recherche", "--service", item.service] + arguments)
        guard pinned.code == 0 else {
            #expect(
                pinned.code == 2 && pinned.error.contains("contredit"), "\(item.name) \(arguments): \(pinned.error)")
            #expect(try Data(contentsOf: target) == before)
            return
        }
        let after = try Data(contentsOf: target)
        let (old, new) = (
            try PinnedFile.parts(before, service: item.index), try PinnedFile.parts(after, service: item.index)
        )
        #expect(new.rest == old.rest && new.pins == old.pins + [wanted as NSDictionary], "\(item.name) \(arguments)")
        let others = old.pins.contains { $0["lieu"] as? String == venue }
        guard !others else { return }
        #expect(try runner.run(["liberer", "essai.yaml", "--lieu", venue, "--service", item.service]).code == 0)
        #expect(try Data(contentsOf: target) == before, "\(item.name) \(arguments)")
    }
}
