#!/usr/bin/env python3
"""Records what a build of itinerance gives, to compare it with another build's: two folders that `diff -r` can hold
side by side.

    scripts/record_output.py .build/release/itinerance DIR [--faults 400] [--seed 20261201] [--only plans]

DIR gets, for every step, what went to standard output and standard error and the exit code, and every file that was
written. Six scenarios are planned, checked, published, compared and explained, a week is replanned; then come the help
of every command, and inputs made wrong by chance (the same ones for a seed). Seconds are masked; logs of searches, whose
times differ from run to run, and PDFs are left out.
"""

import argparse
import json
import os
import pathlib
import random
import re
import shutil
import sqlite3
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent
NORD = ROOT / "data" / "nord"
SECONDS = re.compile(r"\d+([.,]\d+)?( | )s\b")
SMALL = """nom: Essai
donnees: .
premier_lundi: 2027-01-04
services:
  - id: lr
    nom: LR d'essai
    type: LR
    epci:
      - "200043404"
    depot: depot-fourmies
    vehicule: van-1
    equipe: equipe-1
    poids: 1
parametres:
  min_visites: 4
"""
GRID = "scenario: essai.yaml\naxes:\n  depot: [depot-avesnes, depot-fourmies]\n  budgets.km: [500, 900]\n"


class Recorder:
    def __init__(self, program, folder):
        self.program = str(pathlib.Path(program).resolve())
        self.folder = pathlib.Path(folder).resolve()
        self.work = self.folder / "work"
        self.steps = self.folder / "steps"
        shutil.rmtree(self.folder, ignore_errors=True)
        self.steps.mkdir(parents=True)
        shutil.copytree(NORD, self.work)
        self.count = 0

    def run(self, *arguments, name=None, stdin=None):
        self.count += 1
        name = name or "-".join(re.sub(r"[^A-Za-z0-9]+", "_", a) for a in arguments[:3])[:60]
        done = subprocess.run(
            [self.program, *arguments], cwd=self.work, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, env={**os.environ, "COLUMNS": "100"}, timeout=3600)
        def masked(raw):
            text = raw.decode("utf-8", "replace").replace(str(self.work), "WORK").replace(self.program, "PROGRAM")
            return SECONDS.sub("N s", text)
        text = f"$ {' '.join(arguments)}\n{masked(done.stdout)}--- stderr\n{masked(done.stderr)}--- code {done.returncode}\n"
        (self.steps / f"{self.count:04d}-{name}.txt").write_text(text)
        return done.returncode

    def finish(self):
        """Leaves out what differs from run to run, and turns stores into text."""
        for path in sorted(self.work.rglob("*")):
            if path.name.startswith("recherche.") or path.suffix == ".pdf":
                path.unlink()
            elif path.suffix == ".gpkg":
                database = sqlite3.connect(path)
                database.text_factory = lambda raw: raw.decode("utf-8", "replace")
                lines = []
                for (table,) in database.execute("SELECT name FROM sqlite_master WHERE type='table' ORDER BY name"):
                    columns = [c[1] for c in database.execute(f'PRAGMA table_info("{table}")')]
                    kept = [c for c in columns if c not in ("last_change", "instant", "date", "quand", "moment")]
                    for row in database.execute(f'SELECT {",".join(chr(34) + c + chr(34) for c in kept)} FROM "{table}"'):
                        lines.append(table + " " + repr(row))
                database.close()
                path.with_suffix(".gpkg.txt").write_text("\n".join(lines))
                path.unlink()


