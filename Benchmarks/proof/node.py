"""What decisions leave to a node, and the bound of a node under some prices (docs/preuve.md)."""
from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from .numbers import COEFFICIENT, ONE, Day, Problem, Refused, Row, coefficient, groups, price_of, rounded, whole

MOST_LISTS = 8


class Limits:
    """What rules, decisions and exclusions close."""

    def __init__(self, problem: Problem):
        self.problem = problem
        closed = problem.raw["fermes"]
        self.offers = set(closed["offres"])
        self.patterns = {(s, n) for s, n in groups(closed["motifs"], 2)}
        self.blocks = {(s, b) for s, b in groups(closed["blocs"], 2)}
        self.dates = {(s, n, b) for s, n, b in groups(closed["dates"], 3)}
        self.required = set(closed["exiges"])
        self.segments: set[int] = set()
        self.only_full: set[int] = set()
        self.never_full: set[int] = set()
        self.apart: set[tuple[int, int]] = set()
        self.together: set[tuple[int, int]] = set()
        self.no_order: set[tuple[int, int]] = set()
        self.least: dict[str, int] = {}
        self.most: dict[str, int] = {}
        self.lists: list[tuple[Prices, int]] = []

    def copy(self) -> Limits:
        own = Limits.__new__(Limits)
        for name, value in vars(self).items():
            setattr(own, name, value if name == "problem" else type(value)(value))
        return own

    def take(self, choice: dict[str, Any]) -> None:
        p, what, yes = self.problem, choice["quoi"], choice.get("oui")
        if what not in ("au_plus", "au_moins") and type(yes) is not bool:
            raise Refused("a choice without an answer")
        if what == "arret":
            self._use(choice["arret"]) if yes else self.offers.update(p.offers_of_stop(self._stop(choice["arret"])))
        elif what == "offre":
            e = whole(choice["offre"], 0, p.offers - 1)
            if yes:
                stop = e // (p.forms * len(p.cadences))
                self._use(stop)
                self.offers.update(set(p.offers_of_stop(stop)) - {e})
            else:
                self.offers.add(e)
        elif what == "segment":
            u = self._segment(choice["segment"])
            if yes:
                stops = set(p.segments[u].stops)
                self.required |= stops
                self.segments |= {v for v, other in enumerate(p.segments) if v != u and stops & set(other.stops)}
            else:
                self.segments.add(u)
        elif what == "blocs":
            stop, kept = self._stop(choice["arret"]), set(choice["blocs"])
            self.blocks |= {(stop, b) for b in range(len(p.blocks)) if (b in kept) != yes}
        elif what == "journee_entiere":
            (self.only_full if yes else self.never_full).add(self._stop(choice["arret"]))
        elif what == "meme_jour":
            pair = self._pair(choice)
            if yes:
                self.together.add(pair)
                for u in pair:
                    self.required |= set(p.segments[u].stops)
            else:
                self.apart.add(pair)
        elif what == "ordre":
            first, second = self._segment(choice["segment"]), self._segment(choice["autre"])
            self.no_order.add((second, first) if yes else (first, second))
        elif what == "motif":
            stop, n = self._stop(choice["arret"]), whole(choice["motif"], 0, len(p.patterns) - 1)
            self.patterns |= {(stop, m) for m in range(len(p.patterns)) if (m == n) != yes}
        elif what in ("au_plus", "au_moins"):
            name, count = count_row(choice), whole(choice["nombre"], -10 ** 12)
            if what == "au_plus":
                self.most[name] = min(count, self.most.get(name, count))
            else:
                self.least[name] = max(count, self.least.get(name, count))
        else:
            raise Refused(f"choice {what}")

    def leave_out(self, exclusion: dict[str, Any]) -> None:
        if exclusion["quoi"] == "offre":
            self.offers.add(exclusion["offre"])
        elif exclusion["quoi"] == "arret":
            self.offers.update(self.problem.offers_of_stop(exclusion["arret"]))
        else:
            self.blocks.add((exclusion["arret"], exclusion["bloc"]))

    def _stop(self, s: Any) -> int:
        return whole(s, 0, self.problem.stops - 1)

    def _use(self, s: Any) -> None:
        self.required.add(self._stop(s))

    def _segment(self, u: Any) -> int:
        return whole(u, 0, len(self.problem.segments) - 1)

    def _pair(self, choice: dict[str, Any]) -> tuple[int, int]:
        a, b = self._segment(choice["segment"]), self._segment(choice["autre"])
        return min(a, b), max(a, b)

    def allows(self, segment: int, pattern: int) -> bool:
        own = self.problem.segments[segment]
        return (segment not in self.segments
                and not any(e in self.offers for e in self.problem.offers_of(segment, pattern))
                and not any((s, pattern) in self.patterns for s in own.stops)
                and not (own.short and any(s in self.only_full for s in own.stops)))

    def allows_on(self, segment: int, pattern: int, block: int) -> bool:
        return self.allows(segment, pattern) and not any(
            (s, pattern, block) in self.dates for s in self.problem.segments[segment].stops)

    def allows_in(self, segment: int, block: int) -> bool:
        return not any((s, block) in self.blocks for s in self.problem.segments[segment].stops)

    def allows_half(self, segment: int) -> bool:
        own = self.problem.segments[segment]
        return own.short or own.stops[0] not in self.only_full

    def allows_day(self, morning: int, afternoon: int) -> bool:
        return ((min(morning, afternoon), max(morning, afternoon)) not in self.apart
                and (morning, afternoon) not in self.no_order)

    def row(self, name: str) -> Row:
        """A row of the problem, as decisions change it."""
        if name.startswith("together["):
            pair = tuple(int(x) for x in name[9:-1].split(","))
            if pair not in self.together:
                raise Refused(f"row {name} where nothing asks for it")
            return Row(name, 1000.0, "paire", low=coefficient(1), pair=pair)
        row = self.problem.rows.get(name)
        if row is None:
            raise Refused(f"row {name} is not of this problem")
        if name in self.least or name in self.most:
            row = replace(row, low=coefficient(self.least[name]) if name in self.least else row.low,
                          high=coefficient(self.most[name]) if name in self.most else row.high)
        if name.startswith("once[") and int(name[5:-1]) in self.required:
            row = replace(row, low=coefficient(1))
        return row


