#!/usr/bin/env python3
"""Recounts france.gpkg from the plans' own files, with nothing of what made it.

usage: recount.py FOLDER
"""
import csv
import json
import pathlib
import sqlite3
import sys

folder = pathlib.Path(sys.argv[1])
database = sqlite3.connect(f"file:{folder}/france.gpkg?mode=ro", uri=True)
wrong, runs = [], 0
with open(folder / "courses.csv", encoding="utf-8", newline="") as handle:
    rows = [row for row in csv.DictReader(handle) if row["etat"] == "fait"]
for row in rows:
    key = (row["departement"], row["scenario"])
    plan = json.loads((folder / row["departement"] / row["scenario"] / "plan/plan.json").read_text(encoding="utf-8"))
    service, data = plan["services"][0], plan["donnees"]
    visits = [visit for day in service["journees"] for visit in day["visites"]]
    metres = sum(leg["metres"] for day in service["journees"] for leg in day["trajets"])
    credits = {credit["code_insee"]: credit for credit in service["credits"]}

    def found(sql):
        return database.execute(sql + " WHERE departement = ? AND scenario = ?", key).fetchone()

    expected = {
        "communes": (found("SELECT COUNT(*), SUM(population) FROM communes"),
                     (len(data["territoire"]["communes"]),
                      sum(commune["population"] for commune in data["territoire"]["communes"]))),
        "credits": (found("SELECT ROUND(1000 * SUM(points_couverts)), COUNT(lieu_credite) FROM communes"),
                    (sum(credit["millipoints"] for credit in credits.values()), len(credits))),
        "stops": (found("SELECT COUNT(*), SUM(passages_4_semaines) FROM arrets"),
                  (len({visit["lieu"] for visit in visits}), len(visits))),
        "days": (found("SELECT COUNT(*) FROM tournees"), (len(service["journees"]),)),
        # Written to the metre, the plan's four weeks are divided by four.
        "kilometres": ((True,), (abs(1000 * float(row["km_semaine"]) - metres / 4) < 1,)),
        "half-days": ((float(row["demi_journees_semaine"]),),
                      (round(sum(len(visit["ouvertures"]) for visit in visits) / 4, 2),)),
        "figures": (found("SELECT valeur, borne, ecart FROM courses"),
                    (plan["valeur"], plan["borne"], round(plan["ecart"], 6))),
    }
    runs += 1
    wrong += [f"{' · '.join(key)}: {name}: {ours} in the results, {theirs} in the plan"
              for name, (ours, theirs) in expected.items() if tuple(ours) != tuple(theirs)]
for line in wrong:
    print(line, file=sys.stderr)
print(f"recount: {runs} runs, {len(wrong)} figures differ")
sys.exit(bool(wrong))
