import FileAccess
import Foundation
import FrenchText

/// A page for each commune of the services' territory, and their index.
package struct CommuneFiles: Sendable {
    private let publication: Publication

    package init(_ publication: Publication) { self.publication = publication }

    private struct Link: Sendable {
        var name: String
        var file: String
        var group: String
        /// Without accents or capitals, for the search box.
        var key: String
    }

    private struct Letter: Sendable {
        var letter: String
        var links: [Link]
    }

    package func files() -> [PublishedFile] {
        let scenario = publication.scenario
        var services: [String: Set<String>] = [:]
        for service in scenario.services {
            for commune in service.communes { services[commune, default: []].insert(service.id) }
        }
        let pages = CommunePages(publication)
        let epcis = Dictionary(
            scenario.territory.epcis.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
        var links: [Link] = []
        var files: [PublishedFile] = []
        for commune in scenario.territory.communes {
            guard let own = services[commune.code] else { continue }
            let file: OutputName = "\(slug: commune.name + " " + commune.code).html"
            files.append(PublishedFile("communes/\(file)", pages.html(commune, services: own), label: commune.name))
            links.append(
                Link(
                    name: commune.name, file: file.text, group: epcis[commune.epci] ?? "",
                    key: NearestNames.folded(commune.name)))
        }
        return files + [PublishedFile("communes/index.html", index(links), label: CommunePageWords.indexTitle)]
    }

    private func index(_ links: [Link]) -> String {
        let byLetter = Dictionary(grouping: links.sorted { ($0.key, $0.file) < ($1.key, $1.file) }) {
            String($0.key.prefix(1)).uppercased()
        }
        return publication.page(
            "communes", style: "communes", title: CommunePageWords.indexTitle,
            [
                "letters": byLetter.keys.sorted().map { Letter(letter: $0, links: byLetter[$0] ?? []) },
                "lead": CommunePageWords.indexLead(links.count), "search": CommunePageWords.search,
                "lettersTitle": CommunePageWords.letters,
                "period": ReportDates.range(publication.period.lowerBound, publication.period.upperBound),
            ])
    }
}
