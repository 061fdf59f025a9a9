import GeoModel

extension Parameters {
    /// R22, a fact of the model: what a person may work in a week, by the reference week and by the contract.
    public func weeklyLimit(of person: StaffMember) -> Minutes { min(referenceWeek, person.weeklyHours) }

    /// R36, a fact of the model: whether a contract is part-time.
    public func isPartTime(_ person: StaffMember) -> Bool { person.weeklyHours < fullTime }
}
