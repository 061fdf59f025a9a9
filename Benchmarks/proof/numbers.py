"""The problem of a proof in plain numbers, and exact arithmetic on its doubles (docs/preuve.md)."""
from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Any

PRICE = 64
"""A price is a whole number of 2^-64: any price is valid, so what is cut off only changes which one it is."""
COEFFICIENT = 160
"""A coefficient is a whole number of 2^-160, exactly, or the proof is refused."""
ONE = 1 << (PRICE + COEFFICIENT)
LARGEST = 10 ** 12


class Refused(Exception):
    """The proof does not prove what it says, or is none."""


def price_of(dual: float, unit: float) -> int:
    price = dual * unit
    return int(math.ldexp(price, PRICE)) if math.isfinite(price) else 0


def coefficient(x: float) -> int:
    if not isinstance(x, (int, float)) or not math.isfinite(x) or abs(x) > 10 * LARGEST:
        raise Refused(f"coefficient {x!r}")
    scaled = int(math.ldexp(x, COEFFICIENT))
    if math.ldexp(scaled, -COEFFICIENT) != x:
        raise Refused(f"coefficient {x!r} is too fine")
    return scaled


def whole(x: Any, least: int = 0, most: int = LARGEST) -> int:
    if type(x) is not int or not least <= x <= most:
        raise Refused(f"{x!r} is no whole number from {least} to {most}")
    return x


def groups(flat: list[int], size: int) -> list[list[int]]:
    if len(flat) % size:
        raise Refused("a list of days or pairs is cut short")
    return [flat[i:i + size] for i in range(0, len(flat), size)]


@dataclass
class Row:
    """min <= what rounds have + boxes <= max."""
    name: str
    unit: float
    what: str
    low: int | None = None
    high: int | None = None
    offer: int | None = None
    week: int | None = None
    blocks: frozenset[int] = frozenset()
    per_metre: int = 0
    per_person_minute: int = 0
    boxes: list[tuple[int, int]] = field(default_factory=list)
    rounding: tuple[int, int, int] | None = None
    pair: tuple[int, int] | None = None

    @classmethod
    def read(cls, raw: dict[str, Any]) -> Row:
        def scaled(key: str) -> int | None:
            return coefficient(raw[key]) if raw.get(key) is not None else None
        if len(raw["boites"]) != len(raw["valeurs"]):
            raise Refused(f"row {raw['nom']}: boxes and values")
        return cls(raw["nom"], raw["unite"], raw["quoi"], scaled("min"), scaled("max"), raw.get("offre"),
                   raw.get("semaine"), frozenset(raw.get("blocs") or ()), scaled("par_metre") or 0,
                   scaled("par_minute_personne") or 0,
                   [(box, coefficient(value)) for box, value in zip(raw["boites"], raw["valeurs"])])


@dataclass(frozen=True)
class Day:
    minutes: int
    cost: int
    metres: int
    half_days: int
    evening: int
    long: int


@dataclass
class Segment:
    stops: list[int]
    short: bool
    half_days: int


@dataclass
class Block:
    kind: int
    weekdays: list[int]
    teams: list[int]
    persons: int
    table: int

    @property
    def places(self) -> int:
        return len(self.teams) * len(self.weekdays)


