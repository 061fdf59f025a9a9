import FileAccess
import Foundation
import PlanStore

/// A version of a plan in a store, as users name it wherever a plan is read: `territoire.gpkg@3`, `territoire.gpkg@derniere`.
package struct PlanReference {
    package enum Choice: Equatable {
        case number(Int)
        case latest

        /// How a user names the newest version.
        package static let latestWord = "derniere"

        package init?(_ word: String) {
            if word == Self.latestWord {
                self = .latest
            } else {
                guard let number = Int(word), number > 0 else { return nil }
                self = .number(number)
            }
        }

        /// `nil` for the newest.
        package var number: Int? { if case .number(let number) = self { number } else { nil } }

        package func version(among versions: [PlanVersion]) -> PlanVersion? {
            switch self {
            case .latest: versions.last
            case .number(let number): versions.first { $0.number == number }
            }
        }
    }

    /// Path of the store, as the user names it.
    package var store: String
    package var choice: Choice

    /// `nil` for the name of a file.
    package init?(_ text: String) {
        guard !FileManager.default.fileExists(atPath: text), let at = text.lastIndex(of: "@"),
            let choice = Choice(String(text[text.index(after: at)...])), text[..<at].lowercased().hasSuffix(".gpkg")
        else { return nil }
        store = String(text[..<at])
        self.choice = choice
    }

    /// Whether a word names a plan, as a file or as a kept version.
    package static func isPlan(_ text: String) -> Bool {
        URL(fileURLWithPath: text).pathExtension.lowercased() == "json" || PlanReference(text) != nil
    }

    package var url: URL { URL(fileURLWithPath: store) }

    /// The register and the version that is meant.
    ///
    /// - Throws: `InputFailure`, also where there is no such version; `StoreFault` where the store cannot be read.
    package func open(named name: String? = nil) throws -> (register: PlanRegister, version: PlanVersion) {
        let name = name ?? store
        let register = PlanRegister(store: try TerritoryStore(reading: url, named: name))
        return (register, try register.choose(choice.number, choice.version, named: name))
    }

    /// A kept file, as if it were read from a folder; `nil` where the version has none of that name.
    ///
    /// - Throws: `InputFailure`.
    package func file(_ file: OutputName, named name: String) throws(InputFailure) -> InputFile? {
        do {
            let (register, version) = try open(named: String(name[..<(name.lastIndex(of: "@") ?? name.endIndex)]))
            return try register.file(file, of: version).map { InputFile($0, named: name) }
        } catch let failure as InputFailure {
            throw failure
        } catch {
            throw InputFailure(.store((error as? StoreFault).map { .refused($0) } ?? .damaged), file: name)
        }
    }

    /// The bytes of a plan, from a file or from a store.
    ///
    /// - Throws: `InputFailure`.
    package static func plan(_ url: URL, named name: String) throws(InputFailure) -> InputFile {
        guard let reference = PlanReference(url.path) else { return try InputFile(url, named: name) }
        guard let input = try reference.file(PlanFolder.plan, named: name) else {
            throw InputFailure(.store(.noPlan), file: name)
        }
        return input
    }
}
