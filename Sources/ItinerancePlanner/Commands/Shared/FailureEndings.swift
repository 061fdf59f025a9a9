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
                ending: .wrongData, messages: failure.findings.map(ErrorWords.line), findings: failure.findings)
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
