/// Names of files that differ even where the texts they are made from give one slug.
struct FileNames {
    private var taken: Set<String> = []

    /// The slug of a text; `-2`, `-3`… where it was given before.
    mutating func name(_ text: String) -> String {
        let slug = PublishedFile.slug(text)
        var name = slug
        var turn = 1
        while !taken.insert(name).inserted {
            turn += 1
            name = "\(slug)-\(turn)"
        }
        return name
    }
}
