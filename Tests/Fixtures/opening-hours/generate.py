#!/usr/bin/env python3
"""Writes expected.json: what PyPI opening-hours-py makes of generated values, day by day, for the tests to compare with.

usage: generate.py        (needs `pip install opening-hours-py==2.1.4`; the tests themselves do not)

Days run from FIRST to LAST, so that New Year 2027, week 53 of 2026 and 29 February 2028 are in. Public holidays are those
the package has for France; it has no school holidays, and reads `SH Mo-Fr` as "SH or Mo-Fr", so neither is compared.
A span past midnight in a rule after `;` is left out: the package then drops what the rule brings to the next day where
an earlier rule speaks of that day, which the specification does not ask for. A list of months before `Sa[2]` is left out
too: the package then opens every day of those months.
"""
import datetime
import json
import pathlib
import random
import re
from importlib.metadata import version

from opening_hours import OpeningHours

FIRST = datetime.date(2026, 11, 1)
LAST = datetime.date(2028, 3, 31)
WEEKDAYS = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
PATTERNS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
WRITTEN = [
    "24/7", "24/7; Mo off", "Mo-Fr 09:00-12:00,14:00-17:00", "Mo-Fr 09:00-12:00,14:00-17:00; PH off",
    "week 02-52/2 We 09:00-12:00", "week 01-53/2 We 09:00-12:00", "week 53 We 09:00-12:00", "week 01 Mo-Su",
    "week 52-53 Th-Fr 10:00-11:00", "Mo[1] 09:00-12:00", "We[-1] 14:00-17:00", "Mo[1,3] 09:00-12:00",
    "Tu[2-4] 09:00-12:00", "Fr[5] 09:00-12:00", "Dec 24-Jan 02 off", "Mo-Fr 09:00-12:00; Dec 24-Jan 02 off",
    "2027 Jan 04-2027 Feb 07 Mo 09:00-12:00", "2027 Jan 04-Feb 07 Mo 09:00-12:00", "2026 Dec 24-Jan 02 10:00-11:00",
    "Jan-Mar Mo 09:00-12:00; Apr-Dec Tu 09:00-12:00", "Nov-Feb Sa 10:00-12:00", "Feb 29 10:00-12:00",
    "Feb 20-29 10:00-12:00", "2027 Jan-Mar We 09:00-12:00", "Fr-Mo 22:00-02:00", "Mo-Fr 22:00-02:00; We off",
    "Mo 20:00-04:00; Tu 10:00-12:00", "Mo 20:00-04:00, Tu 02:00-12:00", "Sa 22:00-30:00", "Mo 10:00-34:30",
    "Mo-Fr 09:00-12:00; Tu 10:00-11:00 off", "Mo,PH 09:00-12:00", "PH,Mo 09:00-12:00", "PH 10:00-12:00",
    "Mo-Fr 09:00-12:00, PH 14:00-16:00", "Mo-Fr 09:00-12:00; PH 10:00-11:00", "Mo-Fr", "Jan", "off", "10:00-12:00",
    "Mo-Fr 09:00-09:00", "Mo-Sa 00:00-24:00", "Dec 25,May 01,Jul 14 10:00-12:00", "Mo 09:00-12:00, 14:00-18:00",
    "Mo-Fr off, PH 10:00-12:00", "Dec 25, Mo 10:00-12:00", "Mo-Fr open, Sa 10:00-12:00",
    "Mo 09:00-12:00 \"sur rendez-vous\"; We 14:00-17:00 \"bus, place de l'église\"",
    # As the places of médiation numérique write them; the first three stand in the tests of the producers' own tools.
    "Mo-Fr 09:00-12:00,14:00-18:30; Sa 08:30-12:00", "Mo-Fr 10:00-20:00 \"sur rendez-vous\"; PH off",
    "Mo-Fr 09:00-12:30,14:00-17:00; Tu,We 09:00-12:30,14:00-18:00",
    "Mo-Fr 08:30-12:00,13:30-17:30", "Mo 13:30-17:30; Tu-Fr 08:30-12:00,13:30-17:30; Sa 09:00-12:00",
    "Mo,Tu,Th,Fr 09:00-12:00,14:00-17:00; We 09:00-12:00", "Tu 09:00-12:30,13:30-18:00; We 09:00-12:30; PH off",
    "Mo-Th 09:00-12:15,13:15-17:00; Fr 09:00-12:15,13:15-16:30", "We[1] 09:30-12:00; We[3] 09:30-12:00",
    "Tu[1],Tu[3] 14:00-17:00", "week 02-52/2 Th 13:30-16:30; PH off",
]


def clock(minutes):
    return f"{minutes // 60:02}:{minutes % 60:02}"


