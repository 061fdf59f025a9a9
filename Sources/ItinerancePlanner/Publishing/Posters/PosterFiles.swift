import FileAccess
import FrenchText
import PlanAnalysis

/// Posters of every place where parents are received: a page each for a screen, in A4 and A3, and all of them in one PDF. A
/// place whose dates need several leaves has them all in its page.
package struct PosterFiles: Sendable {
    private let publication: Publication

    package init(_ publication: Publication) { self.publication = publication }

    /// A sheet of paper, and its type: lengths follow the root's size, so that A3 is A4 grown by √2.
    private enum Paper: CaseIterable {
        case a4, a3

        var folder: OutputName { self == .a4 ? "a4" : "a3" }

        var style: String {
            self == .a4
                ? "@page { size: A4; margin: 0; }\nhtml { font-size: 10pt; }\n"
                : "@page { size: A3; margin: 0; }\nhtml { font-size: 14.142pt; }\n"
        }
    }

    package func files() throws -> [PublishedFile] {
        let book = PlaceIndex(publication.scenario)
        var names = UniqueFileNames()
        let posters = VenueProgramme.all(publication.dated).map { programme -> (name: OutputName, leaves: [Poster]) in
            let commune = publication.names.communeBeside(programme.venue) ?? ""
            return (
                name: names.unique(commune + " " + book.name(programme.venue)),
                leaves: Poster.leaves(programme, publication, book)
            )
        }
        guard !posters.isEmpty else { return [] }
        let pages = Paper.allCases.flatMap { paper in
            posters.map { name, leaves in
                PublishedFile(
                    "affiches/\(paper.folder)/\(name).html",
                    page(leaves, paper, title: PosterWords.title(leaves[0].placeName)), label: leaves[0].placeName)
            }
        }
        let prints = try publication.renderer?.pdfs(
            Paper.allCases.map { page(posters.flatMap(\.leaves), $0, title: PosterWords.allTitle) })
        return pages
            + zip(Paper.allCases, prints ?? []).map {
                PublishedFile("affiches/affiches-\($0.folder).pdf", $1)
            }
    }

    private func page(_ posters: [Poster], _ paper: Paper, title: String) -> String {
        publication.page(
            "affiches", style: "affiches", title: title,
            [
                "posters": posters, "paper": paper.style, "findTitle": PosterWords.findTitle,
                "contactTitle": PosterWords.contactTitle, "anonymous": PosterWords.anonymous, "here": PosterWords.here,
            ])
    }
}
