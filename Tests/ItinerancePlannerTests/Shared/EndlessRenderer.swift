import Foundation
import Testing

/// A WeasyPrint that never ends: an interruption always comes while it works.
enum EndlessRenderer {
    /// Runs a command until it prints a page, and interrupts it: it ends as interrupted, with the renderer, and leaves none
    /// of its files.
    static func interrupt(_ arguments: [String], _ runner: CommandRunner) throws {
        let tools = runner.folder.appendingPathComponent("outils")
        let scratch = runner.folder.appendingPathComponent("temporaire")
        for folder in [tools, scratch] {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        }
        try runner.write("outils/weasyprint", "#!/bin/sh\necho $$ > \(runner.folder.path)/numero\nexec sleep 600\n")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: tools.appendingPathComponent("weasyprint").path)
        let number = runner.folder.appendingPathComponent("numero")
        let result = try runner.run(
            arguments, through: ["PATH=\(tools.path):/usr/bin:/bin", "TMPDIR=\(scratch.path)/"],
            interruptWhen: { (try? Data(contentsOf: number))?.last == 0x0A })
        #expect(result.code == 130)
        #expect(result.error.contains("Interrompu : rien n'a été écrit."))
        let printing = try #require(
            Int32(try runner.read("numero").trimmingCharacters(in: .whitespacesAndNewlines)))
        #expect(kill(printing, 0) != 0)
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path).isEmpty)
    }
}
