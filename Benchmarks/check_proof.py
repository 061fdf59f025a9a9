#!/usr/bin/env python3
"""Works out the bound of a plan from plan.json and preuve.json alone, apart from the program (docs/preuve.md).

usage: check_proof.py [--numbers-only] PLAN.json PREUVE.json[.gz]

Plain Python, exact whole numbers. Writes one JSON object: by service the bound that follows, the bound announced, nodes, and leaves
that rest on a search of the program's; what was worked out again from the data of the plan, and what was taken from the proof.
Exit code 0 where each bound announced follows, 1 where one does not, 2 where the files are no plan and its proof.
"""
from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import sys
from pathlib import Path
from typing import Any

from proof.numbers import Refused
from proof.snapshot import Recomputation
from proof.tree import Tree

MARK = b',"contenu":'
UNPACKED = 500_000_000


def no_constant(word: str) -> float:
    raise Refused(f"{word} is no number")


def contents(path: Path) -> dict[str, Any]:
    """What a proof holds, once its hash is found right."""
    data = path.read_bytes()
    if data[:2] == b"\x1f\x8b":
        with gzip.open(path) as file:
            data = file.read(UNPACKED + 1)
        if len(data) > UNPACKED:
            raise Refused("unpacked, the proof is too large")
    start = data.find(MARK, 0, 400)
    if start < 0 or not data.endswith(b"}\n"):
        raise Refused("no proof")
    header = json.loads(data[:start] + b"}")
    if (header.get("format"), header.get("version")) != ("itinerance-preuve", 1):
        raise Refused("another format")
    inner = data[start + len(MARK):-2]
    if hashlib.sha256(inner).hexdigest() != header["sha256"]:
        raise Refused("the proof was changed: its SHA-256 is another")
    return json.loads(inner, parse_constant=no_constant)


def service_bound(proof: dict[str, Any], plan: dict[str, Any], again: Recomputation | None) -> dict[str, Any]:
    ceiling, nodes, searched = None, 0, 0
    value = plan["valeur_millipoints"]
    for raw in proof["arbres"]:
        tree = Tree(raw)
        if again:
            again.check(tree.problem, plan["id"])
        found = tree.bound(value, ceiling)
        ceiling = found.bound if ceiling is None else min(ceiling, found.bound)
        nodes += found.nodes
        searched += found.searched
    if ceiling is None:
        raise Refused("no tree")
    return {"id": plan["id"], "borne": ceiling, "annoncee": plan["borne_millipoints"], "noeuds": nodes,
            "feuilles_recherchees": searched}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("plan", type=Path)
    parser.add_argument("proof", type=Path)
    parser.add_argument("--numbers-only", action="store_true", help="take the problem's numbers as they are")
    options = parser.parse_args()
    sys.setrecursionlimit(10_000)
    try:
        data = options.plan.read_bytes()
        plan, proof = json.loads(data), contents(options.proof)
        if proof["plan_sha256"] != hashlib.sha256(data).hexdigest():
            raise Refused("the proof is of another plan.json")
        if proof["empreinte"] != plan["empreinte"]:
            raise Refused("the proof is of other data")
        if [s["id"] for s in proof["services"]] != [s["id"] for s in plan["services"]]:
            raise Refused("the services are others")
        again = None if options.numbers_only else Recomputation(plan)
        services = [service_bound(p, s, again) for p, s in zip(proof["services"], plan["services"])]
    except (Refused, KeyError, TypeError, ValueError, IndexError, AttributeError, RecursionError, OSError,
            OverflowError, EOFError) as fault:
        print(json.dumps({"refuse": f"{type(fault).__name__}: {fault}"}))
        return 2
    report = {"services": services}
    if again:
        report |= {"revu": sorted(again.seen), "pris": sorted(again.taken)}
    print(json.dumps(report))
    return 0 if all(s["borne"] <= s["annoncee"] for s in services) else 1


if __name__ == "__main__":
    sys.exit(main())
