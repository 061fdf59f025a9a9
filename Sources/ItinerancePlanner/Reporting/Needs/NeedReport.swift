import FileAccess
import FrenchText
import GeoModel
import PageRendering
import PlanAnalysis
import Planning
import PlanningModel

/// The files of the command `besoins`, and what it says on a screen.
package struct NeedReport: Sendable {
    package var scenario: Scenario
    package var findings: [NeedFindings]
    package var contours: Contours
    package var sources: [SourceFile]
    package var seed: UInt64
    /// `nil` where no plan was asked for.
    package var trial: WeightTrial?

    package init(
        _ scenario: Scenario, _ findings: [NeedFindings], contours: Contours, sources: [SourceFile], seed: UInt64,
        trial: WeightTrial? = nil
    ) {
        self.scenario = scenario
        self.findings = findings
        self.contours = contours
        self.sources = sources
        self.seed = seed
        self.trial = trial
    }

    /// Communes marked on a map: more would hide it.
    private static let marked = 20

    package func map(_ findings: NeedFindings) -> ChoroplethMap {
        ChoroplethMap(
            need: findings, contours: contours, highlighted: min(findings.robustness.top, Self.marked))
    }

    package func files() throws -> [(name: OutputName, text: String)] {
        try findings.flatMap { findings -> [(name: OutputName, text: String)] in
            [("\(findings.fileName).csv", NeedFile(findings).text), ("\(findings.fileName).svg", map(findings).svg())]
        } + [("besoins.html", html())]
    }

    /// One page for all services. Needs no other file and no network.
    package func html() throws -> String {
        let templates = try TemplateShelf.builtIn()
        let context: [String: Any] = [
            "title": NeedPageWords.title(scenario.name),
            "style": templates.style("horaires") + templates.style("besoins"),
            "services": findings.map { NeedPage($0, self).context }, "method": NeedPageWords.method,
            "methodSource": NeedPageWords.methodSource, "parameters": parameterRows,
            "files": sources.map { ["file": $0.name, "hash": String($0.sha256.prefix(16))] },
            "hasFiles": !sources.isEmpty, "seed": String(seed),
        ]
        return templates.render("besoins", context)
    }

    /// The parameters that the need depends on.
    private static let parameterKeys = [
        "densite_max", "priorite_sans_centre_social", "petites_naissances", "poids_fragilite", "poids_eloignement",
        "poids_numerique", "poids_offre_absente", "normalisation", "ecretage_bas", "ecretage_haut",
    ]

    private var parameterRows: [[String: String]] {
        ParameterCatalogue.entries.filter { Self.parameterKeys.contains($0.key) }.map { entry in
            [
                "name": ParameterWords.name(entry), "key": entry.key,
                "value": ParameterWords.value(entry, scenario.parameters), "standing": ParameterWords.provenance(entry),
            ]
        }
    }

    /// A few lines a service, for a terminal.
    package var lines: [String] {
        findings.flatMap { findings -> [String] in
            let needs = findings.needs
            let first = findings.ranking.prefix(5).map { index in
                "\(needs.communes[index].name) (\(ReportFigures.decimal(needs.weights[index].points.points, 1)))"
            }
            var lines = [needs.service.name, NeedPageWords.summary(findings)]
            lines += NeedWords.leftOut(needs.score)
            if !first.isEmpty { lines.append(NeedPageWords.highest(first)) }
            lines += NeedPageWords.robustness(findings) + NeedPageWords.isolation(findings)
            if let trial {
                lines.append(NeedPageWords.trial(trial))
                let names = ReportNames(scenario)
                let open = trial.stops.filter {
                    $0.service == needs.service.id && Double($0.kept) < 0.95 * Double(trial.draws)
                }.map { NeedPageWords.kept(names.placeName($0.venue), $0.kept, of: trial.draws) }
                lines.append(NeedPageWords.dependent(open))
            }
            return lines.enumerated().flatMap { index, line in
                ScreenReport.wrapped(ReportFigures.plain(line), to: index == 0 ? 100 : 98).map {
                    index == 0 ? $0 : "  " + $0
                }
            }
        }
    }
}
