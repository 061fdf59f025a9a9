import FileAccess
import Testing

@Suite("Signs of personal data")
struct PersonalDataSignTests {
    @Test(
        "A telephone number, however it is written",
        arguments: [
            "06 12 34 56 78", "0612345678", "06.12.34.56.78", "06-12-34-56-78", "+33 6 12 34 56 78",
            "+33 (0)6 12 34 56 78",
            "0033612345678", "appeler le 03 20 00 00 00, le soir", "06\u{A0}12\u{A0}34\u{A0}56\u{A0}78",
            "06 12 34 56 78 2 enfants", "061 234 56 78",
        ])
    func telephone(_ text: String) { #expect(PersonalDataSign(text) == .telephone) }

    @Test(
        "An address of a mailbox",
        arguments: [
            "a.b@exemple.fr", "écrire à x@exemple.org.", "contact (at) exemple.fr", "contact [arobase] exemple.fr",
        ])
    func email(_ text: String) { #expect(PersonalDataSign(text) == .email) }

    @Test(
        "A civility with a name",
        arguments: [
            "Mme Exemple", "M. Exemple", "avec Madame EXEMPLE", "Mlle E.", "monsieur Exemple", "mme exemple",
            "Monsieur et Madame Exemple", "Mme Le Exemple", "(Mme Exemple)", "chez Mme Exemple",
        ])
    func civility(_ text: String) {
        #expect(PersonalDataSign(text) == .civility)
        #expect(PersonalDataSign(text, in: .publicList) == nil)
    }

    @Test(
        "What is none of these",
        arguments: [
            "téléphone", "59012", "200043404", "12345678901234", "2027-01-04", "du 4 au 8", "1 000 premiers jours",
            "plans.gpkg@3", "territoire.gpkg@derniere", "Madame, Monsieur", "Mme la directrice", "M. le maire",
            "École Madame de Sévigné", "salle Mme Exemple", "12 rue Monsieur Exemple", "8:30-12:00 ; 14:00-17:30",
            "0.0123456789",
            "50.01234567890", "M1000J", "39 19", "Maison des 1 000 premiers jours", "référent parentalité",
            "Lundi de Pâques", "(arobase)", "plan [2] (annexe)", "06 12 34 56 7",
        ])
    func none(_ text: String) { #expect(PersonalDataSign(text) == nil) }

    @Test(
        "An identifier that may be a name is asked about",
        arguments: ["marie.exemple", "EXEMPLE Paul", "sophie-2", "Mme Exemple"])
    func likelyName(_ text: String) { #expect(PersonName.isLikely(text)) }

    @Test(
        "One that is a role, a number or a place is not",
        arguments: [
            "accueillant-1a", "coordination", "equipe-rep", "ecoutant-2", "ecole-pierre-exemple", "saint-paul", "laep",
            "",
        ])
    func role(_ text: String) { #expect(!PersonName.isLikely(text)) }
}
