import CNettle
import Foundation

/// SHA-256 (FIPS 180-4), by the system's nettle: of bytes at once, or of a file block by block.
package struct Sha256 {
    private var context = sha256_ctx()

    package init() { nettle_sha256_init(&context) }

    package mutating func update(_ bytes: UnsafeRawBufferPointer) {
        nettle_sha256_update(&context, bytes.count, bytes.bindMemory(to: UInt8.self).baseAddress)
    }

    package mutating func update(_ data: Data) { data.withUnsafeBytes { update($0) } }

    /// The 32 bytes of the digest.
    package consuming func digest() -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
        nettle_sha256_digest(&context, digest.count, &digest)
        return digest
    }

    /// 64 lowercase hexadecimal digits, as files and tables name it.
    package consuming func hex() -> String { digest().map { String(format: "%02x", $0) }.joined() }

    package static func hex(_ data: Data) -> String {
        var hash = Sha256()
        hash.update(data)
        return hash.hex()
    }

    /// The 32 bytes of the digest of some bytes.
    package static func digest(_ data: Data) -> [UInt8] {
        var hash = Sha256()
        hash.update(data)
        return hash.digest()
    }
}
