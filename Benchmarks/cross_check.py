#!/usr/bin/env python3
"""Compares proven optima of the program with those of the second formulation.

usage: cross_check.py [--binary FILE] [--cases N] [--seed N] [--rich] [PLAN.json | SCENARIO.yaml ...]

Plans (or scenarios, planned first) are solved again by HiGHS to optimality; without any, `--cases` small scenarios are
drawn from data/nord. A case agrees where both prove the same optimum within 1e-6 points, or both that there is no plan.
Exit code 1 where some case disagrees: a bug in one of the two. A case where only one proof was reached, or where the
plan found again breaks a rest (which the second formulation leaves out), is said to be open.
"""
from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from peer.run import Report, Request, plan_again
from peer.scenarios import DATA, Planned, plan, small_scenario
from peer.snapshot import Refused, Snapshot
from peer.solve import Options

NO_PLAN = 4
TOLERANCE = 1e-6


def compare(snapshot: Snapshot, seconds: float) -> tuple[str, str]:
    """agree, open or DISAGREE, and the figures."""
    words = []
    verdicts = []
    for service in snapshot.services:
        report = plan_again(snapshot, service, Request(), Options(seconds=seconds))
        verdicts.append(judge(report))
        words.append(report.line())
    worst = next((v for v in ("DISAGREE", "open") if v in verdicts), "agree")
    return worst, "; ".join(words)


def judge(report: Report) -> str:
    value, bound = report.planner_value, report.planner_bound
    outcome = report.outcome
    if outcome.value is None:
        return "DISAGREE" if outcome.status == "Infeasible" else "open"
    ours, limit = outcome.value, outcome.bound
    if value > limit + TOLERANCE + 0.0009999:
        return "DISAGREE"
    if report.placement != "placed":
        return "open"
    if ours > bound + TOLERANCE:
        return "DISAGREE"
    if abs(ours - value) <= TOLERANCE:
        return "agree"
    return "open"


def without(lines: list[str], key: str) -> tuple[list[str], dict[str, float]]:
    """Lines of a scenario without a block of figures of its service, and those figures."""
    kept, figures, inside = [], {}, False
    for line in lines:
        if inside and line.startswith("      "):
            name, figure = line.split(":")
            figures[name.strip()] = float(figure)
            continue
        inside = line == f"    {key}:"
        if not inside:
            kept.append(line)
    return kept, figures


def infeasible_again(folder: Path, args: argparse.Namespace) -> tuple[str, str]:
    """The program proves that there is no plan. The same scenario without a minimum opening, floors and budgets gives
    a file with the data; they are put back in it."""
    lines = (folder / "essai.yaml").read_text(encoding="utf-8").splitlines()
    lines, floors = without(lines, "planchers")
    lines, budgets = without(lines, "budgets")
    least = next(line.split(":")[1].strip() for line in lines if line.startswith("  demi_journees_min"))
    easy = folder / "facile.yaml"
    easy.write_text("\n".join([line for line in lines if not line.startswith("  demi_journees_min")]
                              + ["  demi_journees_min: 0"]) + "\n", encoding="utf-8")
    done = plan(args.binary, easy, folder / "plan-facile", seconds=args.seconds, gap=0)
    if done.plan is None:
        return "open", f"no plan at all, code {done.code}"
    snapshot = Snapshot(done.plan)
    snapshot.parameters.replace("demi_journees_min", least)
    service = snapshot.services[0]
    service.floors, service.budgets = floors, budgets
    report = plan_again(snapshot, service, Request(), Options(seconds=args.seconds))
    if report.outcome.value is None:
        return ("agree", "no plan") if report.outcome.status == "Infeasible" else ("open", report.line())
    return ("DISAGREE" if report.placement == "placed" else "open"), report.line()


def case(seed: int, folder: Path, args: argparse.Namespace) -> tuple[str, str]:
    scenario = small_scenario(seed, DATA, folder, rich=args.rich)
    done = plan(args.binary, scenario, folder / "plan", seconds=args.seconds, gap=0)
    if done.code == NO_PLAN:
        return infeasible_again(folder, args)
    if done.plan is None:
        return "open", f"the program ended with code {done.code}"
    return compare(Snapshot(done.plan), args.seconds)


def given(path: Path, folder: Path, args: argparse.Namespace) -> tuple[str, str]:
    if path.suffix != ".json":
        done: Planned = plan(args.binary, path, folder / "plan", seconds=args.seconds, gap=0)
        if done.plan is None:
            return "open", f"the program ended with code {done.code}"
        path = done.plan
    try:
        return compare(Snapshot(path), args.seconds)
    except Refused as refusal:
        return "open", str(refusal)


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--binary", type=Path, help="itinerance; needed but for plans")
    parser.add_argument("--cases", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rich", action="store_true", help="draws teams, pins, floors, budgets and prices as well")
    parser.add_argument("--seconds", type=int, default=120)
    args = parser.parse_args()
    counts = {"agree": 0, "open": 0, "DISAGREE": 0}
    for number in [None] * len(args.files) or range(args.seed, args.seed + args.cases):
        with tempfile.TemporaryDirectory() as work:
            folder = Path(work)
            if number is None:
                path = args.files.pop(0)
                name, (verdict, words) = str(path), given(path, folder, args)
            else:
                name, (verdict, words) = f"case {number}", case(number, folder, args)
        counts[verdict] += 1
        print(f"{name}: {verdict}: {words}", flush=True)
    print(", ".join(f"{count} {verdict}" for verdict, count in counts.items()))
    return 1 if counts["DISAGREE"] else 0


if __name__ == "__main__":
    sys.exit(main())
