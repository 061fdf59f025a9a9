/// Who publishes a plan, and how its pages look. All of it may be left out.
public struct Office: Hashable, Sendable, Codable {
    public var name: String
    /// Of the office, as it is printed; never of a person.
    public var phone: String
    /// Address of a web page.
    public var site: String
    /// Fourteen digits; empty where unknown.
    public var siret: String
    /// A PNG or SVG as a `data:` address; empty where there is none.
    public var logo: String
    /// `#rrggbb`: of titles and rules, dark enough to be read on white.
    public var colour: String
    public var standing: String

    public init(
        name: String = "", phone: String = "", site: String = "", siret: String = "", logo: String = "",
        colour: String = Office.usualColour, standing: String = ""
    ) {
        self.name = name
        self.phone = phone
        self.site = site
        self.siret = siret
        self.logo = logo
        self.colour = colour
        self.standing = standing
    }

    public static let usualColour = "#0f4c5c"
}
