#!/usr/bin/env python3
"""Plans the same scenarios with the program and with HiGHS on two models, in turn, and keeps all of them.

usage: peer_rounds.py BINARY [--seed N] [--depots N] [--seconds S] [--only avesnois|sambre|nord] [--variants rounds,days]
       [--methods narrow,split,plain] [--exported days,counted]

HiGHS gets the model that the program exports, as it is and with `--sans-jours`, and the second formulation of `peer/`.

Scenarios: Avesnois from its depot and from depots drawn by seed among its communes, each at ¼, 1 and 4 times λ; Sambre
with two teams; the whole Nord with ten teams of three depots. Writes Benchmarks/results/peer-ONLY-DATE.csv, a row for each
run: rows, columns, root bound, value, bound, gap ((bound − value) / need reached, as the program counts it), seconds to
a gap of 0.1 %, to the optimum, and in all; processor seconds in all, which a busy machine changes least. HiGHS's seconds
include writing the second formulation, and reading the exported one. An empty time was not reached.
"""
from __future__ import annotations

import argparse
import csv
import datetime
import os
import random
import resource
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from peer.exported import ExportedRun, solve_exported
from peer.run import Report, Request, plan_again
from peer.scenarios import DATA, Planned, communes, copy_with_depot, plan
from peer.snapshot import Snapshot
from peer.solve import WHOLE, Options

AVESNOIS = ["200043263", "200043404"]
COLUMNS = ["date", "machine", "seed", "limit", "scenario", "depot", "lambda_factor", "program", "formulation", "rows",
           "columns", "root_bound", "value", "bound", "gap", "seconds_to_0.1%", "seconds_to_optimal", "seconds",
           "processor_seconds", "note"]


@dataclass
class Case:
    scenario: str
    depot: str
    factor: float
    path: Path
    teams: str = "exact"
    exported: tuple[str, ...] = ("days",)
    """Forms of the exported model: with weekdays, or `counted` (`--sans-jours`; with one team both are the same)."""


def cases(args: argparse.Namespace, work: Path) -> Iterator[Case]:
    if args.only in (None, "avesnois"):
        yield from avesnois(args, work)
    if args.only in (None, "sambre"):
        yield Case("sambre, 2 teams", "2", 1, DATA / "sambre-deux-vehicules.yaml", exported=("days", "counted"))
    if args.only in (None, "nord"):
        yield Case("nord, 10 teams", "3", 1, DATA / "nord-dix-vehicules.yaml", "counted", ("counted",))


def avesnois(args: argparse.Namespace, work: Path) -> Iterator[Case]:
    near = [row for row in communes(DATA) if row["code_epci"] in AVESNOIS and row["code_insee"] != "59036"]
    drawn = random.Random(args.seed).sample(near, args.depots)
    text = (DATA / "avesnois.yaml").read_text(encoding="utf-8")
    for number, commune in enumerate([None] + drawn):
        folder = work / f"depot-{number}"
        folder.mkdir()
        depot = copy_with_depot(DATA, folder, commune or near[0])
        own = text if commune is None else text.replace("depot: depot-avesnes", f"depot: {depot}")
        for factor in (0.25, 1, 4):
            path = folder / f"lambda-{factor}.yaml"
            path.write_text(own.replace("lambda: 0.01 ", f"lambda: {0.01 * factor} "), encoding="utf-8")
            yield Case("avesnois", commune["nom"] if commune else "Avesnes-sur-Helpe", factor, path)


def reached(journal: list[dict[str, float]], gap: float, need: float) -> float | None:
    """First second of the journal with a plan and a bound at most `gap` × need apart, or a thousandth."""
    for row in journal:
        if "valeur" in row and "borne" in row and row["borne"] - row["valeur"] <= max(gap * max(need, 1), WHOLE):
            return row["secondes"]
    return None


def of_program(done: Planned, snapshot: Snapshot, spent: float) -> dict[str, Any]:
    data = snapshot.plan
    need = sum(service["besoin_couvert_millipoints"] for service in data["services"]) / 1000
    last = max((row["secondes"] for row in done.journal), default=done.seconds)
    return {"program": "itinerance", "formulation": "columns", "value": data["valeur"], "bound": data["borne"],
            "gap": data["ecart"], "seconds_to_0.1%": reached(done.journal, 0.001, need),
            "seconds_to_optimal": reached(done.journal, 0, need), "seconds": round(last, 2),
            "processor_seconds": round(spent, 2), "note": data["arret"],
            "columns": max((row.get("colonnes", 0) for row in done.journal), default=None)}


