import PlanCheck
import PlanningModel

extension RuleWords {
    /// One violation as a sentence: where, then what, with its figures.
    package static func sentence(_ violation: Violation, _ names: ReportNames) -> String {
        sentence(at: violation.locus, what(violation), names)
    }

    /// One discrepancy as a sentence: where, then what the file says and what its data give.
    package static func sentence(_ discrepancy: Discrepancy, _ names: ReportNames) -> String {
        let what = what(discrepancy.kind)
        let figures: String =
            switch (discrepancy.found.map(amount), discrepancy.expected.map(amount)) {
            case (let found?, let expected?): " (\(found) dans le plan, \(expected) d'après les données)"
            case (let found?, nil): " (\(found) dans le plan)"
            case (nil, let expected?): " (\(expected) d'après les données)"
            case (nil, nil): ""
            }
        return sentence(at: discrepancy.locus, what + figures, names)
    }

    private static func sentence(at locus: PlanLocus, _ what: String, _ names: ReportNames) -> String {
        let place = names.locus(locus)
        return place.prefix(1).uppercased() + place.dropFirst() + " : " + what + "."
    }

    /// What is wrong, without where.
    package static func what(_ violation: Violation) -> String {
        let found = violation.found.map(amount) ?? "?"
        let limit = violation.limit.map(amount) ?? "?"
        return switch violation.kind {
        case .tooFewHalfDays:
            "\(counted(violation.found, "demi-journée")) d'ouverture, il en faut \(limit)"
        case .tooFewHeldHalfDays:
            "\(counted(violation.found, "demi-journée")) à ces dates, \(found) < \(limit), férié, fermeture ou absence "
                + "déduits ; le cycle type est conforme"
        case .noAccueillant: "aucun accueillant dans l'équipe pendant l'ouverture, il en faut un"
        case .outsideTerritory: "le lieu n'est pas dans une commune du service"
        case .tooFewVisits: "\(counted(violation.found, "passage")) en 4 semaines, il en faut \(limit)"
        case .tooMuchWork: "\(found) de travail dans la journée, le maximum est \(limit)"
        case .tooMuchWeeklyWork: "\(found) de travail dans la semaine, le maximum est \(limit)"
        case .tooMuchAverageWork: "\(found) de travail par semaine en moyenne sur 12 semaines, le maximum est \(limit)"
        case .overContract: "\(found) de travail dans la semaine, au-delà de \(limit) (référence ou contrat)"
        case .shortDailyRest: "\(found) de repos avant la journée suivante, il en faut \(limit)"
        case .shortWeeklyRest: "\(found) de repos autour du dimanche, il en faut \(limit)"
        case .atOnce: "un travail commence à \(found), avant la fin d'un autre à \(limit)"
        case .sundayWorked: "travail le dimanche, qui doit être un des deux jours de repos de suite"
        case .noTwoDaysOff: "pas de second jour de repos à la suite du dimanche ou avant lui"
        case .missingBreak: "\(found) de travail sans pause, le maximum est \(limit)"
        case .openWithoutBreak: "la pause tombe pendant un temps de travail"
        case .longSpan: "amplitude de \(found), le maximum est \(limit)"
        case .spanOverReference: "amplitude de \(found), au-delà des \(limit) habituelles"
        case .tooManyLongDays:
            "\(counted(violation.found, "jour")) d'amplitude au-delà de l'usage en 4 semaines, le maximum est \(limit)"
        case .tooManyInterruptions:
            "temps partiel : \(counted(violation.found, "coupure")) dans la journée, le maximum est \(limit)"
        case .longInterruption: "temps partiel : une coupure de \(found), le maximum est \(limit)"
        case .tooManyPeriods:
            "\(counted(violation.found, "période")) de travail dans la journée, le maximum est \(limit)"
        case .manyPeriods:
            "\(counted(violation.found, "période")) de travail dans la journée, au-delà de \(limit) d'usage"
        case .notFromDepot: "la journée ne part pas du dépôt de l'équipage ou n'y revient pas"
        case .brokenChain: "les trajets ne relient pas les arrêts dans l'ordre des visites"
        case .otherWeekday: "le passage n'a pas lieu le jour habituel de ce lieu"
        case .otherStart: "l'accueil commence à \(found), d'habitude à \(limit)"
        case .otherTeam: "le véhicule ou l'équipe n'est pas celui des autres passages de ce jour"
        case .otherTour: "l'arrêt court n'a pas la même tournée, ou pas dans le même ordre, que d'habitude"
        case .mixedForms: "le lieu est tantôt en séance, tantôt en arrêt court"
        case .notEveryWeek:
            "deux jours par semaine demandent un passage chaque semaine, ici tous les \(found) jours"
        case .uneven: "passages mal espacés, de \(limit) à \(found) jours"
        case .tooFewAccueillants: "\(counted(violation.found, "accueillant")) à la séance, il en faut \(limit)"
        case .sessionWithoutOpening: "la séance n'a lieu pendant aucune ouverture"
        case .sessionNotHeld: "séance prévue \(limit) fois en 4 semaines, placée \(found) fois"
        case .noConfidentialSpace: "pas d'espace confidentiel, ni au lieu ni dans le véhicule"
        case .noCollectiveSpace: "pas d'espace collectif, ni au lieu ni dans le véhicule"
        case .confidentialSpaceUnknown: "espace confidentiel : inconnu"
        case .collectiveSpaceUnknown: "espace collectif : inconnu"
        case .notAccessible: "le lieu ou le véhicule n'est pas accessible à tous"
        case .accessibilityUnknown: "accessibilité du lieu ou du véhicule : inconnue"
        case .noOwnAccess: "le lieu n'a pas d'accès propre"
        case .ownAccessUnknown: "accès propre : inconnu"
        case .notRecognisable: "le lieu ou le véhicule n'est pas reconnaissable"
        case .recognisableUnknown: "lieu et véhicule reconnaissables : inconnu"
        case .limitedAges: "le service ne reçoit que certains âges"
        case .agesBeyondTwo: "le service reçoit des enfants de plus de 2 ans"
        case .sessionBeyondSix:
            "la séance ne comprend pas les 0 à 2 ans, ou va au-delà des moins de 6 ans d'un LAEP"
        case .otherDemand: "le besoin n'est pas compté en naissances"
        case .missionMissing: "aucune séance de cette mission dans le cycle"
        case .programmeUnknown: "programme des séances inconnu (« seances » du scénario)"
        case .charged: "le service est payant"
        case .chargeUnknown: "tarif inconnu (« tarif » du scénario)"
        case .noReferent: "il y a un centre social, et son référent parentalité n'est pas nommé"
        case .socialCentreUnknown: "on ne sait pas s'il y a un centre social"
        case .lowerNeed:
            "intensité moyenne du besoin de \(found) dans les communes desservies, \(limit) sur le territoire"
        case .noPartner: "aucun partenaire dans la commune"
        case .partnersUnknown: "aucun partenaire dans les données : la liste est inconnue, pas vide"
        case .noMaternity: "aucune maternité parmi les partenaires du service"
        case .noEarlyChildhood: "aucun service de petite enfance parmi les partenaires du service"
        case .noServiceKnown: "aucune école, EAJE, RPE, centre de loisirs ou France services connu"
        case .farFromServices:
            "à \(found) à vol d'oiseau du plus proche des services connus que les familles utilisent, au-delà de \(limit)"
        case .scatteredTerritory:
            "les communes ne sont ni d'une seule intercommunalité ni d'intercommunalités qui se touchent ; "
                + "\(found) à vol d'oiseau entre les deux plus éloignées"
        case .epciApart:
            "à \(found) de la commune la plus proche d'une autre partie du territoire, les intercommunalités qui se touchent "
                + "sont à \(limit) au plus"
        case .channelNotListed:
            "le canal de l'écoute n'est pas de la liste ("
                + ListeningChannel.allCases.map(FixedTimesWords.channel).joined(separator: ", ") + ")"
        case .listeningDuringReception: "l'écoute de \(found) a lieu pendant l'accueil, qui finit à \(limit)"
        case .noUrgentHelp: "aucun écoutant ne peut donner une aide psychologique d'urgence, aucun relais nommé"
        case .lateAtPrison: "arrivée à \(found), il faut être là à \(limit)"
        case .noEscort: "aucun accompagnant dans l'équipe"
        case .escortNotCleared: "l'accompagnant n'est pas autorisé à entrer"
        case .escortUnknown: "autorisation de l'accompagnant : inconnue"
        case .outsideVisitHours: "le parloir de \(found) est en dehors des heures de l'établissement"
        case .visitHoursUnknown: "heures des parloirs : inconnues"
        case .tooManyAboard:
            "\(found) personnes à bord en même temps (conducteur, accompagnants et enfants), le véhicule a \(limit) places"
        case .prisonClosed: "l'établissement est fermé ce jour-là"
        case .tooManyEvenings:
            "\(counted(violation.found, "soirée")) de travail dans la semaine, le maximum est \(limit)"
        case .lateSchedule: "planning publié \(counted(violation.found, "jour")) avant le premier, il en faut \(limit)"
        case .publicationUnknown: "date de publication du planning inconnue (« publie_le » du scénario)"
        case .noDriver: "personne dans l'équipe n'a le rôle de conducteur"
        case .wrongLicence: "aucun permis de l'équipe n'autorise un véhicule de \(found) kg"
        case .wrongLicenceForSeats:
            "aucun permis de l'équipe n'autorise un véhicule de \(found) places : B jusqu'à \(limit), au-delà D1 ou D"
        case .seatsUnknown: "nombre de places du véhicule : inconnu"
        case .licenceUnknown: "permis des conducteurs : inconnu"
        case .massUnknown: "poids total autorisé du véhicule : inconnu"
        case .driveTimeRules: "plus de 3,5 t ou de 9 places : temps de conduite européens, à vérifier par l'opérateur"
        case .sizeUnknown: "poids total autorisé ou places du véhicule : inconnus"
        case .placeClosed: "le lieu est fermé à cette date ; ce passage ne compte pas"
        case .permitExpired: "pas d'autorisation de stationner à cette date"
        case .permitUnknown: "autorisation de stationner : inconnue"
        case .noPower: "pas d'électricité au lieu, et le véhicule n'est pas autonome"
        case .powerUnknown: "électricité au lieu ou véhicule autonome : inconnu"
        case .publicHoliday: "jour férié, \(counted(violation.found, "demi-journée")) d'ouverture en moins"
        case .schoolHoliday: "vacances scolaires, \(counted(violation.found, "demi-journée")) d'ouverture en moins"
        case .notCovered: "date non couverte par les calendriers, jours fériés et vacances à vérifier"
        case .notAMonday: "le premier jour du cycle n'est pas un lundi"
        case .outsideWindow: "accueil en dehors des heures d'ouverture permises"
        case .offGrid: "l'heure de début ne suit pas le pas des horaires"
        case .wrongSession: "la durée d'accueil n'est pas celle d'une séance"
        case .shortLunch: "pause de midi trop courte"
        case .closedWeekday: "tournée un jour de fermeture"
        case .twoRoundsOneDay: "deux tournées le même jour pour le même véhicule"
        case .wrongEquipment: "le véhicule ou l'équipe n'est pas celui du service"
        }
    }

