"""What a Table Schema says against a CSV file: one line a fault. --except leaves a column out."""
import csv
import datetime
import json
import re
import sys

schema = json.load(open(sys.argv[1], encoding="utf-8"))
left_out = sys.argv[sys.argv.index("--except") + 1] if "--except" in sys.argv else ""
with open(sys.argv[2], encoding="utf-8", newline="") as file:
    rows = list(csv.DictReader(file))
    file.seek(0)
    header = next(csv.reader(file))
faults = [] if header == [field["name"] for field in schema["fields"]] else [f"header: {header}"]
types = {
    "number": float,
    "date": datetime.date.fromisoformat,
    "time": lambda text: datetime.datetime.strptime(text, "%H:%M"),
}
for line, row in enumerate(rows, start=2):
    for field in schema["fields"]:
        name, rules = field["name"], field.get("constraints", {})
        text = row[name]
        if name == left_out:
            continue
        if not text:
            if rules.get("required"):
                faults.append(f"{line} {name}: required")
            continue
        try:
            types.get(field["type"], str)(text)
        except ValueError:
            faults.append(f"{line} {name}: {text!r} is no {field['type']}")
        if "pattern" in rules and not re.search(rules["pattern"], text):
            faults.append(f"{line} {name}: {text!r} is not {rules['pattern']}")
        if len(text) > rules.get("maxLength", len(text)):
            faults.append(f"{line} {name}: too long")
        if text not in rules.get("enum", [text]):
            faults.append(f"{line} {name}: {text!r} is not listed")
    for name in [field["name"] for field in schema["fields"] if field.get("constraints", {}).get("unique")]:
        if sum(other[name] == row[name] for other in rows) > 1:
            faults.append(f"{line} {name}: twice")
json.dump({"faults": faults, "rows": rows}, sys.stdout)
