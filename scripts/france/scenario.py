#!/usr/bin/env python3
"""Writes a scenario file: one service for the whole département, its vans shared out over the depots in turn.

usage: scenario.py DEPARTEMENT NAME FOLDER OUTPUT.yaml SETTINGS

FOLDER holds the département's CSV files, the store lies beside it. SETTINGS is JSON: `vehicules` or `communes_par_vehicule`,
`premier_lundi`, and `parametres`, which go into the file as they are.
"""
import csv
import json
import pathlib
import sys


def rows(path):
    with open(path, encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def main():
    departement, name, folder, output, settings = sys.argv[1:]
    folder, settings = pathlib.Path(folder), json.loads(settings)
    communes, depots = rows(folder / "communes.csv"), rows(folder / "depots.csv")
    vans = len(rows(folder / "vehicules.csv"))
    count = settings.get("vehicules") or -(-len(communes) // settings["communes_par_vehicule"])
    if count > vans:
        sys.exit(f"département {departement}, scénario {name} : {count} véhicules demandés, {vans} au plus.")
    # Communes of no EPCI are islands without a bridge (Bréhat, Sein, Ouessant, Yeu): a straight line is no road there.
    islands = [row["code_insee"] for row in communes if not row["code_epci"]]
    lines = [
        "# Fait par scripts/france/scenario.py. Véhicules, équipes, dépôts et lieux d'arrêt : exemple fictif.",
        f"nom: Département {departement}, {name}",
        "donnees: ../territoire.gpkg",
        f"premier_lundi: {settings['premier_lundi']}",
        "services:",
        f"  - id: lr-{departement}",
        f"    nom: Lieu ressources parentalité itinérant, département {departement} (exemple fictif)",
        "    type: LR",
        "    departement: oui",
        *([f"    exclure: {json.dumps(islands)}"] if islands else []),
        "    equipages:",
        *(f"      - {{vehicule: van-{n + 1:02}, equipe: equipe-{n + 1:02}, depot: {depots[n % len(depots)]['id']}}}"
          for n in range(count)),
    ]
    if settings.get("parametres"):
        lines += ["parametres:", *(f"  {key}: {value}" for key, value in settings["parametres"].items())]
    pathlib.Path(output).write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
