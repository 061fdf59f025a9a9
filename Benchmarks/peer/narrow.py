"""Solves a large program on few of its columns, without losing the proof.

1. The relaxation, by column generation over the columns written down (all are priced each time). Value r, reduced costs.
2. HiGHS on the columns whose reduced cost is at least −δ. A plan that uses another column is worth less than r − δ, so
   that max(bound found, r − δ) is a bound on all plans.
3. Where the best plan is below r − δ, δ grows to r − plan and HiGHS starts again from that plan.
"""
from __future__ import annotations

import time

import highspy
import numpy as np

from .matrix import Arrays
from .solve import WHOLE, Options, Outcome, Step, engine, solve

PRICING = 1e-7
"""Points of reduced cost that count as none."""


def reduced_costs(arrays: Arrays, duals: np.ndarray) -> np.ndarray:
    """(column,) cost − Aᵀπ of a maximisation."""
    sums = np.bincount(arrays.entry_column, weights=arrays.entry_figure * duals[arrays.entry_row],
                       minlength=len(arrays.cost))
    return arrays.cost - sums


class Generation:
    """The relaxation of a program by column generation; columns that are not whole, or few, are all there at first."""

    def __init__(self, arrays: Arrays, first: np.ndarray, options: Options):
        self.arrays, self.inside = arrays, first.copy()
        self.starts = np.searchsorted(arrays.entry_column, np.arange(len(arrays.cost) + 1))
        self.h = engine(options)
        self.is_infeasible = False
        self.places = {int(column): place for place, column in enumerate(np.flatnonzero(first))}
        self.h.passModel(arrays.restricted(np.flatnonzero(first)).lp(relaxed=True))

    def place(self, column: int) -> int:
        """Place of a column, among those there at first, in the program of HiGHS."""
        return self.places[int(column)]

    def run(self, deadline: float, batch: int = 4000) -> tuple[float, np.ndarray] | None:
        """Value and duals; None where there is no solution (`is_infeasible`) or the time is over."""
        while True:
            self.h.setOptionValue("time_limit", self.h.getRunTime() + max(0.1, deadline - time.monotonic()))
            self.h.run()
            self.is_infeasible = self.h.getModelStatus() == highspy.HighsModelStatus.kInfeasible
            if self.is_infeasible and not self.inside.all():
                self._enter(np.flatnonzero(~self.inside))
                continue
            if self.h.getModelStatus() != highspy.HighsModelStatus.kOptimal:
                return None
            duals = np.array(self.h.getSolution().row_dual)
            rest = np.where(self.inside, -np.inf, reduced_costs(self.arrays, duals))
            better = np.flatnonzero(rest > PRICING)
            if not len(better):
                return self.h.getInfo().objective_function_value, duals
            self._enter(better[np.argsort(-rest[better])[:batch]])

    def _enter(self, columns: np.ndarray) -> None:
        a = self.arrays
        ranges = [np.arange(self.starts[c], self.starts[c + 1]) for c in columns]
        entries = np.concatenate(ranges)
        starts = np.concatenate([[0], np.cumsum([len(r) for r in ranges])[:-1]]).astype(np.int32)
        self.h.addCols(len(columns), a.cost[columns], np.zeros(len(columns)), a.upper[columns], len(entries), starts,
                       a.entry_row[entries].astype(np.int32), a.entry_figure[entries])
        self.inside[columns] = True


def first_columns(arrays: Arrays, days: np.ndarray) -> np.ndarray:
    """(column,) All that is not a day, and days by chance where there are many; all where there are not."""
    wanted = 20_000
    if days.sum() <= wanted:
        return np.ones(len(days), dtype=bool)
    return ~days | (np.random.default_rng(1).random(len(days)) < wanted / days.sum())


def solve_narrow(arrays: Arrays, days: np.ndarray, options: Options, *, share: float = 0.01,
                 started: float | None = None) -> Outcome:
    """`days` (column,) are the columns that may be left out; `share` of r is the first δ."""
    start = time.monotonic() if started is None else started
    deadline = start + options.seconds
    found = Generation(arrays, first_columns(arrays, days), options).run(deadline)
    if found is None:
        return solve(arrays, options, started=start)
    root, duals = found
    costs = reduced_costs(arrays, duals)
    delta, log, known, nodes = share * abs(root), [Step(time.monotonic() - start, None, root)], None, 0
    while True:
        columns = np.flatnonzero(~days | (costs >= -delta))
        outcome = solve(arrays.restricted(columns), options, started=start,
                        guess=None if known is None else known[columns])
        nodes += outcome.nodes
        if outcome.solution is not None:
            known = np.zeros(len(arrays.cost))
            known[columns] = outcome.solution
        bound = max(outcome.bound, root - delta) if outcome.status != "Infeasible" else root - delta
        log += [Step(step.seconds, step.value, None if step.bound is None else
                     min(root, max(step.bound, root - delta))) for step in outcome.log if step.bound is None
                or abs(step.bound) < 1e20]
        value = outcome.value
        closed = value is not None and bound - value <= max(options.gap * abs(value), WHOLE)
        if closed or time.monotonic() > deadline - 1 or len(columns) == len(arrays.cost):
            return Outcome("Optimal" if closed else outcome.status, value, min(root, bound), root,
                           time.monotonic() - start, nodes, known, log)
        delta = root - value if value is not None else 4 * delta
