/// A part of a page: a title, sentences, lists and tables. What the template prints, and nothing else.
package struct ReportSection: Sendable {
    package var title: String
    package var texts: [String] = []
    package var items: [String] = []
    package var tables: [Table] = []

    package struct Table: Sendable {
        package var caption: String
        package var headers: [String]
        package var rows: [[String]]

        package init(caption: String, headers: [String], rows: [[String]]) {
            self.caption = caption
            self.headers = headers
            self.rows = rows
        }
    }

    /// Mustache reads dictionaries.
    package var context: [String: Any] {
        [
            "title": title, "texts": texts, "items": items, "hasItems": !items.isEmpty,
            "tables": tables.filter { !$0.rows.isEmpty }.map { table in
                [
                    "caption": table.caption, "headers": table.headers,
                    // Many columns take smaller type.
                    "width": table.headers.count > 7 ? ["large"] : [],
                    "rows": table.rows.map {
                        ["head": $0.first ?? "", "cells": Array($0.dropFirst())] as [String: Any]
                    },
                ] as [String: Any]
            },
        ]
    }

    package init(title: String, texts: [String] = [], items: [String] = [], tables: [Table] = []) {
        self.title = title
        self.texts = texts
        self.items = items
        self.tables = tables
    }
}
