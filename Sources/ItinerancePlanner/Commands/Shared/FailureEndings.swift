import FileAccess
import FrenchText
import LinearSolver
import PageRendering
import PlanStore
import Planning
import Publishing
import ScenarioFiles
import TabularData

/// The one place where a failure gets its exit code, and where its words are asked for.
extension CommandFailure {
    /// `nil` for an error that only the parser of the command line has words for.
    init?(_ error: any Error) {
        switch error {
        case let failure as CommandFailure: self = failure
        case let failure as InputFailure: self.init(failure)
        case let failure as LinearError:
            self.init(.unexpected, CommandWords.solverFailed(SolveWords.detail(failure)))
        // Use cases.
        case let refused as RefusedPlan: self.init(refused)
        case let failure as PlanningFailure: self.init(failure)
        case let failure as ReplanFailure: self.init(failure)
        case let failure as FrontFailure: self.init(failure)
        case let failure as SweepFailure: self.init(failure)
        case let failure as ComparisonFailure: self.init(failure)
        case let failure as CoverageFailure: self.init(failure)
        case let failure as ExplanationFailure: self.init(failure)
        case let failure as JudgementFailure: self.init(failure)
        case let failure as PublicationFailure: self.init(failure)
        case let failure as PinFailure: self.init(failure)
        case let failure as TravelFailure: self.init(failure)
        case let failure as ImportFailure: self.init(failure)
        case let failure as ExportFailure: self.init(failure)
        case let failure as PlanKeepingFailure: self.init(failure)
        // Files, stores and programs beneath them.
        case let fault as OutputFault: self.init(.inputOutput, fault.sentence)
        case let fault as StoreFault: self.init(.inputOutput, fault.sentence)
        case let refusal as StoreLocked: self.init(.inputOutput, refusal.sentence)
        case let fault as ScenarioFileFault: self.init(.inputOutput, fault.sentence)
        case let fault as SweepFolderFault: self.init(.inputOutput, fault.sentence)
        case is ImportInterrupted: self.init(.interrupted, ImportWords.interrupted)
        case RenderingFault.interrupted: self.init(.interrupted, PublicationWords.interrupted)
        case RenderingFault.pdfFailed(let log): self.init(.inputOutput, PublicationWords.pdfFailed(log))
        case TableWritingFault.unwritable(let detail): self.init(.inputOutput, TableFileWords.unwritable(detail))
        case is CalendarWritingFault: self.init(.inputOutput, CalendarWords.unwritable)
        default: return nil
        }
    }
}
