import CProj

/// Converts Lambert-93 (RGF93 v1, EPSG:2154) to WGS 84 degrees, through PROJ. One owner for PROJ's two objects.
///
/// RGF93 and WGS 84 are taken as one, as usual below a metre. Source of the parameters: IGN, NTG_71 and
/// décret 2006-272.
public struct Lambert93: ~Copyable {
    /// Metres: where metropolitan France lies, with a margin.
    public static let eastings = 0.0...1_300_000.0
    public static let northings = 6_000_000.0...7_200_000.0

    private let context: OpaquePointer?
    private let transformation: OpaquePointer?

    private static let pipeline = """
        +proj=pipeline +step +inv +proj=lcc +lat_0=46.5 +lon_0=3 +lat_1=49 +lat_2=44 +x_0=700000 +y_0=6600000 \
        +ellps=GRS80 +step +proj=unitconvert +xy_in=rad +xy_out=deg
        """

    public init() {
        context = proj_context_create()
        transformation = proj_create(context, Self.pipeline)
    }

    deinit {
        proj_destroy(transformation)
        proj_context_destroy(context)
    }

    /// - Parameters: easting and northing, metres.
    /// - Returns: `nil` outside of the projection's use in metropolitan France.
    public func position(easting: Double, northing: Double) -> Position? {
        guard let transformation, Self.eastings.contains(easting), Self.northings.contains(northing) else { return nil }
        let result = proj_trans(transformation, PJ_FWD, proj_coord(easting, northing, 0, 0))
        guard result.lp.lam.isFinite, result.lp.phi.isFinite else { return nil }
        return Position(latitude: result.lp.phi, longitude: result.lp.lam)
    }

    /// The inverse: easting and northing, metres.
    public func coordinates(of position: Position) -> (easting: Double, northing: Double)? {
        guard let transformation else { return nil }
        let result = proj_trans(transformation, PJ_INV, proj_coord(position.longitude, position.latitude, 0, 0))
        guard result.xy.x.isFinite, result.xy.y.isFinite else { return nil }
        return (result.xy.x, result.xy.y)
    }
}
