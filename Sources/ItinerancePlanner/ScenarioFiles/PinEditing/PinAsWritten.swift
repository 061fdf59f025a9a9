import GeoModel
import PlanningModel
import Yams

extension Pin {
    /// A pin of a file that the reader accepted, though it may have left it out since its last day is over.
    package init(asWritten node: Node) {
        func text(_ key: String) -> String? { node.mapping?[Node(key)]?.scalar?.string }
        func list(_ key: String) -> [String]? {
            node.mapping?[Node(key)]?.sequence?.compactMap { $0.scalar?.string }
        }
        self.init(
            venue: text("lieu"), commune: text("commune"), served: text("servi").map { $0 == "oui" },
            minimumVisits: text("visites_min").flatMap { Int($0) },
            maximumVisits: text("visites_max").flatMap { Int($0) },
            weekdays: list("jours")?.compactMap { Weekday(key: $0) }.sorted(),
            half: text("demi_journee").flatMap { HalfDay(word: $0) },
            start: text("debut").flatMap { ParameterEntry.minutes($0) }, van: text("vehicule"), crew: text("equipe"),
            weeks: list("semaines").map { Set($0.compactMap { Int($0) }).sorted() },
            order: text("ordre").flatMap { Int($0) },
            reason: text("motif") ?? "",
            author: text("auteur") ?? "", date: text("date").flatMap { CivilDate(iso: $0) },
            until: text("jusqu_au").flatMap { CivilDate(iso: $0) })
    }
}
