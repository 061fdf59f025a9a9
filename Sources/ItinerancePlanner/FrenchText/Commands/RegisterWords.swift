import Foundation
import GeoModel
import PlanStore
import ScenarioFiles

/// What a user reads of plans kept in a store, version by version.
package enum RegisterWords {
    // MARK: Options

    package static var registerHelp: String {
        "Fichier .gpkg où garder le plan, créé s'il n'existe pas ; par défaut le territoire du scénario si c'est un .gpkg."
    }
    package static var withoutHelp: String { "Ne garde le plan dans aucun registre." }
    package static var authorHelp: String { "Rôle de la personne qui travaille (« coordination »), jamais un nom." }
    package static var noteHelp: String { "Une ligne sur cette version, sans donnée personnelle." }
    package static var withAndWithout: String { "--registre et --sans-registre se contredisent. Gardez l'un des deux." }
    package static var badNote: String { "--note attend une seule ligne de 500 caractères au plus." }

    package static func badRole(_ text: String) -> String {
        "--auteur attend un rôle en quelques mots (« coordination »), ni nom ni adresse ; « \(text) » trouvé."
    }
    package static func likelyName(_ text: String) -> String {
        "avertissement : --auteur : \(PersonalDataWords.isItAName(text))"
    }
    package static func notAStoreName(_ path: String) -> String {
        "« \(path) » : un registre est un fichier .gpkg. Donnez, par exemple, --registre plans.gpkg."
    }

    // MARK: Keeping

    package static var nothingSearched: String {
        "Aucun plan n'a été cherché. Choisissez un autre fichier avec --registre, ou --sans-registre pour un plan qui n'est pas gardé."
    }

    package static func notKept(_ output: String) -> String {
        "Ce plan n'est gardé dans aucun registre. Pour le garder : --registre plans.gpkg, ou maintenant "
            + "« itinerance conserver \(output)/plan.json --registre plans.gpkg »."
    }
    package static func kept(_ store: String, _ kept: PlanRegister.Kept) -> String {
        "Gardé dans \(store) : version \(kept.number)" + (kept.parent.map { ", après la version \($0)." } ?? ".")
    }
    /// Someone else has gone on from the same version.
    package static func siblings(_ store: String, _ kept: PlanRegister.Kept) -> String {
        let others = kept.siblings.map { version in
            "\(version.number) (\(author(version.author)), \(moment(version.keptAt)))"
        }
        let isOne = others.count == 1
        let from =
            kept.parent.map { "à partir de la même version \($0)" } ?? "pour le même scénario, pendant la recherche"
        return
            "Attention : \(isOne ? "la version" : "les versions") \(ReportWords.enumeration(others)) \(isOne ? "a" : "ont") été "
            + "\(isOne ? "gardée" : "gardées") \(from). Rien n'est perdu, les deux travaux restent. Comparez : itinerance diff "
            + "\(store)@\(kept.siblings.last?.number ?? 0) \(store)@\(kept.number)"
    }
    package static func inFolderOnly(_ output: String, _ store: String) -> String {
        "Le plan est dans \(output), mais \(store) ne le garde pas. Quand ce fichier pourra être écrit : "
            + "itinerance conserver \(output)/plan.json --registre \(store)"
    }
    package static func inStoreOnly(_ store: String, _ number: Int) -> String {
        "Le plan n'est pas perdu : c'est la version \(number) de \(store). Quand un dossier pourra être écrit : "
            + "itinerance restaurer \(store) \(number) --sortie DOSSIER"
    }

    package static var conserver: String { "Garde dans un registre un plan déjà fait." }
    package static var conserverExamples: String {
        """
        Exemple :
          itinerance conserver plans/hiver/plan.json --registre territoire.gpkg --auteur coordination --note "retenu en réunion"

        Le fichier entre tel quel, à l'octet près. Un plan qui ne passe pas le contrôle est refusé.
        """
    }
    package static var conserverRegisterHelp: String { "Fichier .gpkg où garder le plan, créé s'il n'existe pas." }

    // MARK: History

    package static var history: String { "Montre les plans gardés dans un registre, la dernière version en bas." }
    package static var historyExamples: String {
        """
        Exemples :
          itinerance historique territoire.gpkg
          itinerance diff territoire.gpkg@2 territoire.gpkg@3
          itinerance verifier territoire.gpkg@derniere

        Partout où un plan est lu, « FICHIER.gpkg@NUMÉRO » désigne une version gardée.
        """
    }
    package static var storeHelp: String { "Fichier .gpkg : un territoire ou un registre." }
    package static var empty: String { "Aucun plan n'est gardé dans ce fichier." }

    package static func author(_ role: String?) -> String { role ?? "rôle non dit" }

    /// `27 novembre 2026 à 16 h 50`, by the clocks of Paris.
    package static func moment(_ instant: KeptInstant) -> String {
        guard let (date, time) = instant.paris else { return instant.text }
        return "\(ReportDates.full(date)) à \(ReportFigures.time(time))"
    }

    package static func lines(_ version: PlanVersion, same: Int?, changed: [String]) -> [String] {
        let monday = CivilDate(iso: version.firstMonday).map(ReportDates.full) ?? version.firstMonday
        let value = ReportFigures.decimal(version.value, 1)
        var lines = [
            "Version \(version.number)" + (version.parent.map { ", après la version \($0)" } ?? "") + " : "
                + "\(version.scenario), cycle du \(monday)",
            "  \(moment(version.keptAt)), \(author(version.author)), itinerance \(version.program)",
            "  valeur \(value), écart \(ReportFigures.percent(version.gap, 2)), \(ending(version))",
        ]
        if let note = version.note { lines.append("  « \(note) »") }
        if let same { lines.append("  même plan que la version \(same)") }
        if !changed.isEmpty { lines.append("  territoire changé depuis : \(changed.joined(separator: ", "))") }
        return lines
    }

    private static func ending(_ version: PlanVersion) -> String {
        switch version.stop {
        case "optimal": "optimum annoncé"
        case "ecart_atteint": "écart demandé atteint"
        case "temps": "arrêt au temps donné"
        case "interruption": "recherche interrompue"
        default: version.stop
        }
    }

    // MARK: Restoring

    package static var restore: String { "Remet dans un dossier un plan gardé, à l'octet près." }
    package static var restoreExamples: String {
        """
        Exemples :
          itinerance restaurer territoire.gpkg 2 --sortie plans/version-2
          itinerance restaurer territoire.gpkg derniere --sortie plans/actuel --projet data/nord/avesnois.yaml

        Dit quelles données ont changé depuis. plan.json est celui qui a été gardé ; les pages sont refaites à partir de lui.
        """
    }
    package static var versionHelp: String { "Numéro de la version, ou « derniere »." }
    package static var projectHelp: String { "Scénario dont les fichiers d'aujourd'hui sont comparés à ceux du plan." }

    package static func badVersion(_ text: String) -> String {
        "« \(text) » n'est pas une version : un numéro est attendu, ou « \(PlanReference.Choice.latestWord) »."
    }
    package static func restored(_ number: Int, _ output: String) -> String {
        "Version \(number) remise dans \(output) (plan.json à l'octet près)."
    }
    package static func onlyBytes(_ number: Int) -> String {
        "version \(number) : ce programme ne lit plus ce plan ; ses fichiers sont remis tels quels, sans les horaires."
    }
    package static func changed(_ number: Int, _ names: [String]) -> String {
        "Attention, territoire changé depuis la version \(number) : \(names.joined(separator: ", ")). Le plan garde ses données d'alors ; "
            + "« itinerance verifier PLAN --projet SCENARIO » dit ce que cela change."
    }
    package static func same(_ number: Int) -> String { "Données inchangées depuis la version \(number)." }
    package static var notCompared: String {
        "Les données de ce plan sont des fichiers, ou un autre territoire : --projet SCENARIO dit si elles ont changé depuis."
    }

    package static func input(_ change: InputChanges.Change) -> String {
        let (input, isGone) = (change.input, change.isGone)
        return (input.nature == .file ? "fichier « \(input.name) »" : "table « \(input.name) »")
            + (isGone ? " (absent)" : "")
    }

    // MARK: Locks

    package static var lock: String { "Réserve un territoire à un rôle pendant qu'il y travaille, ou le libère." }
    package static var lockExamples: String {
        """
        Exemples :
          itinerance verrouiller territoire.gpkg --auteur coordination
          itinerance verrouiller territoire.gpkg --auteur coordination --jusqu-a 2027-01-08
          itinerance verrouiller territoire.gpkg --auteur coordination --liberer

        Tant qu'il tient, planifier, replanifier, conserver et importer n'y écrivent que pour ce rôle (--auteur). Il tombe de
        lui-même à la fin du jour dit, aujourd'hui par défaut. Lire reste permis à tous.
        """
    }
    package static var lockAuthorHelp: String { "Rôle qui réserve le fichier (« coordination »), jamais un nom." }
    package static var untilHelp: String {
        "Dernier jour où le verrou tient (2027-01-08), dans les 31 jours ; aujourd'hui par défaut."
    }
    package static var releaseHelp: String { "Libère le verrou de ce rôle." }
    package static func badDay(_ today: CivilDate) -> String {
        "--jusqu-a attend une date comme 2027-01-08, du \(ReportDates.full(today)) au \(ReportDates.full(today.adding(days: 31)))."
    }

    private static func holder(_ lock: StoreLock) -> String {
        "« \(lock.author) » depuis le \(moment(lock.since)), jusqu'au soir du \(ReportDates.full(lock.until))"
    }
    package static func locked(_ store: String, _ lock: StoreLock) -> String {
        "\(store) : réservé par \(holder(lock)). Rien n'y a été écrit. Attendez, ou demandez à ce rôle "
            + "« itinerance verrouiller \(store) --auteur \"\(lock.author)\" --liberer »."
    }
    package static func lockedMeanwhile(_ store: String, _ lock: StoreLock) -> String {
        "Attention : \(store) a été réservé pendant la recherche par \(holder(lock)). Le plan est gardé, à côté des autres versions."
    }
    package static func taken(_ store: String, _ lock: StoreLock) -> String {
        "\(store) : réservé par \(holder(lock))."
    }
    package static func released(_ store: String) -> String { "\(store) : libre." }
}
