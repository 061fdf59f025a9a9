/// What `publier` makes, each in a folder of its own name.
package enum PublicationKind: String, CaseIterable, Hashable, Sendable {
    case roadSheets = "feuilles"
    case team = "equipe"
    case posters = "affiches"
    case communes
    case calendars = "calendriers"
    case report = "rapport"
    case tables = "tableaux"
    case directories = "annuaires"
}
