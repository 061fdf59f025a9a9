import Foundation

/// `sommaire.json`: the files of a publication by part, so that the next one takes away what has no place any more.
struct PublicationManifest: Codable {
    static let fileName = "sommaire.json"

    /// Fingerprint of the plan's data.
    var plan: String
    var from: String
    var until: String
    /// Names by part.
    var files: [String: [String]]

    enum CodingKeys: String, CodingKey {
        case plan = "empreinte"
        case from = "du"
        case until = "au"
        case files = "fichiers"
    }

    /// That of a folder; `nil` where there is none, or none that can be read.
    static func read(in folder: String) -> PublicationManifest? {
        (try? Data(contentsOf: URL(fileURLWithPath: folder).appendingPathComponent(fileName)))
            .flatMap { try? JSONDecoder().decode(Self.self, from: $0) }
    }

    /// Parts made now take the place of the same parts of before; others stay.
    init(_ publication: Publication, _ made: [(kind: PublicationKind, files: [PublishedFile])], before: Self?) {
        plan = publication.plan.fingerprint
        from = publication.period.lowerBound.iso
        until = publication.period.upperBound.iso
        files = before?.files ?? [:]
        for (kind, own) in made { files[kind.rawValue] = own.map(\.name).sorted() }
        files = files.filter { !$0.value.isEmpty }
    }

    /// Files of before that are in no part any more. Names that lead out of the folder are none of ours.
    func outdated(since before: Self?) -> [String] {
        let kept = Set(files.values.joined())
        let earlier: [String] = before.map { Array($0.files.values.joined()) } ?? []
        return earlier.filter { name in
            !kept.contains(name) && !name.hasPrefix("/") && !name.split(separator: "/").contains("..")
        }.sorted()
    }

    var file: PublishedFile {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            return PublishedFile(Self.fileName, try encoder.encode(self) + Data("\n".utf8))
        }
    }
}

/// `index.html`: a page that leads to every file.
struct PublicationIndex {
    struct Part: Sendable {
        var title: String
        var readers: String
        var entries: [Entry]
        /// Said where only the first files are listed.
        var more: [String]
    }

    struct Entry: Sendable {
        var address: String
        var label: String
    }

    /// A part with more files lists its pages for all places first, and says how many there are.
    private static let listed = 40

    private let publication: Publication
    private let manifest: PublicationManifest

    init(_ publication: Publication, _ manifest: PublicationManifest) {
        self.publication = publication
        self.manifest = manifest
    }

    var file: PublishedFile {
        let parts = PublicationKind.allCases.compactMap { kind -> Part? in
            guard let names = manifest.files[kind.rawValue] else { return nil }
            let shown = names.sorted { (Self.rank($0), $0) < (Self.rank($1), $1) }.prefix(Self.listed)
            let left = names.count - shown.count
            return Part(
                title: PublicationWords.title(kind), readers: PublicationWords.readers(kind),
                entries: shown.map { Entry(address: $0, label: String($0.dropFirst(kind.rawValue.count + 1))) },
                more: left > 0 ? [PublicationWords.more(left, in: kind.rawValue)] : [])
        }
        let html = publication.page(
            "index", style: "index", title: publication.scenario.name,
            [
                "period": PublicationWords.period(publication.period), "parts": parts,
                "fictional": TeamWeeks(publication).fictional,
            ])
        return PublishedFile("index.html", html)
    }

    /// Pages that lead to others first, then pages, then the rest.
    private static func rank(_ name: String) -> Int {
        name.hasSuffix("/index.html") ? 0 : name.hasSuffix(".html") || name.hasSuffix(".pdf") ? 1 : 2
    }
}
