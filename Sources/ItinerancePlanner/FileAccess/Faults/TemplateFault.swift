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
        /// It asks for itself, in one step or several, or for more templates than a page can bear.
        case endless
        /// More sections inside each other than are read.
        case tooDeep
        /// The name of another template is not written out.
        case changingName
    }
}
