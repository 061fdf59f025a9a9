import FileAccess
import LinearSolver
import Optimizer
import PlanningModel

/// Why the problem of a scenario is not written for another solver.
package enum ExportFailure: Error {
    case unknownService(String, known: [String])
    case noModel(CompactModel.Failure, Scenario)
}

/// The planning problem of a scenario as a mixed-integer program for another solver.
package struct ModelExport {
    /// A file to write, and how.
    package struct Output {
        package var path: String
        package var format: ModelFormat
        package var file: OutputFile

        package init(path: String, format: ModelFormat, file: OutputFile) {
            self.path = path
            self.format = format
            self.file = file
        }
    }

    private let scenario: Scenario
    private let services: [Service]

    /// - Parameter service: the only one; `nil` for all of the scenario.
    /// - Throws: `ExportFailure` where the scenario does not have it.
    package init(_ scenario: Scenario, service: String?) throws {
        self.scenario = scenario
        services = scenario.services.filter { service == nil || $0.id == service }
        guard !services.isEmpty else {
            throw ExportFailure.unknownService(service ?? "", known: scenario.services.map(\.id))
        }
    }

    /// Writes the files. Answers the size of the program, the same for all.
    ///
    /// - Parameter counted: whether days and teams are counted, not named.
    /// - Throws: `ExportFailure`; what a file throws that cannot be written.
    package func write(_ outputs: [Output], counted: Bool, stop: StopFlag) throws -> CompactModel.Size? {
        let model: CompactModel
        do { model = try CompactModel(services, in: scenario, counted: counted) } catch {
            throw ExportFailure.noModel(error, scenario)
        }
        var size: CompactModel.Size?
        for output in outputs {
            try output.file.write { path in
                do { size = try model.write(to: path, as: output.format, stop: stop) } catch let failure
                    as CompactModel.Failure
                {
                    throw ExportFailure.noModel(failure, scenario)
                } catch LinearError.notWritten {
                    throw output.file.unwritable
                }
            }
        }
        return size
    }
}
