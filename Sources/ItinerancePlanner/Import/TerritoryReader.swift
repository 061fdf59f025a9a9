import Foundation
import GeoModel
import RoundPlan

/// Reads a folder of CSV files in the project's own schema (`data/README.md`).
struct TerritoryReader {
    struct Contents {
        var territory: Territory
        var vans: [Van]
        var staff: [StaffMember]
        var calendar: ClosureCalendar
        var sources: [SourceFile]
    }

    private let folder: URL
    private let folderName: String
    private var sources: [SourceFile] = []

    init(folder: URL, named name: String) {
        self.folder = folder
        folderName = name
    }

    /// Metropolitan France, in degrees.
    static let latitudes = 41.0...51.6
    static let longitudes = -5.6...9.8

    mutating func read(_ findings: inout Findings) throws -> Contents {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder), isFolder.boolValue else {
            throw InputFailure(findings: [Finding(file: folderName, message: ErrorWords.folderMissing)])
        }
        let epcis = epcis(&findings)
        let communes = communes(epcis, &findings)
        let byCode = Dictionary(communes.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        let venues = places("lieux.csv", byCode, &findings)
        let depots = places("depots.csv", byCode, &findings)
        let vans = vans(&findings)
        let staff = staff(&findings)
        let calendar = ClosureCalendar(
            publicHolidays: days("jours_feries.csv", &findings), schoolHolidays: days("vacances_zone_b.csv", &findings))
        return Contents(
            territory: Territory(communes: communes, epcis: epcis, venues: venues, depots: depots), vans: vans,
            staff: staff, calendar: calendar, sources: sources)
    }

    private mutating func table(_ name: String, _ required: [String], _ findings: inout Findings) -> CSVTable? {
        let shown = folderName == "." ? name : folderName + "/" + name
        do {
            let input = try InputFile(folder.appendingPathComponent(name), named: shown)
            sources.append(SourceFile(name: name, sha256: input.source.sha256))
            return CSVTable(input, required: required, &findings)
        } catch let failure as InputFailure {
            for finding in failure.findings { findings.add(finding.message, file: finding.file) }
            return nil
        } catch {
            findings.add(ErrorWords.fileUnreadable, file: shown)
            return nil
        }
    }

    private mutating func epcis(_ findings: inout Findings) -> [Epci] {
        guard let table = table("epci.csv", ["code_epci", "nom"], &findings) else { return [] }
        var seen: Set<String> = []
        return table.rows.compactMap { row in
            guard let code = table.required(row, "code_epci", &findings),
                let name = table.required(row, "nom", &findings)
            else { return nil }
            guard seen.insert(code).inserted else {
                findings.add(ErrorWords.duplicateKey(code), file: table.file, line: row.line, column: "code_epci")
                return nil
            }
            return Epci(code: code, name: name)
        }
    }

    private mutating func communes(_ epcis: [Epci], _ findings: inout Findings) -> [Commune] {
        let required = [
            "code_insee", "nom", "code_epci", "latitude", "longitude", "population", "superficie_km2", "menages",
            "naissances", "actifs_15_64", "chomeurs_15_64", "niveau_vie_median", "taux_pauvrete",
            "part_prestations_familiales", "part_minima_sociaux", "centre_social",
        ]
        guard let table = table("communes.csv", required, &findings) else { return [] }
        let known = Set(epcis.map(\.code))
        var seen: [String: Int] = [:]
        return table.rows.compactMap { row in
            guard let code = communeCode(table, row, &findings) else { return nil }
            if let first = seen[code] {
                findings.add(
                    ErrorWords.duplicateCommune(code, firstLine: first), file: table.file, line: row.line,
                    column: "code_insee")
                return nil
            }
            seen[code] = row.line
            let epci = table.text(row, "code_epci")
            if !epci.isEmpty, !known.isEmpty, !known.contains(epci) {
                findings.add(
                    ErrorWords.unknownEpci(epci, near: NearestNames.of(epci, among: known.sorted())), file: table.file,
                    line: row.line, column: "code_epci")
            }
            let presence = table.text(row, "centre_social")
            guard let centre = Presence(rawValue: presence.isEmpty ? "inconnu" : presence) else {
                findings.add(
                    ErrorWords.notAllowed(presence, Presence.allCases.map(\.rawValue)), file: table.file,
                    line: row.line,
                    column: "centre_social")
                return nil
            }
            let name = table.required(row, "nom", &findings)
            let position = position(table, row, &findings)
            let area = table.requiredNumber(row, "superficie_km2", in: 0.01...20_000, &findings)
            let percent = 0.0...100.0
            let commune = Commune(
                code: code, name: name ?? code, epci: epci, centre: position ?? Position(latitude: 0, longitude: 0),
                population: table.count(row, "population", &findings), areaKm2: area ?? 1,
                households: table.count(row, "menages", &findings), births: table.count(row, "naissances", &findings),
                active: table.count(row, "actifs_15_64", &findings),
                unemployed: table.count(row, "chomeurs_15_64", &findings),
                medianLivingStandard: table.number(row, "niveau_vie_median", in: 0...1_000_000, &findings),
                povertyRate: table.number(row, "taux_pauvrete", in: percent, &findings),
                familyBenefitShare: table.number(row, "part_prestations_familiales", in: percent, &findings),
                minimumIncomeShare: table.number(row, "part_minima_sociaux", in: percent, &findings),
                socialCentre: centre)
            return name == nil || position == nil || area == nil ? nil : commune
        }
    }

