import FileAccess
import Foundation
import PlanStore
import PlanningModel
import ScenarioFiles

/// A plan that already has its folder, with what lies beside it.
package struct KeptFolder {
    package let plan: Plan
    package let files: [(name: OutputName, data: Data)]

    /// - Throws: `InputFailure`; `RefusedPlan` where the plan does not pass the check.
    package init?(_ path: String) throws {
        guard case .plan(let plan, _) = try ComparedInput(path).content else { return nil }
        self.plan = plan
        files = try ([PlanFolder.plan] + KeptFiles.companions).compactMap { name in
            try Self.bytes(name, of: path).map { (name, $0) }
        }
    }

    /// The plan itself, or what lies beside it; `nil` where there is no such file.
    private static func bytes(_ name: OutputName, of path: String) throws -> Data? {
        if let reference = PlanReference(path) { return try reference.file(name, named: path)?.data }
        let url = URL(fileURLWithPath: path)
        if name == PlanFolder.plan { return try InputFile(url, named: path).data }
        return FileBytes.ifReadable(name.url(in: url.deletingLastPathComponent()))
    }
}
