"""Pages as a browser and a screen reader meet them: language, headings, what is open, tables, pictures, text."""

import json
import pathlib
import sys
from html.parser import HTMLParser

VOID = {"meta", "img", "input", "br", "link", "path", "rect"}


class Page(HTMLParser):
    def __init__(self):
        super().__init__()
        self.lang, self.headings, self.open, self.faults, self.text, self.landmarks = "", [], [], [], [], set()
        self.rows = []

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "html":
            self.lang = attributes.get("lang", "")
        if tag in ("main", "header", "nav", "footer"):
            self.landmarks.add(tag)
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.headings.append(int(tag[1]))
        if tag == "th" and "scope" not in attributes:
            self.faults.append("th without scope")
        if tag == "img" and "alt" not in attributes:
            self.faults.append("img without alt")
        if tag == "svg" and not attributes.get("aria-label"):
            self.faults.append("svg without label")
        if tag == "tr":
            self.rows.append("")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        if not self.open or self.open.pop() != tag:
            self.faults.append("closed out of turn: " + tag)

    def handle_data(self, data):
        if self.open and self.open[-1] not in ("style", "script", "title"):
            self.text.append(data)
            if self.rows and "tr" in self.open:
                self.rows[-1] += data + " "


found = {}
root = pathlib.Path(sys.argv[1])
for file in sorted(root.rglob("*.html")):
    page = Page()
    page.feed(file.read_text(encoding="utf-8"))
    page.close()
    steps = [b - a for a, b in zip(page.headings, page.headings[1:])]
    plain = lambda text: " ".join(text.replace("\u00a0", " ").replace("\u202f", " ").split())
    found[str(file.relative_to(root))] = {
        "lang": page.lang, "h1": page.headings.count(1), "jumps": sum(step > 1 for step in steps),
        "open": page.open, "faults": page.faults, "landmarks": sorted(page.landmarks),
        "text": plain(" ".join(page.text)), "rows": [plain(row) for row in page.rows],
    }
print(json.dumps(found))
