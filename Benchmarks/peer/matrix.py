"""A mixed integer program being written: named rows, blocks of columns, and its form for HiGHS."""
from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import highspy
import numpy as np

INFINITY = highspy.kHighsInf


@dataclass
class Program:
    """Maximise cost · x subject to rows and bounds. Columns of a block share their kind and what they mean."""
    row_lower: list[float] = field(default_factory=list)
    row_upper: list[float] = field(default_factory=list)
    row_names: list[str] = field(default_factory=list)
    cost: list[np.ndarray] = field(default_factory=list)
    upper: list[np.ndarray] = field(default_factory=list)
    whole: list[np.ndarray] = field(default_factory=list)
    entries: list[tuple[np.ndarray, np.ndarray, np.ndarray]] = field(default_factory=list)
    blocks: list[tuple[str, int, dict[str, Any]]] = field(default_factory=list)
    columns: int = 0

    def row(self, name: str, lower: float = -INFINITY, upper: float = INFINITY) -> int:
        self.row_lower.append(lower)
        self.row_upper.append(upper)
        self.row_names.append(name)
        return len(self.row_names) - 1

    def block(self, kind: str, cost: np.ndarray, *, upper: float | np.ndarray = 1.0, whole: bool = True,
              entries: list[tuple[Any, Any]] = (), **about: Any) -> range:
        """Columns with the same entries: each a row (or a row a column, -1 for none) and a figure (or one a column)."""
        size = len(cost)
        columns = np.arange(self.columns, self.columns + size)
        self.cost.append(np.asarray(cost, dtype=float))
        self.upper.append(np.broadcast_to(np.asarray(upper, dtype=float), size))
        self.whole.append(np.full(size, whole))
        for rows, figures in entries:
            self.add(rows, columns, figures)
        self.blocks.append((kind, self.columns, {"size": size, **about}))
        self.columns += size
        return range(columns[0], columns[0] + size) if size else range(0)

    def add(self, rows: Any, columns: Any, figures: Any) -> None:
        """Entries of the matrix; those with row -1 or figure 0 are left out."""
        rows, columns, figures = np.broadcast_arrays(rows, columns, np.asarray(figures, dtype=float))
        keep = (rows >= 0) & (figures != 0)
        if keep.any():
            self.entries.append((rows[keep], columns[keep], figures[keep]))

    def arrays(self) -> Arrays:
        """Entries of one row and column are added up."""
        size = len(self.row_names)
        rows = np.concatenate([entry[0] for entry in self.entries]).astype(np.int64)
        columns = np.concatenate([entry[1] for entry in self.entries]).astype(np.int64)
        figures = np.concatenate([entry[2] for entry in self.entries])
        keys, inverse = np.unique(columns * size + rows, return_inverse=True)
        sums = np.bincount(inverse, weights=figures)
        keep = sums != 0
        keys, sums = keys[keep], sums[keep]
        return Arrays(np.concatenate(self.cost), np.concatenate(self.upper), np.concatenate(self.whole),
                      np.array(self.row_lower), np.array(self.row_upper), keys // size, keys % size, sums)


@dataclass
class Arrays:
    """The program as arrays: (column,) cost, upper, whole; (row,) lower, upper; entries sorted by column."""
    cost: np.ndarray
    upper: np.ndarray
    whole: np.ndarray
    row_lower: np.ndarray
    row_upper: np.ndarray
    entry_column: np.ndarray
    entry_row: np.ndarray
    entry_figure: np.ndarray
    lower: np.ndarray | None = None
    """(column,) Lower bounds; None for 0."""

    @property
    def size(self) -> tuple[int, int, int]:
        """Rows, columns, non-zeros."""
        return len(self.row_lower), len(self.cost), len(self.entry_figure)

    def restricted(self, columns: np.ndarray) -> Arrays:
        """Only some columns, all rows."""
        place = np.full(len(self.cost), -1)
        place[columns] = np.arange(len(columns))
        keep = place[self.entry_column] >= 0
        return Arrays(self.cost[columns], self.upper[columns], self.whole[columns], self.row_lower, self.row_upper,
                      place[self.entry_column[keep]], self.entry_row[keep], self.entry_figure[keep])

    def lp(self, relaxed: bool = False) -> highspy.HighsLp:
        rows, columns, _ = self.size
        lp = highspy.HighsLp()
        lp.num_row_, lp.num_col_ = rows, columns
        lp.sense_ = highspy.ObjSense.kMaximize
        lp.col_cost_, lp.col_lower_, lp.col_upper_ = self.cost, np.zeros(columns) if self.lower is None else self.lower, self.upper
        lp.row_lower_, lp.row_upper_ = self.row_lower, self.row_upper
        lp.a_matrix_.format_ = highspy.MatrixFormat.kColwise
        lp.a_matrix_.start_ = np.searchsorted(self.entry_column, np.arange(columns + 1)).astype(np.int32)
        lp.a_matrix_.index_, lp.a_matrix_.value_ = self.entry_row.astype(np.int32), self.entry_figure
        if not relaxed:
            whole, free = highspy.HighsVarType.kInteger, highspy.HighsVarType.kContinuous
            lp.integrality_ = [whole if flag else free for flag in self.whole]
        return lp
