import ArgumentParser
import FileAccess
import Foundation
import FrenchText

/// The program: one command a page.
@main
struct Itinerance: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "itinerance", abstract: CommandWords.program, discussion: CommandWords.programExamples,
        version: ProgramVersion.current,
        subcommands: [
            Modele.self, Importer.self, Qualite.self, Besoins.self, Couverture.self, Trajets.self, Planifier.self,
            Verifier.self, Expliquer.self, Replanifier.self, Diff.self, Epingler.self, Liberer.self, Comparer.self,
            Balayer.self, Front.self, Robustesse.self, Publier.self, Apercu.self, Realise.self, Historique.self,
            Restaurer.self, Conserver.self, Verrouiller.self,
            ExporterModele.self, Bench.self,
        ])

    static func main() { Foundation.exit(Launcher.run(Array(CommandLine.arguments.dropFirst()))) }
}
