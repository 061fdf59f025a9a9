"""Writes random tables with Python's csv module, imports them with the program, and reads the store with sqlite3.

Usage: csv_properties.py PROGRAM SEED. Says nothing and ends with 0 where every cell came through.
"""
import csv
import pathlib
import random
import sqlite3
import subprocess
import sys
import tempfile

program, seed = sys.argv[1], int(sys.argv[2])
rng = random.Random(seed)
LETTERS = "abcXYZ éèçœ’àü-'\"\"\n;,\t.0189%&<>=+@"
ENCODINGS = {"utf-8": LETTERS, "utf-8-sig": LETTERS, "cp1252": LETTERS, "latin-1": LETTERS.replace("œ", "").replace("’", "")}


def word(letters):
    middle = "".join(rng.choice(letters) for _ in range(rng.randrange(0, 30)))
    # An at sign between letters would make an address of it, which the program refuses to read.
    return "é" + middle.replace("@", " @ ") + "z"


def number(value, comma):
    text = repr(value)
    return text.replace(".", ",") if comma else text


with tempfile.TemporaryDirectory() as folder:
    base = pathlib.Path(folder)
    codes = sorted({f"01{rng.randrange(1, 999):03d}" for _ in range(60)})
    places = {code: (round(rng.uniform(45.6, 46.5), 6), round(rng.uniform(4.7, 6.1), 6)) for code in codes}
    with open(base / "communes.csv", "w", newline="", encoding="utf-8") as handle:
        out = csv.writer(handle, delimiter=";")
        out.writerow(["code_insee", "nom", "latitude", "longitude", "superficie_km2"])
        for index, code in enumerate(codes):
            out.writerow([code, f"Commune {index}", *places[code], 10])
    encoding, letters = rng.choice(sorted(ENCODINGS.items()))
    delimiter, ending = rng.choice(";,\t"), rng.choice(["\n", "\r\n"])
    comma = rng.random() < 0.5
    expected = {}
    with open(base / "depots.csv", "w", newline="", encoding=encoding) as handle:
        out = csv.writer(handle, delimiter=delimiter, lineterminator=ending)
        out.writerow(["id", "nom", "code_insee", "latitude", "longitude", "statut"])
        for index in range(rng.choice([1, 50, 4000])):
            code = rng.choice(codes)
            name, status = word(letters), word(letters)
            latitude, longitude = places[code]
            given = code.lstrip("0") if rng.random() < 0.3 else code
            out.writerow([f"d{index}", name, given, number(latitude, comma), number(longitude, comma), status])
            expected[f"d{index}"] = (name, code, status)
    done = subprocess.run(
        [program, "importer", "communes.csv", "depots.csv", "--vers", "t.gpkg"], cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, (seed, encoding, delimiter, done.stderr)
    rows = sqlite3.connect(base / "t.gpkg").execute("SELECT id, nom, code_insee, statut FROM depots").fetchall()
    found = {row[0]: tuple(row[1:]) for row in rows}
    wrong = {key: (expected[key], found.get(key)) for key in expected if found.get(key) != expected[key]}
    assert not wrong and len(found) == len(expected), (seed, encoding, delimiter, list(wrong.items())[:3])