def count_row(choice: dict[str, Any]) -> str:
    what = {"jours": "days", "demi_journees": "halfDays"}[choice["mesure"]]
    kind = f"k{whole(choice['famille']) + 1}," if choice.get("famille") is not None else ""
    week = f"w{whole(choice['semaine']) + 1}" if choice.get("semaine") is not None else "all"
    return f"count[{what},{kind}{week}]"


@dataclass
class Tariff:
    """What a day of a block costs in a week beyond its own cost, by what it uses."""
    day: int = 0
    half: int = 0
    evening: int = 0
    long_day: int = 0
    minute: int = 0
    metre: int = 0
    rounded: tuple = ()

    def worth(self, day: Day) -> int:
        total = (day.cost * ONE + self.day + day.half_days * self.half + day.evening * self.evening
                 + day.long * self.long_day + day.minutes * self.minute + day.metres * self.metre)
        for price, numbers in self.rounded:
            total += price * rounded(day.minutes, numbers)
        return -total


class Prices:
    """Prices of rows at a node: what offers, shared days and days then come to, and what rows and boxes add."""

    def __init__(self, limits: Limits, priced: list[tuple[Row | str, float]]):
        p = limits.problem
        self.offer: dict[int, int] = {}
        self.pair: dict[tuple[int, int], int] = {}
        self.tariffs = [[Tariff() for _ in range(p.weeks)] for _ in p.blocks]
        self.rows = 0
        self.reduced = list(p.worth)
        for named, dual in priced:
            row = limits.row(named) if isinstance(named, str) else named
            price = price_of(dual, row.unit)
            side = row.high if price > 0 else row.low
            if price == 0 or side is None:
                continue
            self.rows += price * side
            for box, value in row.boxes:
                self.reduced[box] -= price * value
            self._charge(row, price, p)
        self.boxes = 0
        for box, reduced in enumerate(self.reduced):
            if reduced > 0 and not (box < p.offers and box in limits.offers):
                over, under = float(p.most[box]).as_integer_ratio()
                self.boxes += -(-reduced * over // under)

    def _charge(self, row: Row, price: int, p: Problem) -> None:
        one = price << COEFFICIENT
        if row.what == "offre":
            self.offer[row.offer] = self.offer.get(row.offer, 0) - one
        elif row.what == "paire":
            self.pair[row.pair] = self.pair.get(row.pair, 0) - one
        elif row.what != "rien":
            for b in row.blocks:
                for w in range(p.weeks):
                    if row.week is None or row.week == w:
                        self._charge_day(self.tariffs[b][w], row, price, one, p.blocks[b].persons)

    @staticmethod
    def _charge_day(tariff: Tariff, row: Row, price: int, one: int, persons: int) -> None:
        if row.what == "jours":
            tariff.day += one
        elif row.what == "demi_journees":
            tariff.half += one
        elif row.what == "soirees":
            tariff.evening += one
        elif row.what == "journees_longues":
            tariff.long_day += one
        elif row.what == "minutes":
            tariff.minute += one
        elif row.what == "arrondi":
            tariff.rounded += ((one, row.rounding),)
        elif row.what == "usage":
            tariff.metre += price * row.per_metre
            tariff.minute += price * row.per_person_minute * persons
        else:
            raise Refused(f"row {row.name} counts {row.what}")


def _plus(a: tuple | None, b: tuple | None) -> tuple | None:
    return None if a is None or b is None else tuple(x + y for x, y in zip(a, b))


class Rounds:
    """The rounds of one block, each worth something under the prices and under those of each list on the way."""

    def __init__(self, limits: Limits, prices: Prices, block: int):
        self.limits, self.block, self.p = limits, block, limits.problem
        self.table = self.p.tables[self.p.blocks[block].table]
        self.all = [prices] + [own for own, _ in limits.lists]
        self.least = tuple(least for _, least in limits.lists)
        self.open = [u for u in range(len(self.p.segments))
                     if limits.allows_in(u, block)
                     and any(limits.allows_on(u, n, block) for n in range(len(self.p.patterns)))]
        self.days: dict[tuple, tuple] = {}

    def _day(self, key: tuple, week: int) -> tuple | None:
        """What a day is worth, under all prices."""
        known = self.days.get((key, week), False)
        if known is False:
            day = self.table.get(key)
            known = None if day is None else tuple(
                own.tariffs[self.block][week].worth(day) for own in self.all)
            self.days[(key, week)] = known
        return known

    def _own(self, segment: int, pattern: int) -> tuple | None:
        if not self.limits.allows_on(segment, pattern, self.block):
            return None
        offers = self.p.offers_of(segment, pattern)
        return tuple(sum(own.offer.get(e, 0) for e in offers) for own in self.all)

    def _stops(self, segment: int) -> frozenset[int]:
        return frozenset(s if self.p.twin_of[s] is None else self.p.twin_of[s] for s in self.p.segments[segment].stops)

    def best(self, per_week: list[int], by_offer: dict[int, int] | None = None) -> None:
        """Raises per_week[0] to the best of 4 rho / weeks, and by offer the best rho of a round that takes it."""
        for anchor in self.open:
            for morning in (True, False):
                self._anchor(anchor, morning, per_week, by_offer)

    def _anchor(self, anchor: int, morning: bool, per_week: list[int], by_offer: dict[int, int] | None) -> None:
        p, limits = self.p, self.limits
        count = len(p.patterns)
        own = p.segments[anchor]
        nothing = (0,) * len(self.all)
        alone: list[tuple | None] = [None] * p.weeks
        ways: list[list[tuple]] = [[] for _ in range(count)]
        if limits.allows_half(anchor):
            for week in range(p.weeks):
                alone[week] = self._day(("alone", anchor), week)
            for partner in self.open:
                if partner == anchor or not limits.allows_half(partner):
                    continue
                first, second = (anchor, partner) if morning else (partner, anchor)
                key = ("pair", first, second)
                if not limits.allows_day(first, second) or key not in self.table:
                    continue
                pair = (min(anchor, partner), max(anchor, partner))
                for n in range(count):
                    worth = self._own(partner, n)
                    if worth is None:
                        continue
                    worth = _plus(worth, tuple(prices.pair.get(pair, 0) for prices in self.all))
                    for week in p.patterns[n][0]:
                        worth = _plus(worth, self._day(key, week))
                    ways[n].append((worth, self._stops(partner), partner))
        for n in range(count):
            ways[n].sort(key=lambda way: -way[0][0])
        # The best filling of some weeks where partners may come twice: no less than without, number by number.
        relaxed: list[tuple | None] = [nothing] + [None] * ((1 << p.weeks) - 1)
        for weeks in range(1, 1 << p.weeks):
            first = (weeks & -weeks).bit_length() - 1
            options = [_plus(alone[first], relaxed[weeks & ~(1 << first)])]
            for n in range(count):
                if p.masks[n] >> first & 1 and p.masks[n] & ~weeks == 0 and ways[n]:
                    top = tuple(max(column) for column in zip(*(way[0] for way in ways[n])))
                    options.append(_plus(top, relaxed[weeks & ~p.masks[n]]))
            options = [option for option in options if option is not None]
            relaxed[weeks] = tuple(max(column) for column in zip(*options)) if options else None

        def holds(value: tuple, least: tuple) -> bool:
            return all(x >= y for x, y in zip(value[1:], least))

        def left(least: tuple, value: tuple) -> tuple:
            return tuple(y - x for x, y in zip(value[1:], least))

        def fill(weeks: int, taken: frozenset, least: tuple) -> int | None:
            """The best filling that every list keeps."""
            if weeks == 0:
                return 0 if all(y <= 0 for y in least) else None
            rest = relaxed[weeks]
            if rest is None or not holds(rest, least):
                return None
            first = (weeks & -weeks).bit_length() - 1
            best = None
            if alone[first] is not None:
                more = fill(weeks & ~(1 << first), taken, left(least, alone[first]))
                if more is not None:
                    best = alone[first][0] + more
            for n in range(count):
                if not (p.masks[n] >> first & 1 and p.masks[n] & ~weeks == 0):
                    continue
                after = weeks & ~p.masks[n]
                if relaxed[after] is None:
                    continue
                for worth, stops, _ in ways[n]:
                    if best is not None and worth[0] + relaxed[after][0] <= best:
                        break
                    if stops & taken or not holds(_plus(worth, relaxed[after]), least):
                        continue
                    more = fill(after, taken | stops, left(least, worth))
                    if more is not None and (best is None or worth[0] + more > best):
                        best = worth[0] + more
            return best

        for n in range(count):
            worth = self._own(anchor, n)
            if worth is None:
                continue
            found = []
            if not own.short and anchor not in limits.never_full and ("full", anchor) in self.table:
                whole_day = worth
                for week in p.patterns[n][0]:
                    whole_day = _plus(whole_day, self._day(("full", anchor), week))
                if holds(whole_day, self.least):
                    found.append(whole_day[0])
            filled = fill(p.masks[n], frozenset(), left(self.least, worth))
            if filled is not None:
                found.append(worth[0] + filled)
            if found:
                per_week[0] = max(per_week[0], max(found) * 4 // len(p.patterns[n][0]))
            if by_offer is None:
                continue
            for e in p.offers_of(anchor, n):
                for value in found:
                    by_offer[e] = max(by_offer.get(e, value), value)
            # With each partner in turn, the rest filled as well as may be.
            for m in range(count):
                if p.masks[m] & ~p.masks[n]:
                    continue
                rest = p.masks[n] & ~p.masks[m]
                for way, stops, partner in ways[m]:
                    base = _plus(worth, way)
                    more = fill(rest, stops, left(self.least, base))
                    if more is not None:
                        for e in p.offers_of(partner, m):
                            by_offer[e] = max(by_offer.get(e, base[0] + more), base[0] + more)


class Lagrangian:
    """The bound that prices give at a node, times 4 so that it stays whole."""

    def __init__(self, limits: Limits, priced: list[tuple[Row | str, float]], with_offers: bool = False):
        p = limits.problem
        self.limits, self.prices = limits, Prices(limits, priced)
        self.by_offer: list[dict[int, int]] = []
        total = 4 * (self.prices.rows + self.prices.boxes)
        for b, block in enumerate(p.blocks):
            per_week = [0]
            by_offer: dict[int, int] | None = {} if with_offers else None
            Rounds(limits, self.prices, b).best(per_week, by_offer)
            if by_offer is not None:
                self.by_offer.append(by_offer)
            total += block.places * p.weeks * per_week[0]
        self.total = total

    @property
    def bound(self) -> int:
        """Whole thousandths."""
        return self.total // (4 * ONE)

    def loses(self, offer: int, block: int, value: int) -> bool:
        """Whether no plan worth more than the value takes an offer in a block."""
        if offer in self.limits.offers or offer not in self.by_offer[block]:
            return True
        best = self.by_offer[block][offer] + min(0, self.prices.reduced[offer])
        return self.total + 4 * best < 4 * (value + 1) * ONE

    def least(self, value: int) -> int:
        """What a round must come to for a plan worth more: L + rho >= V + 1, rounded down."""
        return (value + 1) * ONE - (-(-self.total // 4))
