"""Scenarios made from a folder of data by seed, and plans of them by the program.

Every scenario is a YAML text beside a copy of the data in a folder of the caller's; nothing else is written.
"""
from __future__ import annotations

import csv
import random
import shutil
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "data" / "nord"


def communes(data: Path) -> list[dict[str, str]]:
    with open(data / "communes.csv", encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def copy_with_depot(data: Path, folder: Path, commune: dict[str, str]) -> str:
    """Copies the data, with one more depot at the centre of a commune; its identifier."""
    shutil.copytree(data, folder, dirs_exist_ok=True)
    with open(folder / "depots.csv", "a", encoding="utf-8", newline="") as handle:
        csv.writer(handle, lineterminator="\n").writerow(
            ["depot-tire", "Dépôt tiré au sort", commune["code_insee"], commune["latitude"], commune["longitude"],
             "exemple fictif"])
    return "depot-tire"


def small_parameters(draw: random.Random) -> dict[str, Any]:
    """Parameters of a small case, with a working week that a few days fill."""
    weekdays = draw.sample(["lundi", "mardi", "mercredi", "jeudi", "vendredi"], draw.choice([1, 2, 2, 3]))
    return {"cycle_semaines": draw.choice([1, 2, 4]), "min_visites": draw.choice([1, 2, 2, 4]),
            "jours": ",".join(sorted(weekdays, key=["lundi", "mardi", "mercredi", "jeudi", "vendredi"].index)),
            "demi_journees_min": draw.randint(0, len(weekdays)), "lambda": draw.choice([0, 0.01, 0.05, 0.3, 1]),
            "heures_semaine_max": draw.choice([8, 10, 12, 14, 18, 24, 35]),
            "seance_minutes": draw.choice([180, 180, 165, 210]), "densite_max": draw.choice([300, 300, 2000]),
            "salaires": draw.choice(["fixes", "fixes", "variables"]),
            "frequence": draw.choice(["exponentielle", "racine"]), "detour": draw.choice([1.0, 1.3, 2.0]),
            "vitesse_rurale": draw.choice([25, 45])}


def pins_of(draw: random.Random, chosen: list[dict[str, str]], weekdays: list[str], teams: int) -> list[str]:
    """Lines of a few pins."""
    lines = []
    for row in draw.sample(chosen, draw.randint(1, 3)):
        fields = [draw.choice([f'commune: "{row["code_insee"]}"', f'lieu: lieu-{row["code_insee"]}'])]
        kind = draw.choice(["served", "not", "least", "most", "days", "half", "start", "van"])
        fields.append({"served": "servi: oui", "not": "servi: non", "least": f"visites_min: {draw.choice([2, 4])}",
                       "most": f"visites_max: {draw.choice([1, 2])}", "days": f"jours: [{draw.choice(weekdays)}]",
                       "half": f"demi_journee: {draw.choice(['matin', 'apres_midi'])}",
                       "start": f"debut: \"{draw.choice(['9:00', '9:30', '14:00', '14:30'])}\"",
                       "van": f"vehicule: van-{draw.randint(1, teams)}"}[kind])
        if kind not in ("served", "not") and draw.random() < 0.5:
            fields.append("servi: oui")
        lines.append("      - {" + ", ".join(fields) + "}")
    return ["    epingles:"] + lines


def extras(draw: random.Random, chosen: list[dict[str, str]], weekdays: list[str], teams: int,
           parameters: dict[str, Any]) -> list[str]:
    """Lines of floors, budgets and pins; prices go into the parameters."""
    lines: list[str] = []
    if draw.random() < 0.5:
        lines += pins_of(draw, chosen, weekdays, teams)
    if draw.random() < 0.4:
        lines += ["    planchers:"] + [f"      {key}: {draw.choice([0.05, 0.2, 0.4])}" for key in
                                       draw.sample(["epci", "besoin_eleve", "moins_bien_servis"], draw.randint(1, 2))]
    if draw.random() < 0.4:
        budgets = {"km": draw.choice([100, 300, 600]), "heures": draw.choice([60, 120, 200]),
                   "euros": draw.choice([50, 150, 2000])}
        lines += ["    budgets:"] + [f"      {key}: {budgets[key]}" for key in draw.sample(list(budgets), 1)]
    if draw.random() < 0.4:
        parameters |= {"prix_r10": draw.choice([0, 0.5, 3]), "prix_r12": draw.choice([0, 2, 20]),
                       "prix_r14": draw.choice([0, 0.5, 10])}
    if draw.random() < 0.3:
        parameters |= {"heures_supplementaires": "oui", "prix_r22": draw.choice([0, 0.5, 5])}
    if draw.random() < 0.3:
        parameters |= {"amplitude_signalee_heures": draw.choice([7, 8, 9]), "prix_r26": draw.choice([0.1, 1, 5])}
    return lines


def small_scenario(seed: int, data: Path, folder: Path, rich: bool = False) -> Path:
    """6 to 15 communes around one drawn, a depot at one of its neighbours, drawn parameters.

    `rich`: also one or two teams, pins, floors, budgets, prices.
    """
    draw = random.Random(seed)
    rows = communes(data)
    heart = draw.choice(rows)
    def away(row: dict[str, str]) -> float:
        return ((float(row["latitude"]) - float(heart["latitude"])) ** 2 * 2.4
                + (float(row["longitude"]) - float(heart["longitude"])) ** 2)
    near = sorted(rows, key=away)
    chosen = draw.sample(near[:draw.choice([15, 30, 60])], draw.randint(6, 15))
    depot = copy_with_depot(data, folder, draw.choice(near[:40]))
    parameters = small_parameters(draw)
    teams = draw.choice([1, 2]) if rich else 1
    depots = [depot, draw.choice([depot, "depot-avesnes", "depot-cambrai"])][:teams]
    more = extras(draw, chosen, parameters["jours"].split(","), teams, parameters) if rich else []
    lines = ["nom: Essai", "donnees: .", "premier_lundi: 2027-01-04", "services:", "  - id: essai", "    nom: Essai",
             f"    type: {draw.choice(['LR', 'LR', 'M1000J'])}",
             "    communes: [" + ", ".join(f'"{row["code_insee"]}"' for row in chosen) + "]",
             "    equipages:", *(f"      - {{vehicule: van-{k + 1}, equipe: equipe-{k + 1}, depot: {depots[k]}}}"
                                 for k in range(teams)), *more, "parametres:"]
    path = folder / "essai.yaml"
    path.write_text("\n".join(lines + [f"  {key}: {value}" for key, value in parameters.items()]) + "\n",
                    encoding="utf-8")
    return path


@dataclass
class Planned:
    """One run of the program: exit code, seconds, its plan.json (or none), its journal rows."""
    code: int
    seconds: float
    plan: Path | None
    journal: list[dict[str, float]]


def plan(binary: Path, scenario: Path, target: Path, *, seconds: int, gap: float | None = None) -> Planned:
    """Runs `planifier`; `gap` in percent."""
    command = [str(binary), "planifier", str(scenario), "--sortie", str(target), "--duree", str(seconds)]
    if gap is not None:
        command += ["--ecart", str(gap)]
    start = time.monotonic()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    spent = time.monotonic() - start
    file = target / "plan.json"
    return Planned(done.returncode, spent, file if file.exists() else None,
                   read_journal(target / "recherche.csv"))


def read_journal(path: Path) -> list[dict[str, float]]:
    """Rows secondes;valeur;borne;ecart;colonnes;noeuds; what is empty is left out; decimal commas or points."""
    if not path.exists():
        return []
    with open(path, encoding="utf-8-sig", newline="") as handle:
        return [{key: float(value.replace(",", ".")) for key, value in row.items() if key and value}
                for row in csv.DictReader(handle, delimiter=";")]
