import FileAccess
import Foundation
import FrenchText
import PlanAnalysis

/// `index.html`: a page that leads to every file.
package struct PublicationIndex {
    package struct Part: Sendable {
        package var title: String
        package var readers: String
        package var entries: [Entry]
        package var groups: [Group]
    }

    /// Files of a folder inside a part, folded away.
    package struct Group: Sendable {
        package var groupTitle: String
        package var files: [Entry]

        package init(groupTitle: String, files: [Entry]) {
            self.groupTitle = groupTitle
            self.files = files
        }
    }

    package struct Entry: Sendable {
        package var address: String
        package var label: String

        package init(address: String, label: String) {
            self.address = address
            self.label = label
        }
    }

    /// Files of a part beside its first page that are shown without being folded away.
    private static let listed = 12

    private let publication: Publication
    private let manifest: PublicationManifest

    package init(_ publication: Publication, _ manifest: PublicationManifest) {
        self.publication = publication
        self.manifest = manifest
    }

    package var file: PublishedFile {
        let html = publication.page(
            "index", style: "index", title: publication.scenario.name,
            [
                "period": PublicationWords.period(publication.period),
                "parts": PublicationKind.allCases.compactMap(part), "fictional": TeamWeeks(publication).fictional,
            ])
        return PublishedFile("index.html", html)
    }

    /// Its own files, those of many communes folded away, then a group for each folder inside it.
    private func part(_ kind: PublicationKind) -> Part? {
        guard let names = manifest.files[kind.rawValue] else { return nil }
        let byFolder = Dictionary(grouping: names.map(\.text)) { Self.folder(of: $0) }
        let own = entries(byFolder[kind.rawValue] ?? [])
        let isLong = own.count > Self.listed
        let folded = isLong ? own.filter { !$0.address.hasSuffix("/index.html") } : []
        let folders = byFolder.keys.filter { $0 != kind.rawValue }.sorted {
            $0.compare($1, options: .numeric) == .orderedAscending
        }
        let groups =
            (isLong
                ? [Group(groupTitle: IndexWords.group(IndexWords.allCommunes, count: folded.count), files: folded)]
                : [])
            + folders.map { folder in
                let files = entries(byFolder[folder] ?? [])
                return Group(
                    groupTitle: IndexWords.group(title(of: folder), count: files.count), files: files)
            }
        return Part(
            title: PublicationWords.title(kind), readers: PublicationWords.readers(kind),
            entries: isLong ? own.filter { $0.address.hasSuffix("/index.html") } : own, groups: groups)
    }

    private func entries(_ names: [String]) -> [Entry] {
        names.sorted {
            Self.rank($0) == Self.rank($1)
                ? $0.compare($1, options: .numeric) == .orderedAscending : Self.rank($0) < Self.rank($1)
        }.map { Entry(address: $0, label: IndexWords.label($0, title: manifest.labels?[$0])) }
    }

    /// Of a folder of routes, after the page of the same name.
    private func title(of folder: String) -> String {
        let name = folder.split(separator: "/").last.map(String.init) ?? folder
        return IndexWords.folder(name) ?? manifest.labels?[folder + ".html"].map(IndexWords.routes) ?? name
    }

    private static func folder(of name: String) -> String {
        name.split(separator: "/").dropLast().joined(separator: "/")
    }

    /// Pages that lead to others first, then pages, then the rest.
    private static func rank(_ name: String) -> Int {
        name.hasSuffix("/index.html") ? 0 : name.hasSuffix(".html") || name.hasSuffix(".pdf") ? 1 : 2
    }
}
