import FileAccess
import Foundation
import TeamOrienteering

/// Reads Team Orienteering instances in the form of Chao, Golden and Wasil: three lines of header, then one line a node.
enum TeamOrienteeringReader {
    static let vehicleLimit = 1000
    static let nodeLimit = 1000

    /// Reads all instances of a folder, or those named, in the order of their names.
    static func read(folder: String, only: [String]) throws -> [TeamOrienteeringInstance] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
            throw InputFailure(.bench(.folderMissing), file: folder)
        }
        guard let entries = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            throw InputFailure(.bench(.folderUnreadable), file: folder)
        }
        let all = entries.filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }.sorted()
        guard !all.isEmpty else {
            throw InputFailure(.bench(.folderEmpty), file: folder)
        }
        let wanted = only.map { $0.hasSuffix(".txt") ? String($0.dropLast(4)) : $0 }
        var findings = Findings()
        for name in wanted where !all.contains(name) {
            findings.add(.bench(.noInstance(name, near: NearestNames.of(name, among: all))), file: folder)
        }
        var instances: [TeamOrienteeringInstance] = []
        for name in all where wanted.isEmpty || wanted.contains(name) {
            let shown = folder.hasSuffix("/") ? folder + name + ".txt" : "\(folder)/\(name).txt"
            do {
                let file = try InputFile(URL(fileURLWithPath: shown), named: shown)
                guard let text = file.text(&findings) else { continue }
                if let instance = parse(text, name: name, file: shown, &findings) { instances.append(instance) }
            } catch {
                findings.add(error)
            }
        }
        try findings.throwIfErrors()
        return instances
    }

    /// One instance, or nil with what is wrong with it.
    static func parse(
        _ text: String, name: String, file: String, _ findings: inout Findings
    ) -> TeamOrienteeringInstance? {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
            .map { (number: $0.offset + 1, cells: $0.element.split(whereSeparator: \.isWhitespace).map(String.init)) }
            .filter { !$0.cells.isEmpty }
        var header: [Double] = []
        for (place, key) in ["n", "m", "tmax"].enumerated() {
            guard place < lines.count else {
                findings.add(.bench(.headerMissing(key)), file: file, line: (lines.last?.number ?? 0) + 1)
                return nil
            }
            let line = lines[place]
            guard line.cells.count == 2, line.cells[0] == key, let value = Double(line.cells[1]),
                value.isFinite, value >= 0, place == 2 || value == value.rounded()
            else {
                findings.add(
                    .bench(.headerExpected(key, line.cells.joined(separator: " "))), file: file, line: line.number)
                return nil
            }
            header.append(value)
        }
        let before = findings.errorCount
        if !(2...Double(nodeLimit)).contains(header[0]) {
            findings.add(.bench(.outOfRange("n", 2, nodeLimit)), file: file, line: lines[0].number)
        }
        if !(1...Double(vehicleLimit)).contains(header[1]) {
            findings.add(.bench(.outOfRange("m", 1, vehicleLimit)), file: file, line: lines[1].number)
        }
        if header[2] > 1e9 {
            findings.add(.bench(.outOfRange("tmax", 0, 1_000_000_000)), file: file, line: lines[2].number)
        }
        guard findings.errorCount == before else { return nil }
        let rows = lines.dropFirst(3)
        var points: [TeamOrienteeringInstance.Point] = []
        var scores: [Int] = []
        for row in rows {
            let numbers = row.cells.compactMap(Double.init)
            guard row.cells.count == 3, numbers.count == 3, numbers.allSatisfy(\.isFinite),
                abs(numbers[0]) <= 1e9, abs(numbers[1]) <= 1e9
            else {
                findings.add(.bench(.nodeExpected(row.cells.joined(separator: " "))), file: file, line: row.number)
                continue
            }
            guard numbers[2] >= 0, numbers[2] <= 1e9, numbers[2] == numbers[2].rounded() else {
                findings.add(.bench(.scoreExpected(row.cells[2])), file: file, line: row.number)
                continue
            }
            points.append(TeamOrienteeringInstance.Point(x: numbers[0], y: numbers[1]))
            scores.append(Int(numbers[2]))
        }
        guard findings.errorCount == before else { return nil }
        guard points.count == Int(header[0]) else {
            findings.add(
                .bench(.nodeCount(found: points.count, expected: Int(header[0]))), file: file,
                line: lines[0].number)
            return nil
        }
        return TeamOrienteeringInstance(
            name: name, vehicles: Int(header[1]), limit: header[2], points: points, scores: scores)
    }
}
