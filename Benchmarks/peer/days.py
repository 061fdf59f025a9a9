"""Days of a crew: which are legal at which starts, what they work and what they cost (R20, R25, R26, lunch).

Arrays are indexed by venue; a pair is (morning venue, afternoon venue). Starts are those of the grid on each side.
"""
from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .snapshot import Parameters, Place, Refused, Service, Snapshot, Team, nearest

MORNING, AFTERNOON = 0, 1
NEVER = 10**6  # minutes, where no start is legal


class DayRules:
    """The figures that time a day, and the starts offered to each half."""

    def __init__(self, p: Parameters):
        self.session, self.setup, self.packup = (
            p.whole("seance_minutes"), p.whole("installation_minutes"), p.whole("rangement_minutes"))
        self.lunch, self.lunch_from, self.lunch_until = (
            p.whole("dejeuner_minutes"), p.clock("dejeuner_debut"), p.clock("dejeuner_fin"))
        self.limit, self.pause = p.hours("pause_apres_heures"), p.whole("pause_minutes")
        self.daily, self.span = p.hours("travail_jour_max_heures"), p.hours("amplitude_max_heures")
        self.starts = self._starts(p)

    def _starts(self, p: Parameters) -> tuple[np.ndarray, np.ndarray]:
        """Sessions that reach `demi_journee_min_minutes` on their side; where none can, on the side they open most."""
        first, last, step = p.clock("ouverture_debut"), p.clock("ouverture_fin") - self.session, p.whole("pas_minutes")
        split = p.clock("limite_matin")
        least = p.whole("demi_journee_min_minutes")
        self.counts = self.session >= least
        needed = least if self.counts else 1
        grid = np.arange(-(-first // step) * step, last + 1, step)
        morning = grid[np.minimum(grid + self.session, split) - grid >= needed]
        afternoon = grid[grid + self.session - np.maximum(grid, split) >= needed]
        return morning, afternoon

    def visit(self) -> int:
        return self.setup + self.session + self.packup

    def lone(self, out: np.ndarray, home: np.ndarray, starts: np.ndarray) -> np.ndarray:
        """(venue, start): whether a day with one session is legal. Its long break comes after, or before setting up."""
        work = (out + home + self.visit())[:, None]
        leave = starts[None, :] - self.setup - out[:, None]
        back = starts[None, :] + self.session + self.packup + home[:, None]
        short = work < self.limit
        after = (out + self.visit() <= self.limit)[:, None] & self._inside(leave, back + self.pause)
        before = (out <= self.limit)[:, None] & self._inside(leave - self.pause, back)
        return (work <= self.daily) & np.where(short, self._inside(leave, back), after | before)

    def lone_span(self, out: np.ndarray, home: np.ndarray) -> np.ndarray:
        """(venue,): minutes from leaving to coming back, the same at every start."""
        work = out + home + self.visit()
        return work + np.where(work < self.limit, 0, self.pause)

    def full(self, out: np.ndarray, home: np.ndarray, morning: np.ndarray,
             second: np.ndarray | None = None) -> np.ndarray:
        """(venue, morning start, afternoon start): whether both halves at one venue are legal; `morning` (venue, start) are
        the starts allowed, `second` those of the afternoon, all where not given."""
        work = out + home + self.setup + self.packup + 2 * self.session
        first = self.starts[0][None, :, None]
        second = (self.starts[1] if second is None else second)[None, None, :]
        rested = (out + self.setup + self.session <= self.limit) & (work <= self.daily)
        noon = self._overlap(first + self.session, second) >= self.lunch
        inside = self._inside(first - self.setup - out[:, None, None],
                              second + self.session + self.packup + home[:, None, None])
        return rested[:, None, None] & noon & inside & morning[:, :, None]

    def shortest(self, legal: np.ndarray, axis: int | tuple[int, int]) -> np.ndarray:
        """Least minutes between the two starts over the legal ones; NEVER where there is none."""
        apart = self.starts[1][None, None, :] - self.starts[0][None, :, None]
        return np.where(legal, apart, NEVER).min(axis=axis)

    def pairs(self, out: np.ndarray, between: np.ndarray, home: np.ndarray) -> np.ndarray:
        """(pair, morning start, afternoon start): whether a day with two sessions at two venues is legal."""
        out, drive, home = out[:, None, None], between[:, None, None], home[:, None, None]
        first, second = self.starts[0][None, :, None], self.starts[1][None, None, :]
        work = out + drive + home + 2 * self.visit()
        left, due, worked = first + self.session + self.packup, second - self.setup, out + self.visit()
        last = due - drive
        early, late = worked <= self.limit, worked + drive <= self.limit
        lunch_last = self._overlap(left, last) >= self.lunch
        lunch_first = self._overlap(left + drive, due) >= self.lunch
        ways = lunch_last & (last - left >= self.pause) & early
        ways |= lunch_first & (last - left >= self.pause) & late
        ways |= late & (self._overlap(left, last - self.pause) >= self.lunch)
        ways |= early & (self._overlap(left + self.pause + drive, due) >= self.lunch)
        inside = self._inside(first - self.setup - out, second + self.session + self.packup + home)
        return ways & inside & (left + drive <= due) & (work <= self.daily)

    def _overlap(self, start: np.ndarray, end: np.ndarray) -> np.ndarray:
        return np.minimum(end, self.lunch_until) - np.maximum(start, self.lunch_from)

    def _inside(self, leave: np.ndarray, back: np.ndarray) -> np.ndarray:
        return (leave >= 0) & (back < 1440) & (back - leave <= self.span)


@dataclass
class Roads:
    """Metres and schedule minutes between venues, (n, n)."""
    metres: np.ndarray
    minutes: np.ndarray

    @classmethod
    def between(cls, snapshot: Snapshot, places: list[Place]) -> Roads:
        legs = [[snapshot.ways.van(a, b) for b in places] for a in places]
        return cls(np.array([[leg.metres for leg in row] for row in legs], dtype=np.int64),
                   np.array([[leg.minutes for leg in row] for row in legs], dtype=np.int64))


@dataclass
class Mode:
    """One way to time an anchor at all its visits: its half, its start, and the partners that then can hold the other.

    `partner`, `work`, `cost`, `metres` are (venue,), partners' days; `alone` where it may be the only session.
    """
    half: int
    start: int
    alone: bool
    partner: np.ndarray
    work: np.ndarray
    cost: np.ndarray
    metres: np.ndarray

    def covers(self, other: Mode) -> bool:
        """Whether all that the other allows is allowed here, at no more work, cost and way."""
        p = other.partner
        return ((self.alone or not other.alone) and not (p & ~self.partner).any()
                and (self.work[p] <= other.work[p]).all() and (self.cost[p] <= other.cost[p]).all()
                and (self.metres[p] <= other.metres[p]).all())


class DayTable:
    """Every legal day from one depot with a crew of some size."""

    def __init__(self, snapshot: Snapshot, service: Service, team: Team, roads: Roads):
        self.rules, self.parameters = DayRules(snapshot.parameters), snapshot.parameters
        self.persons, self.roads, self.n = team.persons, roads, len(service.venues)
        ways = snapshot.ways
        out = [ways.van(team.depot, venue) for venue in service.venues]
        home = [ways.van(venue, team.depot) for venue in service.venues]
        self.out = np.array([leg.minutes for leg in out], dtype=np.int64)
        self.home = np.array([leg.minutes for leg in home], dtype=np.int64)
        self.out_metres = np.array([leg.metres for leg in out], dtype=np.int64)
        self.home_metres = np.array([leg.metres for leg in home], dtype=np.int64)
        self.allowed, self.full_allowed = allowed_starts(self.rules, service)
        self._lone()
        self._full()
        self._pair_costs()
        self._pair_starts()

    def cost(self, metres: np.ndarray, work: np.ndarray) -> np.ndarray:
        """Thousandths of a point of one day of the cycle over 4 weeks, rounded once."""
        p = self.parameters
        euros = metres / 1000 * p.number("cout_km")
        if p.word("salaires") == "variables":
            euros = euros + work / 60 * p.number("cout_heure") * self.persons
        points = euros * p.number("lambda") * (4 // p.whole("cycle_semaines")) * 1000
        return np.floor(points + 0.5).astype(np.int64)

    def span_cost(self, span: np.ndarray) -> np.ndarray:
        """R26: thousandths of a point over 4 weeks for minutes above the reported span, on a day of each cycle."""
        p = self.parameters
        minute = nearest(1000 * p.number("prix_r26", 0) / 60 * (4 // p.whole("cycle_semaines")))
        over = np.where(span < NEVER, np.maximum(0, span - p.hours("amplitude_signalee_heures")), 0)
        return over * minute * self.persons

    def _lone(self) -> None:
        rules = self.rules
        self.lone_starts = [rules.lone(self.out, self.home, rules.starts[half]) & self.allowed[half]
                            for half in (MORNING, AFTERNOON)]
        self.lone = self.lone_starts[0].any(axis=1) | self.lone_starts[1].any(axis=1)
        self.lone_work = self.out + self.home + rules.visit()
        self.lone_metres = self.out_metres + self.home_metres
        self.lone_cost = self.cost(self.lone_metres, self.lone_work)
        self.lone_cost = self.lone_cost + self.span_cost(rules.lone_span(self.out, self.home))

    def _full(self) -> None:
        legal = self.rules.full(self.out, self.home, self.allowed[MORNING])
        self.full = legal.any(axis=(1, 2)) & self.full_allowed
        self.full_work = self.lone_work + self.rules.session
        rules = self.rules
        span = (rules.shortest(legal, (1, 2)) + self.out + rules.setup + rules.session + rules.packup + self.home)
        self.full_cost = self.cost(self.lone_metres, self.full_work) + self.span_cost(span)

    def _pair_costs(self) -> None:
        """By (morning, afternoon)."""
        self.work = (self.out[:, None] + self.roads.minutes + self.home[None, :] + 2 * self.rules.visit())
        self.metres = self.out_metres[:, None] + self.roads.metres + self.home_metres[None, :]
        self.running = self.cost(self.metres, self.work)

    def _pair_starts(self) -> None:
        """Starts at which a day is legal for some start of the other: (morning, afternoon, start) each."""
        n, rules = self.n, self.rules
        first, second = (len(starts) for starts in rules.starts)
        self.by_morning = np.zeros((n, n, first), dtype=bool)
        self.by_afternoon = np.zeros((n, n, second), dtype=bool)
        # Costs with the shortest span that a start of the one leaves to the other.
        self.cost_by_morning = np.zeros((n, n, first), dtype=np.int64)
        self.cost_by_afternoon = np.zeros((n, n, second), dtype=np.int64)
        self.pair_cost = np.zeros((n, n), dtype=np.int64)
        for m in range(n):
            legal = rules.pairs(np.full(n, self.out[m]), self.roads.minutes[m], self.home)
            legal &= self.allowed[MORNING][m][None, :, None] & self.allowed[AFTERNOON][:, None, :]
            legal[m] = False
            self.by_morning[m], self.by_afternoon[m] = legal.any(axis=2), legal.any(axis=1)
            around = (self.out[m] + rules.setup + rules.session + rules.packup + self.home)
            def cost(axis: int | tuple[int, int]) -> np.ndarray:
                apart = rules.shortest(legal, axis)
                wide = apart.ndim - 1
                return (self.running[m].reshape(-1, *[1] * wide)
                        + self.span_cost(apart + around.reshape(-1, *[1] * wide)))
            self.cost_by_morning[m], self.cost_by_afternoon[m] = cost(2), cost(1)
            self.pair_cost[m] = cost((1, 2))
        self.pair = self.by_morning.any(axis=2)

    def modes(self, a: int, keep: np.ndarray) -> list[Mode]:
        """The ways to time an anchor that no other covers; `keep` (venue,) are the partners to look at."""
        found: list[Mode] = []
        for mode in self._all_modes(a, keep):
            if mode.partner.any() and not any(other.covers(mode) for other in found):
                found = [other for other in found if not mode.covers(other)] + [mode]
        return found

    def _all_modes(self, a: int, keep: np.ndarray) -> list[Mode]:
        modes = []
        for half, partners, work, cost, metres in (
                (MORNING, self.by_morning[a], self.work[a], self.cost_by_morning[a], self.metres[a]),
                (AFTERNOON, self.by_afternoon[:, a], self.work[:, a], self.cost_by_afternoon[:, a], self.metres[:, a])):
            for start in range(partners.shape[1]):
                modes.append(Mode(half, start, bool(self.lone_starts[half][a, start]), partners[:, start] & keep,
                                  work, cost[:, start], metres))
        return sorted(modes, key=lambda mode: -int(mode.partner.sum()) - mode.alone)


def allowed_starts(rules: DayRules, service: Service) -> tuple[list[np.ndarray], np.ndarray]:
    """Starts that pins leave each venue, by half (venue, start), and whether a full day is left to it (venue,)."""
    allowed = [np.ones((len(service.venues), len(starts)), dtype=bool) for starts in rules.starts]
    full = np.ones(len(service.venues), dtype=bool)
    for pin in service.pins:
        for v in pinned(service, pin):
            if pin.get("demi_journee"):
                out = {"matin": AFTERNOON, "apres_midi": MORNING}.get(pin["demi_journee"])
                if out is None:
                    raise Refused(f"half-day {pin['demi_journee']} of a pin")
                allowed[out][v] = False
                full[v] = False
            if pin.get("debut") is not None:
                for half in (MORNING, AFTERNOON):
                    allowed[half][v] &= rules.starts[half] == pin["debut"]
    return allowed, full


def pinned(service: Service, pin: dict) -> list[int]:
    """Venues that a pin is about."""
    return [v for v, venue in enumerate(service.venues)
            if pin.get("lieu") == venue.id or pin.get("commune") == venue.commune]
