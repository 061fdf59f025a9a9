import Foundation
import GeoModel

/// Reads the file of all communes of France (`data/README.md`): commas, decimal points, a field quoted where it must be.
enum FranceCommunes {
    enum Failure: Error {
        case missingColumn(String)
        case badRow(Int)
    }

    static func read(_ path: String) throws -> [Commune] {
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let lines = text.split(whereSeparator: \.isNewline)
        guard let header = lines.first.map(fields) else { throw Failure.missingColumn("code_insee") }
        func column(_ name: String) throws -> Int {
            guard let index = header.firstIndex(of: name) else { throw Failure.missingColumn(name) }
            return index
        }
        let code = try column("code_insee")
        let name = try column("nom")
        let epci = try column("code_epci")
        let (latitude, longitude) = (try column("latitude"), try column("longitude"))
        let (population, area) = (try column("population_municipale"), try column("superficie_km2"))
        let (households, births) = (try column("menages_2021"), try column("naissances_2022"))
        let (active, unemployed) = (try column("actifs_15_64_2021"), try column("chomeurs_15_64_2021"))
        let (living, poverty) = (try column("niveau_vie_median_2021"), try column("taux_pauvrete_60_2021"))
        return try lines.dropFirst().enumerated().map { number, line in
            let cells = fields(line)
            guard cells.count == header.count, let north = Double(cells[latitude]),
                let east = Double(cells[longitude])
            else { throw Failure.badRow(number + 2) }
            // Without its area a commune has no density: its population is then of no use here.
            let size = Double(cells[area])
            return Commune(
                code: cells[code], name: cells[name], epci: cells[epci],
                centre: Position(latitude: north, longitude: east),
                population: size == nil ? nil : Int(cells[population]),
                areaKm2: size ?? 1,
                households: Int(cells[households]), births: Int(cells[births]), active: Int(cells[active]),
                unemployed: Int(cells[unemployed]), medianLivingStandard: Double(cells[living]),
                povertyRate: Double(cells[poverty]))
        }
    }

    private static func fields(_ line: Substring) -> [String] {
        guard line.contains("\"") else {
            return line.split(separator: "," as Character, omittingEmptySubsequences: false).map(String.init)
        }
        var fields = [""]
        var isQuoted = false
        for character in line {
            if character == "\"" {
                isQuoted.toggle()
            } else if character == ",", !isQuoted {
                fields.append("")
            } else {
                fields[fields.count - 1].append(character)
            }
        }
        return fields
    }
}
