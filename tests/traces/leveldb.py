"""LevelDB's two kinds of files, as Chromium keeps localStorage and IndexedDB in them: tables and logs.
Never checks a sum: what was damaged is looked at too. Source: github.com/google/leveldb, doc/table_format.md, log_format.md."""

import cramjam

MAGIC = bytes.fromhex("57fb808b247547db")
FOOTER = 48
BLOCK = 32_768
STORED, SNAPPY, ZSTD = 0, 1, 2
FULL, FIRST, MIDDLE, LAST = 1, 2, 3, 4


def varint(data, at):
    """A number, and where it ends."""
    value = shift = 0
    while True:
        byte = data[at]
        value |= (byte & 127) << shift
        at, shift = at + 1, shift + 7
        if byte < 128:
            return value, at


def blocks(data):
    """How each block of a table was packed, and its entries: keys whole, which a block stores without what they share."""
    at = len(data) - FOOTER
    _, at = varint(data, at)
    _, at = varint(data, at)
    index, _ = handle(data, at)
    for _, place in entries(block(data, index)[1]):
        how, unpacked = block(data, handle(place, 0)[0])
        yield how, list(entries(unpacked))


def handle(data, at):
    offset, at = varint(data, at)
    length, at = varint(data, at)
    return (offset, length), at


def block(data, place):
    offset, length = place
    packed, kind = data[offset : offset + length], data[offset + length]
    if kind == STORED:
        return "as it lies", packed
    if kind == SNAPPY:
        return "snappy", bytes(cramjam.snappy.decompress_raw(packed))
    if kind == ZSTD:
        return "zstd", bytes(cramjam.zstd.decompress(packed))
    raise ValueError(f"a block of kind {kind}")


def entries(unpacked):
    restarts = int.from_bytes(unpacked[-4:], "little")
    end, at, key = len(unpacked) - 4 - 4 * restarts, 0, b""
    while at < end:
        shared, at = varint(unpacked, at)
        own, at = varint(unpacked, at)
        length, at = varint(unpacked, at)
        key = key[:shared] + unpacked[at : at + own]
        yield key, unpacked[at + own : at + own + length]
        at += own + length


def records(data):
    """The records of a log, each put together again where it runs over the edge of a block."""
    whole = b""
    for start in range(0, len(data), BLOCK):
        part, at = data[start : start + BLOCK], 0
        # Seven bytes are a header; fewer are left empty at the end of a block.
        while at + 7 <= len(part):
            length, kind = int.from_bytes(part[at + 4 : at + 6], "little"), part[at + 6]
            if kind not in (FULL, FIRST, MIDDLE, LAST):
                break
            body = part[at + 7 : at + 7 + length]
            whole = body if kind in (FULL, FIRST) else whole + body
            if kind in (FULL, LAST):
                yield whole
            at += 7 + length
    # A killed browser leaves the last one unfinished.
    yield whole


def batch(record):
    """Keys and values that one record of a store's log writes; nothing of a log of another kind."""
    try:
        at, written = 12, []
        while at < len(record):
            kind, (length, at) = record[at], varint(record, at + 1)
            key, at = record[at : at + length], at + length
            if kind == 1:
                length, at = varint(record, at)
                written.append((key, record[at : at + length]))
                at += length
            elif kind != 0:
                return []
        return written
    except IndexError:
        return []
