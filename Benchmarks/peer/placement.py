"""Puts the rounds of a solution on weekdays with hours, and checks what the program leaves out: R23, R24, R01 between
teams, and for counted teams the hours of each. A search that is cut short says so; it never claims that none exists.
"""
from __future__ import annotations

import itertools
from dataclasses import dataclass, field

import numpy as np

from .days import DayTable
from .variants import RoundsModel

Content = dict[int, tuple[int, int]]
"""By folded week: morning and afternoon venue, -1 for none."""


@dataclass
class Round:
    """Days that share a weekday, with the minutes each week works."""
    crew: int
    group: int
    variants: list[Content]
    """The same days with halves swapped where the model leaves that open."""
    work: dict[int, int]
    timings: list[tuple[Content, dict[int, tuple[int, int]]]] = field(default_factory=list)
    """Content, and by week departure and arrival."""


class Placement:
    def __init__(self, model: RoundsModel, solution: np.ndarray, limit: int = 200_000):
        self.model, self.p, self.limit, self.steps = model, model.parameters, limit, 0
        self.rounds = read_rounds(model, solution)
        for one in self.rounds:
            one.timings = self._timings(one)
        self.rounds.sort(key=lambda one: -len(one.work))
        self.bins = [(k, team, day, g) for k, crew in enumerate(model.crews) for team in range(crew.count)
                     for g, group in enumerate(model.weekdays) for day in group.days]
        self.taken: dict[tuple[int, int, int], list[tuple[Round, Content, dict]]] = {}

    def verdict(self) -> str:
        """`placed`, or why not."""
        if any(not one.timings for one in self.rounds):
            return "no common starts"
        if self._place(0):
            return "placed"
        return "not placed (search cut)" if self.steps >= self.limit else "not placed"

    # Hours of a round

    def _timings(self, one: Round) -> list[tuple[Content, dict[int, tuple[int, int]]]]:
        """A few ways to time a round: the usual starts first."""
        found = []
        for content in one.variants:
            keys = sorted({(venue, half) for pair in content.values() for half, venue in enumerate(pair) if venue >= 0})
            ways = itertools.product(*(self._usual(half) for _, half in keys))
            for starts in itertools.islice(ways, 20_000):
                at = dict(zip(keys, starts))
                hours = {w: self._day(one.crew, pair, at) for w, pair in content.items()}
                if all(hours.values()):
                    found.append((content, hours))
                    if len(found) % 4 == 0:
                        break
        return found

    def _usual(self, half: int) -> list[int]:
        usual = self.p.clock("debut_matin" if half == 0 else "debut_apres_midi")
        starts = self.model.crews[0].table.rules.starts[half]
        return sorted((int(start) for start in starts), key=lambda start: abs(start - usual))

    def _day(self, k: int, pair: tuple[int, int], at: dict[tuple[int, int], int]) -> tuple[int, int] | None:
        """Departure and arrival of a day at given starts; None where it is not legal."""
        table: DayTable = self.model.crews[k].table
        rules, (m, a) = table.rules, pair
        if m >= 0 and a >= 0 and m != a:
            i = np.flatnonzero(rules.starts[0] == at[m, 0])[0]
            j = np.flatnonzero(rules.starts[1] == at[a, 1])[0]
            legal = rules.pairs(table.out[[m]], table.roads.minutes[[m], [a]], table.home[[a]])[0, i, j]
            legal &= table.allowed[0][m, i] and table.allowed[1][a, j]
        elif m == a:
            morning = table.allowed[0][[m]] & (rules.starts[0] == at[m, 0])
            legal = table.full_allowed[m] and rules.full(table.out[[m]], table.home[[m]], morning,
                                                         np.array([at[a, 1]])).any()
        else:
            return self._lone(table, max(m, a), 0 if m >= 0 else 1, at[max(m, a), 0 if m >= 0 else 1])
        if not legal:
            return None
        return (at[m, 0] - rules.setup - int(table.out[m]),
                at[a, 1] + rules.session + rules.packup + int(table.home[a]))

    @staticmethod
    def _lone(table: DayTable, v: int, half: int, start: int) -> tuple[int, int] | None:
        rules = table.rules
        if not table.lone_starts[half][v, np.flatnonzero(rules.starts[half] == start)[0]]:
            return None
        leave, back = start - rules.setup - int(table.out[v]), start + rules.session + rules.packup + int(table.home[v])
        if table.lone_work[v] < rules.limit:
            return leave, back
        if table.out[v] + rules.visit() <= rules.limit:
            return leave, back + rules.pause
        return leave - rules.pause, back

    # Weekdays

    def _place(self, index: int) -> bool:
        self.steps += 1
        if self.steps > self.limit:
            return False
        if index == len(self.rounds):
            return self._holds()
        one = self.rounds[index]
        for k, team, day, g in self.bins:
            place = self.taken.setdefault((k, team, day), [])
            if (k, g) != (one.crew, one.group) or any(set(other.work) & set(one.work) for other, _, _ in place):
                continue
            if not self._hours_left(k, team, one):
                continue
            for content, hours in one.timings:
                place.append((one, content, hours))
                if self._place(index + 1):
                    return True
                place.pop()
        return False

    def _hours_left(self, k: int, team: int, one: Round) -> bool:
        crew = self.model.crews[k]
        for week, minutes in one.work.items():
            used = sum(other.work.get(week, 0) for (c, t, _), places in self.taken.items() if (c, t) == (k, team)
                       for other, _, _ in places)
            if used + minutes > crew.week:
                return False
        return True

    def _holds(self) -> bool:
        return self._opens() and all(self._rests(k, team) for k, crew in enumerate(self.model.crews)
                                     for team in range(crew.count))

    def _opens(self) -> bool:
        """R01: half-days in which some team is open."""
        for week in range(self.model.tree.weeks):
            halves = {(day, half) for (_, _, day), places in self.taken.items() for _, content, _ in places
                      if week in content for half in (0, 1) if content[week][half] >= 0}
            if len(halves) * self.model.crews[0].table.rules.counts < self.p.half_days(week, self.model.tree.weeks):
                return False
        return True

    def _rests(self, k: int, team: int) -> bool:
        """R23 and R24 of one team over the repeated weeks."""
        weeks = self.model.tree.weeks
        line = sorted((7 * week + day, *hours[week]) for (c, t, day), places in self.taken.items() if (c, t) == (k, team)
                      for _, _, hours in places for week in hours)
        if not line:
            return True
        line.append((line[0][0] + 7 * weeks, line[0][1], line[0][2]))
        for (date, _, end), (later, start, _) in zip(line, line[1:]):
            rest = 1440 * (later - date) + start - end
            if rest < self.p.hours("repos_quotidien_heures"):
                return False
            if date // 7 < later // 7:
                two = self.p.yes("deux_jours_de_repos") and date % 7 == 5 and later - date == 2
                if rest < self.p.hours("repos_hebdo_heures") or two:
                    return False
        return True


