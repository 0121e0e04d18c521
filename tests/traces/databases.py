"""SQLite databases: every cell of every table, what still stands in the write-ahead log included.
Never opens the one in the profile: opening would change it, and that is what is being looked at."""

import contextlib
import pathlib
import shutil
import sqlite3
import tempfile

MAGIC = b"SQLite format 3\0"


def cells(path):
    """Each cell that holds text or bytes, as bytes. Errors: `sqlite3.DatabaseError`, where it cannot be read."""
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder) / "copy"
        for ending in ("", "-wal", "-journal"):
            source = path.with_name(path.name + ending)
            if source.exists():
                shutil.copy(source, f"{copy}{ending}")
        with contextlib.closing(sqlite3.connect(copy)) as base:
            # As stored: no text is lost for not being UTF-8.
            base.text_factory = bytes
            for table in tables(base):
                for row in base.execute(f'SELECT * FROM "{table}"'):
                    yield from (cell for cell in row if isinstance(cell, bytes))


def tables(base):
    listed = base.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'").fetchall()
    # What a virtual table holds lies in tables of its own, which are listed beside it.
    named = [name for name, sql in listed if not (sql or b"").upper().startswith(b"CREATE VIRTUAL")]
    return ["sqlite_master"] + [name.decode() for name in named]
