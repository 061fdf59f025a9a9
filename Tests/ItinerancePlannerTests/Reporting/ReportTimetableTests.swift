import Foundation
import FrenchText
import GeoModel
import PlanCheck
import Reporting
import Testing

@Suite("Timetable")
struct ReportTimetableTests {
    @Test("Names are escaped, and nothing is loaded from elsewhere")
    func escaped() throws {
        let html = try report().html()
        #expect(html.contains("L&#39;Épine &amp; &lt;b&gt;Fils&lt;/b&gt; &quot;Halle&quot;"))
        #expect(!html.contains("<b>Fils"))
        #expect(html.contains("<html lang=\"fr\">"))
        for word in ["http:", "https:", "src=", "<script", "@import", "url(", "{{"] {
            #expect(!html.contains(word), "\(word)")
        }
        #expect(html.components(separatedBy: "<section").count == html.components(separatedBy: "</section>").count)
    }

    @Test("A public holiday is said where the round would have been")
    func holiday() throws {
        // Five half-days on three weekdays: a round on each Monday.
        let plan = try ReportFixture.plan(
            ReportFixture.scenario { $0.weekdays = [.monday, .tuesday, .wednesday] })
        let report = TimetableReport(plan, PlanCheck(plan))
        let html = try report.html().replacing("\u{A0}", with: " ")
        #expect(html.contains("férié : annulé"))
        #expect(html.contains("annulé le lundi 29 mars 2027 : Lundi de Pâques"))
        let csv = report.csv()
        #expect(csv.contains(";Lundi de Pâques;annulé (férié)"))
    }

