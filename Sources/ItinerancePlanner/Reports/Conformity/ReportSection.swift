/// A part of a page: a title, sentences, lists and tables. What the template prints, and nothing else.
struct ReportSection: Sendable {
    var title: String
    var texts: [String] = []
    var items: [String] = []
    var tables: [Table] = []

    struct Table: Sendable {
        var caption: String
        var headers: [String]
        var rows: [[String]]
    }

    /// Mustache reads dictionaries.
    var context: [String: Any] {
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
}
