import FrenchText
import PlanAnalysis
import PlanningModel
import TabularData

/// Stops as the national schema of places of digital help wants them, one row a stop: `itinerance` is its only column for
/// something that travels.
///
/// Source: LaMednum/standard-mediation-num, `schema.json` v1.0.2, 2024-04-11.
package struct DigitalHelpDirectory: Sendable {
    package static let columns = [
        "id", "pivot", "nom", "commune", "code_postal", "code_insee", "adresse", "complement_adresse", "latitude",
        "longitude", "typologie", "telephone", "courriels", "site_web", "horaires", "presentation_resume",
        "presentation_detail", "source", "itinerance", "structure_parente", "date_maj", "services",
        "publics_specifiquement_adresses", "prise_en_charge_specifique", "frais_a_charge",
        "dispositif_programmes_nationaux", "formations_labels", "autres_formations_labels", "modalites_acces",
        "modalites_accompagnement", "fiche_acces_libre", "prise_rdv",
    ]

    /// Without any of these a row is not valid: it is left out, never filled with a guess.
    package static let required: Set<DirectoryLack> = [.siret, .address, .postcode, .date]

    private let entries: [DirectoryEntry]
    private let office: Office

    package init(_ entries: [DirectoryEntry], _ office: Office) {
        self.entries = entries.filter { $0.lacks.isDisjoint(with: Self.required) }
        self.office = office
    }

    /// Commas, lists by `|`, UTF-8.
    package var text: String {
        let rows = entries.map { entry -> [CSVText.Cell] in
            let cells = cells(entry)
            return Self.columns.map { cells[$0] ?? .empty }
        }
        return CSVText(.program, Self.columns, rows).text
    }

    private func cells(_ entry: DirectoryEntry) -> [String: CSVText.Cell] {
        let facts = entry.facts
        let texts: [String: String] = [
            "id": entry.id, "pivot": office.siret, "nom": entry.name, "commune": entry.commune,
            "code_postal": facts?.postcode ?? "", "code_insee": entry.stop.place.commune,
            "adresse": facts?.address ?? "", "site_web": office.site, "horaires": entry.hours,
            "presentation_resume": DirectoryWords.summary(entry.standing),
            "source": office.name, "structure_parente": office.name,
            "itinerance": DirectoryWords.Schema.mobility(isFixed: entry.stop.isFixed),
            "date_maj": entry.updated?.iso ?? "",
            "publics_specifiquement_adresses": DirectoryWords.Schema.families,
            "modalites_acces": DirectoryWords.Schema.comeInPerson,
        ]
        var cells = texts.mapValues(CSVText.Cell.text)
        // Numbers that a sign may begin stay numbers.
        cells["latitude"] = .figure(DataNumber.fixed(entry.stop.place.position.latitude, .decimal(6)))
        cells["longitude"] = .figure(DataNumber.fixed(entry.stop.place.position.longitude, .decimal(6)))
        cells["telephone"] = FrenchPhone.international(office.phone).map(CSVText.Cell.figure) ?? .empty
        switch entry.stop.charge {
        case .free: cells["frais_a_charge"] = .text(DirectoryWords.Schema.free)
        case .symbolic, .paid: cells["frais_a_charge"] = .text(DirectoryWords.Schema.paid)
        case .unknown: break
        }
        if entry.stop.programme.contains(where: { !$0.digitalHelp.isEmpty }) {
            cells["services"] = .text(DirectoryWords.Schema.paperworkHelp)
        }
        return cells
    }
}
