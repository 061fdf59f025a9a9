import GeoModel
import RoundPlan

/// R33: holds by construction.
extension EvenSpacing: ConstrainingRule {
    func constrain(_ model: inout RoundsModel, of service: Service, in scenario: Scenario) throws(ModelRefusal) {
        // By construction: PatternTree holds evenly spaced week patterns only.
    }
}