def plans(r):
    limits = ["--duree", "3000", "--sans-registre"]
    scenarios = {
        "avesnois": [], "quatre-services": ["--ecart", "1"], "avesnois-epingles": [],
        "services-partages": ["--ecart", "2"],
    }
    for name, gap in scenarios.items():
        plan = f"plans/{name}"
        r.run("planifier", f"{name}.yaml", "--sortie", plan, *limits, *gap, name=f"plan-{name}")
        r.run("verifier", f"{plan}/plan.json", "--dossier", f"dossiers/{name}", name=f"check-{name}")
        r.run("verifier", f"{plan}/plan.json", "--json", name=f"check-json-{name}")
        r.run("verifier", f"{plan}/tournees.csv", "--projet", f"{name}.yaml", name=f"check-table-{name}")
        r.run("publier", f"{plan}/plan.json", "--sortie", f"publications/{name}", "--sans-pdf", name=f"publish-{name}")
    r.run("planifier", "avesnois.yaml", "--sortie", "plans/json", "--json", *limits, name="plan-json")
    r.run("planifier", "avesnois.yaml", "--sortie", "plans/suite", "--depart", "plans/avesnois/plan.json", *limits)
    r.run("planifier", "planchers-impossibles.yaml", "--sortie", "plans/impossible", *limits, name="impossible")
    r.run("planifier", "planchers-impossibles.yaml", "--sortie", "plans/impossible", "--json", *limits, name="impossible-json")
    r.run("expliquer", "planchers-impossibles.yaml", name="explain-impossible")
    r.run("expliquer", "planchers-impossibles.yaml", "--json", name="explain-impossible-json")
    plan = "plans/avesnois/plan.json"
    day = ["--du", "2027-01-18", "--au", "2027-01-24"]
    week = ["--evenement", "vehicule-arrete=van-1", *day, "--sans-registre", "--duree-preuve", "60", "--duree", "3000"]
    r.run("replanifier", plan, *week, "--sortie", "plans/semaine", name="replan-week")
    r.run("replanifier", plan, "--evenement", "jour-ferme=2027-01-19", "--du", "2027-01-18", "--au", "2027-01-24",
          "--sans-registre", "--duree-preuve", "60", "--sortie", "plans/jour", name="replan-day")
    r.run("replanifier", plan, "--evenement", "jour-ferme=2027-01-19", "--du", "2027-01-18", "--au", "2027-01-24",
          "--sans-registre", "--duree-preuve", "60", "--sortie", "plans/jour", "--remplacer", "--json", name="replan-day-json")
    with open(r.work / plan) as file:
        stops = sorted({v["lieu"] for s in json.load(file)["services"] for d in s["journees"] for v in d["visites"]})
    r.run("replanifier", plan, "--evenement", f"lieu-ferme={stops[0]}", "--du", "2027-02-01", "--sans-registre",
          "--duree-preuve", "60", "--sortie", "plans/ferme", name="replan-venue")
    for found in sorted((r.work / "plans/jour").glob("semaine-*/plan.json")):
        r.run("publier", plan, "--semaine", str(found.relative_to(r.work)), "--sortie", "publications/semaine", "--sans-pdf", name="publish-week")
    r.run("diff", plan, "plans/ferme/plan.json", "--sortie", "diff", name="diff")
    r.run("diff", plan, "plans/ferme/plan.json", "--json", name="diff-json")
    r.run("comparer", plan, "plans/ferme/plan.json", "--sortie", "comparaisons/a", "--sans-pdf", name="compare")
    r.run("comparer", plan, "plans/avesnois-epingles/plan.json", "--sortie", "comparaisons/b", "--sans-pdf", "--json", name="compare-json")
    r.run("comparer", "plans/quatre-services/plan.json", "plans/services-partages/plan.json", "--sortie", "comparaisons/c", "--sans-pdf")
    r.run("expliquer", plan, "--commune", "Trélon", "--duree", "3000", name="explain-commune")
    r.run("expliquer", plan, "--commune", "59012", "--json", "--duree", "3000", name="explain-commune-json")
    r.run("expliquer", plan, "--regle", "R22", "--duree", "3000", name="explain-rule")
    r.run("expliquer", plan, "--semaine", "2", "--duree", "3000", name="explain-week")
    r.run("robustesse", plan, "--sortie", "robustesse", "--tirages", "200", name="robust")
    r.run("robustesse", plan, "--sortie", "robustesse-json", "--tirages", "200", "--json", name="robust-json")
    for name in ("avesnois", "quatre-services"):
        r.run("besoins", f"{name}.yaml", "--sortie", f"besoins/{name}", "--tirages", "200", name=f"needs-{name}")
    r.run("besoins", "avesnois.yaml", "--sortie", "besoins/json", "--tirages", "200", "--json", name="needs-json")
    r.run("couverture", plan, "avesnois.yaml", "--sortie", "couverture", name="coverage")
    r.run("couverture", plan, "avesnois.yaml", "--sortie", "couverture-json", "--json", name="coverage-json")
    r.run("qualite", ".", "--au", "2026-12-01", name="quality")
    r.run("qualite", "quatre-services.yaml", "--au", "2026-12-01", "--json", name="quality-json")
    r.run("exporter-modele", "essai.yaml", "--lp", "essai.lp", "--mps", "essai.mps", name="export")
    r.run("exporter-modele", "avesnois.yaml", "--mps", "avesnois.mps", "--json", name="export-json")
    r.run("planifier", "essai.yaml", "--sortie", "plans/essai", *limits, name="plan-small")
    r.run("front", "essai.yaml", "--sortie", "front", "--points", "4", "--duree", "600", name="front")
    r.run("front", "essai.yaml", "--sortie", "front-json", "--points", "3", "--duree", "600", "--json", name="front-json")
    (r.work / "grille.yaml").write_text(GRID)
    r.run("balayer", "grille.yaml", "--sortie", "balayage", "--plans", name="sweep")
    r.run("balayer", "grille.yaml", "--sortie", "balayage", "--json", name="sweep-json")
    store = ["--registre", "registre.gpkg", "--auteur", "coordination"]
    r.run("conserver", "plans/essai/plan.json", *store, "--note", "premier", name="keep")
    r.run("conserver", plan, *store, "--json", name="keep-json")
    r.run("verrouiller", "registre.gpkg", "--auteur", "autre", name="lock")
    r.run("conserver", plan, *store, name="keep-locked")
    r.run("verifier", "registre.gpkg@1", name="check-kept")
    r.run("restaurer", "registre.gpkg", "2", "--sortie", "restaure", name="restore")
    r.run("importer", "communes.csv", "epci.csv", "lieux.csv", "depots.csv", "vehicules.csv", "personnel.csv",
          "equipements.csv", "jours_feries.csv", "vacances_zone_b.csv", "--vers", "nord.gpkg", name="import")
    r.run("qualite", "nord.gpkg", "--au", "2026-12-01", name="quality-store")
    r.run("epingler", "essai.yaml", "--lieu", "lieu-59012", "--servi", "oui", "--motif", "essai", "--auteur", "direction",
          "--date", "2026-12-01", name="pin")
    r.run("epingler", "essai.yaml", "--lieu", "lieu-59012", "--servi", "non", "--motif", "essai", "--auteur", "direction",
          "--date", "2026-12-01", name="pin-against")
    r.run("liberer", "essai.yaml", "--lieu", "lieu-59012", name="unpin")
    r.run("liberer", "essai.yaml", "--lieu", "lieu-59012", "--json", name="unpin-again")
    (r.work / "realise.csv").write_text(realised(r, "avesnois"))
    r.run("realise", plan, "realise.csv", "--sortie", "realise", name="realised")
    r.run("realise", plan, "realise.csv", "--sortie", "realise-json", "--json", name="realised-json")


