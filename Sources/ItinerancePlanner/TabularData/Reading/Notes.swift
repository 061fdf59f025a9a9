import FileAccess

/// What reading mended or passed over, counted, so that a list of thousands is told in one line each.
package struct Notes {
    private var counts: [ReadingNote: (count: Int, first: Int)] = [:]

    package mutating func add(_ note: ReadingNote, line: Int) {
        counts[note] = (1 + (counts[note]?.count ?? 0), counts[note]?.first ?? line)
    }

    package func count(_ note: ReadingNote) -> Int { counts[note]?.count ?? 0 }

    package func report(file: String, to findings: inout Findings) {
        for (note, tally) in counts.sorted(by: { ($0.value.first, "\($0.key)") < ($1.value.first, "\($1.key)") }) {
            findings.add(
                .importing(.note(note, count: tally.count)), file: file, line: tally.first, level: .warning)
        }
    }
}
