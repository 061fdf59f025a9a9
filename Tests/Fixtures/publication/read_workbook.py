"""A workbook as openpyxl sees it: sheets with their header, and each cell's value and type."""
import json
import sys

import openpyxl


def cell(value):
    return {"type": type(value).__name__, "value": value if isinstance(value, (int, float, str)) else str(value)}


workbook = openpyxl.load_workbook(sys.argv[1])
sheets = {
    sheet.title: {
        "frozen": str(sheet.freeze_panes),
        "filter": sheet.auto_filter.ref,
        "rows": [[cell(value) for value in row] for row in sheet.iter_rows(values_only=True)],
        "formulas": sum(c.data_type == "f" for row in sheet.iter_rows() for c in row),
        "formats": [c.number_format for c in next(sheet.iter_rows(min_row=2, max_row=2), [])],
    }
    for sheet in workbook
}
json.dump({"created": workbook.properties.created.isoformat(), "names": workbook.sheetnames, "sheets": sheets}, sys.stdout)