def realised(r, name):
    """A table of what happened: each opening of the first week held, cancelled or late in turn."""
    lines = ["date;service;lieu;debut_prevu;etat;debut;fin;arrivee;depart;parents;enfants;motif"]
    with open(r.work / f"plans/{name}/plan.json") as file:
        plan = json.load(file)
    days = {"lundi": 4, "mardi": 5, "mercredi": 6, "jeudi": 7, "vendredi": 8}
    number = 0
    for service in plan["services"]:
        for day in service["journees"]:
            if day["semaine"] != 1:
                continue
            for visit in day["visites"]:
                for opening in visit["ouvertures"]:
                    start = f"{opening['debut'] // 60}:{opening['debut'] % 60:02d}"
                    state = ("tenu", "annule", "retard")[number % 3]
                    late = start[:-2] + "05" if state == "retard" else ""
                    people = ("4;6", ";", "2;")[number % 3]
                    why = ("", "panne", "route")[number % 3]
                    lines.append(f"2027-01-{days[day['jour']]:02d};{service['id']};{visit['lieu']};{start};{state};{late};;;;{people};{why}")
                    number += 1
    return "\n".join(lines) + "\n"


def helps(r):
    r.run("--help", name="help")
    r.run("--version", name="version")
    for command in COMMANDS:
        r.run(command, "--help", name=f"help-{command}")
        r.run(command, name=f"bare-{command}")
        r.run(command, "--inconnu", "x", name=f"unknown-{command}")
        r.run(command, "nulle-part", "--sortie", "x", "--json", name=f"nowhere-{command}")
    r.run("modele", name="models")
    for kind in ("communes", "lieux", "personnel", "vehicules", "depots", "laep", "equipements", "realise", "autorisations"):
        r.run("modele", kind, name=f"model-{kind}")


