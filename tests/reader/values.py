"""Values that records are made of, read from a vault's bytes to the JSON of docs/exchange-format.md and back.
Knows no vocabulary: an id is an id, and the names beside ids are left out."""

import datetime
import unicodedata

from faults import Damaged, Newer, sound
from postcard import I32, U8, U16, Hex, List, Number, Row, Text

ID, KEY = Hex(8), Hex(32)
FIRST_DAY = datetime.date(1970, 1, 1)


class Limited:
    """A text of at most so many characters; a line is one line, and not empty."""

    def __init__(self, most, is_line):
        self.most, self.is_line = most, is_line

    def read(self, data):
        text = Text().read(data)
        if self.is_line:
            text = one_line(text)
        sound(len(text) <= self.most and (text or not self.is_line))
        return text.replace("\0", "")

    def write(self, value):
        return Text().write(value)


def one_line(text):
    """Control characters and runs of white space as one space, none at the ends."""
    plain = (" " if unicodedata.category(it) == "Cc" else it for it in text)
    return " ".join("".join(plain).split())


class Listed:
    """An id of the vocabulary."""

    def read(self, data):
        return {"id": Text().read(data)}

    def write(self, value):
        return Text().write(value["id"])


class Word:
    """An id of the vocabulary, or of one of the person's own words."""

    def read(self, data):
        own, id = U8.read(data), Row().read(data)
        if own > 1:
            raise Newer
        if own == 1:
            sound(len(id) == 8)
            return {"own": id.hex()}
        try:
            return {"id": id.decode()}
        except UnicodeDecodeError:
            raise Damaged from None

    def write(self, value):
        if "own" in value:
            return U8.write(1) + Row().write(bytes.fromhex(value["own"]))
        return U8.write(0) + Row().write(value["id"].encode())


class Day:
    def read(self, data):
        days = I32.read(data)
        sound(-25_567 <= days <= 84_005)
        return (FIRST_DAY + datetime.timedelta(days)).isoformat()

    def write(self, value):
        return I32.write((datetime.date.fromisoformat(value) - FIRST_DAY).days)


class Minutes:
    """A number of minutes, as far as there are such."""

    def __init__(self, least, most):
        self.least, self.most = least, most

    def read(self, data):
        minutes = U16.read(data)
        sound(self.least <= minutes <= self.most)
        return minutes

    def write(self, value):
        return U16.write(value)


class TimeOfDay(Minutes):
    def read(self, data):
        hour, minute = divmod(super().read(data), 60)
        return f"{hour:02}:{minute:02}"

    def write(self, value):
        hour, minute = value.split(":")
        return super().write(int(hour) * 60 + int(minute))


class Some:
    """A text that is not empty."""

    def __init__(self, of):
        self.of = of

    def read(self, data):
        text = self.of.read(data)
        sound(text)
        return text

    def write(self, value):
        return self.of.write(value)


class Ask:
    """Something of the vocabulary, by its kind and id."""

    def read(self, data):
        return {"kind": ASK_KIND.read(data), **Listed().read(data)}

    def write(self, value):
        return ASK_KIND.write(value["kind"]) + Listed().write(value)


class Once:
    """A list in which nothing stands twice, as `key` tells, and not too much."""

    def __init__(self, of, key, most=None):
        self.list, self.key, self.most = List(of), key, most

    def read(self, data):
        value = self.list.read(data)
        keys = [self.key(it) for it in value]
        sound(len(set(keys)) == len(keys))
        sound(self.most is None or len(keys) <= self.most)
        return value

    def write(self, value):
        return self.list.write(value)


def word_of(value):
    return tuple(value["word"].items())


def NeedsOnce(of):
    """A list in which no need stands twice."""
    return Once(of, word_of)


class KindFrom1(Number):
    """A number that tells kinds apart, of which 0 is none."""

    def read(self, data):
        sound(data.data[data.at : data.at + 1] != b"\0")
        return super().read(data)


SHORT, LINE, NOTE = Limited(40, True), Limited(140, True), Limited(20_000, False)
HANDS = Number((0, None), (1, "mine"), (2, "influence"), (3, "not mine"))
STANDING = Number((0, "not said"), (1, "unmet"), (2, "partly"), (3, "met"))
KNOWN_BY = Number((0, "said"), (1, "seen"), (2, "guessed"), (3, "confirmed"))
STRENGTH = Number((0, None), *((it, it) for it in range(1, 6)))
THEME = Number((0, "device"), (1, "light"), (2, "dark"))
KIND = Number((1, "client"), (2, "me"), (3, "participant"))
EFFECT = Number((1, "serves"), (2, "costs"))
ANSWER = Number((1, "rings true"), (2, "not quite"), (3, "later"))
FORM = Number((1, "dap"), (2, "soap"), (3, "birp"), (4, "girp"))
ASK_KIND = Number((1, "area"), (2, "need"), (3, "question"))
WORD_KIND = KindFrom1((1, "feeling"), (2, "need"))
ASK = Ask()
