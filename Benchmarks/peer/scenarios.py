"""Scenarios made from a folder of data by seed, and plans of them by the program.

Every scenario is a YAML text beside a copy of the data in a folder of the caller's; nothing else is written.
"""
from __future__ import annotations

import csv
import json
import os
import random
import shutil
import subprocess
import tempfile
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


def small_scenario(seed: int, data: Path, folder: Path) -> Path:
    """6 to 15 communes around one drawn, a depot at one of its neighbours, drawn parameters."""
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
    lines = ["nom: Essai", "donnees: .", "premier_lundi: 2027-01-04", "services:", "  - id: essai", "    nom: Essai",
             f"    type: {draw.choice(['LR', 'LR', 'M1000J'])}",
             "    communes: [" + ", ".join(f'"{row["code_insee"]}"' for row in chosen) + "]",
             f"    depot: {depot}", "    vehicule: van-1", "    equipe: equipe-1", "parametres:"]
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


def plan(binary: Path, scenario: Path, target: Path, *, seconds: int, gap: float | None = None,
         journal: bool = False) -> Planned:
    """Runs `planifier`; `gap` in percent."""
    command = [str(binary), "planifier", str(scenario), "--sortie", str(target), "--duree", str(seconds)]
    if gap is not None:
        command += ["--ecart", str(gap)]
    if journal:
        command += ["--journal", str(target) + ".journal.csv"]
    start = time.monotonic()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    spent = time.monotonic() - start
    file = target / "plan.json"
    if file.exists():
        add_needs(binary, scenario, file)
    return Planned(done.returncode, spent, file if file.exists() else None,
                   read_journal(Path(str(target) + ".journal.csv")) if journal else [])


def read_journal(path: Path) -> list[dict[str, float]]:
    """Rows secondes;valeur;borne;ecart;colonnes;noeuds; what is empty is left out; decimal commas or points."""
    if not path.exists():
        return []
    with open(path, encoding="utf-8-sig", newline="") as handle:
        return [{key: float(value.replace(",", ".")) for key, value in row.items() if key and value}
                for row in csv.DictReader(handle, delimiter=";")]


def add_needs(binary: Path, scenario: Path, file: Path) -> None:
    """For plans before format 3: the needs that the program's own command prints, put where format 3 has them."""
    data = json.loads(file.read_text(encoding="utf-8"))
    if all("besoins" in service for service in data["services"]):
        return
    with tempfile.TemporaryDirectory() as work:
        printed = subprocess.run([str(binary), "besoins", str(scenario), "--sortie", os.path.join(work, "x"), "--json",
                                  "--tirages", "1", "--premiers", "1"], capture_output=True, text=True, check=True)
    needs = {service["id"]: service["communes"] for service in json.loads(printed.stdout)["services"]}
    for service in data["services"]:
        service["besoins"] = [
            {"code_insee": row["code_insee"], "millipoints": round(row["points"] * 1000),
             "intensite": row["intensite"], "volume": row["volume"]}
            for row in needs[service["id"]] if row["eligible"]]
    file.write_text(json.dumps(data), encoding="utf-8")
