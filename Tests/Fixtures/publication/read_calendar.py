"""Every event of an iCalendar file between two dates, both included, as another program expands it."""
import datetime
import json
import sys

import icalendar
import recurring_ical_events

path, first, last = sys.argv[1], *map(datetime.date.fromisoformat, sys.argv[2:4])
with open(path, "rb") as file:
    data = file.read()
calendar = icalendar.Calendar.from_ical(data)
events = [
    {
        "date": event["DTSTART"].dt.strftime("%Y-%m-%d"),
        "start": event["DTSTART"].dt.strftime("%H:%M"),
        "end": event["DTEND"].dt.strftime("%H:%M"),
        "offset": event["DTSTART"].dt.strftime("%z"),
        "summary": str(event["SUMMARY"]),
        "location": str(event.get("LOCATION", "")),
        "description": str(event.get("DESCRIPTION", "")),
    }
    for event in recurring_ical_events.of(calendar).between(first, last + datetime.timedelta(days=1))
]
series = [
    {
        "uid": str(event["UID"]),
        "sequence": int(event["SEQUENCE"]),
        "stamp": event["DTSTAMP"].dt.isoformat(),
        "rule": event["RRULE"].to_ical().decode() if "RRULE" in event else "",
    }
    for event in calendar.walk("VEVENT")
]
lines = data.split(b"\r\n")
for line in lines:
    line.decode()  # No character is cut in two by the folding of lines.
json.dump(
    {
        "name": str(calendar["X-WR-CALNAME"]),
        "events": sorted(events, key=lambda e: (e["date"], e["start"], e["summary"])),
        "series": series,
        "longest": max(map(len, lines)),
        "bareLineEnds": sum(b"\n" in line or b"\r" in line for line in lines),
    },
    sys.stdout,
)
