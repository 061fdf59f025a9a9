import Optimizer
import RoundPlan

/// The one place where a failure gets its exit code, and where its words are asked for.
extension CommandFailure {
    /// `nil` for an error that only the parser of the command line has words for.
    init?(_ error: any Error) {
        switch error {
        case let failure as CommandFailure: self = failure
        case let failure as InputFailure:
            self.init(
                ending: .wrongData, messages: failure.findings.map(\.sentence), findings: failure.findings)
        case let fault as OutputFault: self.init(ending: .inputOutput, messages: [fault.sentence])
        case let fault as StoreFault: self.init(ending: .inputOutput, messages: [fault.sentence])
        case let refusal as StoreLocked: self.init(ending: .inputOutput, messages: [refusal.sentence])
        case let fault as ScenarioFileFault: self.init(ending: .inputOutput, messages: [fault.sentence])
        case let fault as SweepFolderFault: self.init(ending: .inputOutput, messages: [fault.sentence])
        case is ImportInterrupted: self.init(ending: .interrupted, messages: [ImportWords.interrupted])
        case let failure as LinearError:
            self.init(ending: .unexpected, messages: [CommandWords.solverFailed("\(failure)")])
        case RenderingFault.interrupted:
            self.init(ending: .interrupted, messages: [PublicationWords.interrupted])
        case RenderingFault.pdfFailed(let log):
            self.init(ending: .inputOutput, messages: [PublicationWords.pdfFailed(log)])
        case is CalendarWritingFault:
            self.init(ending: .inputOutput, messages: [CalendarWords.unwritable])
        case TableWritingFault.unwritable(let detail):
            self.init(ending: .inputOutput, messages: [TableFileWords.unwritable(detail)])
        default: return nil
        }
    }
}
