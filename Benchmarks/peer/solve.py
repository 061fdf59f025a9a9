"""Runs HiGHS on a program, and keeps how its plan and bound came."""
from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import highspy
import numpy as np

from .matrix import Arrays

#: Objectives are whole thousandths of a point: a plan closer than this to the bound is the best.
WHOLE = 0.000999


@dataclass
class Step:
    """Seconds since the start, value of the best plan and bound then, points; None where there is none."""
    seconds: float
    value: float | None
    bound: float | None


@dataclass
class Outcome:
    """What HiGHS found: values in points. `root` is the relaxation before cuts."""
    status: str
    value: float | None
    bound: float
    root: float | None
    seconds: float
    nodes: int
    solution: np.ndarray | None
    log: list[Step] = field(default_factory=list)

    def time_to(self, gap: float, need: float) -> float | None:
        """Seconds until bound − plan is at most `gap` × need reached (at least one point), or a thousandth."""
        for step in self.log:
            if step.value is not None and step.bound is not None:
                if step.bound - step.value <= max(gap * max(need, 1), WHOLE):
                    return step.seconds
        return None


@dataclass
class Options:
    seconds: float = 600
    gap: float = 0.0
    """Relative to the plan's value, as HiGHS counts it."""
    threads: int = 2
    seed: int = 0
    quiet: bool = True
    mps: Path | None = None
    symmetry: bool = True
    extra: dict = field(default_factory=dict)


def engine(options: Options) -> highspy.Highs:
    h = highspy.Highs()
    h.setOptionValue("log_to_console", not options.quiet)
    h.setOptionValue("output_flag", not options.quiet)
    h.setOptionValue("threads", options.threads)
    h.setOptionValue("random_seed", options.seed)
    for key, value in options.extra.items():
        h.setOptionValue(key, value)
    return h


def relaxation(arrays: Arrays, options: Options) -> tuple[float, np.ndarray, np.ndarray, float]:
    """Value of the linear relaxation, reduced costs (column,), duals (row,), seconds."""
    h = engine(options)
    start = time.monotonic()
    h.passModel(arrays.lp(relaxed=True))
    h.run()
    if h.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return float("nan"), np.zeros(0), np.zeros(0), time.monotonic() - start
    solution = h.getSolution()
    return (h.getInfo().objective_function_value, np.array(solution.col_dual), np.array(solution.row_dual),
            time.monotonic() - start)


def solve(arrays: Arrays, options: Options, *, root: float | None = None, started: float | None = None,
          guess: np.ndarray | None = None, floor: float | None = None,
          watch: Callable[[float | None, float], None] | None = None) -> Outcome:
    """Branch and bound by HiGHS; seconds count from `started` (a monotonic time), so that earlier work is in them.

    Ends once no plan above `floor` is left; `watch` is told plan and bound as they come.
    """
    start = time.monotonic() if started is None else started
    h = engine(options)
    h.setOptionValue("mip_detect_symmetry", options.symmetry)
    h.passModel(arrays.lp())
    if guess is not None:
        known = highspy.HighsSolution()
        known.col_value, known.value_valid = list(guess), True
        h.setSolution(known)
    if options.mps:
        h.writeModel(str(options.mps))

    def hopeless(event) -> None:
        if event.data_out.mip_dual_bound <= floor + WHOLE:
            event.interrupt()

    if floor is not None:
        h.cbMipInterrupt.subscribe(hopeless)
    return run_watched(h, options, start, root=root, watch=watch)


def run_watched(h: highspy.Highs, options: Options, start: float, *, root: float | None = None, sign: int = 1,
                watch: Callable[[float | None, float], None] | None = None) -> Outcome:
    """Runs what `h` holds until `options.seconds` after `start`; with `sign` −1 it minimises the value's opposite."""
    h.setOptionValue("mip_rel_gap", options.gap)
    h.setOptionValue("mip_abs_gap", WHOLE)
    h.setOptionValue("time_limit", max(1.0, options.seconds - (time.monotonic() - start)))
    log: list[Step] = []

    def note(event) -> None:
        out = event.data_out
        value = sign * out.mip_primal_bound if abs(out.mip_primal_bound) < 1e20 else None
        bound = sign * out.mip_dual_bound if abs(out.mip_dual_bound) < 1e20 else None
        log.append(Step(time.monotonic() - start, value, bound))
        if watch and bound is not None:
            watch(value, bound)

    h.cbMipLogging.subscribe(note)
    h.cbMipImprovingSolution.subscribe(note)
    h.run()
    seconds = time.monotonic() - start
    info = h.getInfo()
    found = info.primal_solution_status == 2
    value = sign * info.objective_function_value if found else None
    bound = sign * info.mip_dual_bound
    log.append(Step(seconds, value, bound))
    return Outcome(h.modelStatusToString(h.getModelStatus()), value, bound, root, seconds,
                   info.mip_node_count, np.array(h.getSolution().col_value) if found else None, log)
