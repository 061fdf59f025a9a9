import FileAccess
import Foundation
import Optimizer
import PlanAnalysis
import Planning

/// A publication made part by part, with its manifest and its index.
package struct PublicationRun {
    package let files: [(name: OutputName, data: Data)]
    /// Files of the publication that was there, which this one no longer has.
    package let outdated: [OutputName]

    /// - Parameters:
    ///   - before: of the publication in whose place it comes.
    ///   - progress: told of each part that begins.
    /// - Throws: `PublicationFailure.interrupted`; what a part throws.
    package init(
        _ publication: Publication, _ kinds: [PublicationKind], before: PublicationManifest?, stop: StopFlag,
        progress: (PublicationKind) -> Void
    ) throws {
        let made = try kinds.map { kind -> (kind: PublicationKind, files: [PublishedFile]) in
            guard !stop.isRaised else { throw PublicationFailure.interrupted }
            progress(kind)
            return (kind, try kind.files(publication))
        }
        let manifest = PublicationManifest(publication, made, before: before)
        let all = try made.flatMap(\.files) + [manifest.file, PublicationIndex(publication, manifest).file]
        files = all.map { ($0.name, $0.data) }
        outdated = manifest.outdated(since: before)
    }
}
