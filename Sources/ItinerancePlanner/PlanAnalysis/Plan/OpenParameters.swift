import PlanningModel

extension ParameterCatalogue {
    /// Parameters whose default is still to be confirmed with the Caf.
    package static var toConfirm: [ParameterEntry] { entries.filter { $0.provenance == .toConfirm } }
}
