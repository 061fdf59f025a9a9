import FileAccess
import Foundation
import PlanAnalysis

/// `sommaire.json`: the files of a publication by part, so that the next one takes away what has no place any more.
package struct PublicationManifest: Codable, FrenchKeyed {
    package static let fileName: OutputName = "sommaire.json"

    /// Fingerprint of the plan's data.
    package var plan: String
    package var from: String
    package var until: String
    /// Names by part.
    package var files: [String: [OutputName]]
    /// What their makers call files, by name; `nil` in folders published before files had labels.
    package var labels: [String: String]?

    package static var frenchKeys: [String: String] {
        ["plan": "empreinte", "labels": "titres"]
    }

    /// That of a folder; `nil` where there is none, or none that can be read.
    package static func read(in folder: String) -> PublicationManifest? {
        FileBytes.ifReadable(fileName.url(in: URL(fileURLWithPath: folder)))
            .flatMap { try? FrenchJSON.decode(Self.self, from: $0) }
    }

    /// Parts made now take the place of the same parts of before; others stay.
    package init(_ publication: Publication, _ made: [(kind: PublicationKind, files: [PublishedFile])], before: Self?) {
        plan = publication.plan.fingerprint
        from = publication.period.lowerBound.iso
        until = publication.period.upperBound.iso
        files = before?.files ?? [:]
        for (kind, own) in made { files[kind.rawValue] = own.map(\.name).sorted() }
        files = files.filter { !$0.value.isEmpty }
        let kept = Set(files.values.joined())
        let names = Set(kept.map(\.text))
        var labels = (before?.labels ?? [:]).filter { names.contains($0.key) }
        for file in made.flatMap(\.files) { labels[file.name.text] = file.label }
        self.labels = labels
    }

    /// Parts that it holds files of.
    package var parts: Set<PublicationKind> { Set(files.keys.compactMap(PublicationKind.init)) }

    /// Files of before that are in no part any more.
    package func outdated(since before: Self?) -> [OutputName] {
        let kept = Set(files.values.joined())
        let earlier: [OutputName] = before.map { Array($0.files.values.joined()) } ?? []
        return earlier.filter { !kept.contains($0) }.sorted()
    }

    package var file: PublishedFile {
        get throws { PublishedFile(Self.fileName, try ReadableJSON.data(self)) }
    }
}
