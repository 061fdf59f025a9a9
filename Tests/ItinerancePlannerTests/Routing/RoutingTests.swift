import Foundation
import Testing

@Suite("Routing servers", .serialized)
struct RoutingTests {
    private static let avesnois = ["200043263", "200043404"]

    /// The depot stands a kilometre off the centre of its commune.
    private func makeRunner() throws -> CommandRunner {
        let runner = try CommandRunner()
        try runner.edit("depots.csv", "59249,50.00643,", "59249,50.01643,")
        return runner
    }

    private func withRunner(_ options: [String], _ body: (CommandRunner, RoutingFixture) throws -> Void) throws {
        let runner = try makeRunner()
        defer { runner.remove() }
        let server = try RoutingFixture(options)
        defer { server.stop() }
        try body(runner, server)
    }

    /// Ways the services need: depot and venues both ways, communes to venues. Venues stand at their centres.
    private func expected(_ runner: CommandRunner, epci: [String], depot: String) throws -> [String: [Int]] {
        var points = try runner.communePoints(epci: epci)
        let depots = try runner.points("depots.csv", id: 0, latitude: 3) { $0[0] == depot }
        let communes = Set(points.keys)
        points.merge(depots) { first, _ in first }
        var rows: [String: [Int]] = [:]
        for (from, a) in points {
            for (to, b) in points where from != to && (communes.contains(from) || communes.contains(to)) {
                rows["\(from);\(to)"] = [a.seconds(to: b), a.metres(to: b)]
            }
        }
        return rows
    }

    @Test(
        "Each protocol gives the ways of the server, there and back",
        arguments: ["osrm", "valhalla", "openrouteservice"])
    func protocols(kind: String) throws {
        try withRunner([]) { runner, server in
            let result = try runner.fetch(server.address + "/", kind)
            #expect(result.error.isEmpty)
            #expect(result.code == 0)
            #expect(result.output == "Écrit : trajets.csv, 156 trajets (0 déjà connus, 1 requêtes).\n")
            let rows = try runner.matrixRows("trajets.csv")
            #expect(try rows == expected(runner, epci: ["200043404"], depot: "depot-fourmies"))
            #expect(server.requests.map { $0[0] } == [kind])
        }
    }

    @Test("A depot at the centre of its commune needs no ways of its own")
    func depotAtCentre() throws {
        try withRunner([]) { runner, server in
            try runner.edit("depots.csv", "59249,50.01643,", "59249,50.00643,")
            let result = try runner.fetch(server.address, "osrm")
            #expect(result.code == 0)
            #expect(try runner.matrixRows("trajets.csv").count == 12 * 11)
        }
    }

    @Test(
        "Many places are asked for in blocks that the server takes",
        arguments: ["osrm", "valhalla", "openrouteservice"])
    func blocks(kind: String) throws {
        try withRunner([]) { runner, server in
            try runner.edit("essai.yaml", "      - \"200043404\"", "      - \"200043404\"\n      - \"200043263\"")
            let result = try runner.fetch(server.address, kind, ["--json"])
            #expect(result.code == 0, "\(result.error)")
            let rows = try runner.matrixRows("trajets.csv")
            #expect(try rows == expected(runner, epci: Self.avesnois, depot: "depot-fourmies"))
            let sizes = server.requests.map { [Int($0[1])!, Int($0[2])!] }
            #expect(sizes.count == 4)
            #expect(sizes.allSatisfy { $0[0] <= 50 && $0[1] <= 50 })
        }
    }

    @Test("The key of a file is sent to openrouteservice")
    func key() throws {
        try withRunner([]) { runner, server in
            try runner.write("cle.txt", "abc-123\n")
            let result = try runner.fetch(server.address, "openrouteservice", ["--cle-api-fichier", "cle.txt"])
            #expect(result.code == 0)
            #expect(server.requests.map { $0[3] } == ["abc-123"])
        }
    }

    @Test("A server that is busy at first is asked again", arguments: ["503", "429"])
    func retries(status: String) throws {
        try withRunner(["--fail", "2", "--status", status]) { runner, server in
            let result = try runner.fetch(server.address, "osrm")
            #expect(result.code == 0, "\(result.error)")
            #expect(server.requests.count == 3)
        }
    }