class Problem:
    """`probleme` of a tree."""

    def __init__(self, raw: dict[str, Any]):
        self.raw = raw
        self.weeks = whole(raw["semaines"], 1, 4)
        self.cadences: list[int] = raw["cadences"]
        self.forms = whole(raw["formes"], 1, 2)
        self.patterns = [(tuple(p["semaines"]), whole(p["niveau"], 0, len(self.cadences) - 1)) for p in raw["motifs"]]
        self.masks = [sum(1 << w for w in weeks) for weeks, _ in self.patterns]
        self.twin_of: list[int | None] = [stop.get("jumeau_de") for stop in raw["arrets"]]
        self.stops = len(self.twin_of)
        self.segments = [Segment(s["arrets"], s["court"], s["demi_journees"]) for s in raw["segments"]]
        self.blocks = [Block(b["famille"], b["jours"], b["equipages"], b["personnes"], b["table"]) for b in raw["blocs"]]
        self.tables = [self._table(t) for t in raw["tables"]]
        self.gains = [[(e, points) for e, points in groups(c["gains"], 2)] for c in raw["communes"]]
        self.offers = self.stops * self.forms * len(self.cadences)
        self.most: list[float] = raw["boites_max"]
        self.worth = [coefficient(x) << PRICE for x in raw["boites_valeur"]]
        self.rows = {row["nom"]: Row.read(row) for row in raw["lignes"]}
        self.kept_minutes: list[int | None] = raw["minutes_tenues"]
        self._check()

    @staticmethod
    def _table(raw: dict[str, Any]) -> dict[tuple, Day]:
        days: dict[tuple, Day] = {}
        for segment, *day in groups(raw["seuls"], 7):
            days[("alone", segment)] = Day(*day)
        for stop, *day in groups(raw["entieres"], 7):
            days[("full", stop)] = Day(*day)
        for morning, afternoon, *day in groups(raw["paires"], 8):
            days[("pair", morning, afternoon)] = Day(*day)
        if len(days) * 7 != len(raw["seuls"]) + len(raw["entieres"]) + len(raw["paires"]) * 7 // 8:
            raise Refused("a day is there twice")
        for day in days.values():
            if min(day.minutes, day.cost, day.metres) < 0:
                raise Refused("a day of less than nothing")
            if day.half_days not in (0, 1, 2) or day.evening not in (0, 1) or day.long not in (0, 1):
                raise Refused("a day of more than two halves, or half an evening")
        return days

    def _check(self) -> None:
        """What all the rest relies on."""
        communes = len(self.gains)
        if len(self.most) != len(self.worth) or len(self.worth) < self.offers + communes:
            raise Refused("boxes")
        if len(self.rows) != len(self.raw["lignes"]):
            raise Refused("a row is there twice")
        for number, segment in enumerate(self.segments):
            if not all(0 <= stop < self.stops for stop in segment.stops):
                raise Refused("a segment's stops")
            if number < self.stops and (segment.short or segment.stops != [number]):
                raise Refused("the first segments are not the sessions")
        # Every commune is credited with no more than its best gain, and each point of it is worth one.
        for j, gains in enumerate(self.gains):
            if self.most[self.offers + j] < max((g for _, g in gains), default=0) or self.worth[self.offers + j] != ONE:
                raise Refused(f"box of commune {j}")
        for e in range(self.offers):
            if self.most[e] < 1:
                raise Refused(f"box of offer {e}")

    def offer(self, stop: int, form: int, level: int) -> int:
        return (stop * self.forms + form) * len(self.cadences) + level

    def offers_of(self, segment: int, pattern: int) -> list[int]:
        own = self.segments[segment]
        return [self.offer(s, 1 if own.short else 0, self.patterns[pattern][1]) for s in own.stops]

    def offers_of_stop(self, stop: int) -> range:
        size = self.forms * len(self.cadences)
        return range(stop * size, (stop + 1) * size)

    def all_need(self) -> int:
        return sum(max((points for _, points in gains), default=0) for gains in self.gains)

    def cut(self, raw: dict[str, Any]) -> Row:
        if "commune" in raw:
            return self._cover(whole(raw["commune"], 0, len(self.gains) - 1), whole(raw["seuil"]))
        return self._rounding(raw)

    def _cover(self, j: int, threshold: int) -> Row:
        above = [(e, coefficient(threshold - g)) for e, g in self.gains[j] if g > threshold]
        return Row(f"cover {j} {threshold}", 1.0, "rien", high=coefficient(threshold),
                   boxes=[(self.offers + j, coefficient(1))] + above)

    def _rounding(self, raw: dict[str, Any]) -> Row:
        kinds = {block.kind: len(block.teams) for block in self.blocks}
        kind = whole(raw["famille"])
        week = whole(raw["semaine"], 0, self.weeks - 1)
        limit, m, q = (whole(raw[key], 1, 10 ** 6) for key in ("limite", "multiplicateur", "diviseur"))
        kept = self.kept_minutes[kind] if kind < len(self.kept_minutes) else None
        if kind not in kinds or kept is None or limit < kept:
            raise Refused("a rounding of a limit that no rule keeps")
        return Row("rounding", 1000 / (q - m * limit % q), "arrondi",
                   high=coefficient(kinds[kind] * rounded(limit, (m, q, limit))), week=week, rounding=(m, q, limit),
                   blocks=frozenset(b for b, block in enumerate(self.blocks) if block.kind == kind))


def rounded(minutes: int, numbers: tuple[int, int, int]) -> int:
    m, q, limit = numbers
    rest = m * limit % q
    return m * minutes // q * (q - rest) + max(0, m * minutes % q - rest)
