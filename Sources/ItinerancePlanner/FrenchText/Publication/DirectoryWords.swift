import GeoModel
import PlanAnalysis
import PlanningModel

/// What readers of directories see of a stop, and what their keeper reads of those left out.
package enum DirectoryWords {
    /// At most 150 characters and no full stop at the end, as data·inclusion asks.
    package static func name(_ service: String, _ place: String, _ standing: String) -> String {
        let mark = standing.isEmpty ? "" : " (\(standing))"
        let text = place.isEmpty ? service : "\(service) – \(place)"
        let room = 150 - mark.unicodeScalars.count
        let cut =
            text.unicodeScalars.count <= room
            ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(max(0, room - 1)))) + "…"
        return cut + mark
    }

    package static func summary(_ standing: String) -> String {
        "Accueil itinérant des parents : écoute, information et orientation."
            + (standing.isEmpty ? "" : " Attention : \(standing).")
    }

    package static var symbolic: String { "Participation symbolique" }
    package static var firstThousandDays: String { "Futurs parents et parents d'enfants de 0 à 2 ans" }

    package static func description(isFixed: Bool, isForAll: Bool, _ standing: String) -> String {
        let opening =
            isFixed
            ? "Lieu ouvert à des heures fixes." : "Service itinérant : un véhicule vient à ce lieu à des dates fixes."
        let audience =
            isForAll
            ? "Il s'adresse à tous les parents, quel que soit l'âge des enfants." : firstThousandDays + "."
        return opening + " " + audience
            + " On y trouve accueil, écoute, information et orientation, sans condition. "
            + "Les dates sont dans les horaires."
            + (standing.isEmpty ? "" : " Attention : \(standing).")
    }

    private static func lack(_ lack: DirectoryLack) -> String {
        switch lack {
        case .office: "nom du bureau inconnu (bureau.nom du scénario)"
        case .siret: "SIRET du bureau inconnu (bureau.siret du scénario)"
        case .address: "adresse du lieu inconnue (colonne adresse de lieux.csv)"
        case .postcode: "code postal du lieu inconnu ou mal écrit (colonne code_postal de lieux.csv)"
        case .date: "date de mise à jour inconnue (publie_le du scénario, ou millesime du lieu)"
        }
    }

    /// - Parameters:
    ///   - plan: its name.
    ///   - period: of the dates in the files.
    ///   - digital: what the schema of digital help cannot do without.
    ///   - inclusion: what that of data·inclusion cannot do without.
    package static func readMe(
        _ plan: String, _ period: ClosedRange<CivilDate>, _ stops: [DirectoryStop], digital: Set<DirectoryLack>,
        inclusion: Set<DirectoryLack>
    ) -> String {
        """
        Annuaires du plan « \(plan) »

        mediation-numerique.csv          schéma national de la médiation numérique v1.0.2, une ligne par arrêt :
                                         \(count(digital, of: stops))
        data-inclusion-structures.json   data·inclusion 1.0 : le bureau\(noStructure(stops, inclusion))
        data-inclusion-services.json     data·inclusion 1.0 : un service par arrêt : \(count(inclusion, of: stops))
        horaires-osm.csv                 horaires de chaque arrêt au format opening_hours d'OpenStreetMap
        mobile-library-stops.csv         schéma ouvert des arrêts de bibliobus (en anglais)

        Les dates vont du \(date(period.lowerBound)) au \(date(period.upperBound)).
        Un passage qui ne revient pas chaque semaine est écrit par ses dates, jamais par des semaines paires : 2026 a
        53 semaines. Une valeur d'OpenStreetMap a 255 caractères au plus (colonne longueur) : au-delà, elle sert aux
        annuaires seulement.
        Le schéma des bibliobus n'admet que des codes postaux britanniques : son contrôle refusera les codes français.
        Rien n'est inventé : une case inconnue reste vide, une ligne à qui manque une case obligatoire est laissée de côté.

        \(leftOut("mediation-numerique.csv", stops, digital))
        \(leftOut("data-inclusion-services.json", stops, inclusion))

        """
    }

    /// Why no structure is listed; empty where one is.
    private static func noStructure(_ stops: [DirectoryStop], _ required: Set<DirectoryLack>) -> String {
        guard listed(stops, required).isEmpty else { return "" }
        let causes = DirectoryLack.allCases.filter { cause in
            required.contains(cause) && stops.allSatisfy { $0.lacks.contains(cause) }
        }
        let why = stops.isEmpty ? "aucun arrêt dans ce plan" : causes.map(lack).joined(separator: " ; ")
        return " ;\n                                 vide : \(why)"
    }

    private static func date(_ date: CivilDate) -> String { ReportFigures.plain(ReportDates.full(date)) }

    private static func listed(_ stops: [DirectoryStop], _ required: Set<DirectoryLack>) -> [DirectoryStop] {
        stops.filter { $0.lacks.isDisjoint(with: required) }
    }

    private static func count(_ required: Set<DirectoryLack>, of stops: [DirectoryStop]) -> String {
        "\(listed(stops, required).count) sur \(ReportFigures.plain(ReportFigures.counted(stops.count, "arrêt")))"
    }

    private static func leftOut(
        _ file: String, _ stops: [DirectoryStop], _ required: Set<DirectoryLack>
    ) -> String {
        let out = stops.filter { !$0.lacks.isDisjoint(with: required) }
        guard !out.isEmpty else { return "\(file) : aucun arrêt laissé de côté." }
        let causes = DirectoryLack.allCases.filter(required.contains).compactMap { cause -> String? in
            let own = out.filter { $0.lacks.contains(cause) }
            guard !own.isEmpty else { return nil }
            guard own.count < stops.count else { return "- tous les arrêts : \(lack(cause))" }
            let names = own.map { stop -> String in
                let place = stop.name.split(whereSeparator: \.isNewline).joined(separator: " ")
                return "\(stop.venue), \(place) (\(stop.service))"
            }
            return "- \(ReportFigures.plain(ReportFigures.counted(own.count, "arrêt"))) : \(lack(cause)) :\n    "
                + names.joined(separator: "\n    ")
        }
        return (["\(file) : arrêts laissés de côté, et pourquoi"] + causes).joined(separator: "\n")
    }

    /// Answers that the national schema of digital help allows, as it writes them.
    package enum Schema {
        package static func mobility(isFixed: Bool) -> String { isFixed ? "Fixe" : "Itinérant" }
        package static var families: String { "Familles et/ou enfants" }
        package static var comeInPerson: String { "Se présenter" }
        package static var free: String { "Gratuit" }
        package static var paid: String { "Payant" }
        package static var paperworkHelp: String { "Aide aux démarches administratives" }
    }
}
