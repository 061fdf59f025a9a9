import FileAccess
import Foundation
import GeoModel
import PlanAnalysis
import PlanningModel
import Publishing

/// Pages of a publication of eight weeks, with a holiday, a closed place and days on which nobody is there.
struct PublishedPages {
    struct Page {
        var isSound: Bool
        var faults: String
        var text: String
        var rows: [String]
    }

    let folder: URL
    let pages: [String: Page]

    static let period = date("2027-02-08")...date("2027-04-04")

    static func date(_ text: String) -> CivilDate { CivilDate(iso: text) ?? CivilDate(dayNumber: 0) }

    init(
        _ kinds: [PublicationKind], of plan: Plan = PublicationFixture.plan(),
        parts: Set<PublicationKind> = Set(PublicationKind.allCases), hasPDF: Bool = false
    ) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("pages-\(UUID().uuidString)")
        for file in try Self.files(plan, kinds, parts: parts, hasPDF: hasPDF) {
            let url = file.name.url(in: folder)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try file.data.write(to: url)
        }
        let read = try PublicationReaders.read("read_pages.py", [folder.path]) as? [String: [String: Any]] ?? [:]
        pages = read.mapValues { page in
            let faults = (page["faults"] as? [String] ?? []) + (page["open"] as? [String] ?? [])
            return Page(
                isSound: page["lang"] as? String == "fr" && page["h1"] as? Int == 1 && page["jumps"] as? Int == 0
                    && (page["landmarks"] as? [String] ?? []).contains("main") && faults.isEmpty,
                faults: "\(page["lang"] ?? "") h1 \(page["h1"] ?? 0) jumps \(page["jumps"] ?? 0) \(faults)",
                text: page["text"] as? String ?? "", rows: page["rows"] as? [String] ?? [])
        }
    }

    static func files(
        _ plan: Plan, _ kinds: [PublicationKind], parts: Set<PublicationKind> = Set(PublicationKind.allCases),
        hasPDF: Bool = false
    ) throws -> [PublishedFile] {
        let publication = try Publication(plan, period: period, parts: parts, hasPDF: hasPDF)
        return try kinds.flatMap { try $0.files(publication) }
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    /// What `pdfinfo` says of a file.
    func pageCount(_ name: String) throws -> Int {
        let words = String(decoding: try PublicationReaders.run(["pdfinfo", path(name)]), as: UTF8.self)
        let line = words.split(separator: "\n").first { $0.hasPrefix("Pages:") } ?? ""
        return Int(line.dropFirst(6).trimmingCharacters(in: .whitespaces)) ?? 0
    }

    /// Text of each page of a PDF, on one line.
    func printed(_ name: String) throws -> [String] {
        let text = String(decoding: try PublicationReaders.run(["pdftotext", path(name), "-"]), as: UTF8.self)
        return text.split(separator: "\u{C}").map { page in
            page.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
    }
}
