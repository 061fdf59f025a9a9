import FileAccess
import Foundation
import PlanStore
import PlanningModel
import ScenarioFiles

/// A version of a plan, as a store keeps it.
package struct KeptPlan {
    /// What the version holds.
    package struct Contents {
        /// Those that were kept, byte for byte.
        package var files: [(name: OutputName, data: Data)]
        /// What this program reads of the plan, or why it does not any more.
        package var plan: Result<Plan, InputFailure>
    }

    package let version: PlanVersion
    private let store: String
    private let register: PlanRegister

    /// - Throws: `InputFailure`, also where there is no such version.
    package init(_ choice: PlanReference.Choice, in store: String) throws {
        self.store = store
        register = PlanRegister(store: try TerritoryStore(reading: URL(fileURLWithPath: store), named: store))
        version = try register.choose(choice.number, choice.version, named: store)
    }

    /// - Throws: `InputFailure` where bytes are no longer those that were kept or there is no plan.
    package func contents() throws -> Contents {
        let files = try version.files.compactMap { file -> (name: OutputName, data: Data)? in
            guard let name = OutputName(file.name) else {
                throw InputFailure(.store(.leadsOut(version.number, file.name)), file: store)
            }
            return try register.file(name, of: version).map { (name: name, data: $0) }
        }
        guard let bytes = files.first(where: { $0.name == PlanFolder.plan })?.data else {
            throw InputFailure(.store(.noPlan), file: store)
        }
        do throws(InputFailure) {
            let plan = try PlanFile.decode(InputFile(bytes, named: "\(store)@\(version.number)"))
            return Contents(files: files, plan: .success(plan))
        } catch {
            return Contents(files: files, plan: .failure(error))
        }
    }

    /// What the plans of the store were made from, as it is today.
    package func changes(today: LoadedScenario?) throws -> InputChanges {
        try InputChanges(
            register, today: today.map { InputChanges.Today(sources: $0.sources, store: $0.store) })
    }
}
