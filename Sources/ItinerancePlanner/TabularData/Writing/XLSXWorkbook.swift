import CXlsxWriter
import Foundation
import GeoModel

/// A workbook of libxlsxwriter; freed when it is gone, written when it is finished.
///
/// The same cells and the same date give the same bytes: the library dates its ZIP entries 1980-01-01.
package final class XLSXWorkbook {
    /// `nil` once it is closed.
    private var pointer: UnsafeMutablePointer<lxw_workbook>?
    private let url: URL
    private let styles: Styles

    private struct Styles {
        var header: UnsafeMutablePointer<lxw_format>?
        var text: UnsafeMutablePointer<lxw_format>?
        var date: UnsafeMutablePointer<lxw_format>?
        var time: UnsafeMutablePointer<lxw_format>?
        var integer: UnsafeMutablePointer<lxw_format>?
        /// By number of decimals, 0 to 6.
        var decimals: [UnsafeMutablePointer<lxw_format>?]
    }

    /// - Parameter created: the day the workbook says it was made on.
    /// - Throws: `TableWritingFault` where the library refuses.
    package init(title: String, author: String, created: CivilDate) throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("itinerance.\(UUID().uuidString).xlsx")
        guard let made = workbook_new(url.path) else { throw TableWritingFault.unwritable }
        pointer = made
        func style(_ format: String?) -> UnsafeMutablePointer<lxw_format>? {
            let style = workbook_add_format(made)
            if let style, let format { format_set_num_format(style, format) }
            return style
        }
        let header = style("@")
        format_set_bold(header)
        format_set_font_color(header, 0xFFFFFF)
        format_set_bg_color(header, 0x0F4C5C)
        format_set_text_wrap(header)
        styles = Styles(
            header: header, text: style("@"), date: style("dd/mm/yyyy"), time: style("hh:mm"), integer: style("0"),
            decimals: (0...6).map { style($0 == 0 ? "0" : "0." + String(repeating: "0", count: $0)) })
        Self.withProperties(title: title, author: author, created: created) {
            _ = workbook_set_properties(made, $0)
        }
    }

    private static func withProperties(
        title: String, author: String, created: CivilDate, _ body: (UnsafeMutablePointer<lxw_doc_properties>) -> Void
    ) {
        var title = Array(title.utf8CString)
        var author = Array(author.utf8CString)
        title.withUnsafeMutableBufferPointer { title in
            author.withUnsafeMutableBufferPointer { author in
                var properties = lxw_doc_properties()
                properties.title = title.baseAddress
                properties.author = author.baseAddress
                properties.created = time_t(created.dayNumber * 86_400)
                body(&properties)
            }
        }
    }

    deinit {
        if let pointer { lxw_workbook_free(pointer) }
        try? FileManager.default.removeItem(at: url)
    }

    /// One sheet: a frozen header with a filter, columns as wide as what they hold.
    ///
    /// - Throws: `TableWritingFault` where the library refuses, for example a text beyond 32,767 characters.
    package func add(_ table: DataTable) throws {
        guard let sheet = workbook_add_worksheet(pointer, table.name) else { throw TableWritingFault.unwritable }
        for (index, column) in table.columns.enumerated() {
            let index = lxw_col_t(index)
            try Self.check(worksheet_set_column(sheet, index, index, Self.width(table, Int(index)), style(column.kind)))
            try Self.check(worksheet_write_string(sheet, 0, index, column.name, styles.header))
        }
        for (line, row) in table.rows.enumerated() {
            for (index, value) in row.enumerated() {
                try write(value, table.columns[index].kind, sheet, lxw_row_t(line + 1), lxw_col_t(index))
            }
        }
        worksheet_freeze_panes(sheet, 1, 0)
        worksheet_repeat_rows(sheet, 0, 0)
        worksheet_set_landscape(sheet)
        try Self.check(
            worksheet_autofilter(
                sheet, 0, 0, lxw_row_t(table.rows.count), lxw_col_t(max(0, table.columns.count - 1))))
        // Codes stand as text on purpose: no green corner on each.
        try Self.check(
            worksheet_ignore_errors(sheet, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), "A1:XFD1048576"))
    }

    private func write(
        _ value: DataValue, _ kind: DataKind, _ sheet: UnsafeMutablePointer<lxw_worksheet>, _ row: lxw_row_t,
        _ column: lxw_col_t
    ) throws {
        let style = style(kind)
        switch value {
        case .text(let text): try Self.check(worksheet_write_string(sheet, row, column, Self.clean(text), style))
        case .integer(let number): try Self.check(worksheet_write_number(sheet, row, column, Double(number), style))
        case .decimal(let number):
            try Self.check(
                worksheet_write_number(sheet, row, column, DataNumber.rounded(number, kind), style))
        case .date(let date):
            // Day 1 of a spreadsheet is 1900-01-01; 1970-01-01 is its day 25569.
            try Self.check(worksheet_write_number(sheet, row, column, Double(date.dayNumber + 25_569), style))
        case .time(let time):
            try Self.check(worksheet_write_number(sheet, row, column, Double(time.count) / 1440, style))
        case .empty: break
        }
    }

    /// Without the characters that no XML may hold. Source: XML 1.0, clause 2.2.
    private static func clean(_ text: String) -> String {
        let isPlain = text.unicodeScalars.allSatisfy(isAllowed)
        return isPlain ? text : String(String.UnicodeScalarView(text.unicodeScalars.filter(isAllowed)))
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 32 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
            || scalar == "\t" || scalar == "\n" || scalar == "\r"
    }

    private func style(_ kind: DataKind) -> UnsafeMutablePointer<lxw_format>? {
        switch kind {
        case .text: styles.text
        case .integer: styles.integer
        case .decimal(let places): styles.decimals[min(places, 6)]
        case .date: styles.date
        case .time: styles.time
        }
    }

    /// In characters, by the header and the first rows: 8 to 60.
    private static func width(_ table: DataTable, _ index: Int) -> Double {
        let texts = table.rows.prefix(200).map { row -> Int in
            switch row[index] {
            case .text(let text): text.count
            case .date: 10
            default: 8
            }
        }
        return Double(min(60, max(8, table.columns[index].name.count + 4, (texts.max() ?? 0) + 1)))
    }

    /// The bytes of the file.
    ///
    /// - Throws: `TableWritingFault` where the disk refuses.
    package func finished() throws -> Data {
        guard let open = pointer else { throw TableWritingFault.unwritable }
        pointer = nil
        // Closing writes the file and frees the workbook, whatever comes of it.
        try Self.check(workbook_close(open))
        do { return try Data(contentsOf: url) } catch { throw TableWritingFault.unwritable }
    }

    private static func check(_ error: lxw_error) throws {
        guard error == LXW_NO_ERROR else {
            throw TableWritingFault.unwritable(detail: String(cString: lxw_strerror(error)))
        }
    }
}
