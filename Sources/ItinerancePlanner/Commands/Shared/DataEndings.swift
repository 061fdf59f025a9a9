import FileAccess
import FrenchText
import Planning

/// How the program ends, and what it says, where files, stores and servers stand in the way of a use case.
extension CommandFailure {
    init(_ failure: InputFailure) {
        self.init(ending: .wrongData, messages: failure.findings.map(\.sentence), findings: failure.findings)
    }

    init(_ failure: PinFailure) {
        switch failure {
        case .unknownService(let service, let known): self.init(.wrongData, PinWords.unknownService(service, known))
        case .whichService(let known): self.init(.wrongData, PinWords.whichService(known))
        case .serviceNotInPlan(let service, let known):
            self.init(.wrongData, FormerPlanFault.serviceNotInPlan(service, known).sentence)
        case .wouldBeRefused(let failure, let isRelease):
            self.init(failure)
            messages.append(isRelease ? PinWords.wouldBeRefusedWithout : PinWords.wouldBeRefused)
        case .endsTooSoon(let until, let first): self.init(.wrongData, PinWords.endsTooSoon(until, first))
        case .interrupted: self.init(.interrupted, PinWords.interrupted)
        case .notSearched(let failure):
            self.init(failure)
            messages.append(PinWords.notWritten)
        case .noSuchPin(let target, let fields, let near):
            self.init(.wrongData, PinWords.noSuchPin(target, fields, near: near))
        }
    }

    init(_ failure: TravelFailure) {
        switch failure {
        case .tooManyPlaces: self.init(.wrongData, TravelFault.tooManyNodes.sentence)
        case .server(let fault):
            self.init(fault == .interrupted ? .interrupted : .inputOutput, TravelWords.fault(fault))
        case .cacheUnwritable(let path): self.init(.inputOutput, TravelWords.cacheUnwritable(path))
        case .unreachable(let pairs): self.init(.wrongData, TravelWords.unreachable(pairs))
        case .noMatrix(let scenario): self.init(.wrongData, "\(scenario) : \(TravelWords.noMatrix)")
        }
    }

    init(_ failure: ImportFailure) {
        switch failure {
        case .madeMeanwhile(let store): self.init(.inputOutput, ImportWords.madeMeanwhile(store))
        }
    }

    init(_ failure: ExportFailure) {
        switch failure {
        case .unknownService(let id, let known): self.init(.wrongData, ExportWords.unknownService(id, known: known))
        case .noModel(let failure, let scenario):
            self.init(failure == .interrupted ? .interrupted : .wrongData, ExportWords.failure(failure, scenario))
        }
    }

    /// `nil` where the fault beneath is one that only the parser of the command line has words for.
    init?(_ failure: PlanKeepingFailure) {
        switch failure {
        case .notWritable(let error):
            self.init(error)
            messages.append(RegisterWords.nothingSearched)
        case .inFolderOnly(let folder, let store, let error):
            self.init(unwritten: error)
            messages.append(RegisterWords.inFolderOnly(folder, store))
        case .inStoreOnly(let store, let version, let error):
            self.init(unwritten: error)
            messages.append(RegisterWords.inStoreOnly(store, version))
        case .nowhere(let error, let other):
            self.init(unwritten: error)
            messages.append(CommandFailure(unwritten: other).messages.joined(separator: "\n"))
        }
    }

    /// A plan that is there could not be put where it should be.
    private init(unwritten error: any Error) {
        self.init(ending: .inputOutput, messages: CommandFailure(error)?.messages ?? [StoredFault.damaged.sentence])
    }
}
