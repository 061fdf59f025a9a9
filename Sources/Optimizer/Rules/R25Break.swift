import GeoModel
import RoundPlan

/// R25: days whose hours leave no place for the break are never enumerated.
extension WorkBreak: ConstrainingRule {
    func constrain(_ model: inout RoundsModel, of service: Service, in scenario: Scenario) throws(ModelRefusal) {
        model.breakAfter = after
        model.breakLength = length
    }
}
