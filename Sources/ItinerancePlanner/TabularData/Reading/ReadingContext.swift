/// What rows may refer to, known before they are read.
package struct ReadingContext {
    package var communes = CommuneIndex()
    /// Some communes could not be read: nothing is said of what refers to one that is not known.
    package var isMissingCommunes = false
    /// Codes and names.
    package var epcis: [String: String] = [:]
    /// Venues and prisons, which permits and closures name.
    package var places: Set<String> = []

    /// Takes note of a record, so that later tables can refer to it.
    package mutating func note(_ record: Record) {
        switch record.kind {
        case .codeChanges: communes.add(change: record.text("ancien"), to: record.text("nouveau"))
        case .epcis: epcis[record.text("code_epci")] = record.text("nom")
        case .communes:
            communes.add(code: record.text("code_insee"), name: record.text("nom"))
            if !record.text("nom_epci").isEmpty { epcis[record.text("code_epci")] = record.text("nom_epci") }
        case .venues, .prisons: places.insert(record.text("id"))
        default: break
        }
    }

    package init(
        communes: CommuneIndex = CommuneIndex(), isMissingCommunes: Bool = false, epcis: [String: String] = [:],
        places: Set<String> = []
    ) {
        self.communes = communes
        self.isMissingCommunes = isMissingCommunes
        self.epcis = epcis
        self.places = places
    }
}