    @Test("The file opens in a French spreadsheet and holds no formula")
    func csv() throws {
        var plan = try ReportFixture.planned.get()
        for index in plan.scenario.territory.venues.indices {
            plan.scenario.territory.venues[index].name = "=1+1;\"x\""
        }
        let text = TimetableReport(plan, PlanCheck(plan)).csv()
        let lines = text.components(separatedBy: "\r\n")
        #expect(
            lines[0] == "\u{FEFF}service;semaine;date;jour;ordre;lieu;commune;code_insee;arrivee;ouverture_debut;"
                + "ouverture_fin;depart;km_depuis_precedent;vehicule;equipe;cadence_4_semaines;jour_ferie;statut")
        let openings = plan.services.flatMap(\.days).flatMap(\.visits).flatMap(\.openings).count
        #expect(lines.count == openings + 2 && lines.last == "")
        #expect(lines[1].contains(";\"'=1+1;\"\"x\"\"\";"))
        #expect(lines[1].contains(";0100"))
    }

    @Test(
        "Each week is one page, no text leaves its page, and every stop and hour is there",
        .enabled(if: PageTools() != nil, "chromium and pdftotext are needed: scripts/setup --tests"))
    func pages() throws {
        let tools = try #require(PageTools())
        let plan = try ReportFixture.planned.get()
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("report-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let page = folder.appendingPathComponent("horaires.html")
        try report().html().write(to: page, atomically: true, encoding: .utf8)
        let pdf = try tools.print(page, in: folder)

        let weeks = plan.services.flatMap { service in (1...4).map { (service, $0) } }
        for (index, (service, week)) in weeks.enumerated() {
            let text = try tools.text(of: pdf, page: index + 1)
            #expect(text.contains("Semaine \(week) du cycle"))
            let shown = service.days.filter { $0.week == week && !(week == 4 && $0.weekday == .monday) }
            for day in shown {
                #expect(text.contains(ReportFigures.plain(ReportFigures.clock(day.departure))))
                #expect(text.contains(ReportFigures.plain(ReportFigures.clock(day.arrival))))
                for visit in day.visits {
                    let name = ReportNames(plan.scenario).placeName(visit.venue)
                    #expect(Self.joined(text).contains(Self.joined(name)), "\(name)")
                    for opening in visit.openings {
                        let span = "\(ReportFigures.time(opening.start)) – \(ReportFigures.time(opening.end))"
                        #expect(text.contains(ReportFigures.plain(span)))
                    }
                }
            }
        }
        #expect(try tools.text(of: pdf, page: weeks.count + 1).contains("Ce que ce plan apporte"))
        let outside = try tools.wordsOutside(pdf, in: folder)
        #expect(outside.isEmpty, "\(outside)")
    }

    @Test(
        "Six full days at places with long names still fit on one page a week",
        .enabled(if: PageTools() != nil, "chromium and pdftotext are needed: scripts/setup --tests"))
    func fullWeek() throws {
        let tools = try #require(PageTools())
        var plan = try ReportFixture.planned.get()
        plan.scenario.parameters.weekdays = Weekday.allCases.filter { $0 != .sunday }
        for index in plan.scenario.territory.venues.indices {
            plan.scenario.territory.venues[index].name = ReportFixture.longName
        }
        let full = try #require(plan.services[0].days.first { $0.visits.count == 2 })
        plan.services.removeLast()
        plan.services[0].days = (1...4).flatMap { week in
            plan.scenario.parameters.weekdays.map { weekday in
                var day = full
                (day.week, day.weekday) = (week, weekday)
                return day
            }
        }
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("report-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let page = folder.appendingPathComponent("horaires.html")
        try TimetableReport(plan, PlanCheck(plan)).html().write(to: page, atomically: true, encoding: .utf8)
        let pdf = try tools.print(page, in: folder)
        for week in 1...4 {
            #expect(try tools.text(of: pdf, page: week).contains("Semaine \(week) du cycle"))
        }
        #expect(try tools.text(of: pdf, page: 5).contains("Ce que ce plan apporte"))
        #expect(try tools.wordsOutside(pdf, in: folder).isEmpty)
    }

    /// Lines cut a name anywhere, and a hyphen at the end of a line is lost: compared without both.
    private static func joined(_ text: String) -> String { text.filter { !$0.isWhitespace && $0 != "-" } }

    private func report() throws -> TimetableReport {
        let plan = try ReportFixture.planned.get()
        return TimetableReport(plan, PlanCheck(plan))
    }
}

/// The programs that print a page and read it back.
private struct PageTools {
    private let chromium: URL
    private let pdftotext: URL

    init?() {
        func find(_ name: String) -> URL? {
            (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
                .map { URL(fileURLWithPath: String($0)).appendingPathComponent(name) }
                .first { FileManager.default.isExecutableFile(atPath: $0.path) }
        }
        guard let chromium = find("chromium") ?? find("chromium-browser"), let pdftotext = find("pdftotext")
        else { return nil }
        self.chromium = chromium
        self.pdftotext = pdftotext
    }

    func print(_ page: URL, in folder: URL) throws -> URL {
        let pdf = folder.appendingPathComponent("horaires.pdf")
        try run(
            chromium,
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
                "--user-data-dir=\(folder.appendingPathComponent("profile").path)", "--print-to-pdf=\(pdf.path)",
                page.absoluteString,
            ])
        return pdf
    }

    func text(of pdf: URL, page: Int) throws -> String {
        let out = pdf.deletingLastPathComponent().appendingPathComponent("page-\(page).txt")
        try run(pdftotext, ["-f", "\(page)", "-l", "\(page)", pdf.path, out.path])
        return ReportFigures.plain(try String(contentsOf: out, encoding: .utf8))
    }

    /// Words whose box crosses the edge of their page.
    func wordsOutside(_ pdf: URL, in folder: URL) throws -> [String] {
        let out = folder.appendingPathComponent("boxes.html")
        try run(pdftotext, ["-bbox", pdf.path, out.path])
        var size = (width: 0.0, height: 0.0)
        var outside: [String] = []
        for line in try String(contentsOf: out, encoding: .utf8).split(separator: "\n") {
            let numbers = line.split(separator: "\"").compactMap { Double($0) }
            if line.contains("<page "), numbers.count == 2 { size = (numbers[0], numbers[1]) }
            guard line.contains("<word "), numbers.count >= 4 else { continue }
            let inside = numbers[0] >= 0 && numbers[1] >= 0 && numbers[2] <= size.width && numbers[3] <= size.height
            if !inside { outside.append(String(line)) }
        }
        return outside
    }

    private func run(_ program: URL, _ arguments: [String]) throws {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(program.lastPathComponent)")
    }
}
