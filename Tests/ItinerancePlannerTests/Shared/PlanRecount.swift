import Foundation
import Testing

/// What a service of a plan brings by its own file, by other code than the program's.
struct PlanRecount {
    var need = 0
    var stake = 0
    var benefits: [String: (benefit: Double, weight: Double, volume: Double)] = [:]
    var kilometres = 0.0
    var personHours = 0.0
    var roadEuros = 0.0
    var staffEuros = 0.0

    init(_ plan: [String: Any]) throws {
        let service = try #require((plan["services"] as? [[String: Any]])?.first)
        let credits = try #require(service["credits"] as? [[String: Any]])
        for need in try #require(service["besoins"] as? [[String: Any]]) {
            let code = try #require(need["code_insee"] as? String)
            let points = try #require(need["millipoints"] as? Int)
            let credit = credits.first { $0["code_insee"] as? String == code }?["millipoints"] as? Int ?? 0
            self.need += credit
            stake += points
            benefits[code] = (
                Double(credit) / Double(points), Double(points), try #require(need["volume"] as? Double)
            )
        }
        let data = try #require(plan["donnees"] as? [String: Any])
        let staff = try #require(data["personnel"] as? [[String: Any]])
        let parameters = try #require(data["parametres"] as? [String: String])
        for day in try #require(service["journees"] as? [[String: Any]]) {
            let legs = try #require(day["trajets"] as? [[String: Any]])
            for leg in legs { kilometres += Double(try #require(leg["metres"] as? Int)) / 1000 }
            let breaks = try #require(day["pauses"] as? [[String: Int]])
            let work =
                try #require(legs.last?["arrivee"] as? Int) - #require(legs.first?["depart"] as? Int)
                - breaks.reduce(0) { $0 + $1["fin"]! - $1["debut"]! }
            let persons = staff.count { $0["equipe"] as? String == day["equipe"] as? String }
            personHours += Double(work * persons) / 60
        }
        roadEuros = kilometres * (try #require(parameters["cout_km"].flatMap(Double.init)))
        staffEuros = personHours * (try #require(parameters["cout_heure"].flatMap(Double.init)))
    }

    /// Mean absolute difference over all pairs of families, over twice the mean: no Lorenz curve in it.
    var gini: Double {
        let all = Array(benefits.values)
        let volume = all.reduce(0) { $0 + $1.volume }
        let mean = all.reduce(0) { $0 + $1.volume * $1.benefit } / volume
        let pairs = all.reduce(0) { sum, a in
            all.reduce(sum) { $0 + a.volume * $1.volume * abs(a.benefit - $1.benefit) }
        }
        return pairs / (2 * volume * volume * mean)
    }

    /// The best threshold of the Rockafellar-Uryasev form: max over t of t − E(t − benefit)⁺ / part.
    var worstOffFifth: Double {
        let weight = benefits.values.reduce(0) { $0 + $1.weight }
        return benefits.values.map(\.benefit).map { t in
            t - benefits.values.reduce(0) { $0 + $1.weight * max(0, t - $1.benefit) } / weight / 0.2
        }.max() ?? 0
    }
}
