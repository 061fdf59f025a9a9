/// Names of the files of a plan's folder that are read again.
package enum PlanFolder {
    package static let plan = "plan.json"
    /// Outlines of its communes.
    package static let contours = "contours.geojson"
    /// How its search went.
    package static let search = "recherche.csv"
    /// What its bound follows from, as it is and packed by gzip.
    package static let proof = "preuve.json"
    package static let packedProof = "preuve.json.gz"
}
