"""What of a proof's problem follows from the data of its plan: worked out again and compared, number by number.

Ways, access and frequency are those of the second formulation (`peer/snapshot.py`), written from docs/modele.md. `seen` says
what was compared, `taken` what was taken from the proof as it is.
"""
from __future__ import annotations

from typing import Any

from peer.snapshot import Parameters, Place, Ways, nearest
from peer.weeks import Tree as Weeks

from .numbers import Problem, Refused, Row, coefficient

TOLERANCE = 1e-9
"""Of budgets, as the check has it."""
PER_MINUTE = 1000.0 / 60


def place(row: dict[str, Any]) -> Place:
    at = row["position"]
    return Place(row["id"], row["code_insee"], at["latitude"], at["longitude"])


class Recomputation:
    def __init__(self, plan: dict[str, Any]):
        self.plan, self.data = plan, plan["donnees"]
        self.p = Parameters(self.data["parametres"])
        self.ways = Ways(self.data, self.p)
        self.learned = {(leg["de"], leg["vers"]): leg["secondes"] for leg in self.data.get("trajets_appris") or []}
        self.seen: set[str] = set()
        self.taken: set[str] = {"fermes", "jours permis", "minutes_tenues"}

    def check(self, problem: Problem, service: str) -> None:
        own = next(row for row in self.data["services"] if row["id"] == service)
        said = next(row for row in self.plan["services"] if row["id"] == service)
        self._weeks(problem)
        venues = self._stops(problem, own)
        self._gains(problem, venues, said)
        self._prices(problem)
        self._days(problem, venues, own)
        self._rows(problem, own)

    def _same(self, what: str, found: Any, expected: Any) -> None:
        if found != expected:
            raise Refused(f"{what}: the proof says {found!r}, the plan's data give {expected!r}")
        self.seen.add(what.split(" ")[0])

    def _weeks(self, problem: Problem) -> None:
        weeks = Weeks(self.p)
        self.repeats = weeks.repeats
        self._same("cadences", problem.cadences, weeks.cadences)
        self._same("motifs", problem.patterns, [(node.weeks, node.level) for node in weeks.nodes])
        self._same("formes", problem.forms, 2 if self.p.yes("arrets_courts") else 1)

    def _stops(self, problem: Problem, own: dict[str, Any]) -> list[Place]:
        communes = set(own["communes"])
        venues = sorted((place(row) for row in self.data["territoire"]["lieux"] if row["code_insee"] in communes),
                        key=lambda venue: venue.id)
        named = [stop["lieu"] for stop in problem.raw["arrets"]]
        self._same("arrets", named[:len(venues)], [venue.id for venue in venues])
        for stop, twin in enumerate(problem.twin_of):
            self._same("arrets", twin is None, stop < len(venues))
            if twin is not None:
                self._same("arrets", named[stop], venues[twin].id)
        return venues + [venues[twin] for twin in problem.twin_of if twin is not None]

    def _gains(self, problem: Problem, venues: list[Place], said: dict[str, Any]) -> None:
        weights = {row["code_insee"]: row["millipoints"] for row in said["besoins"] if row["millipoints"] > 0}
        self._same("communes", {c["code_insee"]: c["millipoints"] for c in problem.raw["communes"]}, weights)
        self.taken.add("poids des communes (besoins du plan)")
        short = min(1.0, self.p.number("arret_court_minutes") / 180)
        parts = [1.0, short][:problem.forms]
        benefits = [self.p.benefit(visits) for visits in problem.cadences]
        for commune, gains in zip(problem.raw["communes"], problem.gains):
            code, weight = commune["code_insee"], commune["millipoints"]
            expected = {}
            for stop, venue in enumerate(venues):
                if problem.twin_of[stop] is not None:
                    continue
                access = self.ways.access(self.ways.family(code, venue))
                for form, part in enumerate(parts):
                    for level, benefit in enumerate(benefits):
                        points = nearest(weight * access * benefit * part)
                        if points:
                            expected[problem.offer(stop, form, level)] = points
            self._same(f"gains {code}", dict(gains), expected)

    def _prices(self, problem: Problem) -> None:
        worth = problem.raw["boites_valeur"][:problem.offers]
        if any(self.p.number(key, 0) for key in ("prix_r10", "prix_r12", "prix_r14")):
            self.taken.add("prix des offres (R10, R12, R14)")
        else:
            self._same("prix", [float(x) for x in worth], [0.0] * problem.offers)

    def _van(self, a: Place, b: Place) -> tuple[int, int]:
        """Metres, and minutes rounded up."""
        leg = self.ways.van(a, b)
        seconds = self.learned.get((a.id, b.id), leg.seconds)
        return leg.metres, -(-seconds // 60)

    def _half(self, segment: Any, venues: list[Place]) -> tuple[int, int]:
        """Minutes of work and metres of what holds a half, without the ways to it and from it."""
        whole = self.p.whole
        if not segment.short:
            return whole("installation_minutes") + whole("seance_minutes") + whole("rangement_minutes"), 0
        setup, opening = whole("arret_court_installation_minutes"), whole("arret_court_minutes")
        pack, step = whole("arret_court_rangement_minutes"), whole("pas_minutes")
        end, idle, metres = opening, 0, 0
        for a, b in zip(segment.stops, segment.stops[1:]):
            way, minutes = self._van(venues[a], venues[b])
            metres += way
            ready = end + pack + minutes + setup
            start = -(-ready // step) * step
            idle += start - ready
            end = start + opening
        return setup + end + pack - idle, metres

    def _cost(self, metres: int, minutes: int, persons: int) -> int:
        hourly = self.p.number("cout_heure") if self.p.word("salaires") == "variables" else 0.0
        euros = metres / 1000 * self.p.number("cout_km") + minutes / 60 * hourly * persons
        return nearest(euros * self.p.number("lambda") * (4 // self.p.whole("cycle_semaines")) * 1000) * self.repeats

    def _days(self, problem: Problem, venues: list[Place], own: dict[str, Any]) -> None:
        depots = {row["id"]: place(row) for row in self.data["territoire"]["depots"]}
        halves = [self._half(segment, venues) for segment in problem.segments]
        spans = self.p.number("prix_r26", 0) > 0
        if spans:
            self.taken.add("prix des amplitudes (R26)")
        for block in problem.blocks:
            teams = [own["equipages"][team] for team in block.teams]
            persons = {sum(person["equipe"] == team["equipe"] for person in self.data["personnel"]) for team in teams}
            self._same("personnes", persons, {block.persons})
            places = {team["depot"] for team in teams}
            self._same("depots", len(places), 1)
            depot = depots[places.pop()]
            for key, day in problem.tables[block.table].items():
                metres, minutes = self._day(key, depot, problem, venues, halves)
                self._same(f"journees {key}", (day.minutes, day.metres), (minutes, metres))
                cost = self._cost(metres, minutes, block.persons)
                if spans:
                    self._same(f"couts {key}", day.cost >= cost, True)
                else:
                    self._same(f"couts {key}", day.cost, cost)

    def _day(self, key: tuple, depot: Place, problem: Problem, venues: list[Place],
             halves: list[tuple[int, int]]) -> tuple[int, int]:
        first, last = key[1], key[-1]
        out = self._van(depot, venues[problem.segments[first].stops[0]])
        home = self._van(venues[problem.segments[last].stops[-1]], depot)
        metres, minutes = out[0] + home[0], out[1] + home[1]
        for segment in key[1:]:
            minutes += halves[segment][0]
            metres += halves[segment][1]
        if key[0] == "full":
            minutes += self.p.whole("seance_minutes")
        if key[0] == "pair":
            between = self._van(venues[problem.segments[first].stops[-1]], venues[problem.segments[last].stops[0]])
            metres, minutes = metres + between[0], minutes + between[1]
        return metres, minutes

    # Rows

    def _rows(self, problem: Problem, own: dict[str, Any]) -> None:
        expected = {row.name: row for row in self._expected(problem, own)}
        for name, row in problem.rows.items():
            known = expected.get(name)
            if known is None:
                self.taken.add(f"ligne {name.split('[')[0]}")
            else:
                self._same(f"ligne_{name.split('[')[0]} {name}", shape(row), shape(known))

    def _expected(self, problem: Problem, own: dict[str, Any]) -> list[Row]:
        one, none = coefficient(1), coefficient(0)
        everywhere = frozenset(range(len(problem.blocks)))
        rows = []
        for stop, twin in enumerate(problem.twin_of):
            offers = list(problem.offers_of_stop(stop))
            rows.append(Row(f"once[{stop}]", 1000.0, "rien", high=one, boxes=[(e, one) for e in offers]))
            rows += [Row(f"link[{stop},{e - offers[0]}]", 1000.0, "offre", low=none, high=none, offer=e,
                         boxes=[(e, -one)]) for e in offers]
            if twin is not None:
                weekly, again = problem.offer(twin, 0, 0), problem.offer(stop, 0, 0)
                rows.append(Row(f"twice[{twin}]", 1000.0, "rien", high=none, boxes=[(again, one), (weekly, -one)]))
        weeks = list(range(problem.weeks))
        kinds = sorted({block.kind for block in problem.blocks})
        of_kind = {k: frozenset(b for b, block in enumerate(problem.blocks) if block.kind == k) for k in kinds}
        for b, block in enumerate(problem.blocks):
            rows += [Row(f"oneDay[l{b + 1},w{w + 1}]", 1000.0, "jours", high=coefficient(block.places), week=w,
                         blocks=frozenset([b])) for w in weeks]
        for prefix, blocks in [("", everywhere)] + [(f"k{k + 1},", of_kind[k]) for k in kinds]:
            for scope, week in [("all", None)] + [(f"w{w + 1}", w) for w in weeks]:
                rows.append(Row(f"count[days,{prefix}{scope}]", 1000.0, "jours", week=week, blocks=blocks))
                rows.append(Row(f"count[halfDays,{prefix}{scope}]", 1000.0, "demi_journees", week=week, blocks=blocks))
        rows += [Row(f"opening[r01,w{w + 1}]", 1000.0, "demi_journees",
                     low=coefficient(self.p.half_days(w, problem.weeks)), week=w, blocks=everywhere) for w in weeks]
        return rows + self._work(problem, own, of_kind) + self._budgets(own, everywhere)

    def _work(self, problem: Problem, own: dict[str, Any], of_kind: dict[int, frozenset]) -> list[Row]:
        rows = []
        everyone = [team["equipe"] for service in self.data["services"] for team in service["equipages"]]
        for kind, blocks in of_kind.items():
            teams = [own["equipages"][t] for t in problem.blocks[min(blocks)].teams]
            # Of a crew that is shared each team has a part: taken as it is.
            if any(team.get("minutes_semaine") or everyone.count(team["equipe"]) > 1 for team in teams):
                continue
            crews = [[person.get("minutes_semaine") for person in self.data["personnel"]
                      if person["equipe"] == team["equipe"]] for team in teams]
            most = self.p.hours("heures_semaine_max")
            limits = {"r21": len(teams) * self.p.hours("travail_semaine_max_heures")}
            if not self.p.yes("heures_supplementaires") and all(None not in crew for crew in crews):
                limits["r22"] = sum(min([most] + crew) for crew in crews)
            rows += [Row(f"work[{rule},k{kind + 1},w{w + 1}]", PER_MINUTE, "minutes", high=coefficient(limit), week=w,
                         blocks=blocks) for rule, limit in limits.items() for w in range(problem.weeks)]
            mean = self.p.hours("travail_semaine_moyenne_heures") * self.p.whole("cycle_semaines") // self.repeats
            rows.append(Row(f"cycle[r21,k{kind + 1}]", PER_MINUTE, "minutes", high=coefficient(mean * len(teams)),
                            blocks=blocks))
        return rows

    def _budgets(self, own: dict[str, Any], everywhere: frozenset) -> list[Row]:
        often = self.repeats * (4 // self.p.whole("cycle_semaines"))
        budgets = own.get("budgets") or {}
        rows = []

        def add(name: str, key: str, factor: float, metre: float, minute: float, unit: float) -> None:
            if budgets.get(key) is not None:
                limit = budgets[key]
                most = factor * (limit + 2 * TOLERANCE * max(1, limit))
                rows.append(Row(f"budget[{name}]", unit, "usage", high=coefficient(most), blocks=everywhere,
                                per_metre=coefficient(metre), per_person_minute=coefficient(minute)))
        add("km", "km", 1000, float(often), 0.0, 1.0)
        add("hours", "heures", 60, 0.0, float(often), PER_MINUTE)
        return rows


def shape(row: Row) -> tuple:
    return (row.unit, row.what, row.low, row.high, row.offer, row.week, row.blocks, row.per_metre,
            row.per_person_minute, sorted(row.boxes))
