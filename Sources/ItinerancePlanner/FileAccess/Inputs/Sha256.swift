import Crypto
import Foundation

/// SHA-256 (FIPS 180-4) as files and tables name it.
package enum Sha256 {
    /// 64 lowercase hexadecimal digits.
    package static func hex(_ data: Data) -> String {
        SHA256.hash(data: data).map { String(format: "%02x", $0) }.joined()
    }
}
