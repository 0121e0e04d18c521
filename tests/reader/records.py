"""Records of version 1, read from a vault's bytes to the JSON of docs/exchange-format.md and back.
Knows no vocabulary: an id is an id, and the names beside ids are left out."""

import datetime
import unicodedata

from faults import Damaged, Newer, sound
from postcard import (
    I32, U8, U16, U32, Bool, Bytes, Hex, List, Number, Option, Row, Struct, Text, whole,
)

SETTINGS, PERSON, SESSION, REFLECTION, RECORD, MOMENT, BACKUPS, IDLE_TIME, CORE_NEEDS = range(1, 10)
SUMMARY, SHEET, RECEIVED, REVIEW_BY, INVITATION = range(10, 15)
OF_SESSIONS = {SESSION, REFLECTION, RECORD, MOMENT, SUMMARY, SHEET, RECEIVED}
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


class NeedsOnce:
    """A list in which no need stands twice."""

    def __init__(self, of):
        self.list = List(of)

    def read(self, data):
        value = self.list.read(data)
        needs = [tuple(it["word"].items()) for it in value]
        sound(len(set(needs)) == len(needs))
        return value

    def write(self, value):
        return self.list.write(value)


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

SETTINGS_BODY = Struct(theme=THEME, pointer=NOTE, open=Option(Struct(person=ID, session=ID)))
BACKUPS_BODY = Struct(
    last=Option(Struct(day=Day(), sessions=U32)), answered=Option(Day())
)
IDLE_TIME_BODY = Number(*((it, it) for it in (5, 10, 30, 60)))
CORE_NEEDS_BODY = NeedsOnce(Struct(word=Word(), answer=ANSWER, day=Day(), traces=U32))
OWN_WORD = Struct(id=ID, text=SHORT, kind=WORD_KIND, kin=Option(Listed()))
PERSON_BODY = Struct(id=ID, kind=KIND, code=SHORT, set_aside=Bool(), own_words=List(OWN_WORD))
HEADER_BODY = Struct(order=U32, day=Day(), moments=List(ID))
SHEET_BODY = Struct(
    form=FORM, observation=NOTE, intervention=NOTE, time=Option(TimeOfDay(0, 1_439)),
    length=Option(Minutes(1, 1_440)), modality=Option(LINE), attendance=Option(LINE),
    locked=Option(Day()), amendments=List(Struct(day=Day(), text=Some(NOTE))),
)
RECEIVED_BODY = Struct(handover=ID, day=Day())
INVITATION_BODY = Struct(secret=KEY, public=KEY, made_on=Day(), asks=List(Ask()))
MOMENT_FRONT = Struct(
    id=ID, label=Option(LINE), area=Option(Listed()), hands=HANDS,
    dismissed=List(Listed()), next_item=U16,
)
# A choice of which more is said than its text.
AFFECTING = "choice with effects"
ITEM_KIND = KindFrom1(
    (1, "feeling"), (2, "need"), (3, "judgement"), (4, "behaviour"), (5, "choice"), (6, AFFECTING)
)
ITEMS = {
    "feeling": Struct(
        id=U16, word=Word(), strength=STRENGTH, about_item=Option(U16), known_by=KNOWN_BY
    ),
    "need": Struct(id=U16, word=Word(), standing=STANDING, hands=HANDS, known_by=KNOWN_BY),
    "judgement": Struct(id=U16, word=Word()),
    "behaviour": Struct(id=U16, text=LINE),
    "choice": Struct(id=U16, text=LINE),
    AFFECTING: Struct(
        id=U16, text=LINE, effects=NeedsOnce(Struct(word=Word(), effect=EFFECT, turned_out=STANDING))
    ),
}


class Moment:
    def read(self, data):
        moment = MOMENT_FRONT.read(data)
        moment["items"] = []
        for _ in range(U32.read(data)):
            moment["items"].append(self.read_item(data))
        return moment

    def read_item(self, data):
        kind = ITEM_KIND.read(data)
        item = {"kind": kind, **ITEMS[kind].read(data)}
        if kind in ("choice", AFFECTING):
            item = {"effects": [], **item, "kind": "choice"}
        return item

    def write(self, value):
        items = [self.write_item(it) for it in value["items"]]
        return MOMENT_FRONT.write(value) + U32.write(len(items)) + b"".join(items)

    def write_item(self, item):
        # Files of version 1 have no effects.
        kind = AFFECTING if item.get("effects") else item["kind"]
        return ITEM_KIND.write(kind) + ITEMS[kind].write(item)


BODIES = {
    SETTINGS: SETTINGS_BODY, PERSON: PERSON_BODY, SESSION: HEADER_BODY,
    REFLECTION: NOTE, RECORD: NOTE, MOMENT: Moment(), BACKUPS: BACKUPS_BODY,
    IDLE_TIME: IDLE_TIME_BODY, CORE_NEEDS: CORE_NEEDS_BODY,
    SUMMARY: NOTE, SHEET: SHEET_BODY, RECEIVED: RECEIVED_BODY,
    REVIEW_BY: Day(), INVITATION: INVITATION_BODY,
}
FRAME = Struct(kind=U8, version=U8, session=Option(ID), body=Row())


def read_frames(payload):
    """All records of a segment as they are framed. Damaged in one, all that follow are lost."""
    data = Bytes(payload)
    frames = []
    while not data.is_empty():
        frames.append(FRAME.read(data))
    return frames


def read_record(frame):
    """The value of a framed record."""
    kind = frame["kind"]
    sound(kind > 0 and frame["version"] > 0)
    if frame["version"] > 1 or kind > INVITATION:
        raise Newer
    sound((frame["session"] is not None) == (kind in OF_SESSIONS))
    return whole(BODIES[kind], frame["body"])


def write_record(kind, session, value):
    body = BODIES[kind].write(value)
    return FRAME.write({"kind": kind, "version": 1, "session": session, "body": body})
