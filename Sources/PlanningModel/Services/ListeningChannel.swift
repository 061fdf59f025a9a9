import Foundation

/// How a listening service is reached. The number or address itself is the office's (R17).
public enum ListeningChannel: String, CaseIterable, Hashable, Sendable {
    case telephone
    case video = "visio"
    case messages = "messagerie"

    /// The word of a file, with its accents or without.
    public init?(word: String) {
        let plain = word.trimmingCharacters(in: .whitespaces)
            .folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
        guard let channel = Self(rawValue: plain) else { return nil }
        self = channel
    }
}

extension ListeningService {
    /// `nil` where none is given, and where what is given is none of the list.
    public var listedChannel: ListeningChannel? { ListeningChannel(word: channel) }
}
