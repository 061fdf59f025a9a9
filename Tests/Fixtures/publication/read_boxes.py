"""Words of each page of a PDF with their boxes, as `pdftotext -bbox-layout` finds them, and what is wrong with them.

usage: read_boxes.py FILE MARGIN [PAGE.html …]

MARGIN is in millimetres. The pages are those that the file was printed from. Prints JSON: for each page the words that reach
into the margin, pairs that overlap, the smallest word's height in points and where the lowest ends, as a share of the page;
and the words of the pages, in Latin letters and digits, that are nowhere in the file.

Words for screen readers alone (class hors-ecran) are printed one pixel high, where nobody sees them: they are left out of all
but the last.
"""
import html
import json
import re
import subprocess
import sys
import xml.etree.ElementTree as ET

MILLIMETRE = 72 / 25.4
TOLERANCE = 1.2  # points: boxes are those of the type's ascent and descent, not of its ink.
HIDDEN = 2  # points: words of one pixel are lower, those that are printed never are.
SPACE = "{http://www.w3.org/1999/xhtml}"


def words(page):
    for word in page.iter(SPACE + "word"):
        if (word.text or "").strip():
            yield word.text, tuple(float(word.get(side)) for side in ("xMin", "yMin", "xMax", "yMax"))


def overlap(a, b):
    """Both ways by more than the tolerance; a third of the lower line's height is free for ascent and descent."""
    height = min(a[3] - a[1], b[3] - b[1])
    across = min(a[2], b[2]) - max(a[0], b[0])
    down = min(a[3], b[3]) - max(a[1], b[1])
    return across > TOLERANCE and down > max(TOLERANCE, height * 0.34)


def overlaps(found):
    in_order = sorted(found, key=lambda entry: entry[1][1])
    for index, (word, box) in enumerate(in_order):
        for other, second in in_order[index + 1:]:
            if second[1] > box[3]:
                break
            if overlap(box, second):
                yield f"{word} / {other}"


def told(pages):
    """Every word that a reader of the pages sees: the first and the last of each among them."""
    for page in pages:
        with open(page, encoding="utf-8") as file:
            body = file.read().split("<body", 1)[1]
        text = re.sub(r"<(svg|script|style)\b.*?</\1>", " ", "<body" + body, flags=re.S)
        text = re.sub(r'<a class="saut".*?</a>', " ", text, flags=re.S)  # Leads on a screen from the top to the content.
        for word in html.unescape(re.sub(r"<[^>]+>", " ", text)).split():
            if re.fullmatch(r"[\wÀ-ÿœŒ'’.,:-]+", word, re.A):
                yield word


def read(path, margin):
    text = subprocess.run(["pdftotext", "-bbox-layout", path, "-"], capture_output=True, check=True).stdout.decode()
    text = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", text)
    pages, printed = [], []
    edge = margin * MILLIMETRE - TOLERANCE
    for page in ET.fromstring(text).iter(SPACE + "page"):
        width, height = float(page.get("width")), float(page.get("height"))
        everything = list(words(page))
        printed += [word for word, _ in everything]
        found = [(word, box) for word, box in everything if box[3] - box[1] > HIDDEN]
        pages.append({
            "outside": [t for t, b in found
                        if b[0] < edge or b[1] < edge or b[2] > width - edge or b[3] > height - edge],
            "overlaps": list(overlaps(found)),
            "smallest": min((b[3] - b[1] for _, b in found), default=0),
            "filled": max((b[3] for _, b in found), default=0) / height,
        })
    return pages, "".join(printed)


def is_printed(word, printed):
    """Whole, or cut at the end of a line."""
    return word in printed or any(word[:cut] in printed and word[cut:] in printed for cut in range(1, len(word)))


boxes, printed = read(sys.argv[1], float(sys.argv[2]))
missing = sorted({word for word in told(sys.argv[3:]) if not is_printed(word, printed)})
json.dump({"pages": boxes, "missing": missing}, sys.stdout, ensure_ascii=False)
