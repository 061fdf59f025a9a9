import RoundPlan

/// The same as data for other programs.
struct ChangeSummary: Encodable {
    struct Change: Encodable {
        var service: String
        var venue: String
        var kind: String
        var fields: [ChangedField]
        var weight: Int
        var before: String?
        var after: String?

        enum CodingKeys: String, CodingKey {
            case service
            case venue = "lieu"
            case kind = "nature"
            case fields = "champs"
            case weight = "poids"
            case before = "avant"
            case after = "apres"
        }
    }

    var weight: Int
    var changes: [Change]
    /// Least weight that any plan can have, by service; empty where nothing was searched.
    var least: [String: Int]

    init(_ report: ChangeReport, _ run: ReplanRun? = nil) {
        weight = report.weight
        changes = report.changes.map { change in
            Change(
                service: change.service, venue: change.venue, kind: ReplanWords.kind(change), fields: change.fields,
                weight: change.weight, before: report.words(change.before, isOld: true),
                after: report.words(change.after, isOld: false))
        }
        least = Dictionary(
            run?.outcomes.map { ($0.service, $0.leastWeight) } ?? [], uniquingKeysWith: { first, _ in first })
    }

    enum CodingKeys: String, CodingKey {
        case weight = "poids"
        case changes = "changements"
        case least = "poids_minimal"
    }
}