    private static func counted(_ amount: Amount?, _ noun: String) -> String {
        guard case .count(let count) = amount else { return "? " + noun }
        return ReportFigures.counted(count, noun)
    }

    private static func what(_ kind: Discrepancy.Kind) -> String {
        switch kind {
        case .unknownService: "ce service n'est pas dans les données du plan"
        case .missingService: "le plan ne contient pas ce service"
        case .unknownPlace: "lieu ou dépôt inconnu des données du plan"
        case .unknownEquipment: "le véhicule et l'équipe ne sont pas un équipage du service"
        case .legDistance: "la distance du trajet n'est pas celle des positions"
        case .legDuration: "la durée du trajet n'est pas celle des positions"
        case .setUp: "la durée d'installation n'est pas celle des paramètres"
        case .packUp: "la durée de rangement n'est pas celle des paramètres"
        case .openingLength: "la durée d'accueil n'est pas celle d'une séance"
        case .openingOrder: "les temps d'accueil se chevauchent ou sont trop nombreux"
        case .clock: "les heures d'arrivée et de départ ne se suivent pas"
        case .startGrid: "l'heure de début ne suit pas le pas des horaires"
        case .window: "accueil en dehors des heures d'ouverture permises"
        case .lunch: "pause de midi absente ou trop courte"
        case .breakTimes: "les pauses ne sont pas les temps libres de la journée"
        case .weekOutOfCycle: "cette semaine n'existe pas dans le cycle"
        case .weekdayClosed: "tournée un jour où le service ne roule pas"
        case .twoRounds: "deux tournées du même véhicule le même jour"
        case .sharedTeam: "ce véhicule ou cette équipe est dans deux équipages qui n'ont pas chacun leurs jours"
        case .teamHours: "l'équipage travaille plus que les heures dites pour ce service"
        case .teamOff: "l'équipage ne travaille pas ce jour-là pour ce service"
        case .tooManyStops: "trop d'arrêts dans la demi-journée"
        case .acrossHalves: "l'arrêt court est à cheval sur la limite entre matin et après-midi"
        case .tourStart: "l'arrêt court suivant ne commence pas dès que possible"
        case .twoVisits: "deux visites du même lieu le même jour"
        case .creditMissing: "la commune est à portée d'un arrêt et le plan ne le compte pas"
        case .creditUnfounded: "la commune est comptée sans qu'un arrêt la desserve"
        case .creditVenue: "l'arrêt compté pour la commune n'est pas dans le plan"
        case .creditVisits: "le nombre de passages compté pour la commune est faux"
        case .creditTravel: "le temps de trajet compté pour la commune est faux"
        case .creditAccess: "l'accès compté pour la commune est faux"
        case .creditPoints: "les points comptés pour la commune sont faux"
        case .needMissing: "le besoin de cette commune n'est pas dans le plan"
        case .needUnfounded: "le plan donne un besoin à une commune qui ne compte pas"
        case .needPoints: "les points de besoin de la commune sont faux"
        case .needVolume: "le volume de besoin de la commune est faux"
        case .needIntensity: "l'intensité du besoin de la commune est fausse"
        case .otherSlot: "cet horaire n'est pas un créneau du scénario"
        case .slotNotHeld: "personne ne tient ce créneau"
        case .slotHeldTwice: "ce créneau est compté plusieurs fois"
        case .noneOfTheTrade: "personne n'y a le rôle qu'il faut"
        case .absentStaff: "cette personne est absente ce jour-là"
        case .childrenCount: "le nombre d'enfants n'est pas celui du scénario"
        case .outingCount: "le nombre de parloirs n'est pas celui du scénario"
        case .outingChain: "le trajet ne va pas du dépôt à l'établissement et retour par toutes les communes"
        case .twoPlacesAtOnce: "à deux endroits à la fois"
        case .needReached: "le besoin couvert n'est pas la somme des communes"
        case .cost: "le coût n'est pas celui des journées"
        case .serviceValue: "la valeur du service n'est pas le besoin couvert moins le coût"
        case .bound: "la borne est inférieure à la valeur"
        case .value: "la valeur du plan n'est pas la somme des services"
        case .planBound: "la borne du plan n'est pas la somme des services"
        case .gap: "l'écart écrit n'est pas celui de la valeur et de la borne"
        case .fingerprint: "l'empreinte des données n'est pas celle du plan : les données ont été modifiées"
        }
    }
}
