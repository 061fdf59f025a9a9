import Foundation
import Testing

/// Lines added to the service of the usual scenario, of which the first is line 14, and what the user is told of them.
struct BadService: Sendable, CustomTestStringConvertible {
    var what: String
    var lines: String
    /// Under `parametres`.
    var parameters = ""
    /// `ligne 15, colonne epci : …` of each finding.
    var messages: [String]

    var testDescription: String { what }

    static let teams: [BadService] = [
        BadService(
            what: "both forms of a team",
            lines: "    equipages:\n      - {vehicule: van-2, equipe: equipe-2, depot: depot-fourmies}\n",
            messages: [("vehicule", 11), ("equipe", 12), ("depot", 10)].map { key, line in
                "ligne \(line), colonne \(key) : « \(key) » et « equipages » à la fois. Gardez « equipages », et mettez-y le véhicule, l'équipe et le dépôt."
            })
    ]

    static let commitments: [BadService] = [
        BadService(
            what: "a negative floor", lines: "    planchers:\n      epci: -0,1\n",
            messages: [
                "ligne 15, colonne epci : « -0,1 » est négatif ; une valeur positive ou nulle est attendue. Corrigez-la, ou laissez vide si elle est inconnue."
            ]),
        BadService(
            what: "floors above 1, an unknown one, and one that is no number",
            lines:
                "    planchers:\n      epci: 5\n      besoin_eleve: 1,01\n      moins_bien_servis: beaucoup\n      besoin_elevé: 0\n",
            messages: [
                "ligne 18, colonne 7 : clé « besoin_elevé » inconnue. Vouliez-vous dire « besoin_eleve » ?",
                "ligne 15, colonne epci : « 5 » est hors limites : une part de 0 à 1 est attendue (0,05 pour 5 %).",
                "ligne 16, colonne besoin_eleve : « 1,01 » est hors limites : une part de 0 à 1 est attendue (0,05 pour 5 %).",
                "ligne 17, colonne moins_bien_servis : « beaucoup » n'est pas un nombre. Écrivez un nombre, ou laissez vide si la valeur est inconnue.",
            ]),
        BadService(
            what: "a decimal comma between braces, where a comma ends a value",
            lines: "    planchers: {epci: 0,05, besoin_eleve: 0,2}\n",
            messages: [
                "ligne 14, colonne planchers : entre accolades, une virgule sépare les clés. Écrivez 0.05 avec un point, ou une clé par ligne."
            ]),
        BadService(
            what: "a negative budget and a list of them", lines: "    budgets:\n      km: -1\n    planchers: [0,1]\n",
            messages: [
                "ligne 16, colonne planchers : des lignes « clé: valeur » sont attendues ici.",
                "ligne 15, colonne km : « -1 » est négatif ; une valeur positive ou nulle est attendue. Corrigez-la, ou laissez vide si elle est inconnue.",
            ]),
    ]

    private static func pin(
        _ what: String, _ pin: String, parameters: String = "", _ messages: String...
    ) -> BadService {
        BadService(what: what, lines: "    epingles:\n      - \(pin)\n", parameters: parameters, messages: messages)
    }

