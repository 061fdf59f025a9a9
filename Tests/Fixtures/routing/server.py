"""A routing server on the loopback that speaks three protocols with made-up ways that differ there and back.

Shapes: OSRM `table` (osrm-backend, docs/http.md), Valhalla `sources_to_targets` (docs/api/matrix), openrouteservice
`matrix` v2. Prints its port. Every request is one line of the log: protocol, sources, targets, key.
"""

import argparse
import json
import re
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

parser = argparse.ArgumentParser()
parser.add_argument("--log", required=True)
parser.add_argument("--fail", type=int, default=0, help="requests that fail first")
parser.add_argument("--fail-after", type=int, help="requests that succeed before all fail")
parser.add_argument("--status", type=int, default=503)
parser.add_argument("--retry-after")
parser.add_argument("--unreachable", help="lat,lon in hundred-thousandths that nothing reaches")
parser.add_argument("--truncate", action="store_true")
parser.add_argument("--code", help="OSRM code instead of Ok")
parser.add_argument("--redirect")
parser.add_argument("--slow", type=float, default=0)
options = parser.parse_args()
requests = 0


def seconds(a, b):
    return 60 + (7 * a[0] + 13 * a[1] + 17 * b[0] + 29 * b[1]) % 3000


def metres(a, b):
    return 10 * seconds(a, b) + (a[0] + 3 * b[1]) % 500


def point(longitude, latitude):
    return round(float(latitude) * 1e5), round(float(longitude) * 1e5)


def tables(sources, targets):
    def gone(b):
        return options.unreachable == f"{b[0]},{b[1]}"

    def rows(figure):
        return [[None if gone(b) and a != b else 0 if a == b else figure(a, b) for b in targets] for a in sources]

    return rows(seconds), rows(metres)


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments):
        pass

    def send(self, status, body, headers=()):
        data = json.dumps(body).encode()
        if options.truncate and status == 200:
            data = data[: len(data) // 2]
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        for name, value in headers:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def counted(self, protocol, sources, targets):
        """Logs the request; True where it is to fail."""
        global requests
        requests += 1
        with open(options.log, "a") as log:
            log.write(f"{protocol} {sources} {targets} {self.headers.get('Authorization', '-')}\n")
        time.sleep(options.slow)
        late = options.fail_after is not None and requests > options.fail_after
        if options.redirect:
            self.send(302, {}, [("Location", options.redirect)])
        elif requests <= options.fail or late:
            extra = [("Retry-After", options.retry_after)] if options.retry_after else []
            self.send(options.status, {"message": "busy", "error": "busy", "code": "Busy"}, extra)
        else:
            return False
        return True

    def do_GET(self):
        match = re.fullmatch(
            r"/table/v1/driving/([-\d.,;]+)\?sources=([\d;]+)&destinations=([\d;]+)&annotations=duration,distance",
            self.path,
        )
        if not match:
            return self.send(400, {"code": "InvalidUrl", "message": "URL string malformed"})
        points = [point(*pair.split(",")) for pair in match[1].split(";")]
        sources = [points[int(index)] for index in match[2].split(";")]
        targets = [points[int(index)] for index in match[3].split(";")]
        if self.counted("osrm", len(sources), len(targets)):
            return None
        if len(points) > 100:
            return self.send(400, {"code": "TooBig", "message": "Too many table coordinates"})
        if options.code:
            return self.send(200, {"code": options.code, "message": "No table"})
        durations, distances = tables(sources, targets)
        return self.send(
            200,
            {
                "code": "Ok",
                "durations": durations,
                "distances": [[None if cell is None else cell + 0.3 for cell in row] for row in distances],
                "sources": [{"hint": "", "name": "", "location": [0, 0], "distance": 1.5} for _ in sources],
                "destinations": [{"hint": "", "name": "", "location": [0, 0], "distance": 1.5} for _ in targets],
            },
        )

    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if self.path == "/sources_to_targets":
            sources = [point(place["lon"], place["lat"]) for place in body["sources"]]
            targets = [point(place["lon"], place["lat"]) for place in body["targets"]]
            if self.counted("valhalla", len(sources), len(targets)):
                return None
            if len(sources) * len(targets) > 2500:
                return self.send(400, {"error_code": 150, "error": "Exceeded max locations", "status_code": 400})
            durations, distances = tables(sources, targets)
            rows = [
                [
                    {
                        "from_index": i,
                        "to_index": j,
                        "time": durations[i][j],
                        "distance": None if distances[i][j] is None else distances[i][j] / 1000,
                    }
                    for j in range(len(targets))
                ]
                for i in range(len(sources))
            ]
            return self.send(200, {"sources_to_targets": rows, "units": "kilometers", "algorithm": "costmatrix"})
        if self.path == "/v2/matrix/driving-car":
            points = [point(*pair) for pair in body["locations"]]
            sources = [points[index] for index in body["sources"]]
            targets = [points[index] for index in body["destinations"]]
            if self.counted("openrouteservice", len(sources), len(targets)):
                return None
            if len(sources) * len(targets) > 3500:
                return self.send(400, {"error": {"code": 6004, "message": "Search exceeds the limit of routes: 3500"}})
            if body["metrics"] != ["duration", "distance"] or body["units"] != "m":
                return self.send(400, {"error": {"code": 6003, "message": "Parameter value is invalid"}})
            durations, distances = tables(sources, targets)
            return self.send(200, {"durations": durations, "distances": distances, "metadata": {"service": "matrix"}})
        return self.send(404, {"error": "not found"})


server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
print(server.server_address[1], flush=True)
try:
    server.serve_forever()
except KeyboardInterrupt:
    sys.exit(0)
