import Foundation
import GeoModel
import PlanningModel
import Testing

@Suite("Parameters of plans written before")
struct SnapshotParameterTests {
    @Test("A snapshot without the newer keys keeps the law of its time; one without an older key is refused")
    func before() throws {
        let data = try JSONEncoder().encode(Parameters())
        var texts = try JSONDecoder().decode([String: String].self, from: data)
        let newer = ParameterCatalogue.entries.filter { $0.before != nil }.map(\.key)
        #expect(Set(["loi_vitesse", "vitesse_gain", "vitesse_max"]).isSubset(of: newer))
        for key in newer { texts[key] = nil }
        let old = try JSONDecoder().decode(Parameters.self, from: JSONEncoder().encode(texts))
        #expect(old.travel.law == .halves)
        #expect(Parameters().travel.law == .townDisc)
        texts["cycle_semaines"] = nil
        let broken = try JSONEncoder().encode(texts)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Parameters.self, from: broken) }
    }

    @Test("What newer keys stood for before is a value that they may have")
    func readable() throws {
        for entry in ParameterCatalogue.entries {
            var parameters = Parameters()
            if let before = entry.before { try entry.set(before, in: &parameters) }
        }
    }
}