def read_rounds(model: RoundsModel, solution: np.ndarray) -> list[Round]:
    """The rounds of a solution."""
    found: list[Round] = []
    parts: dict[tuple, dict] = {}
    for kind, first, about in model.program.blocks:
        if kind not in ("lone", "full", "pair", "part"):
            continue
        counts = np.rint(solution[first:first + about["size"]]).astype(int)
        for index in np.flatnonzero(counts):
            for _ in range(counts[index]):
                if kind == "part":
                    key = (about["crew"], about["group"], about["anchor"], about["top"], id(about["mode"]))
                    entry = parts.setdefault(key, {"mode": about["mode"], "options": {}})
                    entry["options"].setdefault(about["node"], []).append(int(about["venues"][index]))
                else:
                    found.append(_plain(model, kind, about, int(index)))
    for (k, g, anchor, top, _), entry in parts.items():
        while any(entry["options"].values()):
            found.append(_split(model, k, g, anchor, top, entry["mode"], entry["options"]))
    return found


def _plain(model: RoundsModel, kind: str, about: dict, index: int) -> Round:
    table, weeks = model.crews[about["crew"]].table, model.tree.nodes[about["node"]].weeks
    v = int(about["venues"][index])
    if kind == "lone":
        pairs, work = [(v, -1), (-1, v)], table.lone_work[v]
    elif kind == "full":
        pairs, work = [(v, v)], table.full_work[v]
    else:
        other = int(about["others"][index])
        pairs, work = [(v, other)], table.work[v, other]
        same = all(figure[v, other] == figure[other, v] for figure in (table.work, table.metres, table.pair_cost))
        if same and table.pair[other, v]:
            pairs.append((other, v))
    return Round(about["crew"], about["group"], [{w: pair for w in weeks} for pair in pairs],
                 {w: int(work) for w in weeks})


def _split(model: RoundsModel, k: int, g: int, anchor: int, top: int, mode, options: dict) -> Round:
    """Takes one option for each half of the pattern, further down where none is at the node."""
    table, nodes = model.crews[k].table, model.tree.nodes
    partners: dict[int, int] = {}

    def fill(q: int) -> None:
        if q != top and options.get(q):
            b = options[q].pop()
            partners.update({w: b for w in nodes[q].weeks})
        else:
            for child in nodes[q].children:
                fill(child)

    fill(top)
    same = all((figure[anchor, b] == figure[b, anchor]) for b in set(partners.values()) if b >= 0
               for figure in (table.work, table.metres, table.pair_cost))
    halves = [mode.half] + ([1 - mode.half] if same else [])
    variants = [{w: (anchor, b) if half == 0 else (b, anchor) for w, b in partners.items()} for half in halves]
    work = {w: int(mode.work[b] if b >= 0 else table.lone_work[anchor]) for w, b in partners.items()}
    return Round(k, g, variants, work)
