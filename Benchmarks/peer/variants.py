"""The two ways to write the days of a service.

`RoundsModel` is exact up to rests (R23, R24) and the sharing of half-days between teams (R01); `DaysModel` relaxes R32:
it lets a stop change its partner's weekday from week to week (see its note).
"""
from __future__ import annotations

import numpy as np

from .days import Mode
from .model import Model


class RoundsModel(Model):
    """Rounds: an anchor that comes in all weeks of its pattern, with the other half of the day free, or held by
    partners in parts of those weeks. Patterns form a tree, so that a round is a flow down the tree: at a node, the anchor
    is alone, has one partner for the node, or goes on to both halves of the node.

    Columns: `lone` and `full` [a, P]; `pair` [{a, b}, P], two anchors of the same pattern; `part` [a, P, mode, Q, b],
    partner b (or nobody) in the weeks of Q inside P. Row balance[a, P, mode, Q]: both halves of Q are filled alike.
    A mode is a half and a start of the anchor (R32): partners of a mode can all be met at that start.
    """

    def add_days(self) -> None:
        for k, crew in enumerate(self.crews):
            for g, group in enumerate(self.weekdays):
                venues = crew.allowed & group.allowed
                for p in range(len(self.tree.nodes)):
                    self._alone(k, g, p, venues & self.allowed_nodes[:, p])
                    self._pairs(k, g, p, venues & self.allowed_nodes[:, p])
                for a in np.flatnonzero(venues):
                    self._split(k, g, int(a), venues)

    def _upper(self, p: int) -> float:
        return 2.0 if self.twice and p == 0 else 1.0

    def _alone(self, k: int, g: int, p: int, venues: np.ndarray) -> None:
        table, level = self.crews[k].table, self.tree.nodes[p].level
        for kind, legal, work, cost, sessions in (
                ("lone", table.lone, table.lone_work, table.lone_cost, 1),
                ("full", table.full, table.full_work, table.full_cost, 2)):
            at = np.flatnonzero(legal & venues)
            entries = self.week_entries(k, g, p, work[at], table.lone_metres[at], sessions)
            entries += [(self.link[at, level], 1), (self.twice_rows[g, at], 1)]
            self.program.block(kind, self.day_points(cost[at], p), upper=self._upper(p), entries=entries,
                               crew=k, group=g, node=p, venues=at)

    def _pairs(self, k: int, g: int, p: int, venues: np.ndarray) -> None:
        """Both orders where one costs less and the other works less or drives less; else the better one."""
        table, level = self.crews[k].table, self.tree.nodes[p].level
        legal = table.pair & venues[:, None] & venues[None, :]
        worse = ((table.work >= table.work.T) & (table.pair_cost >= table.pair_cost.T)
                 & (table.metres >= table.metres.T) & legal.T)
        alike = worse & worse.T
        drop = worse & (~alike | (np.arange(self.n)[:, None] > np.arange(self.n)[None, :]))
        m, a = np.nonzero(legal & ~drop)
        entries = self.week_entries(k, g, p, table.work[m, a], table.metres[m, a], 2)
        entries += [(self.link[m, level], 1), (self.link[a, level], 1),
                    (self.twice_rows[g, m], 1), (self.twice_rows[g, a], 1)]
        self.program.block("pair", self.day_points(table.pair_cost[m, a], p), upper=self._upper(p), entries=entries,
                           crew=k, group=g, node=p, venues=m, others=a)

    def _split(self, k: int, g: int, a: int, venues: np.ndarray) -> None:
        """Rounds of an anchor that are not the same day in all their weeks."""
        tops = [p for p, node in enumerate(self.tree.nodes) if node.children and self.allowed_nodes[a, p]]
        for p in tops:
            inner = self.tree.below(p)
            keep = venues & self.allowed_nodes[:, inner].any(axis=1)
            for number, mode in enumerate(self.crews[k].table.modes(a, keep)):
                self._flow(k, g, a, p, number, mode)

    def _flow(self, k: int, g: int, a: int, p: int, number: int, mode: Mode) -> None:
        inner = self.tree.below(p)
        balance = {q: self.program.row(f"balance[{k},{g},{a},{p},{number},{q}]", 0, 0)
                   for q in [p] + inner if self.tree.nodes[q].children}
        for q in inner:
            up = self._upward(a, p, q, balance, g)
            self._parts(k, g, a, p, q, mode, up)

    def _upward(self, a: int, top: int, q: int, balance: dict[int, int], g: int) -> list[tuple]:
        """What a part at q counts for: +1 in the first half of a node and further up, -1 in its second half."""
        entries: list[tuple] = []
        while q != top:
            parent = self.tree.nodes[q].parent
            first = self.tree.nodes[parent].children[0] == q
            entries.append((balance[parent], 1 if first else -1))
            if not first:
                return entries
            q = parent
        level = self.tree.nodes[top].level
        return entries + [(self.link[a, level], 1), (self.twice_rows[g, a], 1)]

    def _parts(self, k: int, g: int, a: int, p: int, q: int, mode: Mode, up: list[tuple]) -> None:
        table, level = self.crews[k].table, self.tree.nodes[q].level
        at = np.flatnonzero(mode.partner & self.allowed_nodes[:, q])
        entries = self.week_entries(k, g, q, mode.work[at], mode.metres[at], 2)
        entries += up + [(self.link[at, level], 1), (self.twice_rows[g, at], 1)]
        about = dict(crew=k, group=g, node=q, anchor=a, top=p, mode=mode)
        self.program.block("part", self.day_points(mode.cost[at], q), upper=self._upper(p), entries=entries,
                           venues=at, **about)
        if mode.alone:
            one = np.array([a])
            entries = self.week_entries(k, g, q, table.lone_work[one], table.lone_metres[one], 1) + up
            self.program.block("part", self.day_points(table.lone_cost[one], q), upper=self._upper(p),
                               entries=entries, venues=np.array([-1]), **about)


