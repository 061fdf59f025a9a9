/// What is wrong with a folder of templates.
package enum TemplateFault: Hashable, Sendable {
    case noFolder
    case unknown(String, known: [String])
    case broken(Break)

    /// Where the grammar of Mustache is not kept.
    package enum Break: Hashable, Sendable {
        case wrongName, wrongEnd, noEnd, wrongDelimiters, transformedInheritance, sectionInInheritance,
            textInInheritance,
            wrongSetting, unknownSetting, cutShort
    }
}
