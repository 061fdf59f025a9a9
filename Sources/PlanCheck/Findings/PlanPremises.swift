import GeoModel
import PlanningModel

extension PlanView {
    /// Every stop with every van that visits it, and every fixed centre.
    public var premises: [(locus: PlanLocus, premises: Premises)] {
        services.flatMap { service in
            service.visitsByVenue.flatMap { venue, visits in
                Set(visits.map(\.day.van)).sorted().map { van in
                    (
                        PlanLocus(service: service.service.id, subject: venue),
                        Premises(
                            venue: facts[venue] ?? VenueFacts(venue: venue), van: vans[van] ?? Van(id: van, name: van))
                    )
                }
            }
        }
            + scenario.centres.map { centre in
                (
                    PlanLocus(service: centre.id, subject: centre.venue),
                    Premises(venue: facts[centre.venue] ?? VenueFacts(venue: centre.venue), van: nil)
                )
            }
    }
}
