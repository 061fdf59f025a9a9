import Foundation
import GeoModel
import PlanningModel
import Testing

@Suite("Parameters of plans written before")
struct SnapshotParameterTests {
    @Test("A snapshot without the newer keys keeps the law of its time, and is written again as it was")
    func before() throws {
        var older = Parameters()
        for entry in ParameterCatalogue.entries {
            if let before = entry.before { try entry.set(before, in: &older) }
        }
        let data = try JSONEncoder().encode(older)
        let texts = try JSONDecoder().decode([String: String].self, from: data)
        #expect(ParameterCatalogue.entries.allSatisfy { ($0.before == nil) == (texts[$0.key] != nil) })
        let read = try JSONDecoder().decode(Parameters.self, from: data)
        #expect(read == older && read.travel.law == .halves)
        #expect(try JSONDecoder().decode([String: String].self, from: JSONEncoder().encode(read)) == texts)
    }

    @Test("A snapshot of today keeps the law of today; one without an older key is refused")
    func today() throws {
        let data = try JSONEncoder().encode(Parameters())
        var texts = try JSONDecoder().decode([String: String].self, from: data)
        #expect(texts["loi_vitesse"] != nil)
        let read = try JSONDecoder().decode(Parameters.self, from: data)
        #expect(read == Parameters() && read.travel.law == .townDisc)
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
