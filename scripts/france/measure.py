#!/usr/bin/env python3
"""Runs one command, keeps what it says and what it takes, and names it where it fails.

usage: measure.py NAME LOG.txt -- COMMAND…

LOG.txt gets its standard error; LOG.json beside it the ending, seconds, seconds of processor and most memory. A failure is
one line on standard error: who, exit code, the program's own words, and where the log lies.
"""
import json
import os
import pathlib
import subprocess
import sys
import time


def own_words(text):
    """The lines that say why: the last ones, since warnings come first."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return " ".join(lines[-2:]) or "aucun message"


def main():
    name, log, dash, *command = sys.argv[1:]
    if dash != "--" or not command:
        sys.exit(__doc__)
    text = pathlib.Path(log)
    text.parent.mkdir(parents=True, exist_ok=True)
    text.with_suffix(".json").unlink(missing_ok=True)
    start = time.monotonic()
    try:
        with open(text, "w", encoding="utf-8") as handle:
            process = subprocess.Popen(command, stderr=handle)
        _, status, usage = os.wait4(process.pid, 0)
        code = os.waitstatus_to_exitcode(status)
        megabytes, processor = usage.ru_maxrss / 1024, usage.ru_utime + usage.ru_stime
    except OSError as error:
        text.write_text(f"{command[0]} : {error.strerror}\n", encoding="utf-8")
        code, megabytes, processor = 127, 0, 0
    words = "" if code == 0 else own_words(text.read_text(encoding="utf-8", errors="replace"))
    text.with_suffix(".json").write_text(json.dumps({
        "nom": name, "code": code, "secondes": round(time.monotonic() - start, 2), "processeur": round(processor, 2),
        "megaoctets": round(megabytes, 1), "message": words}, ensure_ascii=False) + "\n", encoding="utf-8")
    if code:
        print(f"ÉCHEC {name} : code {code}. {words} (journal : {text})", file=sys.stderr)
    sys.exit(min(code, 125) if code >= 0 else 128 - code)


if __name__ == "__main__":
    main()
