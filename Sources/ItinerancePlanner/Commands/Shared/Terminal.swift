import FileAccess
import Foundation
import FrenchText
import Planning

/// Standard output and error, and what kind of place they are.
enum Terminal {
    static var errorIsTerminal: Bool { isatty(STDERR_FILENO) != 0 }

    /// After what was printed before, also where both go to one file.
    static func error(_ text: String) {
        fflush(nil)
        FileHandle.standardError.write(Data((text + "\n").utf8))
    }

    static func printJSON(_ value: some Encodable) {
        if let data = try? ReadableJSON.data(value) { FileHandle.standardOutput.write(data) }
    }

    /// What became of a plan beside its folder: on standard output, where that is not for other programs.
    static func tell(_ delivery: PlanKeeping.Delivery, folder: String, asJSON: Bool) {
        for line in RegisterWords.warnings(delivery) { error(line) }
        for line in RegisterWords.lines(delivery, folder: folder) {
            if !asJSON { print(line) } else if delivery.number != nil { error(line) }
        }
    }

    /// What is wrong with inputs that were read all the same.
    static func warn(_ findings: [Finding]) {
        for finding in findings { error(finding.sentence) }
    }
}