class DaysModel(Model):
    """Days counted over the folded weeks, as in the first prototypes: y[s,P], and x[a,b,w] days in week w.

    A relaxation of R32: rows only ask that a stop has a day in each of its weeks. Three weekly stops a, b, c may so
    share days {a,b}, {b,c} and {a,c} in turn, though a and b on one weekday leave no half of it to c; and a stop may
    be in the morning in one week and in the afternoon in another. Its optimum is at least the true one.
    """

    def add_days(self) -> None:
        weeks = range(self.tree.weeks)
        for k, crew in enumerate(self.crews):
            for g, group in enumerate(self.weekdays):
                venues = crew.allowed & group.allowed
                rows = np.array([[self.program.row(f"there[{k},{g},{s},{w}]", 0, 0) for w in weeks]
                                 for s in range(self.n)])
                self._patterns(k, g, venues, rows)
                for w in weeks:
                    self._week(k, g, w, venues, rows)

    def _patterns(self, k: int, g: int, venues: np.ndarray, rows: np.ndarray) -> None:
        table = self.crews[k].table
        upper = 2.0 if self.twice else 1.0
        for p, node in enumerate(self.tree.nodes):
            at = np.flatnonzero(venues & self.allowed_nodes[:, p])
            entries = [(self.link[at, node.level], 1), (self.twice_rows[g, at], 1)]
            self.program.block("pattern", np.zeros(len(at)), upper=upper,
                               entries=entries + [(rows[at, w], -1) for w in node.weeks])
            at = at[table.full[at]]
            entries = self.week_entries(k, g, p, table.full_work[at], table.lone_metres[at], 2)
            entries += [(self.link[at, node.level], 1), (self.twice_rows[g, at], 1)]
            self.program.block("full", self.day_points(table.full_cost[at], p), upper=upper, entries=entries)

    def _leaf(self, w: int) -> int:
        return next(q for q, node in enumerate(self.tree.nodes) if node.weeks == (w,))

    def _week(self, k: int, g: int, w: int, venues: np.ndarray, rows: np.ndarray) -> None:
        table, leaf, upper = self.crews[k].table, self._leaf(w), 2.0 if self.twice else 1.0
        at = np.flatnonzero(table.lone & venues)
        entries = self.week_entries(k, g, leaf, table.lone_work[at], table.lone_metres[at], 1)
        self.program.block("lone", self.day_points(table.lone_cost[at], leaf), upper=upper,
                           entries=entries + [(rows[at, w], 1)])
        legal = table.pair & venues[:, None] & venues[None, :]
        later = np.arange(self.n)[:, None] > np.arange(self.n)[None, :]
        worse = ((table.work >= table.work.T) & (table.pair_cost >= table.pair_cost.T)
                 & (table.metres >= table.metres.T) & legal.T)
        m, a = np.nonzero(legal & ~(worse & (~worse.T | later)))
        entries = self.week_entries(k, g, leaf, table.work[m, a], table.metres[m, a], 2)
        self.program.block("pair", self.day_points(table.pair_cost[m, a], leaf), upper=upper,
                           entries=entries + [(rows[m, w], 1), (rows[a, w], 1)])
