#!/usr/bin/env python3
"""Holds the built-in travel against a routing engine on an OpenStreetMap extract (decision 32).

usage: scripts/measure_straight_lines.py WAYS.csv EXTRACT...

Routes between the villages and towns of each extract with Routino (Debian: routino, osmium-tool), at usual speeds of a car, and
writes one line a way: straight and road kilometres, minutes. Prints the errors of the old law and of the new one by length.
The test `BuiltInTravelEngineTests` reads the same file where ITINERANCE_WAYS names it.
"""
import csv
import itertools
import math
import re
import statistics
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

ROUTINO = Path("/usr/share/routino")
# km/h by kind of road, where no lower limit is mapped: what engines for cars assume.
SPEEDS = {"motorway": 90, "trunk": 85, "primary": 65, "secondary": 55, "tertiary": 40, "unclassified": 25, "residential": 25,
          "service": 15, "track": 5}
MOST_PLACES = 20
BANDS = [(0.8, 3), (3, 6), (6, 12), (12, 40)]


def crow(a, b):
    phi, psi = math.radians(a[0]), math.radians(b[0])
    h = (math.sin((psi - phi) / 2) ** 2
         + math.cos(phi) * math.cos(psi) * math.sin(math.radians(b[1] - a[1]) / 2) ** 2)
    return 2 * 6371.0088 * math.asin(math.sqrt(h))


def old(straight):
    return 1.3 * straight / 45 * 60


def new(straight, start=45.0, gain=1.5, top=90.0):
    road = 1.3 * straight
    growing = min(road, (top - start) / gain)
    return 60 * (math.log1p(gain * growing / start) / gain + (road - growing) / top)


def places(osm):
    """Named places inside the extract's own bounds."""
    low = high = None
    found = []
    for _, element in ET.iterparse(osm):
        if element.tag == "bounds":
            low = float(element.get("minlat")), float(element.get("minlon"))
            high = float(element.get("maxlat")), float(element.get("maxlon"))
        if element.tag == "node":
            tags = {tag.get("k"): tag.get("v") for tag in element if tag.tag == "tag"}
            if tags.get("place") in ("village", "town", "city") and tags.get("name"):
                found.append((tags["name"], float(element.get("lat")), float(element.get("lon"))))
        if element.tag in ("node", "way", "relation"):
            element.clear()
    if low and high:
        found = [p for p in found if low[0] < p[1] < high[0] and low[1] < p[2] < high[1]]
    return found[:MOST_PLACES]


def profiles(folder):
    text = (ROUTINO / "profiles.xml").read_text()
    start = text.index('<profile name="motorcar"')
    end = text.index("</speeds>", start)
    block = text[start:end]
    for road, speed in SPEEDS.items():
        block = re.sub(rf'(highway="{road}"\s+kph=)"\d+"', rf'\1"{speed}"', block)
    path = folder / "profiles.xml"
    path.write_text(text[:start] + block + text[end:])
    return path


def route(folder, a, b):
    """Kilometres and minutes of the quickest way, or None."""
    said = subprocess.run(
        ["routino-router", f"--dir={folder}", f"--profiles={folder / 'profiles.xml'}",
         f"--translations={ROUTINO / 'translations.xml'}", "--transport=motorcar", "--quickest", "--output-text",
         "--output-stdout", "--quiet", f"--lat1={a[0]}", f"--lon1={a[1]}", f"--lat2={b[0]}", f"--lon2={b[1]}"],
        capture_output=True, text=True, check=False).stdout
    lines = [line for line in said.splitlines() if line and not line.startswith("#")]
    sums = re.findall(r"([\d.]+) km\s+([\d.]+) min", lines[-1]) if lines else []
    return (float(sums[-1][0]), float(sums[-1][1])) if sums else None


def ways(extract):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        osm = folder / "extract.osm"
        subprocess.run(["osmium", "cat", "--no-progress", extract, "-o", osm], check=True)
        subprocess.run(
            ["planetsplitter", f"--dir={folder}", f"--tagging={ROUTINO / 'tagging-drive.xml'}", osm],
            check=True, stdout=subprocess.DEVNULL)
        profiles(folder)
        for (a, *here), (b, *there) in itertools.combinations(places(osm), 2):
            straight = crow(here, there)
            driven = route(folder, here, there) if straight >= BANDS[0][0] else None
            if driven:
                yield a, b, straight, *driven


def errors(law, rows):
    misses = [law(row[2]) - row[4] for row in rows]
    shares = sorted(abs(miss) / row[4] for miss, row in zip(misses, rows))
    return (f"mean {statistics.mean(misses):+.1f} min, median {statistics.median(map(abs, misses)):.1f} min, "
            f"{100 * statistics.median(shares):.0f} %")


def main(target, extracts):
    rows = []
    for extract in extracts:
        own = list(ways(extract))
        for low, high in BANDS:
            band = [row for row in own if low <= row[2] < high]
            if len(band) >= 5:
                print(f"{Path(extract).name}, {low}-{high} km, {len(band)} ways: road {statistics.median(r[3] / r[2] for r in band):.2f}"
                      f" × straight, {statistics.median(60 * r[3] / r[4] for r in band):.0f} km/h;"
                      f" old {errors(old, band)}; new {errors(new, band)}")
        rows += own
    with open(target, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(["de", "vers", "km_ligne_droite", "km", "minutes"])
        writer.writerows([a, b, f"{straight:.3f}", kilometres, minutes] for a, b, straight, kilometres, minutes in rows)


if __name__ == "__main__":
    if len(sys.argv) < 3 or sys.argv[1] in ("-h", "--help"):
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2:])
