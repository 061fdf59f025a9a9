/// Names of the files of a plan's folder that are read again.
package enum PlanFolder {
    package static let plan: OutputName = "plan.json"
    /// Outlines of its communes.
    package static let contours: OutputName = "contours.geojson"
    /// How its search went.
    package static let search: OutputName = "recherche.csv"
    /// What its bound follows from, as it is and packed by gzip.
    package static let proof: OutputName = "preuve.json"
    package static let packedProof: OutputName = "preuve.json.gz"
}
