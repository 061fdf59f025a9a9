"""From the runs made to the whole of France: processor time, memory and disk against the number of communes.

Time of a run: log(seconds) = a of its scenario + b × log(communes), least squares, one b for all scenarios. A sum of such
times is corrected by the mean of exp(residual). The range: each département left out in turn. Few runs, so no more is claimed.
"""
import heapq
import math
import statistics

import choose
import territory

CLUSTER = 100


class Fit:
    """Seconds of processor against communes, a constant for each scenario and one slope."""

    def __init__(self, rows):
        self.count = len(rows)
        points = {}
        for row in rows:
            points.setdefault(row["scenario"], []).append((math.log(row["communes"]), math.log(row["processeur"])))
        means = {name: (statistics.fmean(x for x, _ in own), statistics.fmean(y for _, y in own))
                 for name, own in points.items()}
        centred = [(x - means[name][0], y - means[name][1]) for name, own in points.items() for x, y in own]
        squares = sum(x * x for x, _ in centred)
        self.slope = sum(x * y for x, y in centred) / squares if squares else 0.0
        self.constants = {name: y - self.slope * x for name, (x, y) in means.items()}
        residuals = [y - self.slope * x for x, y in centred]
        free = len(centred) - len(points) - 1
        self.deviation = math.sqrt(sum(r * r for r in residuals) / free) if free > 0 else float("nan")
        self.correction = statistics.fmean(math.exp(r) for r in residuals)

    def seconds(self, scenario, communes):
        return self.correction * math.exp(self.constants[scenario] + self.slope * math.log(communes))

    def total(self, scenario, sizes):
        return sum(self.seconds(scenario, communes) for communes in sizes.values())


def makespan(seconds, cores):
    """Longest job first, each to the core that is free first."""
    ends = [0.0] * cores
    for own in sorted(seconds, reverse=True):
        heapq.heapreplace(ends, ends[0] + own)
    return max(ends)


class France:
    """What the whole of France would take; `usable` is false where fewer than three départements were run."""

    def __init__(self, rows, source, shared, disk):
        """shared: seconds of processor of a département's own steps; disk: bytes of its folder."""
        rows = [row for row in rows if row["etat"] == "fait"]
        self.sizes = choose.sizes(territory.national(source))
        ran = sorted({row["departement"] for row in rows})
        self.usable = len(ran) >= 3
        if not self.usable:
            return
        self.communes, self.departements = sum(self.sizes.values()), len(self.sizes)
        self.fit = Fit(rows)
        self.scenarios = list(self.fit.constants)
        self.rows = [{**row, "fitted": self.fit.seconds(row["scenario"], row["communes"])} for row in rows]
        left_out = [Fit([row for row in rows if row["departement"] != code]) for code in ran]
        self.totals = {name: self.fit.total(name, self.sizes) for name in self.scenarios}
        self.ranges = {name: self._range([fit.total(name, self.sizes) for fit in left_out if name in fit.constants])
                       for name in self.scenarios}
        communes_run = sum({row["departement"]: row["communes"] for row in rows}.values())
        # The département's own steps and the disk are as good as proportional to communes.
        self.shared_run = sum(shared[code] for code in ran)
        self.communes_run = communes_run
        self.shared = self.shared_run / communes_run * self.communes
        self.processor = sum(self.totals.values()) + self.shared
        self.range = (sum(low for low, _ in self.ranges.values()) + self.shared,
                      sum(high for _, high in self.ranges.values()) + self.shared)
        jobs = [self.fit.seconds(name, communes) for name in self.scenarios for communes in self.sizes.values()]
        self.longest, self.jobs = max(jobs), len(jobs)
        self.two_cores = self.processor / 2
        self.cluster = makespan(jobs, CLUSTER)
        self.disk_run = sum(disk[code] for code in ran)
        self.disk = self.disk_run / communes_run * self.communes
        self.memory_slope, self.memory_constant = self._line([(row["communes"], row["megaoctets"]) for row in rows])
        self.largest = max(self.sizes.values())
        self.memory_above = max(row["megaoctets"] - self.memory_constant - self.memory_slope * row["communes"]
                                for row in rows)
        self.memory = self.memory_constant + self.memory_slope * self.largest + self.memory_above

    @staticmethod
    def _range(values):
        return min(values), max(values)

    @staticmethod
    def _line(points):
        slope, constant = statistics.linear_regression(*zip(*points))
        return slope, constant
