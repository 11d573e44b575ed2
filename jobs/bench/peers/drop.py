"""Reads a drop: python drop.py DROP prints the body of each inquiry, one a line."""

import gzip
import json
import pathlib
import sys


def rows(drop, table):
    """The rows of all days of a table; planted dirty lines are left out."""
    for file in sorted(pathlib.Path(drop, table).glob("dt=*/*.jsonl.gz")):
        with gzip.open(file, "rt", encoding="utf-8", errors="replace") as lines:
            for line in lines:
                try:
                    row = json.loads(line)
                except ValueError:
                    continue
                if isinstance(row, dict):
                    yield row


def inquiries(drop):
    """Each inquiry with a text once, its lines made one."""
    seen = set()
    for row in rows(drop, "inquiries"):
        body, key = row.get("body"), row.get("inquiry_id")
        if isinstance(body, str) and body.strip() and isinstance(key, str) and key not in seen:
            seen.add(key)
            yield row | {"body": " ".join(body.split())}


if __name__ == "__main__":
    for inquiry in inquiries(sys.argv[1]):
        print(inquiry["body"])
