import FileAccess
import Foundation
import GeoModel
import PlanStore
import PlanningModel
import ScenarioFiles

/// Who keeps a plan, and why.
package struct PlanSignature: Sendable {
    /// A role, never a name.
    package var author: String?
    package var note: String?

    package init(author: String?, note: String?) {
        self.author = author
        self.note = note
    }
}

/// Keeps a plan in a store. What stands in the way is told before the search; after it, the plan is written wherever it can be,
/// so that a search is never lost.
package struct PlanKeeping {
    /// The store as it was before the search.
    private struct Place {
        var url: URL
        var name: String
        var versions: [PlanVersion]
        var tables: [KeptInput]
    }

    /// What became of a plan beside its folder.
    package enum Delivery {
        case kept(PlanRegister.Kept, store: String)
        /// In no store. Whether the user is told that it could be.
        case notKept(isTold: Bool)

        /// Of the version.
        package var number: Int? { if case .kept(let kept, _) = self { kept.number } else { nil } }
    }

    private let signature: PlanSignature
    private let place: Place?
    private let isAsked: Bool

    /// Seconds that a plan, once made, waits for another program that writes.
    private static let patience = 30.0

    /// Keeps nothing.
    ///
    /// - Parameter isAsked: whether a plan is told that it could be kept.
    package init(_ signature: PlanSignature, isAsked: Bool) {
        self.signature = signature
        self.isAsked = isAsked
        place = nil
    }

    /// Checks that a store can be written, or made.
    ///
    /// - Parameters:
    ///   - isNamed: whether the user named the store to keep plans in; then it is made where it is missing.
    ///   - territory: the store that the scenario reads, if it reads one.
    /// - Throws: `InputFailure`; `PlanKeepingFailure` where it cannot, or where another role has locked it.
    package init(_ signature: PlanSignature, in name: String, isNamed: Bool, territory: URL?) throws {
        self.signature = signature
        isAsked = true
        let url = URL(fileURLWithPath: name)
        do {
            guard FileManager.default.fileExists(atPath: url.path) || !isNamed else {
                let trial = try StoreCreation(url, named: name)
                defer { trial.discard() }
                try trial.open().close()
                place = Place(url: url, name: name, versions: [], tables: try Self.tables(of: territory, besides: url))
                return
            }
            let store = try TerritoryStore(writing: url, named: name)
            try store.checkLock(for: signature.author)
            try store.tryWriting()
            place = Place(
                url: url, name: name, versions: try PlanRegister(store: store).versions(),
                tables: try Self.tables(of: territory, besides: url))
            try store.close()
        } catch let failure as InputFailure { throw failure } catch {
            throw PlanKeepingFailure.notWritable(error)
        }
    }

    /// The tables of the territory that a scenario reads, as they are now.
    private static func tables(of territory: URL?, besides register: URL) throws -> [KeptInput] {
        guard let territory else { return [] }
        let store = try TerritoryStore(reading: territory, named: territory.lastPathComponent)
        let isOwn = territory.resolvingSymlinksInPath().path == register.resolvingSymlinksInPath().path
        return try PlanRegister(store: store).tables().map {
            KeptInput(nature: isOwn ? .table : .tableElsewhere, name: $0.name, sha256: $0.sha256)
        }
    }

    /// Keeps a plan and writes its folder.
    ///
    /// - Parameters:
    ///   - files: all of the folder, `plan.json` among them.
    ///   - source: the plan that it was made from.
    /// - Throws: `PlanKeepingFailure` where either cannot be done; what can be is done all the same.
    package func deliver(
        _ plan: Plan, _ files: [(name: OutputName, data: Data)], after source: (path: String, sha256: String)?,
        _ options: KeptOptions, to folder: OutputFolder, named output: String
    ) throws -> Delivery {
        guard let place else {
            try Self.write(files, to: folder)
            return .notKept(isTold: isAsked)
        }
        let kept = Result { try keep(plan, files, after: source, options, in: place) }
        let written = Result { try Self.write(files, to: folder) }
        switch (kept, written) {
        case (.success(let delivery), .success): return delivery
        case (.failure(let error), .success):
            throw PlanKeepingFailure.inFolderOnly(folder: output, store: place.name, error)
        case (.success(let delivery), .failure(let error)):
            throw PlanKeepingFailure.inStoreOnly(store: place.name, version: delivery.number ?? 0, error)
        case (.failure(let error), .failure(let other)):
            throw PlanKeepingFailure.nowhere(error, other)
        }
    }

    /// A proof of the plan before has no place beside this one.
    private static func write(_ files: [(name: OutputName, data: Data)], to folder: OutputFolder) throws {
        let outdated = [PlanFolder.proof, PlanFolder.packedProof].filter { name in
            !files.contains { $0.name == name }
        }
        try folder.write(files, removing: outdated)
    }

    /// Keeps a plan that already has its folder.
    ///
    /// - Throws: what the store throws.
    package func keep(
        _ plan: Plan, _ files: [(name: OutputName, data: Data)], _ options: KeptOptions
    ) throws -> Delivery {
        guard let place else { return .notKept(isTold: false) }
        return try keep(plan, files, after: nil, options, in: place)
    }

    private func keep(
        _ plan: Plan, _ files: [(name: OutputName, data: Data)], after source: (path: String, sha256: String)?,
        _ options: KeptOptions, in place: Place
    ) throws -> Delivery {
        let entry = PlanRegister.Entry(
            plan: plan, parent: parent(of: plan, after: source, in: place), author: signature.author,
            note: signature.note, options: options, files: KeptFiles.of(files),
            inputs: plan.sources.map {
                KeptInput(nature: $0.sha256 == source?.sha256 ? .plan : .file, name: $0.name, sha256: $0.sha256)
            } + place.tables)
        if !FileManager.default.fileExists(atPath: place.url.path) {
            let fresh = try StoreCreation(place.url, named: place.name)
            defer { fresh.discard() }
            try fresh.open().close()
            // Where another program was quicker, its store takes the plan.
            _ = try fresh.put()
        }
        let store = try TerritoryStore(writing: place.url, named: place.name, patience: Self.patience)
        let kept = try PlanRegister(store: store).keep(entry, since: place.versions.last?.number ?? 0)
        try store.close()
        return .kept(kept, store: place.name)
    }

    /// The version that a plan was made from, else the newest one of its scenario when the search began.
    private func parent(of plan: Plan, after source: (path: String, sha256: String)?, in place: Place) -> Int? {
        if let source {
            if let reference = PlanReference(source.path),
                reference.url.resolvingSymlinksInPath().path == place.url.resolvingSymlinksInPath().path,
                let version = reference.choice.version(among: place.versions)
            {
                return version.number
            }
            if let version = place.versions.last(where: { $0.planHash == source.sha256 }) { return version.number }
        }
        return place.versions.last { $0.scenario == plan.scenario.name }?.number
    }
}
