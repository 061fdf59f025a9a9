"""The program of one service: columns of days, cover by the best single stop, week rows, soft prices, floors, pins.

Symbols are those of docs/modele.md: y[s,c] stop s at cadence c, θ_j credit of commune j. Points are the objective's
unit. Teams that are alike may be told apart ("exact") or counted ("counted", a relaxation of their weekly hours).
"""
from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from .days import DayTable, Roads, pinned
from .matrix import INFINITY, Program
from .snapshot import WEEKDAYS, Refused, Service, Snapshot, Team, nearest
from .weeks import Tree


@dataclass
class Crew:
    """A team, or several alike ones counted: its days, its weekly limits in minutes, the venues it may serve."""
    teams: list[Team]
    table: DayTable
    allowed: np.ndarray
    week: int
    average: int
    overtime: list[tuple[int, int]]
    """Limit of a person and number of such persons, where overtime is allowed and priced."""

    @property
    def count(self) -> int:
        return len(self.teams)


@dataclass
class Weekdays:
    """Weekdays on which the same venues may be served."""
    days: list[int]
    allowed: np.ndarray


@dataclass
class Gain:
    """What a commune gains from a stop at a cadence index, thousandths of a point."""
    points: int
    stop: int
    cadence: int


class Model:
    """Common part of both variants; a variant adds its columns by `add_days`."""

    def __init__(self, snapshot: Snapshot, service: Service, *, cover: str = "assign", teams: str = "exact",
                 totals: bool = True, ordered: bool = True):
        self.snapshot, self.service, self.parameters = snapshot, service, snapshot.parameters
        self.cover, self.team_mode = cover, teams
        self.tree = Tree(self.parameters)
        self.n = len(service.venues)
        self.program = Program()
        self.total: dict[tuple[str, int, int], int] = {}
        self.over: dict[tuple[int, int], list[int]] = {}
        self.orders: dict[tuple[int, int], list[tuple[int, int]]] = {}
        self.cycles = 4 // self.parameters.whole("cycle_semaines")
        self.twice = self.parameters.yes("bihebdomadaire")
        self._crews()
        self._weekdays()
        self.allowed_nodes = self._allowed_nodes()
        self._stops()
        self._week_rows()
        if totals:
            self._totals()
        if ordered:
            self._order()
        self._budget_rows()
        self._credits()
        self._floors()
        self._served()
        self.add_days()

    def add_days(self) -> None:
        raise NotImplementedError

    # Teams and weekdays

    def _crews(self) -> None:
        p, service = self.parameters, self.service
        if not service.venues:
            raise Refused("a service without venues")
        roads = Roads.between(self.snapshot, service.venues)
        groups: dict[tuple, list[Team]] = {}
        named = {pin["vehicule"] for pin in service.pins if pin.get("vehicule")}
        for team in service.teams:
            alone = team.van if self.team_mode == "exact" or team.van in named else ""
            groups.setdefault((team.depot.id, team.persons, team.contracts, alone), []).append(team)
        tables: dict[tuple, DayTable] = {}
        self.crews = []
        for (depot, persons, contracts, _), teams in groups.items():
            if (depot, persons) not in tables:
                tables[depot, persons] = DayTable(self.snapshot, service, teams[0], roads)
            self.crews.append(self._crew(teams, tables[depot, persons], contracts))

    def _crew(self, teams: list[Team], table: DayTable, contracts: tuple[int, ...]) -> Crew:
        p = self.parameters
        week, reference = p.hours("travail_semaine_max_heures"), p.hours("heures_semaine_max")
        overtime: list[tuple[int, int]] = []
        limits = [min(reference, contract) for contract in contracts]
        if p.yes("heures_supplementaires"):
            overtime = [(limit, limits.count(limit)) for limit in sorted(set(limits))]
        else:
            week = min([week] + limits)
        allowed = np.ones(self.n, dtype=bool)
        for pin in self.service.pins:
            if pin.get("vehicule") and all(team.van != pin["vehicule"] for team in teams):
                allowed[pinned(self.service, pin)] = False
        return Crew(teams, table, allowed, week, p.hours("travail_semaine_moyenne_heures"), overtime)

    def _weekdays(self) -> None:
        """Weekdays are told apart only where a pin or a former stop, or a stop twice a week by two teams, does so."""
        index = {venue.id: v for v, venue in enumerate(self.service.venues)}
        groups: dict[tuple, Weekdays] = {}
        for day in self.parameters.weekdays:
            allowed = np.ones(self.n, dtype=bool)
            for pin in self.service.pins:
                if pin.get("jours") is not None and day not in weekday_numbers(pin["jours"]):
                    allowed[pinned(self.service, pin)] = False
            for stop in self.service.former:
                if stop["lieu"] in index and len(stop["jours"]) == 1 and not self.twice:
                    if day not in weekday_numbers(stop["jours"]):
                        allowed[index[stop["lieu"]]] = False
            apart = day if self.twice and len(self.service.teams) > 1 else -1
            groups.setdefault((apart, *allowed), Weekdays([], allowed)).days.append(day)
        self.weekdays = list(groups.values())
        if self.twice and self.service.former:
            raise Refused("former stops together with stops twice a week")

    def _allowed_nodes(self) -> np.ndarray:
        """(venue, node): patterns that pins and former stops leave a venue."""
        allowed = np.ones((self.n, len(self.tree.nodes)), dtype=bool)
        visits = np.array([self.tree.cadences[node.level] for node in self.tree.nodes])
        for pin in self.service.pins:
            for v in pinned(self.service, pin):
                if pin.get("visites_max") is not None:
                    allowed[v] &= visits <= pin["visites_max"]
                if pin.get("visites_min") is not None and not (self.twice and pin["visites_min"] == 8):
                    allowed[v] &= visits >= pin["visites_min"]
                if pin.get("servi") is False:
                    allowed[v] = False
        index = {venue.id: v for v, venue in enumerate(self.service.venues)}
        for stop in self.service.former:
            if stop["lieu"] in index:
                for q, node in enumerate(self.tree.nodes):
                    weeks = {w + 1 + r * self.tree.weeks for w in node.weeks for r in range(self.tree.repeats)}
                    former = set(stop["semaines"])
                    allowed[index[stop["lieu"]], q] &= weeks <= former or former <= weeks
        return allowed

    # Stops

    def _stops(self) -> None:
        """y[s,c] in the objective at the prices of R10, R12 and R14; rows link[s,c] (filled by days) and once[s]."""
        p, cadences = self.program, self.tree.cadences
        self.link = np.array([[p.row(f"link[{s},{c}]", 0, 0) for c in cadences] for s in range(self.n)])
        self.once = np.array([p.row(f"once[{s}]", upper=1) for s in range(self.n)])
        self.y = np.zeros((self.n, len(cadences)), dtype=int)
        for index, visits in enumerate(cadences):
            columns = p.block("stop", -self._stop_price(visits), entries=[(self.link[:, index], -1), (self.once, 1)],
                              visits=visits)
            self.y[:, index] = columns
        if self.twice:
            most = [min([pin["visites_max"] for pin in self.service.pins if pin.get("visites_max") is not None
                         and v in pinned(self.service, pin)], default=8) for v in range(self.n)]
            columns = p.block("stop", -self._stop_price(8), upper=np.array(most) >= 8,
                              entries=[(self.link[:, 0], -2), (self.once, 1)], visits=8)
            self.y8 = np.array(columns)
            self._eight()

    def _eight(self) -> None:
        """Pins that ask for eight visits leave no other cadence."""
        for pin in self.service.pins:
            if pin.get("visites_min") == 8:
                for v in pinned(self.service, pin):
                    row = self.program.row(f"eight[{v}]", upper=0)
                    self.program.add(row, self.y[v], 1)

    def _stop_price(self, visits: int) -> np.ndarray:
        p = self.parameters
        visit, lonely = nearest(1000 * p.number("prix_r10", 0)), nearest(1000 * p.number("prix_r12", 0))
        partners = {row["code_insee"] for row in self.snapshot.data["territoire"].get("partenaires", [])}
        far = p.number("prix_r14", 0)
        return np.array([visit * visits * (bool(visit) and self.snapshot.presence(venue.commune) == "oui")
                         + lonely * (venue.commune not in partners)
                         + (nearest(far * (self.snapshot.remoteness(venue) or 0)) if far else 0) for venue in self.service.venues]) / 1000

    def _served(self) -> None:
        for number, pin in enumerate(self.service.pins):
            if pin.get("servi"):
                row = self.program.row(f"served[{number}]", lower=1)
                for v in pinned(self.service, pin):
                    self.program.add(row, self.stop_columns(v), 1)

    def stop_columns(self, v: int) -> np.ndarray:
        return np.append(self.y[v], self.y8[v]) if self.twice else self.y[v]

    # Weeks

    def _week_rows(self) -> None:
        p, weeks = self.program, range(self.tree.weeks)
        self.opening = np.array([p.row(f"opening[{w}]", lower=self.parameters.half_days(w, self.tree.weeks))
                                 for w in weeks])
        self.days = np.array([[[p.row(f"oneDay[{k},{g},{w}]", upper=len(group.days) * crew.count) for w in weeks]
                               for g, group in enumerate(self.weekdays)] for k, crew in enumerate(self.crews)])
        self.work = np.array([[p.row(f"work[{k},{w}]", upper=crew.week * crew.count) for w in weeks]
                              for k, crew in enumerate(self.crews)])
        folded = [crew.average * self.parameters.whole("cycle_semaines") // self.tree.repeats for crew in self.crews]
        self.cycle = np.array([p.row(f"cycle[{k}]", upper=folded[k] * crew.count)
                               for k, crew in enumerate(self.crews)])
        for k, crew in enumerate(self.crews):
            self._overtime(k, crew)
        self.twice_rows = np.full((len(self.weekdays), self.n), -1)
        if self.twice and len(self.service.teams) > 1:
            for g in range(len(self.weekdays)):
                for v in range(self.n):
                    self.twice_rows[g, v] = row = p.row(f"weekday[{g},{v}]", upper=0)
                    p.add(row, self.stop_columns(v), -1)

    def _totals(self) -> None:
        """Whole numbers of days and half-days of each crew and week, for HiGHS to branch on and cut with."""
        p, weekdays = self.program, len(self.parameters.weekdays)
        for k, crew in enumerate(self.crews):
            for w in range(self.tree.weeks):
                for kind, most in (("days", weekdays), ("sessions", 2 * weekdays)):
                    self.total[kind, k, w] = row = p.row(f"total[{kind},{k},{w}]", 0, 0)
                    p.block(kind, np.zeros(1), upper=most * crew.count, entries=[(row, -1)], crew=k, week=w)

    def _order(self) -> None:
        """Weeks that are alike, and teams that are alike, come in the order of their work: order[...] rows."""
        p = self.program

        def before(one: tuple[int, int], two: tuple[int, int]) -> None:
            row = p.row(f"order[{one},{two}]", lower=0)
            self.orders.setdefault(one, []).append((row, 1))
            self.orders.setdefault(two, []).append((row, -1))
        if not self.service.former:
            # Swapping the halves of a node of the tree moves whole plans: first weeks of both halves are compared.
            for node in self.tree.nodes:
                if node.children:
                    first, second = (self.tree.nodes[child].weeks[0] for child in node.children)
                    if len(node.weeks) == 2:
                        before((0, first), (0, second))

    def _overtime(self, k: int, crew: Crew) -> None:
        """R22 where overtime is allowed: minutes above each person's limit, at their price."""
        price = nearest(1000 * self.parameters.number("prix_r22", 0) / 60 * self.cycles)
        for limit, persons in crew.overtime if price else []:
            for w in range(self.tree.weeks):
                row = self.program.row(f"over[{k},{w},{limit}]", upper=limit * crew.count)
                self.program.block("overtime", np.array([-price * persons * self.tree.repeats / 1000]),
                                   upper=INFINITY, whole=False, entries=[(row, -1)])
                self.over.setdefault((k, w), []).append(row)

    def _budget_rows(self) -> None:
        names = {"km": "metres", "heures": "minutes", "euros": "euros"}
        self.budget = {}
        for key, limit in self.service.budgets.items():
            if limit is not None:
                factor = {"km": 1000.0, "heures": 60.0, "euros": 1.0}[key]
                self.budget[names[key]] = self.program.row(f"budget[{key}]", upper=limit * factor * (1 + 1e-9))

    def week_entries(self, k: int, g: int, node: int, work: np.ndarray, metres: np.ndarray,
                     sessions: int) -> list[tuple]:
        """Entries of a day that comes in every week of a node: days, openings, work, budgets."""
        entries: list[tuple] = []
        crew = self.crews[k]
        for w in self.tree.nodes[node].weeks:
            entries += [(self.days[k, g, w], 1), (self.work[k, w], work), (self.cycle[k], work)]
            entries += [(row, work) for row in self.over.get((k, w), [])]
            entries += [(row, sign * work) for row, sign in self.orders.get((k, w), [])]
            if self.total:
                entries += [(self.total["days", k, w], 1), (self.total["sessions", k, w], sessions)]
            if crew.table.rules.counts:
                entries.append((self.opening[w], sessions))
        return entries + self._budget_entries(crew, node, work, metres)

    def _budget_entries(self, crew: Crew, node: int, work: np.ndarray, metres: np.ndarray) -> list[tuple]:
        times = len(self.tree.nodes[node].weeks) * self.tree.repeats * self.cycles
        p, entries = self.parameters, []
        if "metres" in self.budget:
            entries.append((self.budget["metres"], metres * times))
        if "minutes" in self.budget:
            entries.append((self.budget["minutes"], work * crew.table.persons * times))
        if "euros" in self.budget:
            euros = metres / 1000 * p.number("cout_km")
            if p.word("salaires") == "variables":
                euros = euros + work / 60 * p.number("cout_heure") * crew.table.persons
            entries.append((self.budget["euros"], euros * times))
        return entries

    def is_day(self) -> np.ndarray:
        """(column,) Whether a column is a day."""
        flags = [np.full(about["size"], kind in ("lone", "full", "pair", "part"))
                 for kind, _, about in self.program.blocks]
        return np.concatenate(flags)

    def total_columns(self) -> list[int]:
        """Columns of the totals of days and half-days."""
        return [first for kind, first, _ in self.program.blocks if kind in ("days", "sessions")]

    def day_points(self, cost: np.ndarray, node: int) -> np.ndarray:
        """Objective of a day that comes in every week of a node, points."""
        return -cost * len(self.tree.nodes[node].weeks) * self.tree.repeats / 1000

    # Cover

    def _gains(self) -> list[list[Gain]]:
        """By commune that counts: what it gains from each stop and cadence, highest first."""
        ways, found = self.snapshot.ways, []
        benefits = [self.parameters.benefit(visits) for visits in self.tree.cadences]
        for need in self.service.needs:
            gains = []
            for s, venue in enumerate(self.service.venues):
                access = ways.access(ways.family(need.commune, venue))
                gains += [Gain(nearest(need.weight * access * benefit), s, c) for c, benefit in enumerate(benefits)]
            found.append(sorted((gain for gain in gains if gain.points > 0), key=lambda gain: -gain.points))
        return found

    def _credits(self) -> None:
        """θ_j as (columns, figures): its credit in thousandths is the sum of figures times columns."""
        self.gains = self._gains()
        self.credit = [{"levels": self._levels, "assign": self._assign, "project": self._project}[self.cover](j)
                       for j in range(len(self.gains))]

    def _reach(self, gain: Gain) -> np.ndarray:
        """Columns of the stops that bring a gain."""
        own = [self.y[gain.stop, gain.cadence]]
        return np.array(own + [self.y8[gain.stop]] if self.twice and gain.cadence == 0 else own)

    def _levels(self, j: int) -> tuple[np.ndarray, np.ndarray]:
        """u[j,l] whether the credit reaches the l-th highest gain: u[l] ≤ u[l-1] + Σ y of that gain."""
        gains = self.gains[j]
        values = sorted({gain.points for gain in gains}, reverse=True)
        steps = np.array(values) - np.array(values[1:] + [0])[:len(values)]
        columns = np.array(self.program.block("level", steps / 1000, whole=False, commune=j))
        rows = {value: self.program.row(f"level[{j},{value}]", upper=0) for value in values}
        for l, value in enumerate(values):
            self.program.add(rows[value], columns[l], 1)
            if l:
                self.program.add(rows[value], columns[l - 1], -1)
        for gain in gains:
            self.program.add(rows[gain.points], self._reach(gain), -1)
        return columns, steps

    def _assign(self, j: int) -> tuple[np.ndarray, np.ndarray]:
        """z[j,s,c] ≤ y[s,c], one a commune."""
        gains = self.gains[j]
        points = np.array([gain.points for gain in gains])
        one = self.program.row(f"one[{j}]", upper=1)
        columns = np.array(self.program.block("assign", points / 1000, whole=False, entries=[(one, 1)], commune=j))
        for column, gain in zip(columns, gains):
            row = self.program.row(f"assign[{j},{gain.stop},{gain.cadence}]", upper=0)
            self.program.add(row, column, 1)
            self.program.add(row, self._reach(gain), -1)
        return columns, points

    def _project(self, j: int) -> tuple[np.ndarray, np.ndarray]:
        """θ_j ≤ g + Σ (g_jsc − g)⁺ y[s,c] for each gain g."""
        gains = self.gains[j]
        columns = np.array(self.program.block("credit", np.array([0.001]), upper=INFINITY, whole=False, commune=j))
        for value in sorted({gain.points for gain in gains} | {0}):
            row = self.program.row(f"cover[{j},{value}]", upper=value)
            self.program.add(row, columns, 1)
            for gain in gains:
                if gain.points > value:
                    self.program.add(row, self._reach(gain), value - gain.points)
        return columns, np.array([1])

    def _floors(self) -> None:
        """Floors of benefit: each EPCI, the fifth of highest need, the fifth that is worst off (as a CVaR)."""
        floors, weights = self.service.floors, np.array([need.weight for need in self.service.needs])
        if floors.get("epci") is not None:
            self._floor_epci(floors["epci"], weights)
        if floors.get("besoin_eleve") is not None:
            self._floor_highest(floors["besoin_eleve"], weights)
        if floors.get("moins_bien_servis") is not None:
            self._floor_worst(floors["moins_bien_servis"], weights)

    def _floor_epci(self, floor: float, weights: np.ndarray) -> None:
        epci = [self.snapshot.ways.communes[need.commune]["code_epci"] for need in self.service.needs]
        for code in sorted(set(epci)):
            inside = [j for j in range(len(epci)) if epci[j] == code]
            row = self.program.row(f"floor[{code}]", lower=(floor - 1e-9) * weights[inside].sum())
            for j in inside:
                self.program.add(row, *self.credit[j])

    def _floor_highest(self, floor: float, weights: np.ndarray) -> None:
        needs = self.service.needs
        if any(need.intensity is None or need.volume is None for need in needs):
            raise Refused("a floor of highest need without intensities in the plan")
        target = left = 0.2 * sum(need.volume for need in needs)
        row = self.program.row("floor[highest]", lower=(floor - 1e-9) * target)
        for j in sorted(range(len(needs)), key=lambda j: (-needs[j].intensity, needs[j].commune)):
            taken = min(left, needs[j].volume)
            if taken > 0:
                columns, figures = self.credit[j]
                self.program.add(row, columns, figures * (taken / weights[j]))
            left -= taken

    def _floor_worst(self, floor: float, weights: np.ndarray) -> None:
        """max over t of t · T − Σ (W_j t − θ_j)⁺ ≥ floor · T, T a fifth of the weight."""
        total = 0.2 * weights.sum()
        row = self.program.row("floor[worst]", lower=(floor - 1e-9) * total)
        t = self.program.block("threshold", np.zeros(1), whole=False, entries=[(row, total)])
        for j, weight in enumerate(weights):
            short = self.program.row(f"short[{j}]", upper=0)
            self.program.add(short, np.array(t), weight)
            self.program.add(short, self.credit[j][0], -np.asarray(self.credit[j][1]))
            self.program.block("shortfall", np.zeros(1), upper=INFINITY, whole=False,
                               entries=[(short, -1), (row, -1)])


def weekday_numbers(names: list) -> list[int]:
    """Weekdays of a pin: by name or by number from Monday 0."""
    return [WEEKDAYS.index(day) if isinstance(day, str) else int(day) for day in names]
