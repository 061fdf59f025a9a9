/// What is wrong, or odd, with an input: what was found, what was expected, what may have been meant; without a sentence.
package enum InputFault: Hashable, Sendable {
    case file(FileFault)
    case table(TableFault)
    case cell(CellFault)
    case territory(TerritoryFault)
    case importing(ImportFault)
    case outlines(OutlineFault)
    case yaml(YamlFault)
    case scenario(ScenarioFault)
    case team(TeamFault)
    case former(FormerPlanFault)
    case pin(PinFault)
    case editing(EditingRefusal)
    case fixedTimes(FixedTimesFault)
    case office(OfficeFault)
    case travel(TravelFault)
    case learned(LearnedLegFault)
    case plan(PlanFileFault)
    case proof(ProofFault)
    case rounds(RoundsTableFault)
    case realised(RealisedFault)
    case sweep(SweepFault)
    case store(StoredFault)
    case template(TemplateFault)
    case bench(BenchFault)
    /// What is wrong with a plan file, told where a scenario names it.
    indirect case inFile(String, InputFault)
    /// What is wrong with one scenario of a grid.
    indirect case inCell(String, InputFault)
    /// More errors than are told one by one.
    case moreErrors(Int)
}
