import FileAccess
import Optimizer

/// What a proof file holds, as it is written (format: `docs/preuve.md`).
package struct ProofContents: Codable, FrenchKeyed {
    /// That of the plan's data.
    package var fingerprint: String
    /// SHA-256 of the bytes of `plan.json`.
    package var planHash: String
    package var services: [ProofOfService]

    package static var frenchKeys: [String: String] { ["planHash": "plan_sha256"] }
}

package struct ProofOfService: Codable, FrenchKeyed {
    package var id: String
    package var trees: [ProofTree]

    package static var frenchKeys: [String: String] { ["trees": "arbres"] }
}

/// One tree that was searched.
package struct ProofTree: Codable, FrenchKeyed {
    package var isDisaggregated: Bool
    package var problem: ProblemNumbers?
    /// Names of the rows that have a dual somewhere, cuts among them.
    package var rows: [String]
    package var cuts: [ProofCut]
    package var nodes: [ProofNode]

    package static var frenchKeys: [String: String] {
        [
            "isDisaggregated": "separe", "problem": "probleme", "rows": "lignes", "cuts": "coupes",
        ]
    }
}

/// What a cut is made from: of a commune and a threshold, or of a week's minutes.
package struct ProofCut: Codable, FrenchKeyed {
    /// Its place among the rows.
    package var row: Int
    package var demand: Int?
    package var threshold: Int?
    package var kind: Int?
    package var week: Int?
    package var limit: Int?
    package var multiplier: Int?
    package var divisor: Int?

    package static var frenchKeys: [String: String] {
        [
            "row": "ligne", "demand": "commune", "threshold": "seuil", "kind": "famille", "limit": "limite",
            "multiplier": "multiplicateur", "divisor": "diviseur",
        ]
    }
}

/// One node of a tree.
package struct ProofNode: Codable, FrenchKeyed {
    package enum End: String, Codable, KeylessValue {
        /// Its bound stands for it.
        case bounded = "bornee"
        /// A complete search found no place for its rounds.
        case searched = "recherchee"
        case branched = "separee"
    }

    package var number: Int
    package var claimed: Int
    /// Rows and their duals, one a row; neither where the bound is the parent's.
    package var rows: [Int]?
    package var duals: [Double]?
    /// What the exclusions follow from.
    package var fixingRows: [Int]?
    package var fixingDuals: [Double]?
    package var exclusions: [ProofExclusion]?
    package var listsRounds: Bool?
    package var end: End
    package var children: [ProofChild]?

    package static var frenchKeys: [String: String] {
        [
            "number": "numero", "claimed": "borne_millipoints", "rows": "lignes", "duals": "prix",
            "fixingRows": "lignes_exclusions", "fixingDuals": "prix_exclusions", "listsRounds": "liste",
            "end": "fin", "children": "suites",
        ]
    }
}

package struct ProofChild: Codable, FrenchKeyed {
    package var number: Int
    package var decision: ProofDecision

    package static var frenchKeys: [String: String] { ["number": "numero", "decision": "choix"] }
}

/// What a node leaves out below it.
package struct ProofExclusion: Codable, FrenchKeyed {
    package enum What: String, Codable, KeylessValue {
        case offer = "offre"
        case stop = "arret"
        case block = "bloc"
    }

    package var what: What
    package var offer: Int?
    package var stop: Int?
    package var block: Int?

    package static var frenchKeys: [String: String] { ["what": "quoi", "offer": "offre", "block": "bloc"] }
}

/// One answer to what a node was split on.
package struct ProofDecision: Codable, FrenchKeyed {
    package enum What: String, Codable, KeylessValue {
        case stopUsed = "arret"
        case offer = "offre"
        case segment = "segment"
        case blocks = "blocs"
        case fullDay = "journee_entiere"
        case adjacent = "meme_jour"
        case order = "ordre"
        case phase = "motif"
        case atMost = "au_plus"
        case atLeast = "au_moins"
    }

    package enum Measure: String, Codable, KeylessValue {
        case days = "jours"
        case halfDays = "demi_journees"
    }

    package var what: What
    package var isTaken: Bool?
    package var stop: Int?
    package var offer: Int?
    package var segment: Int?
    package var other: Int?
    package var pattern: Int?
    package var blocks: [Int]?
    package var measure: Measure?
    package var week: Int?
    package var kind: Int?
    package var count: Int?

    package static var frenchKeys: [String: String] {
        [
            "what": "quoi", "isTaken": "oui", "offer": "offre", "other": "autre", "pattern": "motif",
            "blocks": "blocs", "measure": "mesure", "kind": "famille",
        ]
    }
}

extension ProblemNumbers: FrenchKeyed {
    package static var frenchKeys: [String: String] {
        [
            "weekCount": "semaines", "forms": "formes", "patterns": "motifs", "demands": "communes",
            "blocks": "blocs", "limits": "fermes", "boxMost": "boites_max", "boxWorth": "boites_valeur",
            "rows": "lignes", "keptMinutes": "minutes_tenues",
        ]
    }
}

extension ProblemNumbers.Pattern: FrenchKeyed {
    package static var frenchKeys: [String: String] { ["level": "niveau"] }
}

extension ProblemNumbers.Stop: FrenchKeyed {
    package static var frenchKeys: [String: String] { ["twinOf": "jumeau_de"] }
}

extension ProblemNumbers.Segment: FrenchKeyed {
    package static var frenchKeys: [String: String] { ["isShort": "court", "halfDays": "demi_journees"] }
}

extension ProblemNumbers.Demand: FrenchKeyed {
    package static var frenchKeys: [String: String] { ["weight": "millipoints"] }
}

extension ProblemNumbers.Block: FrenchKeyed {
    package static var frenchKeys: [String: String] { ["kind": "famille", "persons": "personnes"] }
}

extension ProblemNumbers.Table: FrenchKeyed {
    package static var frenchKeys: [String: String] {
        ["singles": "seuls", "fullDays": "entieres", "pairs": "paires"]
    }
}

extension ProblemNumbers.Limits: FrenchKeyed {
    package static var frenchKeys: [String: String] {
        ["offers": "offres", "patterns": "motifs", "blocks": "blocs", "dates": "dates", "required": "exiges"]
    }
}

extension ProblemNumbers.Row: FrenchKeyed {
    package static var frenchKeys: [String: String] {
        [
            "lower": "min", "upper": "max", "unit": "unite", "amount": "quoi", "offer": "offre", "blocks": "blocs",
            "perMetre": "par_metre", "perPersonMinute": "par_minute_personne", "boxes": "boites",
            "values": "valeurs",
        ]
    }
}

extension ProblemNumbers.Amount: KeylessValue {}
