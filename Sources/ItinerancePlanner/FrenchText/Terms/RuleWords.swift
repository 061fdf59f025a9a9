import GeoModel
import PlanCheck
import PlanningModel

/// What a rule is called, where it comes from and what became of it.
package enum RuleWords {
    package static func title(_ rule: RuleID) -> String {
        switch rule {
        case .r01: "Nombre minimal de demi-journées d'ouverture par semaine"
        case .r02: "Un accueillant au moins présent pendant toute l'ouverture"
        case .r03: "Deux accueillants au moins à une séance de LAEP"
        case .r04: "Un espace confidentiel et un espace collectif, en même temps"
        case .r05: "Accessible à tous, accès propre, reconnaissable"
        case .r06: "LR : tous les parents, tous les âges"
        case .r07: "M1000J : futurs parents et parents d'enfants de 0 à 2 ans"
        case .r08: "Les cinq missions sont couvertes"
        case .r09: "Gratuit, ou pour une somme symbolique"
        case .r10: "D'abord là où il n'y a pas de centre social"
        case .r11: "Les communes desservies sont parmi les plus isolées"
        case .r12: "Des partenaires à chaque arrêt"
        case .r13: "M1000J : une maternité et un service de petite enfance partenaires"
        case .r14: "Près des services que les familles utilisent"
        case .r15: "Un seul territoire, des arrêts assez fréquents"
        case .r16: "L'écoute en dehors des heures d'accueil"
        case .r17: "L'écoute est anonyme"
        case .r18: "L'écoute peut donner une aide psychologique d'urgence"
        case .r19: "Les parloirs : à l'heure, avec un accompagnant autorisé, une place pour chacun"
        case .r20: "Durée du travail par jour"
        case .r21: "Durée du travail par semaine, et moyenne sur 12 semaines"
        case .r22: "Semaine de référence et temps du contrat"
        case .r23: "Repos entre deux journées"
        case .r24: "Repos hebdomadaire, dimanche compris"
        case .r25: "Pas plus de six heures de travail sans pause"
        case .r26: "Amplitude de la journée"
        case .r27: "Départ et retour au dépôt, trajets comptés comme travail"
        case .r28: "Travail du soir, trois jours par semaine au plus"
        case .r29: "Planning connu sept jours avant"
        case .r30: "Permis de conduire selon le poids et les places du véhicule"
        case .r31: "Temps de conduite européens"
        case .r32: "Même lieu, même jour, mêmes heures"
        case .r33: "Passages régulièrement espacés"
        case .r34: "Autorisation de stationner et électricité"
        case .r35: "Jours fériés et vacances scolaires"
        case .r36: "Temps partiel : une coupure par jour, de deux heures au plus"
        case .r37: "Deux périodes de travail par jour, exceptionnellement trois"
        case .r38: "Rien à une date où le lieu est fermé"
        }
    }

    package static func source(_ rule: RuleID) -> String {
        switch rule {
        case .r03: "Caf, référentiel des LAEP"
        case .r19: "Usage des relais enfants-parents"
        case .r20: "Code du travail, art. L3121-18"
        case .r21: "Code du travail, art. L3121-20 et L3121-22"
        case .r22: "Code du travail, art. L3121-27 ; convention ALISFA (IDCC 1261)"
        case .r23: "Code du travail, art. L3131-1 ; convention ALISFA, chap. IV"
        case .r24: "Code du travail, art. L3132-2 ; convention ALISFA"
        case .r25: "Code du travail, art. L3121-16"
        case .r26: "Convention ALISFA ; 13 h déduites du repos de 11 h (art. L3131-1)"
        case .r27: "Code du travail, art. L3121-4"
        case .r28: "Convention ALISFA"
        case .r29: "Convention ALISFA"
        case .r30: "Code de la route, art. R221-4"
        case .r31: "Règlement (CE) 561/2006, art. 2"
        case .r32: "Usage des services itinérants (bus de l'Yonne)"
        case .r33: "Savaşer et Kara, tournées de soins périodiques"
        case .r34: "Usage des services itinérants"
        case .r35: "Code du travail, art. L3133-1 ; calendrier scolaire, zone B"
        case .r38: "Usage : une visite qui ne peut avoir lieu n'aide personne"
        case .r01, .r02, .r04, .r05, .r06, .r07, .r08, .r09, .r10, .r11, .r12, .r13, .r14, .r15, .r16, .r17, .r18:
            "Plaquette de la Caf du Nord"
        case .r36: "Code du travail, art. L3123-30 ; convention ALISFA, art. 2.1.7"
        case .r37: "Convention ALISFA, art. 1.3.1"
        }
    }

    /// The date of the source, or that it is still to be confirmed.
    package static func sourceDate(_ rule: RuleID) -> String {
        func version(_ date: CivilDate) -> String { "version du " + ReportFigures.plain(ReportDates.full(date)) }
        let agreement = "convention applicable"
        let open = "à confirmer"
        return switch rule.facts.sourceDate {
        case .undated: "sans date : \(open)"
        case .usage: "usage, sans date"
        case .year(let year): String(year)
        case .version(let date): "\(version(date)), \(open)"
        case .versionAndAgreement(let date): "loi : \(version(date)) et \(agreement) : \(open)"
        case .versionAndCaseLaw(let date): "\(version(date)) et jurisprudence : \(open)"
        case .agreement: "\(agreement) : \(open)"
        case .undatedFundedAnew(let date):
            "non datée ; financement refondu au \(ReportFigures.plain(ReportDates.full(date))) : \(open)"
        case .beforeDirective(let year, let number, let tonnes):
            "la directive européenne \(year)/\(number) (\(ReportFigures.decimal(tonnes, 2)) t) n'est pas supposée : \(open)"
        case .calendars: "calendriers lus dans le dossier de données"
        }
    }

    /// Whether a plan must keep it, or is only told.
    package static func kind(_ rule: RuleID) -> String {
        switch rule.kind {
        case .hard: "obligatoire"
        case .soft: "signalée"
        case .information: "pour information"
        }
    }

    package static func state(_ state: RuleState) -> String {
        switch state {
        case .met: "respectée"
        case .reported: "à signaler"
        case .notCheckable: "non vérifiable"
        case .broken: "non respectée"
        case .notConcerned: "sans objet"
        }
    }

    /// The tightest figure of a rule over the plan.
    package static func found(_ verdict: RuleVerdict) -> String? {
        verdict.found.map { amount($0, of: verdict.rule) }
    }

    /// The threshold, as a minimum or a maximum.
    package static func limit(_ verdict: RuleVerdict) -> String? {
        verdict.limit.map { (verdict.rule.facts.threshold.isMinimum ? "au moins " : "au plus ") + amount($0) }
    }

    private static func amount(_ amount: Amount, of rule: RuleID) -> String {
        guard case .count(let count) = amount else { return self.amount(amount) }
        return switch rule.facts.threshold.unit {
        case .halfDays: ReportFigures.counted(count, "demi-journée")
        case .accueillants: ReportFigures.counted(count, "accueillant")
        case .missions: ReportFigures.counted(count, "mission")
        case .evenings: ReportFigures.counted(count, "soirée")
        case .periods: ReportFigures.counted(count, "période")
        case .days: ReportFigures.counted(count, "jour")
        case .visits: ReportFigures.counted(count, "passage") + " en 4 semaines"
        case .own: ReportFigures.integer(count)
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
