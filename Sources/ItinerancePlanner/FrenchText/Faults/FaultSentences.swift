import FileAccess

extension InputFault {
    /// What a user reads: what was found, what was expected, what to do.
    package var sentence: String {
        switch self {
        case .file(let fault): fault.sentence
        case .table(let fault): fault.sentence
        case .cell(let fault): fault.sentence
        case .territory(let fault): fault.sentence
        case .importing(let fault): fault.sentence
        case .outlines(let fault): fault.sentence
        case .yaml(let fault): fault.sentence
        case .scenario(let fault): fault.sentence
        case .team(let fault): fault.sentence
        case .former(let fault): fault.sentence
        case .pin(let fault): fault.sentence
        case .editing(let refusal): refusal.sentence
        case .fixedTimes(let fault): fault.sentence
        case .office(let fault): fault.sentence
        case .travel(let fault): fault.sentence
        case .learned(let fault): fault.sentence
        case .plan(let fault): fault.sentence
        case .proof(let fault): fault.sentence
        case .rounds(let fault): fault.sentence
        case .realised(let fault): fault.sentence
        case .sweep(let fault): fault.sentence
        case .store(let fault): fault.sentence
        case .template(let fault): fault.sentence
        case .bench(let fault): fault.sentence
        case .inFile(let file, let fault): "\(file) : \(fault.sentence)"
        case .inCell(let cell, let fault): "cellule « \(cell) » : \(fault.sentence)"
        case .moreErrors(let count): "… et \(count) autres erreurs."
        }
    }
}

extension Finding {
    /// `fichier, ligne 12, colonne code_insee : message`.
    package var sentence: String {
        var place = file
        if let line { place += ", ligne \(line)" }
        if let column { place += ", colonne \(column)" }
        return (level == .warning ? "Avertissement : " : "") + "\(place) : \(fault.sentence)"
    }
}
