/// What a national directory cannot do without.
package enum DirectoryLack: Hashable, Sendable, CaseIterable {
    case office, siret, address, postcode, date
}

/// A stop that directories would list, and what they lack of it.
package struct DirectoryStop: Sendable {
    /// Identifier and name of the venue.
    package var venue: String
    package var name: String
    /// Identifier of the service.
    package var service: String
    package var lacks: Set<DirectoryLack>

    package init(venue: String, name: String, service: String, lacks: Set<DirectoryLack>) {
        self.venue = venue
        self.name = name
        self.service = service
        self.lacks = lacks
    }
}
