/// What is wrong with a YAML file, whatever it is about.
package enum YamlFault: Hashable, Sendable {
    case syntax
    /// More names of other parts (`*name`) than are followed.
    case tooManyAliases(limit: Int)
    case duplicateKeys([String])
    case notAMapping
    case notAList(String)
    case missingKey(String)
    case unknownKey(String, near: [String], [String])
}
