import Foundation

/// One line on a terminal, written over and over. Nothing in a pipe.
struct TerminalLine {
    let isShown: Bool

    func show(_ text: String) {
        if isShown { FileHandle.standardError.write(Data(("\r\u{1B}[K" + text).utf8)) }
    }

    /// Clears the line before other text.
    func end() {
        if isShown { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
    }
}
