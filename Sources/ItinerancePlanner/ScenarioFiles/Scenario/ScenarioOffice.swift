import FileAccess
import Foundation
import PlanningModel
import Yams

/// The key `bureau`: who publishes the plan, with logo and colour.
extension ScenarioReader {
    private static let officeKeys = ["nom", "telephone", "site", "siret", "logo", "couleur", "statut"]

    package mutating func office(_ root: Node.Mapping) -> Office {
        var office = Office()
        guard let node = root[Node("bureau")] else { return office }
        guard let mapping = node.mapping else {
            report(.yaml(.notAMapping), at: node, key: "bureau")
            return office
        }
        checkKeys(mapping, Self.officeKeys)
        office.name = scalar(mapping, "nom") ?? ""
        office.phone = scalar(mapping, "telephone") ?? ""
        office.site = scalar(mapping, "site") ?? ""
        office.standing = scalar(mapping, "statut") ?? ""
        if !OfficeFormat.isSite(office.site) {
            report(.office(.notASite(office.site)), at: mapping[Node("site")], key: "site")
        }
        office.siret = (scalar(mapping, "siret") ?? "").filter { $0 != " " }
        if !OfficeFormat.isSiret(office.siret) {
            report(.office(.notASiret(office.siret)), at: mapping[Node("siret")], key: "siret")
        }
        if let text = scalar(mapping, "couleur") {
            if OfficeFormat.isDarkColour(text) {
                office.colour = text.lowercased()
            } else {
                report(
                    .office(.notAColour(text, OfficeFormat.contrastOnWhite(text))), at: mapping[Node("couleur")],
                    key: "couleur")
            }
        }
        if let path = scalar(mapping, "logo"), !path.isEmpty {
            office.logo = logo(path, at: mapping[Node("logo")]) ?? ""
        }
        return office
    }

    private mutating func logo(_ path: String, at node: Node?) -> String? {
        let url = URL(fileURLWithPath: path, relativeTo: self.url.deletingLastPathComponent())
        let kinds = ["png": "image/png", "svg": "image/svg+xml"]
        guard let kind = kinds[url.pathExtension.lowercased()] else {
            report(.office(.logoKind(path)), at: node, key: "logo")
            return nil
        }
        let data: Data
        do throws(FileFault) { data = try FileBytes.read(url, limit: LogoFormat.sizeLimit) } catch {
            if case .tooLarge(let size, let limit) = error {
                report(.office(.logoTooLarge(path, size, limit: limit)), at: node, key: "logo")
            } else {
                report(.office(.logoUnreadable(path)), at: node, key: "logo")
            }
            return nil
        }
        guard !data.isEmpty else {
            report(.office(.logoUnreadable(path)), at: node, key: "logo")
            return nil
        }
        guard kind == "image/png" ? LogoFormat.isPNG(data) : LogoFormat.isDrawing(data) else {
            let isSVG = kind != "image/png" && String(data: data, encoding: .utf8)?.contains("<svg") == true
            report(.office(isSVG ? .logoAsksForMore(path) : .logoKind(path)), at: node, key: "logo")
            return nil
        }
        return "data:\(kind);base64,\(data.base64EncodedString())"
    }
}