def spans(random, past_midnight):
    if past_midnight and random.random() < 0.15:
        return f"{clock(random.randrange(20 * 60, 24 * 60, 15))}-{clock(random.randrange(30, 6 * 60, 15))}"
    cuts = sorted(random.sample(range(6 * 60, 21 * 60, 15), 2 * random.choice([1, 1, 2, 2, 3])))
    return ",".join(f"{clock(a)}-{clock(b)}" for a, b in zip(cuts[::2], cuts[1::2]))


def days(random):
    kind = random.random()
    if kind < 0.35:
        first, last = random.sample(WEEKDAYS, 2)
        return f"{first}-{last}"
    if kind < 0.6:
        return ",".join(random.sample(WEEKDAYS, random.randint(1, 3)))
    if kind < 0.75:
        return f"{random.choice(WEEKDAYS)}[{random.choice(['1', '2', '3', '4', '5', '-1', '-2', '1,3', '2-4', '2,-1'])}]"
    if kind < 0.85:
        return random.choice(["PH", "Mo-Fr,PH", "PH,Sa", "Sa,Su,PH"])
    return ""


def day(random):
    return f"{random.choice(MONTHS)} {random.randint(1, 28):02}"


def dates(random):
    kind = random.random()
    if kind < 0.6:
        return ""
    if kind < 0.7:
        return f"{random.choice(MONTHS)}-{random.choice(MONTHS)}"
    if kind < 0.76:
        return ",".join(sorted(random.sample(MONTHS, 2), key=MONTHS.index))
    if kind < 0.82:
        return f"{day(random)}-{day(random)}"
    if kind < 0.86:
        first = datetime.date(2026, 11, 1) + datetime.timedelta(random.randrange(300))
        last = first + datetime.timedelta(random.randrange(1, 200))
        return f"{first.year} {MONTHS[first.month - 1]} {first.day:02}-{last.year} {MONTHS[last.month - 1]} {last.day:02}"
    if kind < 0.88:
        return f"{random.choice([2026, 2027])} {random.choice(MONTHS)}"
    if kind < 0.94:
        return f"week {random.randint(1, 2):02}-{random.randint(50, 53)}/{random.choice([2, 2, 3, 4])}"
    first = random.randint(1, 50)
    return f"week {first:02}-{random.randint(first, 53):02}"


def rule(random, past_midnight):
    selectors = [part for part in (dates(random), days(random)) if part]
    if selectors and random.random() < 0.15:
        return " ".join(selectors + ["off"])
    return " ".join(selectors + [spans(random, past_midnight)])


def value(random):
    text = rule(random, True)
    for _ in range(random.choice([0, 0, 1, 1, 2])):
        additional = random.random() < 0.3
        text += (", " if additional else "; ") + rule(random, additional)
    return text


def expectation(text):
    hours = OpeningHours(text, country="FR")
    start = datetime.datetime.combine(FIRST, datetime.time())
    end = datetime.datetime.combine(LAST + datetime.timedelta(1), datetime.time())
    count = (end - start).days
    of_day = [[] for _ in range(count)]
    for interval in hours.intervals(start, end):
        if str(interval[2]) != "open":
            continue
        for number in range((interval[0] - start).days, count):
            midnight = start + datetime.timedelta(number)
            begin, finish = max(interval[0], midnight), min(interval[1], midnight + datetime.timedelta(1))
            if finish <= begin:
                break
            minutes = [int((moment - midnight).total_seconds()) // 60 for moment in (begin, finish)]
            if of_day[number] and of_day[number][-1][1] == minutes[0]:
                of_day[number][-1][1] = minutes[1]
            else:
                of_day[number].append(minutes)
    patterns = []
    for intervals in of_day:
        if intervals not in patterns:
            patterns.append(intervals)
    return {"value": text, "patterns": patterns,
            "days": "".join(PATTERNS[patterns.index(intervals)] for intervals in of_day)}


def main():
    source = random.Random(20261124)
    values = list(WRITTEN)
    while len(values) < 300:
        text = value(source)
        if text not in values and not re.search(r"[a-z],[A-Z][a-z]{2} [A-Z][a-z]\[", text):
            values.append(text)
    holidays = OpeningHours("PH", country="FR")
    dates = [FIRST + datetime.timedelta(number) for number in range((LAST - FIRST).days + 1)]
    found = {
        "package": f"opening-hours-py {version('opening-hours-py')}", "first": FIRST.isoformat(), "last": LAST.isoformat(),
        "publicHolidays": [date.isoformat() for date in dates
                           if holidays.is_open(datetime.datetime.combine(date, datetime.time(12)))],
        "cases": [expectation(text) for text in values],
    }
    target = pathlib.Path(__file__).parent / "expected.json"
    target.write_text(json.dumps(found, ensure_ascii=False, separators=(",", ":")).replace('{"value"', '\n{"value"')
                      + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
