"""Routes for a telephone, read by gpxpy and as XML: names, points, and whether GPX and KML agree."""

import json
import pathlib
import sys
import xml.etree.ElementTree as tree

import gpxpy

KML = "{http://www.opengis.net/kml/2.2}"


def points(file):
    with open(file, encoding="utf-8") as text:
        gpx = gpxpy.parse(text)
    [route] = gpx.routes
    marks = [[p.name, round(p.latitude, 5), round(p.longitude, 5)] for p in gpx.waypoints]
    assert marks == [[p.name, round(p.latitude, 5), round(p.longitude, 5)] for p in route.points], file
    return route.name, gpx.description, marks


def placemarks(file):
    marks = []
    for mark in tree.parse(file).iter(KML + "Placemark"):
        point = mark.find(KML + "Point")
        if point is not None:
            longitude, latitude = map(float, point.find(KML + "coordinates").text.split(","))
            marks.append([mark.find(KML + "name").text, round(latitude, 5), round(longitude, 5)])
    return marks


found = []
for file in sorted(pathlib.Path(sys.argv[1]).rglob("*.gpx")):
    name, dates, marks = points(file)
    found.append({"file": file.stem, "name": name, "dates": dates, "points": marks,
                  "agrees": marks == placemarks(file.with_suffix(".kml"))})
print(json.dumps(found))
