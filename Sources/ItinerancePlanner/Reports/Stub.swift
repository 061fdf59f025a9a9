import RoundPlan
struct TimetableReport { init(_ plan: Plan, _ check: PlanCheck) {}; func html() throws -> String { "" }; func csv() -> String { "" } }
struct PlanSummary: Codable { init(_ plan: Plan, _ check: PlanCheck) {} }
struct ScreenReport { var lines: [String]; init(_ plan: Plan, _ check: PlanCheck, _ s: PlanSummary) { lines = ["\(plan.value) \(plan.bound) \(plan.gap) \(plan.stop)"] } }
struct CheckReport { var lines: [String] = []; var findings: [String] = []; var json: [String] = []; init(_ plan: Plan, _ check: PlanCheck) { lines = check.verdicts.map { "\($0.rule) \($0.state)" }; findings = check.discrepancies.map { "\($0)" } } }
