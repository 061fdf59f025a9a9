/// Figures computed from the columns of Insee's commune files, and those read as they are.
///
/// Names of variables: Insee, base du recensement (couples-familles-ménages, logement, diplômes-formation), Filosofi,
/// grille communale de densité. `##` stands for the two digits of the year.
package struct IndicatorColumn: Hashable, Sendable {
    /// Key of the indicator.
    package var indicator: String
    package var unit: String
    /// Sum of these…
    package var plus: [String]
    /// …less these…
    package var minus: [String] = []
    /// …in percent of the sum of these, where any.
    package var share: [String] = []

    package static let all: [IndicatorColumn] = [
        IndicatorColumn(indicator: "familles", unit: "familles", plus: ["c##_coupaenf", "c##_fammono"]),
        IndicatorColumn(
            indicator: "familles_monoparentales", unit: "%", plus: ["c##_fammono"],
            share: ["c##_coupaenf", "c##_fammono"]),
        IndicatorColumn(
            indicator: "menages_sans_voiture", unit: "%", plus: ["p##_rp"], minus: ["p##_rp_voit1p"],
            share: ["p##_rp"]),
        IndicatorColumn(
            indicator: "sans_diplome", unit: "%", plus: ["p##_nscol15p_diplmin"], share: ["p##_nscol15p"]),
        IndicatorColumn(indicator: "enfants_2_5", unit: "enfants", plus: ["p##_pop0205"]),
        IndicatorColumn(indicator: "enfants_6_10", unit: "enfants", plus: ["p##_pop0610"]),
        IndicatorColumn(indicator: "enfants_11_14", unit: "enfants", plus: ["p##_pop1114"]),
        IndicatorColumn(indicator: "enfants_15_17", unit: "enfants", plus: ["p##_pop1517"]),
        IndicatorColumn(indicator: "niveau_densite", unit: "1 à 7", plus: ["dens7"]),
        IndicatorColumn(indicator: "niveau_densite", unit: "1 à 7", plus: ["dens"]),
    ]
}
