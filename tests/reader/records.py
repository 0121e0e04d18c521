"""Records of version 1, read from a vault's bytes to the JSON of docs/exchange-format.md and back.
Never puts them together: that is for gathering."""

from faults import Newer, sound
from moments import Moment
from postcard import U8, U32, Bool, Bytes, List, Number, Option, Row, Struct, whole
from together import (
    CHANGE_BODY, CONVERSATION_BODY, COUNTED_BODY, GROUP_BODY, INVITATION_BODY, OWN_WORD,
    PARTICIPANT_BODY, Sheet,
)
from values import (
    ANSWER, FORM, ID, KIND, LINE, NOTE, SHORT, THEME, Day, Minutes, NeedsOnce, Some, TimeOfDay, Word,
)

SETTINGS, PERSON, SESSION, REFLECTION, RECORD, MOMENT, BACKUPS, IDLE_TIME, CORE_NEEDS = range(1, 10)
SUMMARY, SHEET, RECEIVED, REVIEW_BY, INVITATION = range(10, 15)
CONVERSATION, PARTICIPANT, TALK_SHEET, CHANGE, GROUP, COUNTED = range(15, 21)
OF_PARTS = {
    SESSION, REFLECTION, RECORD, MOMENT, SUMMARY, SHEET, RECEIVED, PARTICIPANT, TALK_SHEET, GROUP,
    COUNTED,
}
COMMON = {SETTINGS, BACKUPS, IDLE_TIME}
OF_CONVERSATIONS, OF_CHANGES = {CONVERSATION, PARTICIPANT, TALK_SHEET}, {CHANGE, GROUP, COUNTED}

SETTINGS_BODY = Struct(theme=THEME, pointer=NOTE, open=Option(Struct(person=ID, session=ID)))
BACKUPS_BODY = Struct(
    last=Option(Struct(day=Day(), sessions=U32)), answered=Option(Day())
)
IDLE_TIME_BODY = Number(*((it, it) for it in (5, 10, 30, 60)))
CORE_NEEDS_BODY = NeedsOnce(Struct(word=Word(), answer=ANSWER, day=Day(), traces=U32))
PERSON_BODY = Struct(id=ID, kind=KIND, code=SHORT, set_aside=Bool(), own_words=List(OWN_WORD))
HEADER_BODY = Struct(order=U32, day=Day(), moments=List(ID))
SHEET_BODY = Struct(
    form=FORM, observation=NOTE, intervention=NOTE, time=Option(TimeOfDay(0, 1_439)),
    length=Option(Minutes(1, 1_440)), modality=Option(LINE), attendance=Option(LINE),
    locked=Option(Day()), amendments=List(Struct(day=Day(), text=Some(NOTE))),
)
RECEIVED_BODY = Struct(handover=ID, day=Day())
BODIES = {
    SETTINGS: SETTINGS_BODY, PERSON: PERSON_BODY, SESSION: HEADER_BODY,
    REFLECTION: NOTE, RECORD: NOTE, MOMENT: Moment(), BACKUPS: BACKUPS_BODY,
    IDLE_TIME: IDLE_TIME_BODY, CORE_NEEDS: CORE_NEEDS_BODY,
    SUMMARY: NOTE, SHEET: SHEET_BODY, RECEIVED: RECEIVED_BODY,
    REVIEW_BY: Day(), INVITATION: INVITATION_BODY, CONVERSATION: CONVERSATION_BODY,
    PARTICIPANT: PARTICIPANT_BODY, TALK_SHEET: Sheet(), CHANGE: CHANGE_BODY, GROUP: GROUP_BODY,
    COUNTED: COUNTED_BODY,
}
FRAME = Struct(kind=U8, version=U8, part=Option(ID), body=Row())


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
    if frame["version"] > 1 or kind > COUNTED:
        raise Newer
    sound((frame["part"] is not None) == (kind in OF_PARTS))
    return whole(BODIES[kind], frame["body"])


def write_record(kind, part, value):
    body = BODIES[kind].write(value)
    return FRAME.write({"kind": kind, "version": 1, "part": part, "body": body})
