import Foundation
import GeoModel
import RoundPlan

/// What changes from one plan to another for those who know it, and who must be told what.
struct ChangeReport {
    let before: Plan
    let after: Plan
    let changes: [StopChange]
    let names: ReportNames
    private let oldNames: ReportNames

    init(_ before: Plan, _ after: Plan) {
        self.before = before
        self.after = after
        changes = StopChange.all(from: before, to: after)
        names = ReportNames(after.scenario)
        oldNames = ReportNames(before.scenario)
    }

    var lost: [StopChange] { changes.filter(\.isLost) }
    var added: [StopChange] { changes.filter(\.isNew) }
    var moved: [StopChange] { changes.filter { !$0.isLost && !$0.isNew } }

    /// The total of the changes' weights; new stops weigh nothing.
    var weight: Int { changes.reduce(0) { $0 + $1.weight } }

    func placeName(_ change: StopChange) -> String {
        (change.isLost ? oldNames : names).placeName(change.venue)
    }

    private func territory(_ change: StopChange) -> Territory {
        change.isLost ? before.scenario.territory : after.scenario.territory
    }

    func commune(_ change: StopChange) -> Commune? {
        let territory = territory(change)
        return territory.venues.first { $0.id == change.venue }.flatMap { territory.commune($0.commune) }
    }

    /// Partners of the stop's commune, by kind and role: no person.
    func partners(_ change: StopChange) -> [Partner] {
        guard let code = commune(change)?.code else { return [] }
        return after.scenario.territory.partners.filter { $0.commune == code }.sorted { $0.id < $1.id }
    }

    /// What is known of a stop, in words; `nil` for none.
    func words(_ stop: KnownStop?, isOld: Bool) -> String? {
        stop.map { ReplanWords.stop($0, of: (isOld ? before : after).scenario, isOld ? oldNames : names) }
    }

    var lines: [String] {
        guard !changes.isEmpty else { return [ReplanWords.noChange] }
        return [ReplanWords.counts(lost: lost.count, moved: moved.count, added: added.count, weight: weight)]
            + changes.map { ReplanWords.line($0, self) }
    }

    // MARK: Files

    var files: [(name: String, data: Data)] {
        [("changements.csv", Data(csv.utf8)), ("annonces.txt", Data(notices.utf8))]
    }

    private var csv: String {
        TimetableTable.text(
            ReplanWords.columns,
            changes.map { change in
                [
                    change.service, change.venue, placeName(change), commune(change)?.code ?? "",
                    ReplanWords.kind(change), change.fields.map(\.rawValue).joined(separator: " "),
                    String(change.weight),
                    words(change.before, isOld: true) ?? "", words(change.after, isOld: false) ?? "",
                    ReplanWords.told(change, self).joined(separator: " | "),
                ]
            })
    }

    /// Texts ready to send: one for each commune, then one for each partner concerned.
    private var notices: String {
        guard !changes.isEmpty else { return ReplanWords.noChange + "\n" }
        return changes.map { ReplanWords.notice($0, self) }.joined(separator: "\n\n") + "\n"
    }
}