    static let pins: [BadService] = [
        pin(
            "no target", "{servi: oui}",
            "ligne 15, colonne lieu : une épingle dit de quoi elle parle. Donnez « lieu » ou « commune »."),
        pin(
            "two targets", "{lieu: lieu-59012, commune: \"59012\", servi: oui}",
            "ligne 15, colonne commune : « lieu » et « commune » à la fois. Gardez l'un des deux."),
        pin(
            "an unknown venue", "{lieu: lieu-5901, servi: oui}",
            "ligne 15, colonne lieu : « lieu-5901 » n'est pas dans lieux.csv. Proches : lieu-59012 (Anor, centre), lieu-59045 (Baives, centre), lieu-59601 (Trélon, centre)."
        ),
        pin(
            "a venue outside", "{lieu: lieu-59036, servi: oui}",
            "ligne 15, colonne lieu : le lieu « lieu-59036 » est à Avesnes-sur-Helpe, hors du territoire du service."),
        pin(
            "a commune outside", "{commune: \"59036\", servi: oui}",
            "ligne 15, colonne commune : la commune « 59036 » (Avesnes-sur-Helpe) est hors du territoire du service."),
        pin(
            "words that are not known", "{lieu: lieu-59012, servi: peut-être, demi_journee: soir, visites_min: 3}",
            "ligne 15, colonne servi : « peut-être » n'est pas une valeur connue. Valeurs possibles : oui, non.",
            "ligne 15, colonne visites_min : « 3 » n'est pas une valeur connue. Valeurs possibles : 1, 2, 4, 8.",
            "ligne 15, colonne demi_journee : « soir » n'est pas une valeur connue. Valeurs possibles : matin, apres_midi."
        ),
        pin(
            "more at least than at most", "{lieu: lieu-59012, visites_min: 4, visites_max: 2}",
            "ligne 15, colonne visites_min : visites_min (4) dépasse visites_max (2)."),
        pin(
            "a cadence that min_visites rules out", "{lieu: lieu-59012, visites_max: 2}",
            "ligne 15, colonne visites_max : aucune cadence permise n'est dans ces limites. Cadences du scénario, en 4 semaines : 4 (8 avec « bihebdomadaire: oui »)."
        ),
        pin(
            "twice a week on one weekday", "{lieu: lieu-59012, visites_min: 8, jours: [mardi]}",
            parameters: "  bihebdomadaire: oui\n",
            "ligne 15, colonne jours : 8 passages en 4 semaines demandent deux jours différents."),
        pin(
            "weekdays that are closed or unknown", "{lieu: lieu-59012, jours: [samedi, lundy]}",
            "ligne 15, colonne jours : « samedi » n'est pas un jour de tournée. Jours du scénario : lundi, mardi, mercredi, jeudi, vendredi.",
            "ligne 15, colonne jours : « lundy » n'est pas une valeur connue. Valeurs possibles : lundi, mardi, mercredi, jeudi, vendredi."
        ),
        pin(
            "no weekday at all", "{lieu: lieu-59012, jours: []}",
            "ligne 15, colonne jours : aucun jour. Donnez un jour au moins, ou retirez « jours »."),
        pin(
            "a start off the grid", "{lieu: lieu-59012, debut: \"9:40\"}",
            "ligne 15, colonne debut : 9 h 40 ne suit pas le pas des horaires de 15 min (pas_minutes)."),
        pin(
            "a start outside the window", "{lieu: lieu-59012, debut: \"16:00\"}",
            "ligne 15, colonne debut : un accueil qui commence à 16 h sort de la plage d'ouverture, de 8 h 30 à 18 h 30."
        ),
        pin(
            "a start in the other half", "{lieu: lieu-59012, demi_journee: apres_midi, debut: \"9:00\"}",
            "ligne 15, colonne debut : un accueil qui commence à 9 h n'est pas l'après-midi. Changez « debut » ou « demi_journee »."
        ),
        pin(
            "no time", "{lieu: lieu-59012, debut: tôt}",
            "ligne 15, colonne debut : « tôt » n'est pas une heure. Forme attendue : 9:00."),
        pin(
            "a van of another service", "{lieu: lieu-59012, vehicule: van-2}",
            "ligne 15, colonne vehicule : « van-2 » n'est dans aucun équipage de ce service. Proches : van-1. Véhicules du service : van-1."
        ),
        pin(
            "a crew of another service, and one of another van", "{lieu: lieu-59012, equipe: equipe-9}",
            "ligne 15, colonne equipe : « equipe-9 » n'est l'équipe d'aucun équipage de ce service. Équipes du service : equipe-1."
        ),
        pin(
            "weeks that are none", "{lieu: lieu-59012, semaines: [0, 2, 5, lundi]}",
            "ligne 15, colonne semaines : « 0 » n'est pas une semaine du cycle : un nombre de 1 à 4 est attendu.",
            "ligne 15, colonne semaines : « 5 » n'est pas une semaine du cycle : un nombre de 1 à 4 est attendu.",
            "ligne 15, colonne semaines : « lundi » n'est pas une semaine du cycle : un nombre de 1 à 4 est attendu."),
        pin(
            "a place in a half-day that has one stop", "{lieu: lieu-59012, ordre: 2}",
            "ligne 15, colonne ordre : « 2 » n'est pas une place dans une demi-journée : 1 est attendu, puisque ce scénario n'a qu'un arrêt par demi-journée (arrets_courts: oui en permet plus)."
        ),
        pin(
            "a place in words", "{lieu: lieu-59012, ordre: premier}",
            "ligne 15, colonne ordre : « premier » n'est pas une place dans une demi-journée : 1 est attendu, puisque ce scénario n'a qu'un arrêt par demi-journée (arrets_courts: oui en permet plus)."
        ),
        pin(
            "weeks in which no cadence fits", "{lieu: lieu-59012, semaines: [1, 2]}",
            "ligne 15, colonne semaines : aucune cadence permise ne tient dans les semaines 1 et 2. Cadences possibles, en 4 semaines : 4."
        ),
        pin(
            "dates that are none", "{lieu: lieu-59012, servi: oui, date: hier, jusqu_au: 30/06/2027}",
            "ligne 15, colonne date : « hier » n'est pas une date. Forme attendue : AAAA-MM-JJ.",
            "ligne 15, colonne jusqu_au : « 30/06/2027 » n'est pas une date. Forme attendue : AAAA-MM-JJ."),
        pin(
            "nothing asked", "{lieu: lieu-59012, motif: essai}",
            "ligne 15, colonne servi : cette épingle ne demande rien. Donnez par exemple « servi: oui », « jours » ou « demi_journee »."
        ),
        pin(
            "excluded, and yet bound", "{lieu: lieu-59012, servi: non, jours: [mardi]}",
            "ligne 15, colonne jours : « servi: non » exclut ce lieu : « jours » ne peut plus rien demander. Retirez l'un des deux."
        ),
        pin(
            "promised by one pin, excluded by another",
            "{lieu: lieu-59012, servi: oui}\n      - {commune: \"59012\", servi: non}",
            "ligne 16, colonne servi : « servi » contredit l'épingle de la ligne 15 sur le même lieu. Gardez l'une des deux."
        ),
        pin(
            "two half-days for one venue",
            "{lieu: lieu-59012, demi_journee: matin}\n      - {lieu: lieu-59012, demi_journee: apres_midi}",
            "ligne 16, colonne demi_journee : « demi_journee » contredit l'épingle de la ligne 15 sur le même lieu. Gardez l'une des deux."
        ),
        BadService(
            what: "pins that are no list", lines: "    epingles: oui\n",
            messages: [
                "ligne 14, colonne epingles : « epingles » doit être une liste, une épingle par tiret, avec « lieu » ou « commune »."
            ]),
    ]
}

