/// Why a page does not become a PDF.
package enum RenderingFault: Error, Hashable {
    /// The user stopped the program.
    case interrupted
    /// - Parameter log: what WeasyPrint says; empty where it could not be started.
    case pdfFailed(log: String)
}
