import Planning

/// What a user reads of a plan that was kept beside its folder, or was not.
extension RegisterWords {
    /// - Parameter output: the folder of the plan, as the user named it.
    package static func lines(_ delivery: PlanKeeping.Delivery, folder output: String) -> [String] {
        switch delivery {
        case .kept(let kept, let store): [self.kept(store, kept)]
        case .notKept(let isTold): isTold ? [notKept(output)] : []
        }
    }

    package static func warnings(_ delivery: PlanKeeping.Delivery) -> [String] {
        guard case .kept(let kept, let store) = delivery else { return [] }
        return (kept.siblings.isEmpty ? [] : [siblings(store, kept)])
            + (kept.lock.map { [lockedMeanwhile(store, $0)] } ?? [])
    }
}
