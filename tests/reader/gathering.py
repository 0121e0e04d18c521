"""Puts the records of a state together to notes: settings, people, sessions, moments, conversations, changes.
Never drops anything silently: what has no place is named."""

from faults import Damaged, Fault
from records import (
    BACKUPS, CHANGE, COMMON, CONVERSATION, CORE_NEEDS, COUNTED, GROUP, IDLE_TIME, INVITATION, MOMENT,
    OF_CHANGES, OF_CONVERSATIONS, PARTICIPANT, PERSON, RECEIVED, RECORD, REFLECTION, REVIEW_BY,
    SESSION, SETTINGS, SHEET, SUMMARY, TALK_SHEET, read_record,
)

FRONTS = (PERSON, CONVERSATION, CHANGE)
NOTHING_COUNTED = {"people": 0, "unmet": [], "met": [], "feelings": []}


def nature(kind):
    """The front of what a record belongs to."""
    if kind in OF_CONVERSATIONS:
        return CONVERSATION
    return CHANGE if kind in OF_CHANGES else PERSON


class Places:
    """One owner's records by what they say something about."""

    def __init__(self, owner, frames):
        self.owner, self.unread, self.found = owner, [], {}
        for frame in frames:
            try:
                self.add(frame["kind"], frame["part"], read_record(frame))
            except Fault as fault:
                self.name(frame["part"], fault.name)
        self.front = next((kind for kind, *_ in self.found if kind in FRONTS), None)
        # What is of something else than its owner is shown to nobody.
        for place in list(self.found):
            if self.front is not None and nature(place[0]) != self.front:
                del self.found[place]
                self.name(place[1], Damaged.name)

    def name(self, part, reason):
        self.unread.append({"owner": self.owner, "part": part, "reason": reason})

    def add(self, kind, part, value):
        is_at_home = (kind in COMMON) == (self.owner is None)
        if kind in FRONTS:
            is_at_home = self.owner == value["id"]
        within = {MOMENT: "id", TALK_SHEET: "round"}.get(kind)
        place = (kind, part, within and value[within])
        # Where two claim one place, the first counts.
        if not is_at_home or place in self.found:
            raise Damaged
        self.found[place] = value

    def of(self, kind, part=None):
        return self.found.get((kind, part, None))

    def all(self, kind):
        """The records of a kind, by what they are of, in the order they were found in."""
        return [(part, value) for (it, part, _), value in self.found.items() if it == kind]


def gather(common, owners, named):
    """Notes as docs/exchange-format.md has them, what could not be read, and what is the device's own. `named` are owners of whom something else
    could not."""
    settings = Places(None, common)
    unread, all = settings.unread, {PERSON: [], CONVERSATION: [], CHANGE: []}
    for id, frames in owners.items():
        places = Places(id, frames)
        make = {CONVERSATION: gather_conversation, CHANGE: gather_change}
        made = make.get(places.front, gather_person)(places)
        if made is not None:
            all[places.front].append(made)
        elif not places.unread and id not in named:
            places.name(None, "missing")
        unread += places.unread
    plain = {"theme": "device", "pointer": "", "open": None}
    notes = {
        "format": "attune-notes", "version": 4,
        "made_on": "1970-01-01", "made_by": "a reader of vaults",
        "settings": settings.of(SETTINGS) or plain, "people": all[PERSON],
        "conversations": all[CONVERSATION], "changes": all[CHANGE],
    }
    own = {"backups": settings.of(BACKUPS), "idle_minutes": settings.of(IDLE_TIME) or 10}
    return notes, unread, own


def gather_person(places):
    """`None` where their own record is not there."""
    sessions, headless = gather_sessions(places)
    for session in headless:
        places.name(session, "missing")
    person = places.of(PERSON)
    if person is None:
        return None
    agreed = {"review_by": places.of(REVIEW_BY), "invitation": places.of(INVITATION)}
    answers = places.of(CORE_NEEDS) or []
    return {**person, **agreed, "core_needs": answers, "sessions": sessions}


def in_order(places, kind, listed, most):
    """By id, as the front lists them, the others last; of too many the last are named."""
    ranks = {id: rank for rank, id in enumerate(listed)}
    found = sorted(places.all(kind), key=lambda it: ranks.get(it[0], len(ranks)))
    for part, _ in found[most:]:
        places.name(part, "missing")
    return {part: {"id": part, **value} for part, value in found[:most]}, {it for it, _ in found[most:]}


def gather_conversation(places):
    front = places.of(CONVERSATION)
    people, missing = in_order(places, PARTICIPANT, front["participants"], 8)
    for person in people.values():
        person["sheets"] = []
    for part, sheet in sorted(places.all(TALK_SHEET), key=lambda it: it[1]["round"]):
        if part in people:
            people[part]["sheets"].append(sheet)
        elif part not in missing:
            missing.add(part)
            places.name(part, "missing")
    return {**front, "participants": list(people.values())}


def gather_change(places):
    front = places.of(CHANGE)
    groups, missing = in_order(places, GROUP, front["groups"], 20)
    for group in groups.values():
        group["counted"] = {"shown": NOTHING_COUNTED, "waiting": NOTHING_COUNTED, "taken": []}
    for part, counted in places.all(COUNTED):
        if part in groups:
            groups[part]["counted"] = counted
        elif part not in missing:
            places.name(part, "missing")
    return {**front, "groups": list(groups.values())}


def gather_sessions(places):
    """Sessions in their order, and those of which there are parts but no header."""
    ids = {session for _, session, _ in places.found if session is not None}
    headless = sorted(id for id in ids if places.of(SESSION, id) is None)
    sessions = [gather_session(places, id) for id in ids if id not in headless]
    sessions.sort(key=lambda it: (it["order"], it["id"]))
    return sessions, headless


def gather_session(places, id):
    header = places.of(SESSION, id)
    listed = {moment: rank for rank, moment in enumerate(header["moments"])}
    moments = [
        value for (kind, session, _), value in places.found.items()
        if kind == MOMENT and session == id
    ]
    # Stable: those the header does not list stay in the order they were found in.
    moments.sort(key=lambda it: listed.get(it["id"], len(listed)))
    return {
        "id": id, "day": header["day"], "order": header["order"], "moments": moments,
        "reflection": places.of(REFLECTION, id) or "", "record": places.of(RECORD, id) or "",
        "summary": places.of(SUMMARY, id) or "", "sheet": places.of(SHEET, id),
        "received": places.of(RECEIVED, id),
    }
