import FileAccess
import FrenchText
import TabularData

/// The folder `annuaires`: the stops in the schemas of the directories that families and partners look in.
package struct DirectoryFiles: Sendable {
    private let rounds: PublishedRounds

    package init(_ publication: Publication) { rounds = PublishedRounds(publication) }

    /// - Throws: an error of encoding.
    package var files: [PublishedFile] {
        get throws {
            let entries = DirectoryEntry.all(rounds)
            let digital = DigitalHelpDirectory(entries, rounds.publication.office)
            let inclusion = InclusionDirectory(entries, rounds.scenario)
            let hours = hoursTable(entries)
            return [
                PublishedFile("annuaires/mediation-numerique.csv", digital.text),
                PublishedFile("annuaires/data-inclusion-structures.json", try inclusion.structures),
                PublishedFile("annuaires/data-inclusion-services.json", try inclusion.services),
                PublishedFile("annuaires/horaires-osm.csv", TableCSV(hours, .program).text),
                PublishedFile("annuaires/mobile-library-stops.csv", MobileStopsDirectory(rounds).text),
                PublishedFile(
                    "annuaires/lisez-moi.txt",
                    DirectoryWords.readMe(
                        rounds.scenario.name, rounds.publication.calendarPeriod, entries.map(\.listed),
                        digital: DigitalHelpDirectory.required, inclusion: InclusionDirectory.required)),
            ]
        }
    }

    private func hoursTable(_ entries: [DirectoryEntry]) -> DataTable {
        DataTable(
            "horaires-osm",
            [
                ColumnOf("service") { .text($0.stop.service) },
                ColumnOf("lieu") { .text($0.stop.place.id) },
                ColumnOf("nom_lieu") { .text($0.stop.place.name) },
                ColumnOf("code_insee") { .text($0.stop.place.commune) },
                ColumnOf("commune") { .text($0.commune) },
                ColumnOf("horaires_osm") { .text($0.hours) },
                ColumnOf("longueur", .integer) { .integer($0.hours.utf8.count) },
                ColumnOf("statut") { .text($0.standing) },
            ], rows: entries)
    }
}
