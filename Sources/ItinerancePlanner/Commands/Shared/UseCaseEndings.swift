import FileAccess
import FrenchText
import Planning
import Reporting

/// How the program ends, and what it says, where a use case gives no result.
extension CommandFailure {
    init(_ ending: Ending, _ messages: String...) { self.init(ending: ending, messages: messages) }

    init(_ refused: RefusedPlan) {
        self.init(.brokenRule, PlanFileWords.refused(refused.path))
        if refused.hasWrongFingerprint { messages.append(PlanFileWords.wrongFingerprint) }
        if let (plan, check) = refused.fault { messages += CheckReport(plan, check).faults }
    }

    init(_ failure: PlanningFailure) {
        let ending: Ending =
            switch failure.verdict {
            case .infeasible: .infeasible
            case .undecided: .noPlan
            case .refused: .wrongData
            case .interrupted: .interrupted
            case .defect: .unexpected
            }
        self.init(ending, SolveWords.sentence(failure))
        if case .notConfirmed(let plan, let check) = failure { messages += CheckReport(plan, check).lines }
    }

    init(_ failure: ReplanFailure) {
        switch failure {
        case .beforeThePlan(let day, let first): self.init(.wrongData, ReplanWords.beforeThePlan(day, first))
        case .closedDayBeforeThePlan(let day, let first):
            self.init(.wrongData, ReplanWords.dayBeforeThePlan(day, first))
        case .tooManyWeeks(let weeks, let most): self.init(.wrongData, ReplanWords.tooManyWeeks(weeks, most))
        case .unknownSubject(let event, let known):
            self.init(.wrongData, ReplanWords.unknownSubject(event.kind.rawValue, event.subject, known))
        case .lossOfWeeks: self.init(.usage, ReplanWords.lossOfWeeks)
        case .otherCycle(let before, let after):
            self.init(.wrongData, FormerPlanFault.otherCycle(before, after).sentence)
        case .lastVan(let van, let service): self.init(.infeasible, ReplanWords.lastVan(van, service))
        case .infeasible(let service): self.init(.infeasible, ReplanWords.infeasible(service))
        case .undecided(let service): self.init(.noPlan, ReplanWords.undecided(service))
        case .noWeek(let monday): self.init(.infeasible, ReplanWords.noWeek(monday))
        case .interrupted: self.init(.interrupted, PublicationWords.interrupted)
        }
    }

    init(_ failure: FrontFailure) {
        switch failure {
        case .whichService(let asked, let known): self.init(.wrongData, FrontWords.whichService(asked, known))
        case .sharedTeam(let service): self.init(.wrongData, FrontWords.sharedTeam(service))
        case .noCost: self.init(.wrongData, FrontWords.noCost)
        case .interrupted: self.init(.interrupted, FrontWords.interrupted)
        }
    }

    init(_ failure: SweepFailure) {
        switch failure {
        case .interrupted(let done, let all, let folder):
            self.init(.interrupted, SweepWords.interrupted(done, of: all, folder))
        case .cellFailed(let cell, let failure):
            self.init(failure)
            messages = messages.map { SweepWords.failed(cell, $0) }
        case .cellNotConfirmed(let cell):
            self.init(.unexpected, SweepWords.failed(cell, CommandWords.notConfirmed))
        }
    }

    /// `nil` where a refused input has an error that only the parser of the command line has words for.
    init?(_ failure: ComparisonFailure) {
        switch failure {
        case .refused(let errors):
            let all = errors.compactMap { CommandFailure($0) }
            guard let first = all.first, all.count == errors.count else { return nil }
            self.init(ending: first.ending, messages: all.flatMap(\.messages))
        case .noPlan(let path, let failure):
            self.init(failure)
            messages = messages.map { "\(path) : \($0)" }
            if failure.verdict == .infeasible { messages.append(ExplanationWords.next(path)) }
        case .interrupted(let path): self.init(.interrupted, ComparisonWords.interrupted(path))
        }
    }

    init(_ failure: CoverageFailure) {
        switch failure {
        case .noWeight(let weight): self.init(.wrongData, CoverageWords.noWeight(weight))
        }
    }

    init(_ failure: ExplanationFailure) {
        switch failure {
        case .unknownWeek(let week, let weeks): self.init(.wrongData, ExplanationWords.unknownWeek(week, of: weeks))
        case .unknownVan(let van, let known): self.init(.wrongData, ExplanationWords.unknownVan(van, known))
        case .notConfirmed(let commune, let plan, let check):
            self.init(.unexpected, ExplanationWords.notConfirmed(commune))
            messages += CheckReport(plan, check).lines
        }
    }

    init(_ failure: JudgementFailure) {
        switch failure {
        case .untilOutside(let last, let first): self.init(.wrongData, RealisedWords.untilOutside(last, first))
        case .otherCycle(let before, let after):
            self.init(.wrongData, FormerPlanFault.otherCycle(before, after).sentence)
        }
    }

    init(_ failure: PublicationFailure) {
        switch failure {
        case .beforeThePlan(let first): self.init(.wrongData, PublicationWords.beforeThePlan(first))
        case .endsBeforeStart(let from, let until):
            self.init(.wrongData, PublicationWords.endsBeforeStart(from, until))
        case .tooLong: self.init(.wrongData, PublicationWords.tooLong)
        case .notAWeek(let path): self.init(.wrongData, PublicationWords.notAWeek(path))
        case .weekOfOtherPlan(let path, let services):
            self.init(.wrongData, PublicationWords.weekOfOtherPlan(path, services))
        case .weekBeforeThePlan(let path, let monday, let first):
            self.init(.wrongData, PublicationWords.weekBefore(path, monday, first: first))
        case .weekTwice(let monday): self.init(.wrongData, PublicationWords.weekTwice(monday))
        case .interrupted: self.init(.interrupted, PublicationWords.interrupted)
        }
    }
}
