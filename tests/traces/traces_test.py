"""Each packing that a browser may give a word, made small: the word is not to be seen in the file, and is found.
Shares the unpackers with traces.py, and writes what they read by itself."""

import base64
import gzip
import pathlib
import sqlite3
import struct
import tempfile
import unittest

import cramjam

from leveldb import BLOCK, MAGIC
from search import Search
from traces import look_through

WORD = "mirolanuveka"
KEY = bytes(range(200, 232))
# Both halves stand by themselves first, so that packing writes the whole word down as two repetitions.
TEXT = ("mirola-" * 9 + "nuveka-" * 9 + "mirolanuveka-" * 9).encode()
SNAPPY = bytes(cramjam.snappy.compress_raw(TEXT))


def varint(value):
    return bytes([value & 127 | 128]) + varint(value >> 7) if value > 127 else bytes([value])


def table(key, value):
    """One entry in a block packed with snappy, and the index that names it."""
    def block(key, value):
        entry = b"\0" + varint(len(key)) + varint(len(value)) + key + value
        packed = bytes(cramjam.snappy.compress_raw(entry + struct.pack("<II", 0, 1)))
        return packed, packed + b"\1" + bytes(4)
    packed, first = block(key, value)
    packed_index, index = block(key, varint(0) + varint(len(packed)))
    footer = varint(0) + varint(0) + varint(len(first)) + varint(len(packed_index))
    return first + index + footer.ljust(40, b"\0") + MAGIC


def log(record):
    """A record over the edge of a block."""
    first = record[: BLOCK - 7]
    rest = record[len(first) :]
    return bytes(4) + struct.pack("<HB", len(first), 2) + first + bytes(4) + struct.pack("<HB", len(rest), 4) + rest


def batch(value):
    return bytes(12) + b"\1" + varint(1) + b"k" + varint(len(value)) + value


class Found(unittest.TestCase):
    def setUp(self):
        held = tempfile.TemporaryDirectory()
        self.addCleanup(held.cleanup)
        self.profile = pathlib.Path(held.name)

    def look(self):
        report = look_through(self.profile, Search([WORD], {"code": "AB12-CD34"}, {"key": KEY}))
        self.assertEqual(report["refused"], [])
        return {(it["what"], it["how"]) for it in report["found"]}

    def check(self, name, data, how):
        path = self.profile / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
        (path.parent / "CURRENT").touch()
        self.assertNotIn(WORD.encode(), data)
        self.assertEqual(self.look(), {(WORD, how)})

    def test_in_a_block_of_a_table(self):
        self.check("store/000005.ldb", table(b"k", TEXT), "table, snappy")

    def test_over_the_edge_of_a_block_of_a_log(self):
        value = bytes(BLOCK - 7 - 17 - 5) + WORD.encode() + bytes(9)
        self.check("store/000003.log", log(batch(value)), "log")

    def test_in_a_value_that_chromium_packed(self):
        value = b"\1\xff\x11\x02" + SNAPPY
        self.check("store/000003.log", log(batch(value)), "log, snappy value")

    def test_in_a_file_beside_a_store(self):
        self.check("1", b"\xff\x11\x02" + SNAPPY, "snappy value")
        framed = bytearray(cramjam.snappy.compress(TEXT))
        self.check("1", bytes(framed), "snappy frames")
        # Firefox's sums are not those of the format.
        framed[14:18] = bytes(4)
        self.check("1", bytes(framed), "snappy frames")

    def test_in_mozillas_lz4_and_in_base64_within_it(self):
        packed = bytes(cramjam.lz4.compress_block(TEXT))
        self.check("recovery.jsonlz4", b"mozLz40\0" + packed, "mozLz4")
        packed = bytes(cramjam.lz4.compress_block(b'"state":"AAAAbWlyb2xhbnV2ZWth"'))
        self.check("recovery.jsonlz4", b"mozLz40\0" + packed, "mozLz4, base64")

    def test_in_an_answer_of_the_cache(self):
        self.check("entry_0", b"header" + gzip.compress(TEXT)[:-9], "gzip")

    def test_in_a_cell_of_a_database_that_was_killed_before_it_was_tidied(self):
        base = sqlite3.connect(self.profile / "data.sqlite", isolation_level=None)
        self.addCleanup(base.close)
        base.execute("PRAGMA journal_mode = WAL")
        base.execute("CREATE TABLE data (value BLOB)")
        base.execute("INSERT INTO data VALUES (?)", [SNAPPY])
        self.assertIn(SNAPPY, (self.profile / "data.sqlite-wal").read_bytes())
        self.assertEqual(self.look(), {(WORD, "sqlite, snappy")})

    def test_as_another_keyboard_or_another_encoding_has_it(self):
        forms = [WORD.upper().encode(), f"+{WORD}+".encode("utf-16-le"), WORD.encode("utf-16-be")]
        for form in forms:
            (self.profile / "file").write_bytes(b"\x07" + form + b"\xff")
            self.assertEqual(self.look(), {(WORD, "as it lies")}, form)

    def test_a_code_and_a_key_in_any_form(self):
        letters = KEY.decode("latin-1")
        keys = [KEY, KEY.hex().upper().encode(), letters.encode(), letters.encode("utf-16-le")]
        keys += [base64.b64encode(bytes(before) + KEY + b"and more") for before in range(3)]
        forms = [("key", it) for it in keys] + [("code", it.encode()) for it in ("ab12cd34", "AB12 CD34", "AB12-CD34")]
        for what, form in forms:
            (self.profile / "file").write_bytes(b"\x07" + form + b"\xff")
            self.assertEqual(self.look(), {(what, "as it lies")}, form)

    def test_in_the_name_of_a_file(self):
        (self.profile / f"{WORD}.txt").write_bytes(b"")
        self.assertEqual(self.look(), {(WORD, "name")})

    def test_nothing_where_nothing_is(self):
        (self.profile / "file").write_bytes(b"mirola nuveka " * 9)
        self.assertEqual(self.look(), set())

    def test_what_cannot_be_unpacked_is_named(self):
        (self.profile / "data.sqlite").write_bytes(b"SQLite format 3\0" + bytes(90))
        self.assertEqual(len(look_through(self.profile, Search([WORD]))["refused"]), 1)


if __name__ == "__main__":
    unittest.main()
