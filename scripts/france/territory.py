#!/usr/bin/env python3
"""Brings one département of the national file into the program's own form: communes, EPCI, and examples of the rest.

usage: territory.py DEPARTEMENT SOURCE.csv.xz HOLIDAYS.csv FOLDER

Venues, depots, vans and crews are made by rule and say « exemple fictif »: a venue at the centre of each commune; depots in
the most populated commune of each EPCI, the largest first; a van and a crew of two for each of the first vans. An empty cell
stays empty: unknown is not zero.
"""
import csv
import lzma
import pathlib
import shutil
import sys

FICTITIOUS = "exemple fictif"
# As many as the densest scenario could want: one van for every 40 communes.
COMMUNES_A_VAN = 40

COLUMNS = {
    "code_insee": "code_insee", "nom": "nom", "code_epci": "code_epci", "latitude": "latitude", "longitude": "longitude",
    "population": "population_municipale", "superficie_km2": "superficie_km2", "menages": "menages_2021",
    "naissances": "naissances_2022", "actifs_15_64": "actifs_15_64_2021", "chomeurs_15_64": "chomeurs_15_64_2021",
    "niveau_vie_median": "niveau_vie_median_2021", "taux_pauvrete": "taux_pauvrete_60_2021",
    "part_prestations_familiales": "part_prestations_familiales_2021",
    "part_minima_sociaux": "part_minima_sociaux_2021",
}


def national(source):
    with lzma.open(source, "rt", encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def of(rows, departement):
    """The communes of a département. Refused where what every plan needs is not published."""
    own = [row for row in rows if row["code_departement"] == departement]
    if not own:
        sys.exit(f"département {departement} : aucune commune dans le fichier national.")
    for column in ("superficie_km2", "population_municipale"):
        unknown = sum(not row[column] for row in own)
        if unknown:
            sys.exit(f"département {departement} : {column} n'est pas publié pour {unknown} communes sur {len(own)}, et "
                     "sert à dire lesquelles sont isolées. Rien n'a été écrit.")
    return own


def place(identifier, name, row):
    return {"id": identifier, "nom": name, "code_insee": row["code_insee"], "latitude": row["latitude"],
            "longitude": row["longitude"], "statut": FICTITIOUS}


def depots(communes):
    largest = {}
    for row in sorted(communes, key=lambda row: (-int(row["population_municipale"]), row["code_insee"])):
        if row["code_epci"]:
            largest.setdefault(row["code_epci"], row)
    return [place(f"depot-{number:02}", f"Dépôt de {row['nom']}", row)
            for number, row in enumerate(largest.values(), 1)]


def vans(count):
    offered = dict.fromkeys(["espace_confidentiel", "espace_collectif", "accessible", "identifiable",
                             "autonome_electricite"], "oui")
    return [{"id": f"van-{number:02}", "nom": f"Van {number}", "ptac_kg": 3500, "places": 3, "statut": FICTITIOUS,
             **offered} for number in range(1, count + 1)]


def staff(count):
    crew = (("a", "accueillant|conducteur", "B"), ("b", "accueillant", ""))
    return [{"id": f"accueillant-{number:02}{letter}", "equipe": f"equipe-{number:02}", "roles": roles,
             "permis": licence, "heures_semaine": 35, "statut": FICTITIOUS}
            for number in range(1, count + 1) for letter, roles, licence in crew]


def tables(communes):
    epcis = {row["code_epci"]: {"code_epci": row["code_epci"], "nom": row["nom_epci"], "nature": row["nature_epci"]}
             for row in communes if row["code_epci"]}
    count = max(2, -(-len(communes) // COMMUNES_A_VAN))
    return {
        "communes.csv": [{**{ours: row[theirs] for ours, theirs in COLUMNS.items()}, "centre_social": "inconnu"}
                         for row in communes],
        "epci.csv": [epcis[code] for code in sorted(epcis)],
        "lieux.csv": [place("lieu-" + row["code_insee"], row["nom"] + ", centre", row) for row in communes],
        "depots.csv": depots(communes), "vehicules.csv": vans(count), "personnel.csv": staff(count),
    }


def write(communes, holidays, folder):
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in tables(communes).items():
        with open(folder / name, "w", encoding="utf-8", newline="") as handle:
            writer = csv.DictWriter(handle, list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
    shutil.copyfile(holidays, folder / "jours_feries.csv")


def main():
    departement, source, holidays, folder = sys.argv[1:]
    write(of(national(source), departement), holidays, pathlib.Path(folder))


if __name__ == "__main__":
    main()