COMMANDS = (
    "modele importer qualite besoins couverture trajets planifier verifier expliquer replanifier diff epingler liberer "
    "comparer balayer front robustesse publier apercu realise historique restaurer conserver verrouiller exporter-modele bench").split()

CELLS = ["", "abc", "-5", "99999", "31/02/2027", "59999", "1e300", "nan", "12,5", "1.234,5", "oui", "peut-être", "5901",
         "=1+1", "\u00a0", "x" * 300, "Mo 25:00", "Mo-Fr 9-12", "0", "200043404", "59249", "anor", "2027-01-04", "aimé@exemple.fr"]
SCALARS = ["", "abc", "-1", "0", "1e9", "[1, 2]", "{a: b}", "~", "oui", "25:00", "2027-01-05", "2027-13-01", "van-9",
           "lieu-59012", "59012", "200000000", "lundi", "1000000000000000000000", "0,5", "'", "*x", "&x 1"]


def spoil_table(draw, data):
    lines = data.decode("utf-8").split("\n")
    what = draw.randrange(12)
    row = draw.randrange(1, max(2, min(len(lines) - 1, 400)))
    column = draw.randrange(len(lines[0].split(",")))
    if what <= 4:
        cells = lines[row].split(",")
        cells[column % len(cells)] = draw.choice(CELLS)
        lines[row] = ",".join(cells)
    elif what == 5:
        lines.insert(row, lines[row])
    elif what == 6:
        lines = [",".join(c for i, c in enumerate(line.split(",")) if i != column) for line in lines]
    elif what == 7:
        lines[0] = lines[0].replace(lines[0].split(",")[column], draw.choice(["inconnue", "code_insee", ""]), 1)
    elif what == 8:
        return "\n".join(lines).encode(draw.choice(["utf-16", "latin-1", "utf-8-sig", "utf-16-be"]), "replace")
    elif what == 9:
        return b"" if draw.random() < 0.3 else lines[0].encode()
    elif what == 10:
        lines[row] = lines[row] + draw.choice([",x", '"', ",,,,", "\0"])
    else:
        return "\n".join(lines).replace(",", draw.choice([";", "\t", "|"])).encode()
    return "\n".join(lines).encode("utf-8", "surrogatepass")


def spoil_yaml(draw, data):
    lines = data.decode().split("\n")
    row = draw.choice([i for i, line in enumerate(lines) if ":" in line and not line.lstrip().startswith("#")])
    key, _, rest = lines[row].partition(":")
    what = draw.randrange(7)
    if what <= 2:
        lines[row] = f"{key}: {draw.choice(SCALARS)}"
    elif what == 3:
        del lines[row]
    elif what == 4:
        lines.insert(row, lines[row])
    elif what == 5:
        lines.insert(row, re.match(r"\s*", key).group() + draw.choice(["inconnu: 1", "poids: -3", "vehicule: van-9", "epingles: [{lieu: x}]"]))
    else:
        lines[row] = key + "x:" + rest
    return "\n".join(lines).encode()


