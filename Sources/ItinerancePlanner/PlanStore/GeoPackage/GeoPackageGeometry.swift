import Foundation
import GeoModel

/// Geometries as a GeoPackage keeps them: a short header, then well-known binary, little-endian, WGS 84.
///
/// Source: OGC 12-128r18, GeoPackage Encoding Standard 1.3.1, clause 2.1.3.
package enum GeoPackageGeometry {
    private static let srs: Int32 = 4326
    private static let pointType: UInt32 = 1
    private static let lineType: UInt32 = 2
    private static let polygonType: UInt32 = 3
    private static let multiPolygonType: UInt32 = 6

    package static func encode(_ position: Position) -> Data {
        var writer = Writer()
        writer.header(envelope: nil)
        writer.type(pointType)
        writer.point(position)
        return writer.data
    }

    /// A line through positions.
    package static func encode(_ line: [Position]) -> Data {
        var writer = Writer()
        writer.header(envelope: envelope(line))
        writer.type(lineType)
        writer.number(UInt32(line.count))
        for position in line { writer.point(position) }
        return writer.data
    }

    /// West, east, south, north.
    private static func envelope(_ points: [Position]) -> [Double] {
        let longitudes = points.map(\.longitude)
        let latitudes = points.map(\.latitude)
        return [longitudes.min() ?? 0, longitudes.max() ?? 0, latitudes.min() ?? 0, latitudes.max() ?? 0]
    }

    package static func encode(_ outline: Outline) -> Data {
        var writer = Writer()
        writer.header(envelope: envelope(outline.polygons.flatMap { $0.flatMap { $0 } }))
        writer.type(multiPolygonType)
        writer.number(UInt32(outline.polygons.count))
        for polygon in outline.polygons {
            writer.type(polygonType)
            writer.number(UInt32(polygon.count))
            for ring in polygon {
                writer.number(UInt32(ring.count))
                for position in ring { writer.point(position) }
            }
        }
        return writer.data
    }

    /// `nil` for anything but a point.
    package static func position(_ data: Data) -> Position? {
        guard var reader = Reader(data), reader.type() == pointType else { return nil }
        return reader.point()
    }

    /// `nil` for anything but a polygon or several.
    package static func outline(_ data: Data) -> Outline? {
        guard var reader = Reader(data) else { return nil }
        switch reader.type() {
        case polygonType: return polygon(&reader).map { Outline(polygons: [$0]) }
        case multiPolygonType:
            guard let count = reader.count() else { return nil }
            var polygons: [[Outline.Ring]] = []
            for _ in 0..<count {
                guard reader.type() == polygonType, let polygon = polygon(&reader) else { return nil }
                polygons.append(polygon)
            }
            return Outline(polygons: polygons)
        default: return nil
        }
    }

    private static func polygon(_ reader: inout Reader) -> [Outline.Ring]? {
        guard let rings = reader.count() else { return nil }
        var polygon: [Outline.Ring] = []
        for _ in 0..<rings {
            guard let points = reader.count() else { return nil }
            var ring: Outline.Ring = []
            for _ in 0..<points {
                guard let point = reader.point() else { return nil }
                ring.append(point)
            }
            polygon.append(ring)
        }
        return polygon
    }

    private struct Writer {
        var data = Data()

        /// Magic, version 0, flags: little-endian, envelope of x and y or none.
        mutating func header(envelope: [Double]?) {
            data += [0x47, 0x50, 0x00, envelope == nil ? 0x01 : 0x03]
            number(UInt32(bitPattern: srs))
            for bound in envelope ?? [] { double(bound) }
        }

        mutating func type(_ type: UInt32) {
            data.append(1)
            number(type)
        }

        mutating func point(_ position: Position) {
            double(position.longitude)
            double(position.latitude)
        }

        mutating func number(_ value: UInt32) { withUnsafeBytes(of: value.littleEndian) { data += $0 } }
        mutating func double(_ value: Double) { withUnsafeBytes(of: value.bitPattern.littleEndian) { data += $0 } }
    }

    /// Reads either byte order; never beyond the end.
    private struct Reader {
        private let bytes: [UInt8]
        private var offset: Int
        private var isLittle = true

        init?(_ data: Data) {
            bytes = Array(data)
            guard bytes.count >= 8, bytes[0] == 0x47, bytes[1] == 0x50, bytes[3] & 0x10 == 0 else { return nil }
            let lengths = [0, 32, 48, 48, 64]
            let kind = Int(bytes[3] >> 1 & 0x07)
            guard kind < lengths.count else { return nil }
            offset = 8 + lengths[kind]
        }

        mutating func type() -> UInt32? {
            guard offset < bytes.count else { return nil }
            isLittle = bytes[offset] == 1
            offset += 1
            return number()
        }

        /// A count that the bytes left could hold.
        mutating func count() -> Int? {
            guard let count = number(), Int(count) <= bytes.count - offset else { return nil }
            return Int(count)
        }

        mutating func point() -> Position? {
            guard let longitude = double(), let latitude = double(), longitude.isFinite, latitude.isFinite else {
                return nil
            }
            return Position(latitude: latitude, longitude: longitude)
        }

        private mutating func number() -> UInt32? { integer(4).map(UInt32.init(truncatingIfNeeded:)) }
        private mutating func double() -> Double? { integer(8).map(Double.init(bitPattern:)) }

        private mutating func integer(_ length: Int) -> UInt64? {
            guard bytes.count - offset >= length else { return nil }
            let slice = bytes[offset..<offset + length]
            offset += length
            return (isLittle ? Array(slice.reversed()) : Array(slice)).reduce(0) { $0 << 8 | UInt64($1) }
        }
    }
}
