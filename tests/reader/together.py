"""Conversations and changes: their fronts, participants, sheets, groups and counts.
Knows not who may see what: a vault holds all of it."""

from faults import sound
from moments import Moment
from postcard import U16, U32, Bool, List, Number, Option, Struct
from values import (
    ASK, EFFECT, HANDS, ID, KEY, LINE, SHORT, STANDING, WORD_KIND, Day, Limited, Listed, NeedsOnce,
    Once, Word, word_of,
)


class Secret:
    """A key, of which zeros are none."""

    def read(self, data):
        key = KEY.read(data)
        return None if set(key) == {"0"} else key

    def write(self, value):
        return KEY.write(value or "0" * 64)


class Round:
    def read(self, data):
        round = U16.read(data)
        sound(1 <= round <= 500)
        return round

    def write(self, value):
        return U16.write(value)


class RoundOrNone:
    """0 stands for none."""

    def read(self, data):
        round = U16.read(data)
        sound(round <= 500)
        return round

    def write(self, value):
        return U16.write(value)


class Said:
    """Whose hands, said."""

    def read(self, data):
        hands = HANDS.read(data)
        sound(hands)
        return hands

    def write(self, value):
        return HANDS.write(value)


class Sheet:
    """What one participant wrote in one round; without words it ends early."""

    def read(self, data):
        sheet = SHEET_FRONT.read(data)
        has_words = Bool().read(data)
        sheet["mine"] = SIDE.read(data) if has_words else None
        sheet["guesses"] = []
        count = U32.read(data) if has_words else 0
        sound(count < 8)
        for _ in range(count):
            sheet["guesses"].append(GUESS.read(data))
        about = [it["about"] for it in sheet["guesses"]]
        sound(len(set(about)) == len(about))
        return sheet

    def write(self, value):
        front, mine = SHEET_FRONT.write(value), value["mine"]
        if mine is None:
            return front + Bool().write(False)
        guesses = b"".join(map(GUESS.write, value["guesses"]))
        return front + Bool().write(True) + SIDE.write(mine) + U32.write(len(value["guesses"])) + guesses


class Counted:
    """What was counted, as far as it can have come about."""

    def read(self, data):
        counted = COUNTED_FIELDS.read(data)
        shown, waiting = counted["shown"], counted["waiting"]
        sound(shown["people"] % 5 == 0 and waiting["people"] < 5 and shown["people"] <= 10_000)
        for counts in (shown, waiting):
            rows = counts["unmet"] + counts["met"] + counts["feelings"]
            sound(all(it["people"] <= counts["people"] for it in rows))
        return counted

    def write(self, value):
        return COUNTED_FIELDS.write(value)


def id_of(value):
    return value["id"]


OWN_WORD = Struct(id=ID, text=SHORT, kind=WORD_KIND, kin=Option(Listed()))
INVITATION_BODY = Struct(secret=KEY, public=KEY, made_on=Day(), asks=List(ASK))
RELATION = Number(
    (0, None), (1, "employee and manager"), (2, "colleagues"), (3, "couple"),
    (4, "parent and child"), (5, "team"),
)
AGREEMENT = Number((0, "not said"), (1, "agreed"), (2, "not like this"))
TOUCH = Number((1, "serves"), (2, "threatens"))
CONVERSATION_BODY = Struct(
    id=ID, revision=U32, begun_on=Day(), topic=Option(LINE), relation=RELATION,
    opening=Option(Limited(280, True)), areas=List(Listed()), is_ours=Bool(), secret=Secret(),
    participants=Once(ID, str, 8),
)
REQUEST = Struct(
    id=ID, round=Round(), text=LINE,
    effects=Once(
        Struct(whose=ID, word=Word(), effect=EFFECT), lambda it: (it["whose"], word_of(it))
    ),
)
REPLY = Struct(
    request=ID, agreement=AGREEMENT,
    turned_out=NeedsOnce(Struct(word=Word(), standing=STANDING, round=Round())),
)
PARTICIPANT_BODY = Struct(
    code=SHORT, own_words=List(OWN_WORD), is_here=Bool(), revision=U32, sign=Option(U32),
    since=Round(), left=Option(Round()), requests=Once(REQUEST, id_of, 500),
    replies=Once(REPLY, lambda it: it["request"], 4_000),
    released=Option(RoundOrNone()), told_until=RoundOrNone(), told_checksum=U32,
)
SHEET_FRONT = Struct(round=Round(), is_ready=Bool())
SIDE = Struct(moment=Moment(), kept_private=List(U16))
GUESS = Struct(about=ID, side=SIDE)
MEASURE = Struct(id=ID, text=LINE, answers=List(Struct(group=ID, need=Listed())))
CHANGE_BODY = Struct(
    id=ID, begun_on=Day(), sentence=Option(LINE), groups=Once(ID, str, 20),
    measures=Once(MEASURE, id_of, 200), invitation=Option(INVITATION_BODY),
)
GROUP_BODY = Struct(
    name=Limited(60, True),
    touches=Once(Struct(need=Listed(), effect=TOUCH, hands=HANDS), lambda it: it["need"]["id"]),
    in_hands=List(Struct(text=LINE, hands=Said())), feelings=List(Listed()),
    judgements=List(Listed()),
)
COUNTS = Once(Struct(word=Listed(), people=U32), lambda it: it["word"]["id"])
SUM = Struct(people=U32, unmet=COUNTS, met=COUNTS, feelings=COUNTS)
COUNTED_FIELDS = Struct(shown=SUM, waiting=SUM, taken=Once(ID, str, 10_000))
COUNTED_BODY = Counted()
