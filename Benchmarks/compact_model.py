#!/usr/bin/env python3
"""Plans the services of a plan.json again, as a mixed integer program for HiGHS, and compares.

usage: compact_model.py PLAN.json [--variant rounds|days] [--cover levels|assign|project] [--teams exact|counted]
                        [--seconds S] [--gap G] [--threads N] [--seed N] [--mps FILE] [--json] [--log]

Reads the snapshot in the plan alone (`donnees`, and `services[].besoins`). Prints rows, columns, non-zeros, root
bound, best plan, bound, gap and time of each service. `rounds` is exact up to rests, which it checks in the plan found;
`days` relaxes R32. See peer/variants.py and docs/modele.md.
"""
from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from peer.run import Request, plan_again
from peer.snapshot import Refused, Snapshot
from peer.solve import Options


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="The planning problem as a program for HiGHS.")
    parser.add_argument("plan", type=Path)
    parser.add_argument("--variant", choices=["rounds", "days"], default="rounds")
    parser.add_argument("--cover", choices=["levels", "assign", "project"], default="assign")
    parser.add_argument("--teams", choices=["exact", "counted"], default="exact")
    parser.add_argument("--service", help="only this service")
    parser.add_argument("--seconds", type=float, default=600, help="of each service")
    parser.add_argument("--gap", type=float, default=0.0, help="relative gap at which to stop")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--mps", type=Path, help="writes the program; with several services, of the last")
    parser.add_argument("--option", action="append", default=[], help="NAME=VALUE of HiGHS")
    parser.add_argument("--no-totals", action="store_true", help="without whole totals of days and half-days")
    parser.add_argument("--no-order", action="store_true", help="without the order of alike weeks and teams")
    parser.add_argument("--method", choices=["split", "narrow", "plain"], default="split",
                        help="what is done before HiGHS: totals split, columns fixed, nothing")
    parser.add_argument("--root-only", action="store_true", help="only builds and solves the relaxation")
    parser.add_argument("--json", action="store_true", help="prints one JSON object, with the log of plan and bound")
    parser.add_argument("--log", action="store_true", help="prints what HiGHS prints")
    return parser.parse_args()


def value_of(text: str) -> bool | int | float | str:
    """A value of an option of HiGHS as its type."""
    if text in ("true", "false"):
        return text == "true"
    for kind in (int, float):
        try:
            return kind(text)
        except ValueError:
            continue
    return text


def main() -> int:
    args = arguments()
    options = Options(seconds=args.seconds, gap=args.gap, threads=args.threads, seed=args.seed, quiet=not args.log,
                      mps=args.mps, extra={key: value_of(value) for key, value in
                                           (option.split("=", 1) for option in args.option)})
    request = Request(args.variant, args.cover, args.teams, totals=not args.no_totals, ordered=not args.no_order, method=args.method,
                      root_only=args.root_only)
    try:
        snapshot = Snapshot(args.plan)
        services = [service for service in snapshot.services if args.service in (None, service.id)]
        reports = [plan_again(snapshot, service, request, options) for service in services]
    except Refused as refusal:
        print(f"compact_model: {refusal}", file=sys.stderr)
        return 2
    if args.json:
        print(json.dumps({"plan": str(args.plan), "services": [report.data() for report in reports]}, indent=1))
    else:
        for report in reports:
            print(report.line(), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
