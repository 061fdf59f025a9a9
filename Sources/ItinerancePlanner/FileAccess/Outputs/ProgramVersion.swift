/// The version of this program, as it says it, as plans are kept with it, and as results of earlier ones are told apart.
package enum ProgramVersion {
    package static let current = "0.1.0"
}
