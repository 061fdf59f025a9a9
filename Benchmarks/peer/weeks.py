"""Folded weeks, cadences and evenly spaced patterns (R33): nodes of a binary tree."""
from __future__ import annotations

from dataclasses import dataclass

from .snapshot import Parameters


@dataclass(frozen=True)
class Node:
    level: int
    weeks: tuple[int, ...]
    parent: int | None
    children: tuple[int, ...]


class Tree:
    """Patterns of the cadences 4, 2, 1 (levels 0, 1, 2) over the folded weeks."""

    def __init__(self, p: Parameters):
        cycle, least = p.whole("cycle_semaines"), p.whole("min_visites")
        self.cadences = [c for c in (4, 2, 1) if c >= least and c * cycle % 4 == 0]
        self.weeks = min(cycle, 4 // self.cadences[-1])
        self.repeats = cycle // self.weeks
        """How often the folded weeks come in the cycle."""
        self.nodes: list[Node] = []
        self._grow(0, tuple(range(self.weeks)), None)

    def _grow(self, level: int, weeks: tuple[int, ...], parent: int | None) -> int:
        index = len(self.nodes)
        self.nodes.append(Node(level, weeks, parent, ()))
        if len(weeks) > 1:
            halves = (self._grow(level + 1, weeks[::2], index), self._grow(level + 1, weeks[1::2], index))
            self.nodes[index] = Node(level, weeks, parent, halves)
        return index

    def below(self, top: int) -> list[int]:
        """Nodes strictly inside a node."""
        found = []
        for child in self.nodes[top].children:
            found += [child] + self.below(child)
        return found
