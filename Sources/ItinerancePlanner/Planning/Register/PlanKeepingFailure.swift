/// Why a plan is not kept as it should be. Each has the fault beneath it.
package enum PlanKeepingFailure: Error {
    /// Found before the search: nothing was searched.
    case notWritable(any Error)
    /// The plan has its folder, and the store does not keep it.
    case inFolderOnly(folder: String, store: String, any Error)
    /// The store keeps the plan as a version, and there is no folder of it.
    case inStoreOnly(store: String, version: Int, any Error)
    /// Neither could be written: the store's fault, then the folder's.
    case nowhere(any Error, any Error)
}
