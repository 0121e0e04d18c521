"""Puts the records of a state together to notes: settings, people, sessions, moments.
Never drops anything silently: what has no place is named."""

from faults import Damaged, Fault
from records import (
    BACKUPS, CORE_NEEDS, IDLE_TIME, INVITATION, MOMENT, PERSON, RECEIVED, RECORD, REFLECTION,
    REVIEW_BY, SESSION, SETTINGS, SHEET, SUMMARY, read_record,
)


class Places:
    """One owner's records by what they say something about."""

    def __init__(self, person, frames):
        self.person, self.unread, self.found = person, [], {}
        for frame in frames:
            try:
                self.add(frame["kind"], frame["session"], read_record(frame))
            except Fault as fault:
                self.name(frame["session"], fault.name)

    def name(self, session, reason):
        self.unread.append({"person": self.person, "session": session, "reason": reason})

    def add(self, kind, session, value):
        is_at_home = (kind in (SETTINGS, BACKUPS, IDLE_TIME)) == (self.person is None)
        if kind == PERSON:
            is_at_home = self.person == value["id"]
        place = (kind, session, value["id"] if kind == MOMENT else None)
        # Where two claim one place, the first counts.
        if not is_at_home or place in self.found:
            raise Damaged
        if kind == MOMENT:
            beyond = max((item["id"] for item in value["items"]), default=-1) + 1
            value["next_item"] = min(max(value["next_item"], beyond), 65_535)
        self.found[place] = value

    def of(self, kind, session=None):
        return self.found.get((kind, session, None))


def gather(common, owners, named):
    """Notes as docs/exchange-format.md has them, what could not be read, and what is the device's own. `named` are people of whom something else
    could not."""
    settings = Places(None, common)
    unread, people = settings.unread, []
    for id, frames in owners.items():
        places = Places(id, frames)
        sessions, headless = gather_sessions(places)
        for session in headless:
            places.name(session, "missing")
        person = places.of(PERSON)
        if person is not None:
            agreed = {"review_by": places.of(REVIEW_BY), "invitation": places.of(INVITATION)}
            answers = places.of(CORE_NEEDS) or []
            people.append({**person, **agreed, "core_needs": answers, "sessions": sessions})
        elif not places.unread and id not in named:
            places.name(None, "missing")
        unread += places.unread
    plain = {"theme": "device", "pointer": "", "open": None}
    notes = {
        "format": "attune-notes", "version": 3,
        "made_on": "1970-01-01", "made_by": "a reader of vaults",
        "settings": settings.of(SETTINGS) or plain, "people": people,
    }
    own = {"backups": settings.of(BACKUPS), "idle_minutes": settings.of(IDLE_TIME) or 10}
    return notes, unread, own


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
