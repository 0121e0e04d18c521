"""Writes notes as a new vault of one save: a segment for the settings, one for each person, conversation
and change, and the head that lists them.
Never adds to a vault that is there."""

import os

from envelope import HEAD, SEGMENT, close_envelope
from opening import HEAD_BODY
from records import (
    CHANGE, CONVERSATION, CORE_NEEDS, COUNTED, GROUP, INVITATION, MOMENT, PARTICIPANT, PERSON,
    RECEIVED, RECORD, REFLECTION, REVIEW_BY, SESSION, SETTINGS, SHEET, SUMMARY, TALK_SHEET,
    write_record,
)
from ways import CODE, OPEN, PASSPHRASE, wrap_key, write_ways

GENERATION = 1
OF_A_SESSION = (
    (REFLECTION, "reflection"), (RECORD, "record"), (SUMMARY, "summary"), (SHEET, "sheet"),
    (RECEIVED, "received"),
)
# The least that a reader tries. A vault for more than a test has 65,536, 5 and 1.
COST = (19_456, 2, 1)


def write_store(notes, key=None, is_clear=False):
    """From keys to bytes. `key` is a kind of way and a secret; None leaves the vault open."""
    vault = None if is_clear else (os.urandom(16), os.urandom(32))
    store, names = {}, []
    payloads = [write_record(SETTINGS, None, notes["settings"])]
    payloads += [write_person(person) for person in notes["people"]]
    # Files before version 4 have neither.
    conversations, changes = notes.get("conversations", []), notes.get("changes", [])
    payloads += [write_conversation(it) for it in conversations]
    payloads += [write_change(it) for it in changes]
    all = notes["people"] + conversations + changes
    for id, payload in enumerate(payloads, start=1):
        names.append({"id": id, "generation": GENERATION})
        name = (SEGMENT, id, GENERATION)
        store[f"segment.{id}.{GENERATION}"] = close_envelope(name, payload, seal(vault))
    owners = [
        {"id": owner["id"], "segments": [name]} for owner, name in zip(all, names[1:])
    ]
    listed = {"next_segment": len(names) + 1, "common": names[:1], "owners": owners}
    ways = None if is_clear else write_ways([way_in(vault, key)])
    name = (HEAD, 0, GENERATION)
    store["head.1"] = close_envelope(name, HEAD_BODY.write(listed), seal(vault), ways)
    return store


def seal(vault):
    return vault and (*vault, os.urandom(24))


def way_in(vault, key):
    if key is None:
        return bytes([OPEN]) + vault[1]
    kind, secret = key
    assert kind in (PASSPHRASE, CODE)
    return wrap_key(kind, secret, COST, os.urandom(16), os.urandom(24), vault)


def write_person(person):
    records = [write_record(PERSON, None, person)]
    # Files of version 1 have no answers, those of version 2 none of what came after.
    for kind, field in ((CORE_NEEDS, "core_needs"), (REVIEW_BY, "review_by"), (INVITATION, "invitation")):
        if person.get(field):
            records.append(write_record(kind, None, person[field]))
    for session in person["sessions"]:
        id = session["id"]
        header = {**session, "moments": [moment["id"] for moment in session["moments"]]}
        records.append(write_record(SESSION, id, header))
        for kind, field in OF_A_SESSION:
            if session.get(field):
                records.append(write_record(kind, id, session[field]))
        records += [write_record(MOMENT, id, moment) for moment in session["moments"]]
    return b"".join(records)


def write_conversation(it):
    people = it["participants"]
    front = {**it, "participants": [person["id"] for person in people]}
    records = [write_record(CONVERSATION, None, front)]
    for person in people:
        records.append(write_record(PARTICIPANT, person["id"], person))
        records += [write_record(TALK_SHEET, person["id"], sheet) for sheet in person["sheets"]]
    return b"".join(records)


def write_change(it):
    front = {**it, "groups": [group["id"] for group in it["groups"]]}
    records = [write_record(CHANGE, None, front)]
    for group in it["groups"]:
        records.append(write_record(GROUP, group["id"], group))
        if group["counted"]["taken"]:
            records.append(write_record(COUNTED, group["id"], group["counted"]))
    return b"".join(records)
