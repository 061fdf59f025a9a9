/// What is wrong with a folder of templates.
package enum TemplateFault: Hashable, Sendable {
    case noFolder
    case unknown(String, known: [String])
    /// What the template library says.
    case broken(String)
}
