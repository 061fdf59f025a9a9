import FileAccess
import Foundation
import Optimizer
import PlanStore
import PlanningModel

/// Reads and writes what a bound follows from (format: `docs/preuve.md`).
package struct ProofFile {
    package static let formatName = "itinerance-preuve"
    package static let formatVersion = 1

    /// That of the data of its plan.
    package let fingerprint: String
    /// SHA-256 of the plan's file.
    package let planHash: String
    package let services: [ServiceProof]

    /// Bytes from which a proof is packed, and once unpacked at most.
    private static let packedFrom = 1_000_000
    package static let unpackedLimit = 500_000_000
    /// What comes before the contents, whose bytes the hash is of.
    private static let mark = Data(#","contenu":"#.utf8)
    private static let longestHeader = 400

    /// Beside a plan: packed where it is large.
    package static func files(
        _ proofs: [ServiceProof], of plan: Plan, as file: Data
    ) throws -> [(name: OutputName, data: Data)] {
        let data = try encode(proofs, of: plan, as: file)
        return data.count < packedFrom ? [(PlanFolder.proof, data)] : [(PlanFolder.packedProof, Gzip.packed(data))]
    }

    /// - Parameter file: the bytes of `plan.json`.
    package static func encode(_ proofs: [ServiceProof], of plan: Plan, as file: Data) throws -> Data {
        sealed(
            try FrenchJSON.encode(
                ProofContents(
                    fingerprint: plan.fingerprint, planHash: Sha256.hex(file), services: proofs.map(ProofOfService.init)
                )))
    }

    /// Contents with their hash before them.
    package static func sealed(_ contents: Data) -> Data {
        Data(#"{"format":"\#(formatName)","version":\#(formatVersion),"sha256":"\#(Sha256.hex(contents))""#.utf8) + mark
            + contents + Data("}\n".utf8)
    }

    /// - Throws: `InputFailure`.
    package init(_ path: String) throws(InputFailure) { try self.init(Self.input(path)) }

    /// - Throws: `InputFailure`.
    package init(_ input: InputFile) throws(InputFailure) {
        func fail(_ fault: ProofFault) -> InputFailure { InputFailure(.proof(fault), file: input.name) }
        guard !input.data.isEmpty else { throw InputFailure(.file(.empty), file: input.name) }
        do throws(ProofFault) {
            let contents = try Self.contents(try Self.plain(input.data))
            fingerprint = contents.fingerprint
            planHash = contents.planHash
            var services: [ServiceProof] = []
            for service in contents.services { services.append(try ServiceProof(service)) }
            self.services = services
        } catch { throw fail(error) }
    }

    /// A file, or what a version of a store has.
    private static func input(_ path: String) throws(InputFailure) -> InputFile {
        guard let reference = PlanReference(path) else {
            return try InputFile(URL(fileURLWithPath: path), named: path)
        }
        for name in [PlanFolder.proof, PlanFolder.packedProof] {
            if let file = try reference.file(name, named: path) { return file }
        }
        throw InputFailure(.proof(.notKept), file: path)
    }

    private static func plain(_ data: Data) throws(ProofFault) -> Data {
        guard Gzip.isPacked(data) else { return data }
        do throws(Gzip.Fault) { return try Gzip.unpacked(data, limit: unpackedLimit) } catch {
            switch error {
            case .damaged: throw .damagedGzip
            case .tooLarge(let limit): throw .unpacksTooLarge(limit: limit)
            }
        }
    }

    private struct Header: Decodable {
        var format: String
        var version: Int
        var sha256: String
    }

    private static func contents(_ data: Data) throws(ProofFault) -> ProofContents {
        let head = data.prefix(longestHeader)
        guard let mark = head.range(of: mark),
            let header = try? JSONDecoder().decode(
                Header.self, from: Data(data[data.startIndex..<mark.lowerBound]) + Data("}".utf8)),
            header.format == formatName
        else { throw .otherFormat }
        guard header.version == formatVersion else { throw .otherVersion(header.version, expected: formatVersion) }
        let end = Data("}\n".utf8)
        guard data.suffix(end.count) == end, data.endIndex - end.count >= mark.upperBound else { throw .changed }
        let contents = Data(data[mark.upperBound..<data.endIndex - end.count])
        guard Sha256.hex(contents) == header.sha256 else { throw .changed }
        do {
            return try FrenchJSON.decode(ProofContents.self, from: contents)
        } catch let error as DecodingError {
            throw .notUnderstood(at: path(of: error))
        } catch { throw .notUnderstood(at: "") }
    }

    private static func path(of error: DecodingError) -> String {
        let path: [any CodingKey] =
            switch error {
            case .keyNotFound(let key, let context): context.codingPath + [key]
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
                context.codingPath
            @unknown default: []
            }
        return path.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: ".")
    }
}
