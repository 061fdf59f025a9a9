"""Recounts what a store keeps of plans, with nothing of the program's: integrity, hashes, figures. Prints JSON.

Usage: register_recount.py STORE
"""

import hashlib
import json
import sqlite3
import struct
import sys


def digest(con, table):
    """The hash of a table as the guide tells it."""
    total = hashlib.sha256()
    rows = con.execute(f'SELECT * FROM "{table}" ORDER BY fid')
    names = [column[0] for column in rows.description]
    for row in rows:
        for name, value in zip(names, row):
            if name == "fid" or value is None:
                continue
            total.update(name.encode() + b"\0")
            if isinstance(value, int):
                total.update(b"i" + struct.pack("<q", value))
            elif isinstance(value, float):
                total.update(b"r" + struct.pack("<d", value))
            else:
                data, letter = (value.encode(), b"t") if isinstance(value, str) else (value, b"b")
                total.update(letter + struct.pack("<Q", len(data)) + data)
        total.update(b"\0")
    return total.hexdigest()


def faults(con, version, files):
    """What is wrong with one kept version."""
    for name, sha256, data in files:
        if data is None:
            yield f"{version['numero']}: {name} has no content"
        elif hashlib.sha256(data).hexdigest() != sha256:
            yield f"{version['numero']}: {name} is not what was kept"
        elif name == "plan.json":
            plan = json.loads(data)
            for key in ("valeur", "borne", "ecart", "arret", "empreinte"):
                if plan[key] != version[key]:
                    yield f"{version['numero']}: {key}"
            if str(plan["graine"]) != version["graine"]:
                yield f"{version['numero']}: graine"
            services = [
                (s["id"], s["valeur_millipoints"] / 1000, s["borne_millipoints"] / 1000) for s in plan["services"]
            ]
            if [(s["id"], s["valeur"], s["borne"]) for s in json.loads(version["services"])] != services:
                yield f"{version['numero']}: services"
    if "plan.json" not in [file[0] for file in files]:
        yield f"{version['numero']}: no plan.json"


con = sqlite3.connect(sys.argv[1])
con.row_factory = None
answer = {
    "integrity": con.execute("PRAGMA integrity_check").fetchone()[0],
    "foreign": con.execute("PRAGMA foreign_key_check").fetchall(),
    "store": con.execute("SELECT max(version) FROM itinerance_version").fetchone()[0],
    "versions": [],
    "faults": [],
}
kept = {row[0] for row in con.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
if "versions" in kept:
    rows = con.execute("SELECT * FROM versions ORDER BY numero")
    names = [column[0] for column in rows.description]
    for row in rows.fetchall():
        version = dict(zip(names, row))
        files = con.execute(
            "SELECT f.nom, f.sha256, c.octets FROM versions_fichiers f LEFT JOIN contenus c ON c.sha256 = f.sha256 "
            "WHERE f.version = ?", (version["numero"],)).fetchall()
        answer["faults"] += faults(con, version, files)
        version["fichiers"] = {name: sha256 for name, sha256, _ in files}
        version["entrees"] = con.execute(
            "SELECT nature, nom, sha256 FROM versions_entrees WHERE version = ? ORDER BY fid", (version["numero"],)
        ).fetchall()
        answer["versions"].append(version)
    loose = con.execute(
        "SELECT count(*) FROM contenus WHERE sha256 NOT IN (SELECT sha256 FROM versions_fichiers)").fetchone()[0]
    if loose:
        answer["faults"].append(f"{loose} contents of no version")
answer["tables"] = {
    name: digest(con, name)
    for name in sorted(kept)
    if name in ("communes", "lieux", "equipements", "personnel", "vehicules", "indicateurs", "jours_feries")
}
print(json.dumps(answer))
