import PlanningModel

/// What a promise speaks of: a venue or a commune, of one service.
package struct PinSubject {
    /// Identifier of the service; `nil` where there is only one.
    package var service: String?
    /// The key and the value that a pin has in the file.
    package var key: String
    package var value: String

    package init(service: String?, key: String, value: String) {
        self.service = service
        self.key = key
        self.value = value
    }

    /// The one service meant.
    ///
    /// - Parameter candidates: identifiers among which one has to be named where there are several.
    /// - Throws: `PinFailure`.
    package func chosen(among candidates: [String], of services: [Service]) throws -> Service {
        let known = services.map(\.id)
        if let service {
            guard let found = services.first(where: { $0.id == service }) else {
                throw PinFailure.unknownService(service, known: known)
            }
            return found
        }
        guard candidates.count == 1, let found = services.first(where: { $0.id == candidates[0] }) else {
            throw PinFailure.whichService(candidates)
        }
        return found
    }
}
