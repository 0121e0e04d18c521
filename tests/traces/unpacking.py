"""What lies packed in a file of a browser's profile, layer by layer, each with the way that led to it.
Never guesses: it knows the formats by what they begin with or by who wrote them, and says what it could not unpack.

Three things are searched only as they lie: what a database has freed but not written over; Firefox's cache of its own
scripts (startupCache), which no page writes to; and the copy of its sessions that Chromium encrypts itself
(Sessions_Encrypted), beside which the same stands in the clear (Sessions)."""

import base64
import re
import zlib

import cramjam

import databases
import leveldb

# What a small piece may claim to become. No store of a test holds as much; a stray number may claim it.
MOST = 1 << 28
GZIP = b"\x1f\x8b\x08"
MOZ_LZ4 = b"mozLz40\0"
FRAMED = b"\xff\x06\x00\x00sNaPpY"
# Chromium's own mark before a value of IndexedDB that it has packed: version 17, "compressed with snappy".
BLINK = b"\xff\x11\x02"
BASE_64 = re.compile(rb"[A-Za-z0-9+/]{16,}={0,2}")


class Unpacked:
    """All layers of a profile's files; counts what was unpacked and names what was not."""

    def __init__(self):
        self.counts, self.refused = {}, []

    def layers(self, path):
        """The bytes of a file, and everything unpacked from them: how, and the bytes."""
        data = path.read_bytes()
        yield "as it lies", data
        try:
            if data.startswith(databases.MAGIC):
                yield from self.database(path)
            elif data.endswith(leveldb.MAGIC):
                yield from self.table(data)
            elif path.suffix == ".log" and (path.parent / "CURRENT").exists():
                yield from self.log(data)
            else:
                yield from self.within("", data)
        except Exception as fault:  # Whatever is wrong with one file, the others are still to be looked at.
            self.refused.append(f"{path}: {type(fault).__name__}: {fault}")

    def count(self, what):
        self.counts[what] = self.counts.get(what, 0) + 1

    def database(self, path):
        self.count("databases")
        for cell in databases.cells(path):
            yield "sqlite", cell
            yield from self.within("sqlite, ", cell)
            # Firefox packs values of both its stores so, and marks them in another column at most.
            unpacked = snappy(cell)
            if unpacked:
                self.count("snappy cells")
                yield "sqlite, snappy", unpacked

    def table(self, data):
        self.count("tables")
        for how, entries in leveldb.blocks(data):
            self.count(f"blocks {how}")
            yield f"table, {how}", b"\n".join(part for entry in entries for part in entry)
            for _, value in entries:
                yield from self.within(f"table, {how}, ", value)

    def log(self, data):
        self.count("logs")
        for record in leveldb.records(data):
            yield "log", record
            for _, value in leveldb.batch(record):
                yield from self.within("log, ", value)

    def within(self, way, data):
        """What bytes of no store of their own hold packed."""
        for name, unpacked in packed(data):
            self.count(name)
            yield way + name, unpacked
            if name == "mozLz4":
                # Firefox keeps the state of a page's history entry in base64 within its session's JSON.
                yield f"{way}{name}, base64", b"\n".join(map(decoded, BASE_64.findall(unpacked)))


def packed(data):
    if data.startswith(MOZ_LZ4):
        length = int.from_bytes(data[8:12], "little")
        if length > MOST:
            raise ValueError("mozLz4 that claims too much")
        yield "mozLz4", bytes(cramjam.lz4.decompress_block(data[8:]))
    if data.startswith(FRAMED):
        yield "snappy frames", b"".join(frames(data))
    # A value of IndexedDB may have some bytes of version before the mark.
    at = data.find(BLINK, 0, 16)
    unpacked = snappy(data[at + len(BLINK) :]) if at >= 0 else None
    if unpacked:
        yield "snappy value", unpacked
    at = data.find(GZIP)
    while at >= 0:
        unpacked = inflated(data[at:])
        if unpacked:
            yield "gzip", unpacked
        at = data.find(GZIP, at + 1)


def frames(data):
    """The pieces of snappy's framing. Firefox writes sums of its own into it, which cramjam's reader refuses."""
    at = len(FRAMED)
    while at + 4 <= len(data):
        kind, end = data[at], at + 4 + int.from_bytes(data[at + 1 : at + 4], "little")
        if kind == 0:
            yield bytes(cramjam.snappy.decompress_raw(data[at + 8 : end]))
        elif kind == 1:
            yield data[at + 8 : end]
        at = end


def snappy(data):
    """What was packed, or nothing where it is not snappy."""
    try:
        if cramjam.snappy.decompress_raw_len(data) > MOST:
            return None
        return bytes(cramjam.snappy.decompress_raw(data))
    except cramjam.DecompressionError:
        return None


def inflated(data):
    """As much as can be unpacked: a cache may hold the beginning of an answer alone."""
    try:
        return zlib.decompressobj(31).decompress(data, MOST)
    except zlib.error:
        return None


def decoded(run):
    return base64.b64decode(run.rstrip(b"=")[: len(run.rstrip(b"=")) // 4 * 4])
