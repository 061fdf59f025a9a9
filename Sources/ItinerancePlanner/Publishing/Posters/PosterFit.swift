import Foundation
import FrenchText
import PageRendering
import TabularData

/// The largest type at which a poster's words stay on its leaf. Figures are those of `affiches.css`, in its root's measure.
package enum PosterFit {
    private static let (width, height) = (52.7, 84.1)
    private static let sizes = stride(from: 1.4, through: 0.4, by: -0.02)

    /// A share of the root's size, `0.92`.
    package static func size(of poster: Poster) -> String {
        let size = sizes.first { Self.height(of: poster, at: $0) <= height } ?? 0.4
        return DataNumber.printed(size, 2)
    }

    private static func height(of poster: Poster, at size: Double) -> Double {
        func lines(_ text: String, _ type: Double, isBold: Bool = false, beside: Double = 0) -> Double {
            Double(max(1, TypeMeasure.lines(text, in: (width - beside) / (type * size), isBold: isBold)))
        }
        func all(
            _ texts: [String], _ type: Double, _ leading: Double, isBold: Bool = false, beside: Double = 0
        ) -> Double {
            texts.reduce(0) { $0 + lines($1, type, isBold: isBold, beside: beside) * type * leading }
        }
        let head =
            all(poster.hosts, 1.5, 1.2, isBold: true) + 0.8 + all([poster.appeal], 4.3, 1.05, isBold: true)
            + all(poster.publicWords, 2, 1.2) + 0.6 + (poster.badges.isEmpty ? 0 : 3.6)
        let place = 1.6 + all([poster.placeName], 3.2, 1.1, isBold: true) + all(poster.placeAddress, 1.8, 1.2)
        let dates = poster.dates.reduce(0.0) { sum, date in
            let hours =
                date.fallen.isEmpty
                ? Double(date.hours.count) * 2.75 : lines(date.fallen[0], 1.9, isBold: true, beside: width / 2) * 2.1
            let day = lines(date.date, 2.5, beside: width * 0.4) * 2.75 + 1.65 * Double(date.hosts.count)
            return sum + 1.3 + max(hours + 1.65 * Double(date.doubt.count), day)
        }
        let when =
            4.1 + all([poster.datesTitle], 1.9, 1.15, isBold: true) - 2.2 + dates + all(poster.more, 1.5, 1.3) + 0.5
        let offers = poster.offers.reduce(3.6) {
            $0 + 0.5 + all([$1.offer], 1.85, 1.2, beside: 2) + all($1.when, 1.4, 1.2, beside: 2)
        }
        let listening = poster.listening.reduce(0.0) {
            $0 + 3.4 + all([$1.name], 1.9, 1.15, isBold: true) + all($1.hours, 2.1, 1.2, isBold: true) + 1.9
                + all([PosterWords.anonymous, $1.number], 1.6, 1.25, beside: 4) - 1.9
                + all($1.falls, 1.6, 1.25, isBold: true)
        }
        let foot = max(3.2 + all(poster.contact, 2, 1.15, isBold: true), poster.codes.isEmpty ? 0 : 9.5)
        let fictional = poster.fictional.reduce(1.2) {
            $0 + 1.3 + 1.32 * Double(TypeMeasure.lines($1, in: (width - 1.4) / 1.1, isBold: true))
        }
        // Paddings of the head and the foot, which do not shrink with the type.
        return size * (head + place + when + offers + listening + foot + 1) + fictional + 3.6 + 1.6
    }
}
