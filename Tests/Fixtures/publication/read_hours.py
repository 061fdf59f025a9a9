"""What opening_hours values mean between two dates, both included, to a reader of another make.

Reads a JSON list of values; writes for each the list of `date start-end`.
"""
import datetime
import json
import sys

import opening_hours

first, last = map(datetime.date.fromisoformat, sys.argv[1:3])
midnight = datetime.time()
start = datetime.datetime.combine(first, midnight)
end = datetime.datetime.combine(last + datetime.timedelta(days=1), midnight)


def spans(value):
    hours = opening_hours.OpeningHours(value, country="FR")
    return [
        f"{a:%Y-%m-%d %H:%M}-{b:%H:%M}"
        for a, b, state, *_ in hours.intervals(start, end)
        if str(state) in ("open", "State.OPEN") or state == opening_hours.State.OPEN
    ]


json.dump([spans(value) for value in json.load(sys.stdin)], sys.stdout)
