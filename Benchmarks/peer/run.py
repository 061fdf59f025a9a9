"""Builds and solves the program of one service and says what came of it."""
from __future__ import annotations

import math
import resource
import time
from dataclasses import dataclass
from typing import Any

from .matrix import Arrays
from .model import Model
from .narrow import solve_narrow
from .placement import Placement
from .snapshot import Service, Snapshot
from .solve import Options, Outcome, relaxation, solve
from .split import Split
from .variants import DaysModel, RoundsModel


@dataclass(frozen=True)
class Request:
    variant: str = "rounds"
    cover: str = "assign"
    teams: str = "exact"
    totals: bool = True
    ordered: bool = True
    method: str = "split"
    """`plain`: HiGHS alone; `narrow`: reduced-cost fixing before (narrow.py); `split`: totals are branched on before."""
    root_only: bool = False


@dataclass
class Report:
    service: str
    request: Request
    rows: int
    columns: int
    nonzeros: int
    root: float
    build_seconds: float
    root_seconds: float
    outcome: Outcome | None
    cpu_seconds: float
    placement: str | None
    """Of the exact variant: whether the plan found keeps what the program leaves out."""
    planner_value: float | None
    planner_bound: float | None

    @property
    def gap(self) -> float | None:
        """(bound − value) / value; the planner's gap divides by the need reached."""
        if self.outcome is None or self.outcome.value is None:
            return None
        return (self.outcome.bound - self.outcome.value) / max(abs(self.outcome.value), 1)

    def data(self) -> dict[str, Any]:
        """Points and seconds; the log as [seconds, value, bound]."""
        data = {"service": self.service, "variant": self.request.variant, "cover": self.request.cover,
                "teams": self.request.teams, "rows": self.rows, "columns": self.columns, "nonzeros": self.nonzeros,
                "root_bound": self.root, "build_seconds": self.build_seconds, "root_seconds": self.root_seconds,
                "planner_value": self.planner_value, "planner_bound": self.planner_bound}
        if self.outcome:
            outcome = self.outcome
            data |= {"status": outcome.status, "value": outcome.value, "bound": finite(outcome.bound), "gap": self.gap,
                     "nodes": outcome.nodes, "cpu_seconds": self.cpu_seconds,
                     "placement": self.placement, "seconds": outcome.seconds,
                     "seconds_to_0.1%": outcome.time_to(0.001, outcome.value or 1),
                     "seconds_to_optimal": outcome.time_to(0, 1),
                     "log": [[round(step.seconds, 3), step.value, finite(step.bound)] for step in outcome.log]}
        return data

    def line(self) -> str:
        text = (f"{self.service} {self.request.variant}/{self.request.cover}/{self.request.teams}: {self.rows} rows, "
                f"{self.columns} columns, {self.nonzeros} non-zeros, built in {self.build_seconds:.1f} s, root "
                f"{self.root:.3f} in {self.root_seconds:.1f} s")
        if self.outcome:
            outcome = self.outcome
            value = "none" if outcome.value is None else f"{outcome.value:.3f}"
            gap = "" if self.gap is None else f", gap {100 * self.gap:.4f} %"
            text += f"; {outcome.status}: plan {value}, bound {outcome.bound:.3f}{gap}, {outcome.seconds:.1f} s"
            text += f" ({self.cpu_seconds:.1f} s of processor), {outcome.nodes} nodes"
            text += f"; {self.placement}" if self.placement else ""
        return text + f"; planner {self.planner_value} ≤ {self.planner_bound}"


def finite(x: float | None) -> float | None:
    """For JSON, which has no infinity."""
    return x if x is not None and math.isfinite(x) else None


def processor() -> float:
    """Seconds of processor time so far, threads added up: what a busy machine does not change."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def build(snapshot: Snapshot, service: Service, request: Request) -> Model:
    kind = RoundsModel if request.variant == "rounds" else DaysModel
    return kind(snapshot, service, cover=request.cover, teams=request.teams, totals=request.totals,
                ordered=request.ordered)


def run_method(request: Request, model: Model, arrays: Arrays, options: Options) -> Outcome:
    if request.method == "split" and model.total:
        return Split(arrays, model.is_day(), model.total_columns(), options, time.monotonic()).run()
    if request.method == "narrow":
        return solve_narrow(arrays, model.is_day(), options)
    return solve(arrays, options)


def plan_again(snapshot: Snapshot, service: Service, request: Request, options: Options) -> Report:
    """Without narrowing the root is solved once apart, outside the timed run, since HiGHS solves it again."""
    start = time.monotonic()
    model = build(snapshot, service, request)
    arrays: Arrays = model.program.arrays()
    built = time.monotonic() - start
    before, outcome = processor(), None
    if request.root_only or request.method == "plain":
        root, _, _, root_seconds = relaxation(arrays, options)
        before = processor()
    if not request.root_only:
        outcome = run_method(request, model, arrays, options)
    if outcome and request.method != "plain":
        root, root_seconds = outcome.root, outcome.log[0].seconds
    spent, placement = processor() - before, None
    if outcome and outcome.solution is not None and isinstance(model, RoundsModel):
        placement = Placement(model, outcome.solution).verdict()
    planned = snapshot.planned(service.id)
    return Report(service.id, request, *arrays.size, root, built, root_seconds, outcome,
                  spent, placement,
                  planned["valeur_millipoints"] / 1000, planned["borne_millipoints"] / 1000)
