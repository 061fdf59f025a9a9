#!/usr/bin/env python3
"""The work of GeoBenchmark in plain Python, from the same CSV: pandas, numpy, scipy's cKDTree.

usage: geo_reference.py COMMUNES.csv matrix|nearest|need RUNS

Prints JSON: the seconds of each run, a checksum to compare with GeoBenchmark's, ru_maxrss in MB, versions. Reading the
CSV is not timed, as it is not there.
"""
import json
import resource
import sys
import time

import numpy
import pandas
import scipy
from scipy.spatial import cKDTree

RADIUS = 6_371_008.8
DETOUR, RURAL, URBAN, URBAN_DENSITY = 1.3, 45.0, 25.0, 1500.0
DENSE = 300.0


def unit(frame):
    latitude, longitude = numpy.radians(frame.latitude.to_numpy()), numpy.radians(frame.longitude.to_numpy())
    return numpy.column_stack([numpy.cos(latitude) * numpy.cos(longitude), numpy.cos(latitude) * numpy.sin(longitude),
                               numpy.sin(latitude)])


def speeds(frame):
    density = (frame.population_municipale / frame.superficie_km2).fillna(0)
    return numpy.where(density >= URBAN_DENSITY, URBAN, RURAL)


def metres(chord):
    return 2 * RADIUS * numpy.arcsin(numpy.minimum(1, chord / 2))


def matrix(france):
    """Metres and seconds between the 647 communes of the Nord."""
    nord = france[france.code_insee.str.startswith("59")].head(647)
    latitude, longitude = numpy.radians(nord.latitude.to_numpy()), numpy.radians(nord.longitude.to_numpy())
    speed = speeds(nord)
    half = (numpy.sin((latitude[:, None] - latitude) / 2) ** 2
            + numpy.cos(latitude)[:, None] * numpy.cos(latitude) * numpy.sin((longitude[:, None] - longitude) / 2) ** 2)
    distance = 2 * RADIUS * numpy.arcsin(numpy.minimum(1, numpy.sqrt(half))) * DETOUR
    seconds = numpy.rint(distance * 3.6 * (0.5 / speed[:, None] + 0.5 / speed))
    return numpy.rint(distance).sum() + seconds.sum()


def nearest(france):
    """Great-circle metres from each commune of France to the nearest of every twentieth."""
    places = unit(france.iloc[::20])
    chord, _ = cKDTree(places).query(unit(france))
    return numpy.rint(metres(chord)).sum()


def clipped(values):
    low, high = numpy.percentile(values, [5, 95])
    if high <= low:
        return numpy.full(len(values), 0.5)
    return (numpy.clip(values, low, high) - low) / (high - low)


def filled(france, values):
    """Medians of the EPCI where at least half of its communes are published; None where one has fewer."""
    groups = pandas.Series(values).groupby(france.code_epci.to_numpy())
    if (groups.count() * 2 < groups.size()).any():
        return None
    return pandas.Series(values).fillna(groups.transform("median")).to_numpy()


def need(france):
    """Intensity of need of every commune of France as one territory: the indicators its file has."""
    density = (france.population_municipale / france.superficie_km2).to_numpy()
    speed = speeds(france)
    points = unit(france)
    times = []
    for value in (RURAL, URBAN):
        towns = (density >= DENSE) & (speed == value)
        chord, _ = cKDTree(points[towns]).query(points)
        times.append(numpy.rint(metres(chord) * DETOUR * 3.6 * (0.5 / speed + 0.5 / value)) / 60)
    unemployment = (100 * france.chomeurs_15_64_2021 / france.actifs_15_64_2021.replace(0, numpy.nan)).to_numpy()
    # The living standard stands in where poverty is published for too few, as in NeedScore.
    poverty = filled(france, france.taux_pauvrete_60_2021.to_numpy())
    living = filled(france, france.niveau_vie_median_2021.to_numpy())
    fragility = [poverty if poverty is not None else None if living is None else -living, filled(france, unemployment)]
    sparse = filled(france, density)
    distance = [None if sparse is None else -sparse, numpy.minimum(*times)]
    dimensions = []
    for columns in (fragility, distance):
        known = [clipped(column) for column in columns if column is not None]
        if known:
            dimensions.append(numpy.mean(known, axis=0))
    return numpy.mean(dimensions, axis=0).sum()


def main():
    path, case, runs = sys.argv[1], sys.argv[2], int(sys.argv[3])
    france = pandas.read_csv(path, dtype={"code_insee": str, "code_departement": str, "code_epci": str})
    france["code_epci"] = france.code_epci.fillna("")
    work = {"matrix": matrix, "nearest": nearest, "need": need}[case]
    seconds, checksum = [], 0.0
    for _ in range(runs):
        start = time.perf_counter()
        checksum = float(work(france))
        seconds.append(time.perf_counter() - start)
    print(json.dumps({"seconds": seconds, "checksum": checksum,
                      "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
                      "versions": f"Python {sys.version.split()[0]}, numpy {numpy.__version__}, "
                                  f"pandas {pandas.__version__}, scipy {scipy.__version__}"}))


if __name__ == "__main__":
    main()