    /// Five characters; a code that lost its leading zero is told, not mended.
    private func communeCode(_ table: CSVTable, _ row: CSVTable.Row, _ findings: inout Findings) -> String? {
        guard let code = table.required(row, "code_insee", &findings) else { return nil }
        if code.wholeMatch(of: /(\d\d|2A|2B)\d{3}/) != nil { return code }
        findings.add(
            code.wholeMatch(of: /\d{4}/) != nil ? ErrorWords.lostZero(code) : ErrorWords.badCommuneCode(code),
            file: table.file, line: row.line, column: "code_insee")
        return nil
    }

    private func position(_ table: CSVTable, _ row: CSVTable.Row, _ findings: inout Findings) -> Position? {
        guard let latitude = table.requiredNumber(row, "latitude", in: -1e7...1e7, &findings),
            let longitude = table.requiredNumber(row, "longitude", in: -1e7...1e7, &findings)
        else { return nil }
        if Self.latitudes.contains(latitude), Self.longitudes.contains(longitude) {
            return Position(latitude: latitude, longitude: longitude)
        }
        let swapped = Self.latitudes.contains(longitude) && Self.longitudes.contains(latitude)
        findings.add(
            swapped ? ErrorWords.swappedCoordinates : ErrorWords.outsideFrance(latitude, longitude), file: table.file,
            line: row.line, column: "latitude")
        return nil
    }

    /// Kilometres a place may lie from the centre of its commune.
    private static let placeDistanceLimit = 30_000.0

    private mutating func places(
        _ file: String, _ communes: [String: Commune], _ findings: inout Findings
    ) -> [Place] {
        guard let table = table(file, ["id", "nom", "code_insee", "latitude", "longitude", "statut"], &findings)
        else { return [] }
        var seen: Set<String> = []
        return table.rows.compactMap { row in
            guard let id = table.required(row, "id", &findings), let name = table.required(row, "nom", &findings),
                let code = communeCode(table, row, &findings), let position = position(table, row, &findings)
            else { return nil }
            guard seen.insert(id).inserted else {
                findings.add(ErrorWords.duplicateKey(id), file: table.file, line: row.line, column: "id")
                return nil
            }
            guard let commune = communes[code] else {
                guard !findings.hasErrors(in: "communes.csv") else { return nil }
                let near = NearestNames.of(code, among: communes.keys.sorted())
                    .map { $0 + " " + (communes[$0]?.name ?? "") }
                findings.add(
                    file == "depots.csv"
                        ? ErrorWords.depotOutside(code, near: near)
                        : ErrorWords.unknownCommune(code, near: near), file: table.file, line: row.line,
                    column: "code_insee")
                return nil
            }
            let away = commune.centre.greatCircle(to: position)
            guard away <= Self.placeDistanceLimit else {
                findings.add(
                    ErrorWords.farFromCommune(name, commune.name, kilometres: Int(away / 1000)), file: table.file,
                    line: row.line, column: "latitude")
                return nil
            }
            return Place(
                id: id, name: name, commune: code, position: position, standing: table.text(row, "statut"))
        }
    }

    private mutating func vans(_ findings: inout Findings) -> [Van] {
        guard let table = table("vehicules.csv", ["id", "nom", "ptac_kg", "places", "statut"], &findings) else {
            return []
        }
        var seen: Set<String> = []
        return table.rows.compactMap { row in
            guard let id = table.required(row, "id", &findings), let name = table.required(row, "nom", &findings)
            else { return nil }
            guard seen.insert(id).inserted else {
                findings.add(ErrorWords.duplicateKey(id), file: table.file, line: row.line, column: "id")
                return nil
            }
            return Van(
                id: id, name: name, maximumMass: table.count(row, "ptac_kg", &findings),
                seats: table.count(row, "places", &findings), standing: table.text(row, "statut"))
        }.sorted { $0.id < $1.id }
    }

    private mutating func staff(_ findings: inout Findings) -> [StaffMember] {
        let columns = ["id", "equipe", "roles", "permis", "heures_semaine", "statut"]
        guard let table = table("personnel.csv", columns, &findings) else { return [] }
        var seen: Set<String> = []
        return table.rows.compactMap { row in
            guard let id = table.required(row, "id", &findings), let crew = table.required(row, "equipe", &findings),
                let hours = table.requiredNumber(row, "heures_semaine", in: 1...48, &findings)
            else { return nil }
            guard seen.insert(id).inserted else {
                findings.add(ErrorWords.duplicateKey(id), file: table.file, line: row.line, column: "id")
                return nil
            }
            let words = table.text(row, "roles").split(separator: "|").map(String.init)
            let roles = words.compactMap(StaffRole.init(rawValue:))
            if roles.count < words.count {
                findings.add(
                    ErrorWords.notAllowed(table.text(row, "roles"), StaffRole.allCases.map(\.rawValue)),
                    file: table.file, line: row.line, column: "roles")
                return nil
            }
            return StaffMember(
                id: id, crew: crew, roles: Set(roles), licence: table.text(row, "permis"),
                weeklyHours: Minutes(Int((hours * 60).rounded())), standing: table.text(row, "statut"))
        }.sorted { $0.id < $1.id }
    }

    private mutating func days(_ file: String, _ findings: inout Findings) -> [ClosureCalendar.Day] {
        guard let table = table(file, ["date", "nom"], &findings) else { return [] }
        return table.rows.compactMap { row in
            let text = table.text(row, "date")
            guard let date = CivilDate(iso: text) else {
                findings.add(ErrorWords.badDate(text), file: table.file, line: row.line, column: "date")
                return nil
            }
            return ClosureCalendar.Day(date: date, name: table.text(row, "nom"))
        }
    }
}
