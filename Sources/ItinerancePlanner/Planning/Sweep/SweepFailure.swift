/// Why a sweep does not come to its end.
package enum SweepFailure: Error {
    case interrupted(done: Int, of: Int, folder: String)
    /// The search of a cell met a defect of the program.
    case cellFailed(cell: String, PlanningFailure)
    /// The plan of a cell was kept, and read back it does not pass the check.
    case cellNotConfirmed(cell: String)
}