@Suite("Teams, commitments and pins of a scenario")
struct ScenarioInputTests {
    private func refusal(_ edit: (CommandRunner) throws -> Void) throws -> [String] {
        let runner = try CommandRunner()
        defer { runner.remove() }
        try edit(runner)
        let result = try runner.plan()
        #expect(result.code == 2)
        #expect(result.output.isEmpty)
        return result.error.split(separator: "\n").map { line in
            let text = String(line)
            return text.hasPrefix("essai.yaml, ") ? String(text.dropFirst("essai.yaml, ".count)) : text
        }
    }

    private func add(_ lines: String, parameters: String = "", to runner: CommandRunner) throws {
        try runner.edit("essai.yaml", "    poids: 1\n", "    poids: 1\n" + lines)
        try runner.edit("essai.yaml", "parametres:\n", "parametres:\n" + parameters)
    }

    /// The usual service with its team in the long form: the list begins on line 11.
    private func teams(_ lines: String, _ runner: CommandRunner) throws {
        try runner.edit(
            "essai.yaml", "    depot: depot-fourmies\n    vehicule: van-1\n    equipe: equipe-1\n",
            "    equipages:\n" + lines)
    }

    @Test(
        "What is wrong is told with line and key, all at once",
        arguments: BadService.teams + BadService.commitments + BadService.pins)
    func wrong(_ bad: BadService) throws {
        #expect(try refusal { try add(bad.lines, parameters: bad.parameters, to: $0) } == bad.messages)
    }

