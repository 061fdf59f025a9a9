/// What is wrong with a plan file.
package enum PlanFileFault: Hashable, Sendable {
    case notUnderstood
    case otherFormat(String)
    case otherVersion(Int)
    /// With the path of what lacks it.
    case missingKey(String, in: String)
    case otherType(at: String)
    case missingValue(at: String)
    /// What the decoder says of it.
    case badValue(at: String, String)
    case outOfRange(String)
    /// With the path of the text.
    case personal(PersonalDataSign, at: String)
    /// Services of the plan, and of the scenario that is to start from it.
    case noServiceInCommon([String], [String])
    /// A log of a search whose time runs backwards.
    case timeRunsBackwards
}

/// What is wrong with a table of rounds.
package enum RoundsTableFault: Hashable, Sendable {
    case endsBeforeItStarts
    /// Van, crew and service.
    case noSuchTeam(String, String, String)
    case weekOutOfCycle(String, ClosedRange<Int>)
    case twoOpenings(firstLine: Int)
    case noWay(String, String)
}
