import Foundation
import PlanAnalysis
import PlanningModel
import Testing

/// Boxes of words are those that poppler finds, not the program's own estimates.
@Suite("Every word of a printed page lies on its sheet, over no other")
struct TextBoxTests {
    /// Kinds that are printed.
    private static let kinds: [PublicationKind] = [.roadSheets, .team, .posters, .report]

    /// Millimetres that stay empty round a kind of page: its margin, less where that holds a foot, or paint to the edge.
    private static func margin(of file: String) -> Double {
        switch file.split(separator: "/").first {
        case "affiches": 4
        case "rapport": 5
        case "feuilles": 10
        default: file.hasSuffix("cycle.pdf") || file.hasSuffix("semaines.pdf") ? 9 : 12
        }
    }

    /// What is wrong in the prints of a folder, and how many there are.
    private func faults(in folder: URL) throws -> (prints: Int, faults: [String]) {
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
        let prints = names.filter { $0.hasSuffix(".pdf") }
        let faults = try prints.flatMap { name -> [String] in
            let paper = name.dropLast(4).suffix(2)
            let pages =
                name.hasPrefix("affiches/")
                ? names.filter { $0.hasPrefix("affiches/\(paper)/") } : [name.dropLast(4) + ".html"]
            let read = try PublicationReaders.read(
                "read_boxes.py",
                ([name] + [String(Self.margin(of: name))] + pages).enumerated().map {
                    $0.offset == 1 ? $0.element : folder.appendingPathComponent($0.element).path
                })
            let boxes = try #require(read as? [String: Any])
            let missing = (boxes["missing"] as? [String] ?? []).map { "\(name): « \($0) » is missing" }
            let sheets = try #require(boxes["pages"] as? [[String: Any]])
            return missing
                + sheets.enumerated().flatMap { page, sheet -> [String] in
                    let outside = (sheet["outside"] as? [String] ?? []).map { "« \($0) » reaches into the margin" }
                    let overlaps = (sheet["overlaps"] as? [String] ?? []).map { "« \($0) » overlap" }
                    let smallest = sheet["smallest"] as? Double ?? 0
                    let small =
                        name.hasPrefix("equipe/") && smallest < 8.9 ? ["words of \(smallest) points"] : []
                    let empty = smallest == 0 ? ["nothing is on it"] : []
                    return (outside + overlaps + small + empty).map { "\(name), page \(page + 1): \($0)" }
                }
        }
        return (prints.count, faults)
    }

    private func check(_ plan: Plan) throws {
        let published = try PublishedPages(Self.kinds, of: plan, hasPDF: true)
        defer { published.remove() }
        let (prints, faults) = try faults(in: published.folder)
        #expect(prints >= 9)
        #expect(faults.isEmpty, "\(faults.prefix(20))")
    }

    @Test("With addresses of 200 characters, a holiday, a closed place and days on which nobody is there")
    func awkward() throws { try check(PublicationFixture.plan()) }

    @Test("With a very long name of a commune and of its place, a week all closed, and the week of a public holiday")
    func longName() throws {
        var scenario = PublicationFixture.scenario()
        for index in scenario.territory.venues.indices.prefix(3) {
            scenario.territory.venues[index].name = ReportFixture.longName + ", salle \(index + 1)"
        }
        scenario.territory.communes[0].name = ReportFixture.longName
        let monday = PublishedPages.date("2027-02-22")
        scenario.calendar.publicHolidays += (0..<5).map { .init(date: monday.adding(days: $0), name: "Semaine fermée") }
        scenario.calendar.publicHolidays.sort { $0.date < $1.date }
        try check(PublicationFixture.plan(scenario))
    }

    @Test("Of the four services")
    func fourServices() throws { try checkReal("quatre-services") }

    @Test(
        "Long: of the 55 communes of the Avesnois",
        .enabled(if: ProcessInfo.processInfo.environment["ITINERANCE_LONG"] != nil))
    func avesnoisLong() throws { try checkReal("avesnois") }

    private func checkReal(_ name: String) throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        let scenario = CommandRunner.root.appendingPathComponent("data/nord/\(name).yaml").path
        let planned = try runner.run(["planifier", scenario, "--sortie", "plan", "--duree", "20"])
        #expect(planned.code == 0, "\(planned.error)")
        let published = try runner.run(
            ["publier", "plan/plan.json", "--sortie", "p", "--seulement"] + Self.kinds.map(\.rawValue))
        #expect(published.code == 0, "\(published.error)")
        let (prints, faults) = try faults(in: runner.folder.appendingPathComponent("p"))
        #expect(prints >= 7)
        #expect(faults.isEmpty, "\(faults.prefix(20))")
    }
}
