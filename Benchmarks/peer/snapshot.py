"""Reads what a plan.json says of its scenario: places, ways, needs, teams, parameters.

Source of every rule and symbol: docs/modele.md ("What a plan is") and docs/plan.md. Nothing is taken from the program.
Times are minutes from midnight, distances metres, ways seconds, weights and gains thousandths of a point.
"""
from __future__ import annotations

import json
import math
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

RADIUS = 6_371_008.8
# What parameters that are younger than the format stand for where a plan does not name them.
YOUNGER = {"vitesse_gain": 1.5, "vitesse_max": 90.0}
WEEKDAYS = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]


class Refused(Exception):
    """The plan uses a part of the model that this peer does not know."""


def nearest(x: float) -> int:
    """Nearest whole number, halves away from zero, for x >= 0."""
    low = math.floor(x)
    return low + 1 if x - low >= 0.5 else low


@dataclass(frozen=True)
class Place:
    id: str
    commune: str
    latitude: float
    longitude: float


@dataclass(frozen=True)
class Leg:
    metres: int
    seconds: int

    @property
    def minutes(self) -> int:
        """Minutes of a schedule: rounded up."""
        return -(-self.seconds // 60)


@dataclass(frozen=True)
class Need:
    """A commune that counts: weight W in thousandths, and what the floor of highest need sorts and sums by."""
    commune: str
    weight: int
    intensity: float | None
    volume: float | None


@dataclass(frozen=True)
class Team:
    van: str
    depot: Place
    persons: int
    contracts: tuple[int, ...]
    """Minutes a week of each person, sorted."""


@dataclass
class Service:
    id: str
    venues: list[Place]
    needs: list[Need]
    teams: list[Team]
    budgets: dict[str, float] = field(default_factory=dict)
    floors: dict[str, float] = field(default_factory=dict)
    pins: list[dict[str, Any]] = field(default_factory=list)
    former: list[dict[str, Any]] = field(default_factory=list)


class Parameters:
    """Parameters by their French key, read from text."""

    def __init__(self, texts: dict[str, str]):
        self.texts = texts
        self.numbers: dict[str, float] = {}

    def number(self, key: str, default: float | None = None) -> float:
        if key in self.numbers:
            return self.numbers[key]
        text = self.texts.get(key)
        if text is None and default is not None:
            return default
        return self.numbers.setdefault(key, float(self.texts[key] if text is not None else YOUNGER[key]))

    def whole(self, key: str, default: int | None = None) -> int:
        return int(self.number(key, default))

    def half_days(self, week: int, weeks: int) -> int:
        """R01 in a folded week, from 0: the most that one of the weeks it stands for asks for."""
        lighter = dict(tuple(map(int, word.split("="))) for word in
                       self.texts.get("demi_journees_min_semaines", "").split(",") if word)
        least = self.whole("demi_journees_min")
        return max(min(least, lighter.get(w + 1, least)) for w in range(week, self.whole("cycle_semaines"), weeks))

    def hours(self, key: str) -> int:
        """Minutes of a parameter given in hours."""
        return nearest(self.number(key) * 60)

    def clock(self, key: str) -> int:
        """Minutes from midnight of a time such as 9:30."""
        hours, minutes = self.texts[key].split(":")
        return 60 * int(hours) + int(minutes)

    def replace(self, key: str, text: str) -> None:
        self.texts[key] = text
        self.numbers.pop(key, None)

    def yes(self, key: str) -> bool:
        return self.texts.get(key, "non") == "oui"

    def word(self, key: str) -> str:
        return self.texts[key]

    @property
    def weekdays(self) -> list[int]:
        """Numbers of the weekdays with rounds, Monday 0."""
        return sorted(WEEKDAYS.index(day) for day in self.texts["jours"].split(","))

    def benefit(self, visits: int) -> float:
        """b(n), concave; b(8) = b(4)."""
        n = min(visits, 4)
        if self.word("frequence") == "exponentielle":
            return (1 - math.exp(-0.5 * n)) / (1 - math.exp(-2))
        return math.sqrt(n / 4)


def crow(a: Place, b: Place) -> float:
    """Great-circle metres."""
    phi, psi = math.radians(a.latitude), math.radians(b.latitude)
    h = (math.sin((psi - phi) / 2) ** 2
         + math.cos(phi) * math.cos(psi) * math.sin(math.radians(b.longitude - a.longitude) / 2) ** 2)
    return 2 * RADIUS * math.asin(min(1, math.sqrt(h)))


class Ways:
    """Ways of vans and of families: the matrix where there is one, else straight lines times the detour."""

    def __init__(self, data: dict[str, Any], parameters: Parameters):
        self.parameters = parameters
        self.communes = {row["code_insee"]: row for row in data["territoire"]["communes"]}
        matrix = data.get("trajets")
        self.nodes = {node: row for row, node in enumerate(matrix["noeuds"])} if matrix else None
        if matrix:
            self.seconds, self.metres = self._table(matrix["secondes"]), self._table(matrix["metres"])

    @staticmethod
    def _table(rows: list[str]) -> list[list[int | None]]:
        return [[None if cell == "-" else int(cell) for cell in row.split()] for row in rows]

    def radius(self, commune: str) -> float:
        """Kilometres from the middle of a town to its edge, were it a disc; 0 outside of towns."""
        row = self.communes[commune]
        population = row.get("population")
        density = population / row["superficie_km2"] if population is not None else 0
        dense = density >= self.parameters.number("densite_urbaine")
        return math.sqrt(row["superficie_km2"] / math.pi) if dense else 0.0

    def hours(self, metres: float, a: str, b: str) -> float:
        """Town by town's speed, the rest faster the longer it is; plans of before know the halves alone."""
        number, kilometres = self.parameters.number, metres / 1000
        slow, urban = number("vitesse_rurale"), number("vitesse_urbaine")
        radii = [self.radius(a), self.radius(b)]
        if self.parameters.texts.get("loi_vitesse", "moities") == "moities":
            return sum(kilometres / 2 / (urban if radius else slow) for radius in radii)
        town = min(kilometres, sum(radii))
        open_road, gain, fast = kilometres - town, number("vitesse_gain"), max(slow, number("vitesse_max"))
        if gain == 0:
            return town / urban + open_road / slow
        growing = min(open_road, (fast - slow) / gain)
        return town / urban + math.log1p(gain * growing / slow) / gain + (open_road - growing) / fast

    def centre(self, commune: str) -> Place:
        at = self.communes[commune]["centre"]
        return Place(commune, commune, at["latitude"], at["longitude"])

    def straight(self, a: Place, b: Place) -> Leg:
        if (a.latitude, a.longitude) == (b.latitude, b.longitude):
            return Leg(0, 0)
        metres = crow(a, b) * self.parameters.number("detour")
        return Leg(nearest(metres), nearest(3600 * self.hours(metres, a.commune, b.commune)))

    def _node(self, place: Place) -> str:
        return place.id if place.id in self.nodes else place.commune

    def _stated(self, a: str, b: str) -> Leg:
        row, column = self.nodes[a], self.nodes[b]
        metres, seconds = self.metres[row][column], self.seconds[row][column]
        if metres is None or seconds is None:
            raise Refused(f"no way from {a} to {b} in the matrix")
        return Leg(metres, seconds)

    def van(self, a: Place, b: Place) -> Leg:
        if self.nodes is not None and self._node(a) != self._node(b):
            return self._stated(self._node(a), self._node(b))
        return self.straight(a, b)

    def family(self, commune: str, venue: Place) -> Leg:
        """From the centre of a commune; inside it never less than half the radius of a disc as large."""
        if self.nodes is not None and self._node(venue) != commune:
            direct = self._stated(commune, self._node(venue))
        else:
            direct = self.straight(self.centre(commune), venue)
        if venue.commune != commune:
            return direct
        metres = 500 * math.sqrt(self.communes[commune]["superficie_km2"] / math.pi) * self.parameters.number("detour")
        inner = Leg(nearest(metres), nearest(3600 * self.hours(metres, commune, commune)))
        return direct if direct.seconds > inner.seconds else inner

    def access(self, leg: Leg) -> float:
        """(1 - p) f_car + p f_foot."""
        def gradual(x: float, full: float, none: float) -> float:
            return 1.0 if x <= full else 0.0 if x >= none else (none - x) / (none - full)
        number = self.parameters.number
        share = number("part_sans_voiture")
        return ((1 - share) * gradual(leg.seconds / 60, number("acces_voiture_plein"), number("acces_voiture_limite"))
                + share * gradual(leg.metres / 1000, number("acces_pied_plein"), number("acces_pied_limite")))


class Snapshot:
    """The scenario of a plan.json, and what that plan claims."""

    def __init__(self, path: Path):
        self.plan = json.loads(path.read_text(encoding="utf-8"))
        data = self.plan["donnees"]
        self.data = data
        self.parameters = Parameters(data["parametres"])
        if self.parameters.yes("arrets_courts"):
            raise Refused("short tours (arrets_courts: oui) are not in this model")
        if any(row.get("horaires") for row in data["territoire"].get("faits_lieux", [])):
            raise Refused("opening hours of venues are not in this model")
        self.ways = Ways(data, self.parameters)
        self.services = [self._service(row) for row in data["services"]]

    def planned(self, service: str) -> dict[str, Any]:
        """What the plan says of a service."""
        return next(row for row in self.plan["services"] if row["id"] == service)

    def _service(self, row: dict[str, Any]) -> Service:
        communes = set(row["communes"])
        venues = [self._place(place) for place in self.data["territoire"]["lieux"] if place["code_insee"] in communes]
        needs = self.planned(row["id"]).get("besoins")
        if needs is None:
            raise Refused("the plan has no needs (services[].besoins, format 3)")
        return Service(
            id=row["id"], venues=sorted(venues, key=lambda place: place.id),
            needs=[Need(need["code_insee"], need["millipoints"], need.get("intensite"), need.get("volume"))
                   for need in needs if need["millipoints"] > 0],
            teams=[self._team(team) for team in row["equipages"]], budgets=row.get("budgets") or {},
            floors=row.get("planchers") or {}, pins=row.get("epingles") or [],
            former=row.get("arrets_precedents") or [])

    def _team(self, row: dict[str, str]) -> Team:
        if row.get("jours") or row.get("minutes_semaine"):
            raise Refused("teams that share their van or crew by weekday")
        depots = {place["id"]: place for place in self.data["territoire"]["depots"]}
        crew = [person["minutes_semaine"] for person in self.data["personnel"] if person["equipe"] == row["equipe"]]
        return Team(row["vehicule"], self._place(depots[row["depot"]]), len(crew), tuple(sorted(crew)))

    @staticmethod
    def _place(row: dict[str, Any]) -> Place:
        at = row["position"]
        return Place(row["id"], row["code_insee"], at["latitude"], at["longitude"])

    def remoteness(self, venue: Place) -> int | None:
        """Whole metres as the crow flies to the nearest fixed school, nursery, RPE or France services that is known."""
        found = []
        for row in self.data["territoire"].get("equipements", []):
            if row["type"] in ("ecole", "eaje", "rpe", "centre_loisirs", "france_services") and row["itinerant"] != "oui":
                at = row.get("position") or self.ways.communes[row["code_insee"]]["centre"]
                found.append(nearest(crow(venue, Place("", "", at["latitude"], at["longitude"]))))
        return min(found, default=None)

    def presence(self, commune: str) -> str:
        """Whether a commune has a centre social: its column, then facilities listed, then lists said complete."""
        stated = self.ways.communes[commune]["centre_social"]
        if stated != "inconnu":
            return stated
        listed = any(row["type"] == "centre_social" and row["code_insee"] == commune
                     for row in self.data["territoire"].get("equipements", []))
        return "oui" if listed else stated