def of_peer(report: Report) -> dict[str, Any]:
    data, outcome = report.data(), report.outcome
    need = (outcome.value or 0) + 0.0
    gap = None if outcome.value is None else max(0.0, outcome.bound - outcome.value) / max(need, 1)
    times = {key: None if data[key] is None else round(data[key] + report.build_seconds, 2)
             for key in ("seconds_to_0.1%", "seconds_to_optimal", "seconds")}
    return {"program": "HiGHS", "formulation": "/".join([report.request.variant, report.request.method,
                                                         report.request.teams]),
            "rows": report.rows, "columns": report.columns, "root_bound": round(report.root, 3), "value": outcome.value,
            "bound": round(outcome.bound, 3), "gap": gap, **times, "processor_seconds": round(report.cpu_seconds, 2),
            "note": "; ".join(filter(None, [outcome.status, report.placement]))}


def of_exported(done: ExportedRun, name: str) -> dict[str, Any]:
    outcome = done.outcome
    row = {"program": "HiGHS", "formulation": f"exported/{name}"}
    if outcome is None:
        return row | {"note": done.refusal}
    need = (outcome.value or 0) + 0.0
    times = {key: None if seconds is None else round(seconds, 2) for key, seconds in
             (("seconds_to_0.1%", outcome.time_to(0.001, need)), ("seconds_to_optimal", outcome.time_to(0, need)),
              ("seconds", outcome.seconds))}
    return row | {"rows": done.rows, "columns": done.columns, "root_bound": round(outcome.root, 3),
                  "value": outcome.value, "bound": round(outcome.bound, 3),
                  "gap": None if outcome.value is None else max(0.0, outcome.bound - outcome.value) / max(need, 1),
                  **times, "processor_seconds": round(done.processor_seconds, 2), "note": outcome.status}


def children() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def runs(case: Case, args: argparse.Namespace, folder: Path) -> Iterator[dict[str, Any]]:
    """The program first: its file is what the peer reads."""
    before = children()
    done = plan(args.binary, case.path, folder / "plan", seconds=args.seconds, gap=0)
    if done.plan is None:
        yield {"program": "itinerance", "note": f"code {done.code}", "seconds": round(done.seconds, 2)}
        return
    snapshot = Snapshot(done.plan)
    yield of_program(done, snapshot, children() - before)
    options = Options(seconds=args.seconds, threads=2, seed=args.seed % 2**31)
    for name in set(case.exported) & set(args.exported.split(",")):
        yield of_exported(solve_exported(args.binary, case.path, folder / "exported.mps", options,
                                         counted=name == "counted"), name)
    for variant in args.variants.split(","):
        for method in filter(None, args.methods.split(",")):  # --methods "" leaves the second formulation out
            request = Request(variant, teams=case.teams, method=method)
            yield of_peer(plan_again(snapshot, snapshot.services[0], request, options))


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("binary", type=Path)
    parser.add_argument("--seed", type=int, default=20261124)
    parser.add_argument("--depots", type=int, default=20)
    parser.add_argument("--seconds", type=int, default=300)
    parser.add_argument("--only", choices=["avesnois", "sambre", "nord"])
    parser.add_argument("--variants", default="rounds")
    parser.add_argument("--methods", default="narrow,split", help="of split, narrow, plain, with commas")
    parser.add_argument("--exported", default="days,counted", help="forms of the exported model; with two teams HiGHS's "
                        "presolve of the weekdays (days) takes many minutes whatever its limit")
    args = parser.parse_args()
    today = datetime.date.today().isoformat()
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2**30
    target = Path(__file__).resolve().parent / "results" / f"peer-{args.only or 'all'}-{today}.csv"
    with tempfile.TemporaryDirectory() as work, open(target, "w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, COLUMNS, lineterminator="\n")
        writer.writeheader()
        for number, case in enumerate(cases(args, Path(work))):
            for row in runs(case, args, Path(work) / f"run-{number}"):
                writer.writerow({"date": today, "machine": f"{os.cpu_count()} cores, {memory} GiB", "seed": args.seed,
                                 "limit": args.seconds, "scenario": case.scenario, "depot": case.depot,
                                 "lambda_factor": case.factor, **row})
                handle.flush()
                print(case.scenario, case.depot, case.factor, {key: row.get(key) for key in COLUMNS[7:]}, flush=True)


if __name__ == "__main__":
    main()