    @Test("The wait a server asks for is kept")
    func retryAfter() throws {
        try withRunner(["--fail", "1", "--status", "429", "--retry-after", "3"]) { runner, server in
            let start = ContinuousClock.now
            let result = try runner.fetch(server.address, "osrm")
            #expect(result.code == 0)
            #expect(ContinuousClock.now - start >= .seconds(3))
        }
    }

    @Test("A wait of an hour is left to the user")
    func longRetryAfter() throws {
        try withRunner(["--fail", "1", "--status", "429", "--retry-after", "3600"]) { runner, server in
            let result = try runner.fetch(server.address, "osrm")
            #expect(result.code == 74)
            #expect(
                result.error
                    == "le serveur demande d'attendre 60 min. Rien n'a été écrit ; les trajets déjà reçus sont gardés : relancez la même commande.\n"
            )
            #expect(server.requests.count == 1)
            #expect(!runner.hasMatrix)
        }
    }

    @Test("What was answered is not asked for again; a place that moved is")
    func cache() throws {
        try withRunner([]) { runner, server in
            #expect(try runner.fetch(server.address, "osrm").code == 0)
            let first = try runner.read("trajets.csv")
            let again = try runner.fetch(server.address, "osrm", ["--remplacer"])
            #expect(again.output == "Écrit : trajets.csv, 156 trajets (156 déjà connus, 0 requêtes).\n")
            #expect(server.requests.count == 1)
            #expect(try runner.read("trajets.csv") == first)
            // Another profile or protocol is another road network.
            #expect(try runner.fetch(server.address, "valhalla", ["--remplacer"]).code == 0)
            #expect(server.requests.count == 2)
            try runner.edit("depots.csv", "59249,50.01643", "59249,50.01843")
            let moved = try runner.fetch(server.address, "osrm", ["--remplacer", "--json"])
            #expect(moved.code == 0, "\(moved.error)")
            #expect(moved.output.contains("\"deja_connus\" : 132,"))
            #expect(moved.output.contains("\"trajets\" : 156"))
            #expect(
                try runner.matrixRows("trajets.csv")
                    == expected(runner, epci: ["200043404"], depot: "depot-fourmies"))
        }
    }

    @Test("A run that failed halfway goes on where it was, even after a line cut short")
    func resumes() throws {
        let runner = try makeRunner()
        defer { runner.remove() }
        try runner.edit("essai.yaml", "      - \"200043404\"", "      - \"200043404\"\n      - \"200043263\"")
        let failing = try RoutingFixture(["--fail-after", "2", "--status", "500"])
        let failed = try runner.fetch(failing.address, "valhalla")
        failing.stop()
        #expect(failed.code == 74)
        #expect(
            failed.error
                == "le serveur a répondu par l'erreur 500, panne du serveur (6 essais) : « busy ». Rien n'a été écrit ; les trajets déjà reçus sont gardés : relancez la même commande.\n"
        )
        #expect(!runner.hasMatrix)
        #expect(try runner.halfWritten().isEmpty)
        let kept = try runner.read("trajets.csv.cache")
        try runner.write("trajets.csv.cache", kept + "valhalla;auto;5000000;40000")
        let server = try RoutingFixture()
        defer { server.stop() }
        let result = try runner.fetch(server.address, "valhalla")
        #expect(result.code == 0, "\(result.error)")
        #expect(server.requests.count == 2)
        #expect(
            try runner.matrixRows("trajets.csv") == expected(runner, epci: Self.avesnois, depot: "depot-fourmies"))
    }

    @Test("Ctrl-C keeps the cache and writes no file")
    func interrupted() throws {
        try withRunner(["--slow", "0.6"]) { runner, server in
            try runner.edit("essai.yaml", "      - \"200043404\"", "      - \"200043404\"\n      - \"200043263\"")
            let result = try runner.run(
                ["trajets", "essai.yaml", "--serveur", server.address, "--type", "osrm", "--vers", "trajets.csv"],
                interruptAfter: 1.5)
            #expect(result.code == 130)
            #expect(
                result.error == "interrompu. Les trajets déjà reçus sont gardés : relancez la même commande.\n")
            #expect(!runner.hasMatrix)
            #expect(try runner.halfWritten().isEmpty)
            #expect(try !runner.read("trajets.csv.cache").isEmpty)
        }
    }

    @Test("Places that no road reaches are named, pair by pair")
    func unreachable() throws {
        let point = try CommandRunner().communePoints(epci: ["200043404"])["59249"]!
        try withRunner(["--unreachable", "\(point.latitude),\(point.longitude)"]) { runner, server in
            let result = try runner.fetch(server.address, "valhalla")
            #expect(result.code == 2)
            #expect(
                result.error.hasPrefix("le serveur ne trouve pas de route pour 12 trajets : depot-fourmies → 59249, "))
            #expect(!runner.hasMatrix)
        }
    }

    @Test(
        "An answer that is not what the protocol says is refused with a reason",
        arguments: [
            (["--truncate"], "osrm", "réponse du serveur non comprise (« {"),
            (["--truncate"], "openrouteservice", "réponse du serveur non comprise (« {"),
            (["--code", "NoTable"], "osrm", "le serveur a refusé la demande : NoTable : « No table »."),
            (
                ["--fail", "1", "--status", "403"], "osrm",
                "le serveur a répondu par l'erreur 403, accès refusé : vérifiez la clé (1 essai) : « busy »."
            ),
            (["--redirect", "http://127.0.0.1:9/"], "osrm", "le serveur renvoie vers « http://127.0.0.1:9/ »."),
        ])
    func badAnswers(options: [String], kind: String, message: String) throws {
        try withRunner(options) { runner, server in
            let result = try runner.fetch(server.address, kind)
            #expect(result.error.hasPrefix(message), "\(result.error)")
            #expect(result.code == 74)
            #expect(server.requests.count == 1)
            #expect(!runner.hasMatrix)
            #expect(try runner.halfWritten().isEmpty)
        }
    }

    @Test("A server that is down is said to be")
    func down() throws {
        let server = try RoutingFixture()
        server.stop()
        let runner = try CommandRunner()
        defer { runner.remove() }
        let result = try runner.fetch(server.address, "osrm")
        #expect(
            result.error
                == "serveur \(server.address.dropFirst(7)) injoignable. Vérifiez l'adresse, et que le serveur est démarré. Rien n'a été écrit ; les trajets déjà reçus sont gardés : relancez la même commande.\n"
        )
        #expect(result.code == 74)
        #expect(!runner.hasMatrix)
    }

    @Test(
        "A command that makes no sense is refused before anything is sent",
        arguments: [
            ([String](), "--serveur, --type et --vers sont attendus (ou --comparer)."),
            (
                ["--serveur", "ftp://x", "--type", "osrm", "--vers", "t.csv"],
                "--serveur attend une adresse http:// ou https://, « ftp://x » trouvé."
            ),
            (
                ["--serveur", "http://x", "--type", "orsm", "--vers", "t.csv"],
                "--type attend osrm, valhalla ou openrouteservice, « orsm » trouvé."
            ),
            (
                ["--serveur", "http://x", "--type", "osrm", "--vers", "t.csv", "--profil", "a/b"],
                "--profil attend des lettres, chiffres, tirets ou soulignés, « a/b » trouvé."
            ),
        ])
    func usage(arguments: [String], message: String) throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        let result = try runner.run(["trajets", "essai.yaml"] + arguments)
        #expect(result.error.contains(message), "\(result.error)")
        #expect(result.code == 64)
    }

    @Test("A file that exists is kept unless asked, and the plan of a fetched matrix passes its check")
    func keptAndPlanned() throws {
        try withRunner([]) { runner, server in
            try runner.write("trajets.csv", "à moi")
            let refused = try runner.fetch(server.address, "osrm")
            #expect(refused.code == 74)
            #expect(server.requests.isEmpty)
            #expect(try runner.read("trajets.csv") == "à moi")
            #expect(try runner.fetch(server.address, "osrm", ["--remplacer"]).code == 0)
            try runner.edit("essai.yaml", "services:", "trajets: trajets.csv\nservices:")
            let planned = try runner.plan()
            #expect(planned.code == 0, "\(planned.error)")
            #expect(try runner.run(["verifier", "plan/plan.json"]).code == 0)
        }
    }
}
