"""Counts a table of what happened against a plan of one service, from the two files alone, with nothing of the program.

Arguments: plan.json, the table (CSV, `;`), the last day told of. Writes JSON."""

import csv
import datetime
import json
import statistics
import sys

plan = json.load(open(sys.argv[1], encoding="utf-8"))
until = datetime.date.fromisoformat(sys.argv[3])
rows = [row for row in csv.DictReader(open(sys.argv[2], encoding="utf-8-sig"), delimiter=";")]
data = plan["donnees"]
parameters = data["parametres"]
cycle = int(parameters["cycle_semaines"])
least_minutes = int(parameters["demi_journee_min_minutes"])
noon = 13 * 60
first = datetime.date.fromisoformat(data["premier_lundi"])
holidays = {day["date"] for day in data["calendrier"]["jours_feries"]}
weekdays = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
communes = {venue["id"]: venue["code_insee"] for venue in data["territoire"]["lieux"]}
depot = data["services"][0]["equipages"][0]["depot"]


def clock(text):
    hours, minutes = text.split(":")
    return 60 * int(hours) + int(minutes)


told = {}
for row in rows:
    if row["date"] > until.isoformat():
        continue
    told.setdefault((row["date"], row["lieu"]), []).append(row)

weeks, legs, people = [], {}, {}
for number in range((until - first).days // 7 + 1):
    monday = first + datetime.timedelta(7 * number)
    out = dict(monday=monday.isoformat(), held=0, cancelled=0, late=0, late_minutes=0, unknown=0, fallen=0, to_come=0)
    out.update(parents=None, uncounted=0)
    halves = {"planned": set(), "least": set(), "most": set()}
    for day in plan["services"][0]["journees"]:
        if (day["semaine"] - 1) % cycle != number % cycle:
            continue
        date = monday + datetime.timedelta(weekdays.index(day["jour"]))
        closed = date.isoformat() in holidays
        open_minutes = {kind: {"matin": 0, "soir": 0} for kind in halves}
        passages = []
        for visit in day["visites"]:
            own = told.get((date.isoformat(), visit["lieu"]), [])
            passage = dict(place=visit["lieu"], arrival=None, departure=None)
            for opening in visit["ouvertures"]:
                start, end = opening["debut"], opening["fin"]
                row = next((r for r in own if not r["debut_prevu"] or clock(r["debut_prevu"]) == start), None)
                stretches = {"planned": None if closed else (start, end), "least": None, "most": None}
                if row is None:
                    if closed:
                        out["fallen"] += 1
                    else:
                        out["to_come" if date > until else "unknown"] += 1
                        stretches["most"] = (start, end)
                elif row["etat"] == "annule":
                    out["cancelled"] += 1
                else:
                    out["held"] += 1
                    real = (clock(row["debut"]) if row["debut"] else start, clock(row["fin"]) if row["fin"] else end)
                    stretches["least"] = stretches["most"] = real
                    if row["debut"] and real[0] > start:
                        out["late"] += 1
                        out["late_minutes"] += real[0] - start
                    if row["parents"]:
                        out["parents"] = (out["parents"] or 0) + int(row["parents"])
                        code = communes[visit["lieu"]]
                        people[code] = people.get(code, 0) + int(row["parents"])
                    else:
                        out["uncounted"] += 1
                    if row["arrivee"]:
                        passage["arrival"] = clock(row["arrivee"])
                    if row["depart"]:
                        passage["departure"] = clock(row["depart"])
                for kind, stretch in stretches.items():
                    if stretch:
                        open_minutes[kind]["matin"] += max(0, min(stretch[1], noon) - stretch[0])
                        open_minutes[kind]["soir"] += max(0, stretch[1] - max(stretch[0], noon))
            passages.append(passage)
        for kind in halves:
            for half, minutes in open_minutes[kind].items():
                if minutes >= least_minutes:
                    halves[kind].add((date, half))
        base = told.get((date.isoformat(), depot), [{"depart": "", "arrivee": ""}])[0]
        home = dict(
            place=depot,
            arrival=clock(base["arrivee"]) if base["arrivee"] else None,
            departure=clock(base["depart"]) if base["depart"] else None)
        way = [home] + passages + [home]
        for a, b, leg in zip(way, way[1:], day["trajets"]):
            if a["departure"] is not None and b["arrival"] is not None:
                key = (a["place"], b["place"])
                legs.setdefault(key, [leg["arrivee"] - leg["depart"], []])[1].append(b["arrival"] - a["departure"])
    out.update({kind: len(found) for kind, found in halves.items()})
    out["openings"] = sum(out[k] for k in ["held", "cancelled", "unknown", "fallen", "to_come"])
    weeks.append(out)
json.dump(
    {
        "weeks": weeks,
        "people": people,
        "legs": [
            {"from": a, "to": b, "planned": planned, "count": len(real), "median": statistics.median(real),
             "least": min(real), "most": max(real)}
            for (a, b), (planned, real) in sorted(legs.items())
        ],
    },
    sys.stdout)
