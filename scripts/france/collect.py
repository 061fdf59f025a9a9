#!/usr/bin/env python3
"""Gathers the runs of the folder it is called in: courses.csv, france.gpkg, france.html, and a summary that names failures.

usage: collect.py ROOT CONFIG   (CONFIG is JSON: the workflow's settings)
"""
import csv
import json
import os
import pathlib
import subprocess
import sys

import estimate
import report

# Layers of the GeoPackage, and those of each published plan that they are made of.
LAYERS = {"communes": "acces", "arrets": "arrets", "tournees": "tournees"}
# Steps in their order; those without a scenario are the département's.
STEPS = ["données", "importer", "qualite", "scénario", "planifier", "verifier", "publier", "comparer"]
LOGS = {"données": "donnees", "scénario": "scenario"}
SHARED = {"données", "importer", "qualite", "comparer"}
# A run is done without these.
AFTER = {"qualite", "comparer"}


def measured(departement, scenario, step):
    """What a step took. `None` where it was never begun; without a code where it was stopped from outside."""
    folder = pathlib.Path("journaux", departement, *([] if step in SHARED else [scenario]))
    log = folder / (LOGS.get(step, step) + ".txt")
    took = log.with_suffix(".json")
    if took.exists():
        return {**json.loads(took.read_text(encoding="utf-8")), "journal": str(log)}
    if not log.exists():
        return None
    name = " · ".join([departement, *([] if step in SHARED else [scenario]), step])
    return {"nom": name, "code": None, "processeur": 0, "journal": str(log),
            "message": "arrêté de l'extérieur : mémoire, temps, annulation"}


def size(folder):
    return sum(path.stat().st_size for path in pathlib.Path(folder).rglob("*") if path.is_file())


def shared_seconds(departement):
    """Of processor, in the steps that are the département's own."""
    steps = [measured(departement, "", step) for step in STEPS if step in SHARED]
    return sum(took["processeur"] for took in steps if took)


def ending(stop, took, seconds):
    """Why a search ended. The program has one word, `temps`, for all limits; ours are nodes, and time only as a net."""
    return "noeuds" if stop == "temps" and took["secondes"] < 0.9 * seconds else stop


def run(departement, scenario, seconds):
    """One row: what was planned and what it took. Empty where it is not done, and `etat` says why.

    seconds: the limit of time that `planifier` was given.
    """
    steps = {step: measured(departement, scenario, step) for step in STEPS if step not in AFTER}
    failed = [step for step, took in steps.items() if took and took["code"] != 0]
    missing = [step for step, took in steps.items() if took is None]
    row = {"departement": departement, "scenario": scenario,
           "etat": f"échec : {failed[0]}" if failed else f"pas fait : {missing[0]}" if missing else "fait"}
    summary = pathlib.Path(departement, scenario, "resume.json")
    if row["etat"] != "fait" or not summary.exists():
        return row
    plan = json.loads(summary.read_text(encoding="utf-8"))
    total, teams = plan["total"], [team for service in plan["services"] for team in service["equipages"]]
    own = [took for step, took in steps.items() if step not in SHARED]
    row.update(
        communes=total["communes_eligibles"] + sum(total["communes_hors_cible"].values()),
        communes_isolees=total["communes_eligibles"], vehicules=len(teams),
        communes_avec_arret=total["communes_avec_arret"], communes_atteintes=total["communes_atteintes"],
        demi_journees_semaine=round(sum(sum(team["demi_journees_par_semaine"]) for team in teams)
                                    / plan["cycle_semaines"], 2),
        besoin_couvert=round(total["part_du_besoin_couvert"], 6), km_semaine=round(total["km_par_semaine_moyenne"], 3),
        valeur=plan["valeur"], borne=plan["borne"], ecart=round(plan["ecart"], 6),
        arret=ending(plan["arret"], steps["planifier"], seconds),
        valide="oui" if plan["valide"] else "non", conforme="oui" if plan["conforme"] else "non",
        secondes=round(sum(took["secondes"] for took in own), 2),
        processeur=round(sum(took["processeur"] for took in own), 2),
        megaoctets=max(took["megaoctets"] for took in own), octets=size(f"{departement}/{scenario}"))
    return row


def failures(config):
    """Every step that failed, once."""
    found = {}
    for departement in config["departements"]:
        for scenario in config["scenarios"]:
            for step in STEPS:
                took = measured(departement, scenario, step)
                if took and took["code"] != 0:
                    found[took["nom"]] = took
    return list(found.values())


COLUMNS = ["departement", "scenario", "etat", "communes", "communes_isolees", "vehicules", "communes_avec_arret",
           "communes_atteintes", "demi_journees_semaine", "besoin_couvert", "km_semaine", "valeur", "borne", "ecart",
           "arret", "valide", "conforme", "secondes", "processeur", "megaoctets", "octets"]


def write_table(rows):
    with open("courses.csv", "w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def geopackage(rows, day):
    """One file for QGIS; dated like the first Monday, so that the same plans give the same file."""
    target = pathlib.Path("france.gpkg")
    target.unlink(missing_ok=True)
    environment = {**os.environ, "OGR_CURRENT_DATE": f"{day}T00:00:00.000Z"}

    def ogr(*arguments):
        subprocess.run(["ogr2ogr", "-f", "GPKG", "-append", str(target), *arguments], check=True, env=environment)

    for layer, published in LAYERS.items():
        for row in rows:
            source = pathlib.Path(row["departement"], row["scenario"], "publication/tableaux/itinerance.gpkg")
            if row["etat"] == "fait":
                ogr(str(source), "-nln", layer, "-sql", f"SELECT '{row['departement']}' AS departement, "
                    f"'{row['scenario']}' AS scenario, * FROM {published}")
    features = [{"type": "Feature", "geometry": None, "properties": {name: row.get(name) for name in COLUMNS}}
                for row in rows]
    table = pathlib.Path("courses.geojson")
    table.write_text(json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False),
                     encoding="utf-8")
    ogr(str(table), "-nln", "courses", "-nlt", "NONE")
    table.unlink()


def main():
    root, config = pathlib.Path(sys.argv[1]), json.loads(sys.argv[2])
    config["scenarios"] = [own["nom"] for own in config["scenarios"]]
    rows = [run(departement, scenario, config["seconds"])
            for departement in config["departements"] for scenario in config["scenarios"]]
    failed = failures(config)
    write_table(rows)
    geopackage(rows, config["premier_lundi"])
    estimated = estimate.France(
        rows, root / config["source"], {code: shared_seconds(code) for code in config["departements"]},
        {code: size(code) for code in config["departements"]})
    pathlib.Path("france.html").write_text(report.page(rows, failed, config, estimated), encoding="utf-8")
    done = sum(row["etat"] == "fait" for row in rows)
    print(f"france : courses faites : {done} sur {len(rows)} (départements : {len(config['departements'])}, "
          f"scénarios : {len(config['scenarios'])})")
    for took in failed:
        code = "" if took["code"] is None else f"code {took['code']}. "
        print(f"  ÉCHEC {took['nom']} : {code}{took['message']} (journal : {config['output']}/{took['journal']})")
    print(f"france : {config['output']}/france.html, france.gpkg, courses.csv")


if __name__ == "__main__":
    main()
