import GeoModel

extension Scenario {
    /// The people of a crew who are there on a day of the cycle.
    public func present(crew: String, week: Int, _ weekday: Weekday) -> [StaffMember] {
        present(crew: crew, on: date(week: week, weekday))
    }

    /// The same on any date.
    public func present(crew: String, on date: CivilDate) -> [StaffMember] {
        staff.filter { $0.crew == crew && !isAbsent($0.id, on: date) }
    }

    public func isAbsent(_ person: String, on date: CivilDate) -> Bool {
        absences.contains { $0.person == person && $0.from <= date && date <= $0.until }
    }
}
