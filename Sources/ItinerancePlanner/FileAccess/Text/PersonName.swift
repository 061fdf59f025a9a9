import Foundation

/// Whether an identifier or a role looks like somebody's name. It may be another word: it is asked about, never refused.
package enum PersonName {
    /// A usual first name as one of the words, whatever stands between them: `marie.durand`, `DURAND Marie`, `marie-1`.
    package static func isLikely(_ text: String) -> Bool {
        let words = text.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
            .split { !$0.isLetter }.map(String.init)
        guard !words.contains(where: notPeople.contains) else { return false }
        return words.contains(where: firstNames.contains) || PersonalDataSign(text) == .civility
    }

    /// Words beside which a first name is a place's, or a saint's.
    private static let notPeople: Set = [
        "saint", "sainte", "st", "ste", "ecole", "college", "lycee", "salle", "place", "rue", "centre", "espace",
        "maison",
    ]

    private static let firstNames: Set = [
        "adrien", "agnes", "alain", "albert", "alexandra", "alexandre", "alexis", "alice", "amandine", "amelie",
        "andre", "andrea", "angelique", "anne", "annie", "anthony", "antoine", "arnaud", "arthur", "audrey", "aurelie",
        "aurelien", "axel", "baptiste", "beatrice", "benjamin", "benoit", "bernadette", "bernard", "brigitte", "bruno",
        "camille", "carine", "carole", "caroline", "catherine", "cecile", "cedric", "celine", "chantal", "charles",
        "charlotte", "chloe", "christelle", "christian", "christiane", "christine", "christophe", "clara", "claude",
        "claudine", "clemence", "clement", "colette", "corinne", "cyril", "damien", "daniel", "daniele", "david",
        "delphine", "denis", "denise", "didier", "dominique", "dylan", "edith", "elisabeth", "elise", "elodie",
        "emilie", "emma", "emmanuel", "emmanuelle", "enzo", "eric", "estelle", "etienne", "eva", "evelyne", "fabien",
        "fabienne", "fabrice", "fanny", "fatima", "florence", "florian", "francis", "franck", "francois", "francoise",
        "frederic", "frederique", "gabriel", "genevieve", "georges", "gerard", "gilles", "ginette", "guillaume", "guy",
        "helene", "henri", "hugo", "ines", "isabelle", "jacqueline", "jacques", "jean", "jeanne", "jeannine",
        "jennifer", "jeremy", "jerome", "joel", "jonathan", "josette", "josiane", "julie", "julien", "juliette",
        "justine", "karim", "karine", "kevin", "laetitia", "laura", "laure", "laurence", "laurent", "lea", "leo",
        "lina", "loic", "louis", "louise", "luc", "lucas", "lucie", "ludovic", "madeleine", "magali", "manon", "marc",
        "marcel", "margaux", "marie", "marine", "marion", "martial", "martine", "maryse", "mathieu", "mathilde",
        "matthieu", "maurice", "maxime", "melanie", "michel", "michele", "micheline", "mickael", "mireille", "mohamed",
        "monique", "morgane", "muriel", "myriam", "nadia", "nadine", "nathalie", "nathan", "nicolas", "nicole",
        "noemie", "oceane", "odette", "odile", "olivier", "pascal", "pascale", "patrice", "patricia", "patrick",
        "paul", "paulette", "pauline", "philippe", "pierre", "quentin", "raphael", "raymond", "regine", "remi", "remy",
        "rene", "renee", "robert", "roger", "roland", "romain", "sabrina", "samia", "samuel", "sandra", "sandrine",
        "sarah", "sebastien", "serge", "severine", "simon", "simone", "sonia", "sophie", "stephane", "stephanie",
        "suzanne", "sylvain", "sylvie", "theo", "therese", "thierry", "thomas", "tiffany", "valentin", "valerie",
        "vanessa", "veronique", "victor", "vincent", "virginie", "viviane", "xavier", "yann", "yannick", "yasmine",
        "yves", "yvette", "yvonne", "zoe",
    ]
}
