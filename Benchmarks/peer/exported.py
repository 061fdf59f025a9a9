"""Runs HiGHS on the model that the program itself exports."""
from __future__ import annotations

import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

import highspy

from .run import processor
from .solve import Options, Outcome, engine, run_watched


@dataclass
class ExportedRun:
    """What HiGHS made of the exported model, values in points; no `outcome` where the program refused to export."""
    rows: int = 0
    columns: int = 0
    outcome: Outcome | None = None
    processor_seconds: float = 0
    refusal: str = ""


def solve_exported(binary: Path, scenario: Path, target: Path, options: Options, *, counted: bool) -> ExportedRun:
    """`counted`: with `--sans-jours`. Seconds count from reading the file; exporting, and the root apart, are not in them.
    """
    command = [str(binary), "exporter-modele", str(scenario), "--mps", str(target)] + ["--sans-jours"] * counted
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    if done.returncode != 0:
        return ExportedRun(refusal=done.stderr.strip().splitlines()[0])
    root = relaxed(target, options)
    start, before = time.monotonic(), processor()
    highs = engine(options)
    highs.readModel(str(target))
    outcome = run_watched(highs, options, start, root=root, sign=-1)
    target.unlink()
    return ExportedRun(highs.getNumRow(), highs.getNumCol(), outcome, processor() - before)


def relaxed(target: Path, options: Options) -> float:
    """Value of the linear relaxation, points; not a number where ten minutes do not do."""
    highs = engine(options)
    highs.setOptionValue("time_limit", 600.0)
    highs.readModel(str(target))
    highs.setOptionValue("solve_relaxation", True)
    highs.run()
    if highs.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return float("nan")
    return -highs.getInfo().objective_function_value
