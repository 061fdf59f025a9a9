import GeoModel
import RoundPlan

/// What a rule is called, where it comes from and what became of it.
package enum RuleWords {
    package static func title(_ rule: RuleID) -> String {
        switch rule {
        case .r01: "Nombre minimal de demi-journées d'ouverture par semaine"
        case .r02: "Un accueillant au moins présent pendant toute l'ouverture"
        case .r15: "Un seul territoire, des arrêts assez fréquents"
        case .r20: "Durée du travail par jour"
        case .r21: "Durée du travail par semaine, et moyenne sur 12 semaines"
        case .r22: "Semaine de référence et temps du contrat"
        case .r23: "Repos entre deux journées"
        case .r24: "Repos hebdomadaire, dimanche compris"
        case .r25: "Pause avant six heures de travail"
        case .r26: "Amplitude de la journée"
        case .r27: "Départ et retour au dépôt, trajets comptés comme travail"
        case .r32: "Même lieu, même jour, mêmes heures"
        case .r33: "Passages régulièrement espacés"
        case .r35: "Jours fériés et vacances scolaires"
        }
    }

    package static func source(_ rule: RuleID) -> String {
        switch rule {
        case .r01, .r02, .r15: "Plaquette de la Caf du Nord"
        case .r20: "Code du travail, art. L3121-18"
        case .r21: "Code du travail, art. L3121-20 et L3121-22"
        case .r22: "Code du travail, art. L3121-27 ; convention ALISFA (IDCC 1261)"
        case .r23: "Code du travail, art. L3131-1 ; convention ALISFA, chap. IV"
        case .r24: "Code du travail, art. L3132-2 ; convention ALISFA"
        case .r25: "Code du travail, art. L3121-16"
        case .r26: "Convention ALISFA ; 13 h déduites du repos de 11 h (art. L3131-1)"
        case .r27: "Code du travail, art. L3121-4"
        case .r32: "Usage des services itinérants (bus de l'Yonne)"
        case .r33: "Savaşer et Kara, tournées de soins périodiques"
        case .r35: "Code du travail, art. L3133-1 ; calendrier scolaire, zone B"
        }
    }

    /// The date of the source, or that it is still to be confirmed.
    package static func sourceDate(_ rule: RuleID) -> String {
        switch rule {
        case .r01, .r02, .r15: "non datée ; financement refondu au 1er janvier 2025 : à confirmer"
        case .r20, .r21, .r25: "version du 10 août 2016, à confirmer"
        case .r22: "loi : version du 10 août 2016 et convention applicable : à confirmer"
        case .r23, .r24, .r26: "convention applicable : à confirmer"
        case .r27: "version du 10 août 2016 et jurisprudence : à confirmer"
        case .r32: "usage, sans date"
        case .r33: "2022"
        case .r35: "calendriers lus dans le dossier de données"
        }
    }

    package static func state(_ state: RuleState) -> String {
        switch state {
        case .met: "respectée"
        case .reported: "à signaler"
        case .notCheckable: "non vérifiable"
        case .broken: "non respectée"
        }
    }

    /// The tightest figure of a rule over the plan.
    package static func found(_ verdict: RuleVerdict) -> String? {
        verdict.found.map { amount($0, of: verdict.rule) }
    }

    /// The threshold, as a minimum or a maximum.
    package static func limit(_ verdict: RuleVerdict) -> String? {
        verdict.limit.map { (isMinimum(verdict.rule) ? "au moins " : "au plus ") + amount($0) }
    }

    private static func isMinimum(_ rule: RuleID) -> Bool {
        switch rule {
        case .r01, .r02, .r15, .r23, .r24: true
        case .r20, .r21, .r22, .r25, .r26, .r27, .r32, .r33, .r35: false
        }
    }

    private static func amount(_ amount: Amount, of rule: RuleID) -> String {
        guard case .count(let count) = amount else { return self.amount(amount) }
        return switch rule {
        case .r01: ReportFigures.counted(count, "demi-journée")
        case .r02: ReportFigures.counted(count, "accueillant")
        case .r15: ReportFigures.counted(count, "passage") + " en 4 semaines"
        default: ReportFigures.integer(count)
        }
    }

    /// A figure with its unit, where the unit is in the figure itself.
    package static func amount(_ amount: Amount) -> String {
        switch amount {
        case .count(let count): ReportFigures.integer(count)
        case .minutes(let minutes): ReportFigures.duration(minutes)
        case .time(let time): ReportFigures.time(time)
        case .metres(let metres): ReportFigures.decimal(metres.kilometres, 3) + ReportFigures.noBreak + "km"
        case .points(let points): ReportFigures.points(points.points) + ReportFigures.noBreak + "points"
        // So fine that a figure just below its threshold is not shown as the threshold.
        case .share(let share): ReportFigures.percent(share, 2)
        case .kilometres(let kilometres): ReportFigures.decimal(kilometres, 1) + ReportFigures.noBreak + "km"
        case .personHours(let hours): ReportFigures.decimal(hours, 1) + ReportFigures.noBreak + "h"
        case .euros(let euros): ReportFigures.decimal(euros, 2) + ReportFigures.noBreak + "€"
        }
    }
}