    @Test("Teams with unknown parts, missing parts and shared parts")
    func teams() throws {
        let first = "      - {vehicule: van-1, equipe: equipe-1, depot: depot-fourmies}\n"
        func messages(_ second: String) throws -> [String] { try refusal { try teams(first + second, $0) } }
        #expect(
            try messages("      - {vehicule: van-22, equipe: equipe-2}\n") == [
                "ligne 12, colonne depot : clé « depot » absente. Ajoutez-la.",
                "ligne 12, colonne vehicule : « van-22 » n'est pas dans vehicules.csv. Proches : van-2, van-1, van-10.",
            ])
        #expect(
            try messages("      - {vehicule: van-1, equipe: equipe-1, depot: depot-fourmies}\n") == [
                "ligne 12, colonne vehicule : « van-1 » est déjà dans un équipage. Pour le partager, donnez des « jours » à chacun de ces équipages, sans jour commun.",
                "ligne 12, colonne equipe : « equipe-1 » est dans deux équipages de ce service ; chaque équipage d'un service a sa propre équipe.",
            ])
        #expect(
            try messages("      - van-2\n") == [
                "ligne 12, colonne equipages : un équipage s'écrit en trois lignes : « vehicule: … », « equipe: … » et « depot: … »."
            ])
        #expect(
            try refusal {
                try $0.edit(
                    "essai.yaml", "    depot: depot-fourmies\n    vehicule: van-1\n    equipe: equipe-1\n",
                    "    equipages: []\n")
            } == [
                "ligne 10, colonne equipages : « equipages » doit être une liste, un équipage par tiret, chacun avec « vehicule », « equipe » et « depot »."
            ])
    }

    @Test("A crew of two services is told, whichever form they are in")
    func sharedAcrossServices() throws {
        let second =
            "  - id: autre\n    type: M1000J\n    epci: [\"200043404\"]\n    equipages:\n      - {vehicule: van-2, equipe: equipe-1, depot: depot-fourmies}\n"
        #expect(
            try refusal { try add(second, to: $0) } == [
                "ligne 18, colonne equipe : « equipe-1 » est déjà dans un équipage. Pour la partager, donnez des « jours » à chacun de ces équipages, sans jour commun."
            ])
    }

    // MARK: The cycle before

    @Test("A former plan that is missing, of another cycle, of no such service or not earlier is told on its line")
    func formerPlan() throws {
        let line = "    cycle_precedent: avant/plan.json\n"
        #expect(
            try refusal { try add(line, to: $0) } == [
                "ligne 14, colonne cycle_precedent : avant/plan.json : fichier introuvable. Vérifiez le chemin et le nom."
            ])
        let runner = try CommandRunner()
        defer { runner.remove() }
        #expect(try runner.run(["planifier", "essai.yaml", "--sortie", "avant"]).code == 0)
        try add(line, to: runner)
        let scenario = try runner.read("essai.yaml")
        for (old, new, message) in [
            (
                "nom: Essai", "nom: Essai",
                "ce plan commence le 2027-01-04 ; un plan d'avant le 2027-01-04 (premier_lundi) est attendu."
            ),
            (
                "  min_visites: 4", "  min_visites: 4\n  cycle_semaines: 2",
                "ce plan a un cycle de 4 semaines, ce scénario de 2 semaines. Les deux doivent être égaux (cycle_semaines)."
            ),
            (
                "id: lr", "id: lrs",
                "ce plan commence le 2027-01-04 ; un plan d'avant le 2027-01-04 (premier_lundi) est attendu."
            ),
        ] {
            try runner.write("essai.yaml", scenario.replacing(old, with: new))
            let result = try runner.plan()
            #expect(result.error == "essai.yaml, ligne 14, colonne cycle_precedent : \(message)\n")
            #expect(result.code == 2)
        }
        let later = scenario.replacing("2027-01-04", with: "2027-02-01")
        try runner.write("essai.yaml", later.replacing("id: lr", with: "id: lrs"))
        #expect(
            try runner.plan().error
                == "essai.yaml, ligne 14, colonne cycle_precedent : le service « lrs » n'est pas dans ce plan. Services du plan : lr.\n"
        )
        try runner.write("avant/plan.json", "{}")
        try runner.write("essai.yaml", later)
        #expect(
            try runner.plan().error
                == "essai.yaml, ligne 14, colonne cycle_precedent : avant/plan.json : clé « format » absente. Le fichier est-il complet ?\n"
        )
    }

    @Test("What is right is in the plan: teams, floors, budgets, pins and the stops of the cycle before")
    func right() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        #expect(try runner.run(["planifier", "essai.yaml", "--sortie", "avant"]).code == 0)
        try add(
            """
                planchers:
                  epci: 0,01
                  besoin_eleve: 0.02
                  moins_bien_servis: 0
                budgets: {km: 100000, heures: "10000,5", euros: 1000000}
                cycle_precedent: avant/plan.json
                epingles:
                  - {lieu: lieu-59012, visites_max: 4, jours: [lundi, mardi, mercredi, jeudi, vendredi], motif: essai}

            """, to: runner)
        try runner.edit("essai.yaml", "2027-01-04", "2027-02-01")
        let result = try runner.plan()
        #expect(result.code == 0, "\(result.error)")
        let data = try Data(contentsOf: runner.folder.appendingPathComponent("plan/plan.json"))
        let plan = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let given = try #require((plan["donnees"] as? [String: Any])?["services"] as? [[String: Any]])[0]
        #expect(
            given["planchers"] as? [String: Double] == ["epci": 0.01, "besoin_eleve": 0.02, "moins_bien_servis": 0])
        #expect(given["budgets"] as? [String: Double] == ["km": 100_000, "heures": 10_000.5, "euros": 1_000_000])
        let pin = try #require((given["epingles"] as? [[String: Any]])?.first)
        #expect(pin["lieu"] as? String == "lieu-59012" && pin["visites_max"] as? Int == 4)
        let former = try #require(given["arrets_precedents"] as? [[String: Any]])
        #expect(!former.isEmpty && former.allSatisfy { $0["semaines"] as? [Int] == [1, 2, 3, 4] })
        #expect((plan["fichiers"] as? [[String: Any]])?.contains { $0["nom"] as? String == "avant/plan.json" } == true)
        let check = try runner.run(["verifier", "plan/plan.json"])
        #expect(check.output.contains("Engagements\n  tenu  Plancher de bénéfice, chaque intercommunalité"))
        #expect(check.output.contains("les 8 engagements sont tenus"))
    }
}
