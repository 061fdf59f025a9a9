"""Branches on the totals of days and half-days of each crew and week before HiGHS sees the program.

Hours of a week bind in few long days, so that the relaxation mixes totals that no plan can have; HiGHS has no branching
priorities, so the split is made here: best bound first on fractional totals, then HiGHS on each leaf, on the columns
that the leaf's reduced costs and the best plan leave. Leaves have turns of more and more nodes, so that a plan from an
easy leaf helps in a hard one. A leaf's drop is exact: a plan with a dropped column is worth no more than the best plan
known, or, where none is, than a bound that is carried on.
"""
from __future__ import annotations

import heapq
import itertools
import math
import time
from dataclasses import dataclass, field, replace

import highspy
import numpy as np

from .matrix import Arrays
from .narrow import Generation, first_columns, reduced_costs
from .solve import WHOLE, Options, Outcome, Step, solve

MOST_LEAVES = 40
FIRST_NODES, GROWTH = 1, 20
"""Nodes of HiGHS that a leaf has in its first turn, and how much more in each later one."""
FIRST_SHARE = 0.005
"""Reduced costs kept in the first turn, as a share of the leaf's relaxation."""
FRACTION = 1e-6


@dataclass(order=True)
class Node:
    turn: int
    key: float
    number: int
    bound: float = field(compare=False)
    limits: dict[int, tuple[float, float]] = field(compare=False)
    leaf: bool = field(compare=False, default=False)
    delta: float = field(compare=False, default=0.0)


class Split:
    """Best-first search over totals."""

    def __init__(self, arrays: Arrays, days: np.ndarray, totals: list[int], options: Options, started: float):
        self.arrays, self.days, self.totals, self.options = arrays, days, totals, options
        self.start, self.deadline = started, started + options.seconds
        self.counter, self.heap, self.nodes, self.leaves = itertools.count(), [], 0, 0
        self.value: float | None = None
        self.solution: np.ndarray | None = None
        self.log: list[Step] = []
        self.closed = -math.inf
        """Highest bound among the nodes given up as no better than the best plan."""

    def run(self) -> Outcome:
        self.lp = Generation(self.arrays, first_columns(self.arrays, self.days), self.options)
        found = self.lp.run(self.deadline)
        if found is None:
            return solve(self.arrays, self.options, started=self.start)
        self.root = found[0]
        self.push(self.root, {})
        self.note(self.root)
        while self.heap and time.monotonic() < self.deadline:
            node = heapq.heappop(self.heap)
            if self.is_done(node.bound):
                self.closed = max(self.closed, node.bound)
                continue
            (self.leaf if node.leaf else self.branch)(node)
            self.note(self.bound())
        return self.outcome()

    def is_done(self, bound: float) -> bool:
        if self.value is None:
            return False
        return bound - self.value <= max(self.options.gap * abs(self.value), WHOLE)

    def bound(self, *others: float) -> float:
        return min(self.root, max([node.bound for node in self.heap] + [self.closed, *others]
                                  + ([] if self.value is None else [self.value]), default=-math.inf))

    def push(self, bound: float, limits: dict, turn: int = 0, **about) -> None:
        heapq.heappush(self.heap, Node(turn, -bound, next(self.counter), bound, limits, **about))

    def note(self, bound: float) -> None:
        self.log.append(Step(time.monotonic() - self.start, self.value, bound))

    # Relaxations

    def relax(self, limits: dict[int, tuple[float, float]]) -> tuple[float, np.ndarray, np.ndarray] | None:
        """Value, duals and totals at a node; None where it has no solution or the time is over."""
        for column in self.totals:
            low, high = limits.get(column, (0.0, float(self.arrays.upper[column])))
            self.lp.h.changeColBounds(int(self.lp.place(column)), low, high)
        found = self.lp.run(self.deadline)
        if found is None:
            return None
        values = np.array(self.lp.h.getSolution().col_value)
        return found[0], found[1], values[[self.lp.place(column) for column in self.totals]]

    def branch(self, node: Node) -> None:
        found = self.relax(node.limits)
        if found is None:
            if not self.lp.is_infeasible:
                self.push(node.bound, node.limits, node.turn + 1)
            return
        bound, _, totals = found
        bound = min(bound, node.bound)
        away = np.abs(totals - np.rint(totals))
        if away.max(initial=0) <= FRACTION or self.leaves > MOST_LEAVES:
            self.leaves += 1
            self.push(bound, node.limits, leaf=True)
            return
        t = int(np.argmax(away))
        column, value = self.totals[t], totals[t]
        low, high = node.limits.get(column, (0.0, float(self.arrays.upper[column])))
        self.push(bound, {**node.limits, column: (low, math.floor(value))})
        self.push(bound, {**node.limits, column: (math.floor(value) + 1, high)})

    # Leaves

    def leaf(self, node: Node) -> None:
        found = self.relax(node.limits)
        if found is None:
            if not self.lp.is_infeasible:
                self.push(node.bound, node.limits, node.turn + 1, leaf=True)
            return
        bound, duals, _ = found
        costs = reduced_costs(self.arrays, duals)
        delta = max(node.delta, FIRST_SHARE * abs(bound))
        if self.value is not None:
            delta = min(delta, bound - self.value)
        columns = np.flatnonzero(~self.days | (costs >= -delta - 1e-6))
        program = self.arrays.restricted(columns)
        program.lower = np.zeros(len(columns))
        for column, (low, high) in node.limits.items():
            at = np.searchsorted(columns, column)
            program.lower[at], program.upper[at] = low, high
        left_out = bound - delta if len(columns) < len(self.arrays.cost) else -math.inf
        nodes = FIRST_NODES * GROWTH ** node.turn
        options = replace(self.options, extra={**self.options.extra, "mip_max_nodes": nodes})
        outcome = solve(program, options, started=self.start, floor=self.value,
                        watch=lambda value, limit: self.watch(value, max(limit, left_out)))
        self.nodes += outcome.nodes
        if outcome.solution is not None and (self.value is None or outcome.value > self.value + 1e-7):
            self.value = outcome.value
            self.solution = np.zeros(len(self.arrays.cost))
            self.solution[columns] = outcome.solution
        rest = max(outcome.bound if outcome.status != "Infeasible" else -math.inf, left_out)
        if not self.is_done(rest):
            self.push(min(node.bound, rest), node.limits, node.turn + 1, leaf=True, delta=4 * delta)
        else:
            self.closed = max(self.closed, min(rest, node.bound))

    def watch(self, value: float | None, limit: float) -> None:
        best = self.value if value is None or (self.value or -math.inf) > value else value
        self.log.append(Step(time.monotonic() - self.start, best, self.bound(limit)))

    def outcome(self) -> Outcome:
        bound = self.bound()
        closed = self.value is not None and self.is_done(bound)
        status = "Optimal" if closed else "Infeasible" if not self.heap else "Time limit reached"
        self.note(bound)
        return Outcome(status, self.value, bound, self.root, time.monotonic() - self.start, self.nodes, self.solution,
                       self.log)
