import CZlib
import Foundation

/// Files packed by gzip (RFC 1952), by the system's zlib.
package enum Gzip {
    package enum Fault: Error, Hashable, Sendable {
        /// Not what gzip writes, or cut short.
        case damaged
        /// More bytes than a reader wants.
        case tooLarge(limit: Int)
    }

    /// How zlib is told to write and read the header of gzip.
    private static let window = MAX_WBITS + 16
    private static let chunk = 1 << 16

    /// Whether bytes begin as gzip's do.
    package static func isPacked(_ data: Data) -> Bool { data.starts(with: [0x1F, 0x8B]) }

    /// The same bytes for the same data: no name and no time is written.
    package static func packed(_ data: Data) -> Data {
        let stream = Stream()
        guard
            deflateInit2_(
                stream.state, Z_BEST_COMPRESSION, Z_DEFLATED, window, 9, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Stream.size)
                == Z_OK
        else { return data }
        defer { deflateEnd(stream.state) }
        return (try? run(data, stream, limit: .max) { deflate($0, Z_FINISH) }) ?? data
    }

    /// - Parameter limit: bytes at most, so that a small file cannot fill the memory.
    /// - Throws: `Fault`.
    package static func unpacked(_ data: Data, limit: Int) throws(Fault) -> Data {
        let stream = Stream()
        guard inflateInit2_(stream.state, window, ZLIB_VERSION, Stream.size) == Z_OK else { throw .damaged }
        defer { inflateEnd(stream.state) }
        let bytes = try run(data, stream, limit: limit) { inflate($0, Z_NO_FLUSH) }
        // Nothing may follow: a second part would go unread.
        guard stream.state.pointee.avail_in == 0 else { throw .damaged }
        return bytes
    }

    /// zlib keeps the address of its state.
    private final class Stream {
        static let size = Int32(MemoryLayout<z_stream>.size)
        let state = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)

        init() { state.initialize(to: z_stream()) }
        deinit { state.deallocate() }
    }

    private static func run(
        _ data: Data, _ stream: Stream, limit: Int, _ step: (UnsafeMutablePointer<z_stream>) -> Int32
    ) throws(Fault) -> Data {
        guard data.count <= Int(UInt32.max) else { throw .tooLarge(limit: Int(UInt32.max)) }
        var output = Data()
        var input = [UInt8](data)
        var buffer = [UInt8](repeating: 0, count: chunk)
        var fault: Fault?
        input.withUnsafeMutableBufferPointer { input in
            stream.state.pointee.next_in = input.baseAddress
            stream.state.pointee.avail_in = UInt32(input.count)
            var status = Z_OK
            while status == Z_OK, fault == nil {
                let made = buffer.withUnsafeMutableBufferPointer { buffer in
                    stream.state.pointee.next_out = buffer.baseAddress
                    stream.state.pointee.avail_out = UInt32(buffer.count)
                    status = step(stream.state)
                    return buffer.count - Int(stream.state.pointee.avail_out)
                }
                output.append(contentsOf: buffer.prefix(made))
                if output.count > limit { fault = .tooLarge(limit: limit) }
                if status == Z_OK, made == 0, stream.state.pointee.avail_in == 0 { status = Z_BUF_ERROR }
            }
            if status != Z_STREAM_END, fault == nil { fault = .damaged }
        }
        if let fault { throw fault }
        return output
    }
}