def spoil_json(draw, data):
    text = data.decode()
    for _ in range(draw.randrange(1, 3)):
        at = draw.randrange(len(text))
        number = re.compile(r"-?\d+").search(text, at)
        if number and draw.random() < 0.7:
            text = text[: number.start()] + draw.choice(["0", "-1", "7", "99999999", "1.5", "null", '"x"']) + text[number.end():]
        else:
            word = re.compile(r'"[a-z_]+"').search(text, at) or re.compile(r'"[a-z_]+"').search(text)
            text = text[: word.start()] + '"autre"' + text[word.end():]
    return text.encode() if draw.random() < 0.9 else text[: draw.randrange(len(text))].encode()


def faults(r, count, seed):
    """Inputs made wrong by chance: what is said of them must not change."""
    draw = random.Random(seed)
    (r.work / "essai.yaml").write_text(SMALL)
    r.run("planifier", "essai.yaml", "--sortie", "plans/essai", "--remplacer", "--sans-registre", name="fault-base")
    whole = r.work / "plans/essai/plan.json"
    tables = sorted(p.name for p in NORD.glob("*.csv"))
    yamls = ["avesnois.yaml", "avesnois-epingles.yaml", "quatre-services.yaml", "services-partages.yaml", "nord-planchers.yaml"]
    extra = "parametres:\n  lambda: 0,01\n  densite_max: 300\n  cycle_semaines: 4\n  profil: alisfa\n  ouverture_debut: 8:30\n"
    for number in range(count):
        kind = draw.randrange(10)
        if kind <= 3:
            name = draw.choice(tables)
            kept = (r.work / name).read_bytes()
            (r.work / name).write_bytes(spoil_table(draw, kept))
            r.run(*draw.choice([["qualite", ".", "--au", "2026-12-01"], ["besoins", "essai.yaml", "--sortie", "b", "--tirages", "1", "--remplacer"],
                                ["importer", name, "--vers", f"f{number}.gpkg"], ["qualite", ".", "--au", "2026-12-01", "--json"]]), name="fault-table")
            (r.work / name).write_bytes(kept)
        elif kind <= 7:
            data = (r.work / draw.choice(yamls)).read_bytes()
            if draw.random() < 0.4:
                data += extra.encode()
            for _ in range(draw.randrange(1, 3)):
                data = spoil_yaml(draw, data)
            (r.work / "faux.yaml").write_bytes(data)
            r.run("besoins", "faux.yaml", "--sortie", "b", "--tirages", "1", "--remplacer", *draw.choice([[], ["--json"]]), name="fault-yaml")
        elif kind == 8:
            (r.work / "faux.json").write_bytes(spoil_json(draw, whole.read_bytes()))
            r.run("verifier", "faux.json", *draw.choice([[], ["--json"]]), name="fault-plan")
        else:
            grid = spoil_yaml(draw, GRID.encode())
            (r.work / "faux-grille.yaml").write_bytes(grid)
            r.run("balayer", "faux-grille.yaml", "--sortie", f"g{number}", "--noeuds", "1", "--duree-cellule", "5", name="fault-grid")
        for left in ("b",):
            shutil.rmtree(r.work / left, ignore_errors=True)
    for path in sorted((ROOT / "Tests/Fixtures/import").iterdir()):
        shutil.copy(path, r.work / path.name)
        for kind in ([], ["--type", "communes"], ["--type", "lieux"]):
            r.run("importer", path.name, "--vers", "corpus.gpkg", *kind, name=f"corpus-{path.stem}")
        (r.work / path.name).unlink()


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("program")
    options.add_argument("folder")
    options.add_argument("--faults", type=int, default=400)
    options.add_argument("--seed", type=int, default=20261201)
    options.add_argument("--only", choices=["plans", "help", "faults"])
    chosen = options.parse_args()
    r = Recorder(chosen.program, chosen.folder)
    (r.work / "essai.yaml").write_text(SMALL)
    if chosen.only in (None, "help"):
        helps(r)
    if chosen.only in (None, "faults"):
        faults(r, chosen.faults, chosen.seed)
    if chosen.only in (None, "plans"):
        plans(r)
    r.finish()
    print(f"{r.count} steps recorded in {chosen.folder}")


main()
