#!/usr/bin/env python3
"""Says which départements the rule of config.yaml chooses.

Of those with at least one isolated commune (fewer than 300 inhabitants per km², `densite_max` of the program), ordered by
their number of communes: the middle one of each fifth. Those of the mainland and Corsica only.
"""
import collections
import math
import pathlib

import territory

MOST_DENSE = 300
FIFTHS = 5


def isolated(row):
    if not (row["population_municipale"] and row["superficie_km2"]):
        return False
    return float(row["population_municipale"]) / float(row["superficie_km2"]) < MOST_DENSE


def sizes(rows):
    """Communes of each département of the mainland and Corsica that has isolated ones."""
    own = [row for row in rows if not row["code_departement"].startswith("97")]
    reached = {row["code_departement"] for row in own if isolated(row)}
    return collections.Counter(row["code_departement"] for row in own if row["code_departement"] in reached)


def chosen(communes):
    ordered = sorted(communes, key=lambda code: (communes[code], code))
    return [ordered[math.ceil(len(ordered) * (2 * fifth - 1) / (2 * FIFTHS)) - 1] for fifth in range(1, FIFTHS + 1)]


if __name__ == "__main__":
    root = pathlib.Path(__file__).resolve().parent.parent.parent
    communes = sizes(territory.national(root / "data/sources/france/communes.csv.xz"))
    print(len(communes), "départements with isolated communes")
    for code in chosen(communes):
        print(code, communes[code], "communes")
