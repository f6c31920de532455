"""What the tool keeps: essays by the link that they were handed in through, and launches for as long as they last."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import time
from typing import Any

_TABLES = """
CREATE TABLE IF NOT EXISTS essays (
    issuer TEXT, deployment TEXT, resource TEXT, user TEXT, name TEXT, text TEXT,
    PRIMARY KEY (issuer, deployment, resource, user)
);
CREATE TABLE IF NOT EXISTS launches (key TEXT PRIMARY KEY, value TEXT, until REAL);
"""


@dataclass(frozen=True)
class Link:
    """One assignment in one course: the platform, its deployment of the tool, and the resource link."""

    issuer: str
    deployment: str
    resource: str


@dataclass(frozen=True)
class Handed:
    """An essay that was handed in; ``user`` is the platform's id of the student (``sub``)."""

    user: str
    name: str
    text: str


class Store:
    """A file of SQLite; a connection for each call, so that threads and processes may share it."""

    def __init__(self, path: str | Path) -> None:
        self._path = str(path)
        with self._open() as database:
            database.executescript(_TABLES)

    def hand_in(self, link: Link, handed: Handed) -> None:
        """Keep an essay; an earlier one of the same student for the same link is replaced."""
        row = (link.issuer, link.deployment, link.resource, handed.user, handed.name, handed.text)
        with self._open() as database:
            database.execute("INSERT OR REPLACE INTO essays VALUES (?, ?, ?, ?, ?, ?)", row)

    def handed_in(self, link: Link) -> list[Handed]:
        """The essays for a link, by name."""
        where = (link.issuer, link.deployment, link.resource)
        with self._open() as database:
            rows = database.execute(
                "SELECT user, name, text FROM essays WHERE issuer = ? AND deployment = ? AND resource = ?"
                " ORDER BY name, user",
                where,
            ).fetchall()
        return [Handed(*row) for row in rows]

    # What follows is the cache that PyLTI1p3 keeps the data of launches in.

    def get(self, key: str) -> Any:
        """The value of a key; None where there is none or its time is over."""
        with self._open() as database:
            row = database.execute("SELECT value FROM launches WHERE key = ? AND until > ?", (key, time())).fetchone()
        return json.loads(row[0]) if row else None

    def set(self, key: str, value: Any, seconds: int | None = None) -> None:
        """Keep a value, for a day unless told, and drop those whose time is over."""
        now = time()
        with self._open() as database:
            database.execute("DELETE FROM launches WHERE until <= ?", (now,))
            row = (key, json.dumps(value), now + (seconds or 86_400))
            database.execute("INSERT OR REPLACE INTO launches VALUES (?, ?, ?)", row)

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        with closing(sqlite3.connect(self._path, timeout=30)) as database, database:
            yield database
