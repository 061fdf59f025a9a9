"""Dates of the rows of a mobile stops table, expanded from their recurrence rule."""
import csv
import datetime
import json
import sys

from dateutil.rrule import rrulestr

visits = []
with open(sys.argv[1], encoding="utf-8", newline="") as file:
    for row in csv.DictReader(file):
        start, end = (datetime.datetime.fromisoformat(row[key]) for key in ("start", "end"))
        exceptions = set(filter(None, row["exceptions"].split(",")))
        for date in rrulestr(row["frequency"], dtstart=start).between(start, end, inc=True):
            day = date.date().isoformat()
            assert date.strftime("%A") == row["day"], row
            if day not in exceptions:
                visits.append([day, row["arrival"], row["departure"], row["stop"]])
json.dump(sorted(visits), sys.stdout)
