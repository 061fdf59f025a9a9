"""The trees of a proof: what their leaves leave open (docs/preuve.md)."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .node import MOST_LISTS, Lagrangian, Limits, count_row
from .numbers import Problem, Refused, Row, whole


@dataclass
class Found:
    """No plan is worth more; nodes; leaves that a search closed and no bound."""
    bound: int
    nodes: int
    searched: int


class Tree:
    def __init__(self, raw: dict[str, Any], problem: Problem | None = None):
        if problem is None:
            if raw.get("probleme") is None:
                raise Refused("the proof does not carry its problem: it is too large for that")
            problem = Problem(raw["probleme"])
        self.problem = problem
        self.names: list[str] = raw["lignes"]
        self.cuts: dict[int, Row] = {}
        for cut in raw["coupes"]:
            place = whole(cut["ligne"], 0, len(self.names) - 1)
            if place in self.cuts:
                raise Refused("a row is two cuts")
            self.cuts[place] = self.problem.cut(cut)
        self.nodes = {whole(node["numero"]): node for node in raw["noeuds"]}
        if len(self.nodes) != len(raw["noeuds"]):
            raise Refused("a node is there twice")

    def _priced(self, rows: list[int], duals: list[float]) -> list[tuple[Row | str, float]]:
        if len(rows) != len(duals):
            raise Refused("rows and prices")
        return [(self.cuts.get(whole(row, 0, len(self.names) - 1), self.names[row]), self._dual(dual))
                for row, dual in zip(rows, duals)]

    @staticmethod
    def _dual(dual: Any) -> float:
        if type(dual) not in (int, float) or not abs(dual) <= 1e12:
            raise Refused(f"price {dual!r}")
        return float(dual)

    def bound(self, value: int, ceiling: int | None) -> Found:
        top = self.problem.all_need() if ceiling is None else min(ceiling, self.problem.all_need())
        found = Found(value, len(self.nodes), 0)
        children: set[int] = set()
        open_nodes = [(0, Limits(self.problem), top)]
        while open_nodes:
            number, limits, inherited = open_nodes.pop()
            node = self.nodes.get(number)
            if node is None:
                found.bound = max(found.bound, inherited)
                continue
            own = inherited
            if node.get("prix") is not None or node.get("lignes") is not None:
                own = min(own, Lagrangian(limits, self._priced(node["lignes"], node["prix"])).bound)
            if own > whole(node["borne_millipoints"], -10 ** 12):
                raise Refused(f"node {number} claims {node['borne_millipoints']}, its prices give {own}")
            if node["fin"] == "bornee":
                found.bound = max(found.bound, own)
            elif node["fin"] == "recherchee":
                found.searched += 1
            elif node["fin"] == "separee":
                below = self._narrowed(limits, node, value)
                for child in self._children(node, children):
                    state = below.copy()
                    state.take(child["choix"])
                    open_nodes.append((child["numero"], state, own))
            else:
                raise Refused(f"node {number} ends {node['fin']}")
        return found

    @staticmethod
    def _children(node: dict[str, Any], seen: set[int]) -> list[dict[str, Any]]:
        children = node.get("suites") or []
        if len(children) != 2 or not complementary(children[0]["choix"], children[1]["choix"]):
            raise Refused(f"the children of node {node['numero']} do not split its plans")
        for child in children:
            number = whole(child["numero"])
            if number in seen or number <= node["numero"]:
                raise Refused(f"node {number} is a child twice")
            seen.add(number)
        return children

    def _narrowed(self, limits: Limits, node: dict[str, Any], value: int) -> Limits:
        exclusions, lists = node.get("exclusions") or [], node.get("liste") or False
        if not exclusions and not lists:
            return limits
        priced = self._priced(node.get("lignes_exclusions") or [], node.get("prix_exclusions") or [])
        lagrangian = Lagrangian(limits, priced, with_offers=bool(exclusions))
        below = limits.copy()
        for exclusion in exclusions:
            if not self._follows(exclusion, lagrangian, value):
                raise Refused(f"an exclusion of node {node['numero']} does not follow: {exclusion}")
            below.leave_out(exclusion)
        if lists:
            if len(below.lists) >= MOST_LISTS:
                raise Refused("too many lists on one way")
            below.lists.append((lagrangian.prices, lagrangian.least(value)))
        return below

    def _follows(self, exclusion: dict[str, Any], lagrangian: Lagrangian, value: int) -> bool:
        p = self.problem
        blocks = range(len(p.blocks))
        if exclusion["quoi"] == "offre":
            offer = whole(exclusion["offre"], 0, p.offers - 1)
            return all(lagrangian.loses(offer, b, value) for b in blocks)
        stop = whole(exclusion["arret"], 0, p.stops - 1)
        if exclusion["quoi"] == "arret":
            return all(lagrangian.loses(e, b, value) for e in p.offers_of_stop(stop) for b in blocks)
        if exclusion["quoi"] == "bloc":
            block = whole(exclusion["bloc"], 0, len(p.blocks) - 1)
            return all(lagrangian.loses(e, block, value) for e in p.offers_of_stop(stop))
        raise Refused(f"exclusion {exclusion['quoi']}")


def complementary(a: dict[str, Any], b: dict[str, Any]) -> bool:
    if {a["quoi"], b["quoi"]} == {"au_plus", "au_moins"}:
        most, least = (a, b) if a["quoi"] == "au_plus" else (b, a)
        return count_row(most) == count_row(least) and least["nombre"] == most["nombre"] + 1
    if a["quoi"] == "meme_jour" and b["quoi"] == "meme_jour":
        same = {a["segment"], a["autre"]} == {b["segment"], b["autre"]}
    else:
        same = ({key: x for key, x in a.items() if key != "oui"} == {key: x for key, x in b.items() if key != "oui"})
    return same and a["quoi"] not in ("au_plus", "au_moins") and {a.get("oui"), b.get("oui")} == {True, False}
