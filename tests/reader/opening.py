"""Opens what a store holds, by the steps of docs/vault-format.md: which head counts, and what of it can be read.
Never writes. `store` is a dictionary from the keys of the vault to bytes."""

import re

from envelope import HEAD, KEPT, SEGMENT, open_envelope, read_front, read_name
from faults import Damaged, Fault, Newer, WrongKey, sound
from gathering import gather
from postcard import U32, U64, Hex, List, Struct, whole
from records import read_frames
from ways import describe, open_key, read_ways, unwrap_key

NAMES = List(Struct(id=U32, generation=U64))
HEAD_BODY = Struct(
    next_segment=U32, common=NAMES, owners=List(Struct(id=Hex(8), segments=NAMES))
)
SEGMENT_KEY = re.compile(r"segment\.(0|[1-9]\d*)\.(0|[1-9]\d*)")


class Head:
    """A head before it is opened."""

    def __init__(self, place, data):
        self.data = data
        seal, part, _, self.generation = read_name(data)
        sound(part == HEAD and self.generation % 2 == place and self.generation < 2**63 - 1)
        self.vault_id, self.ways = None, []
        if seal == 1:
            self.vault_id, ways, _ = read_front(data)
            self.ways = read_ways(ways)
        self.is_locked = seal == 1 and open_key(self.ways) is None

    def open(self, vaults):
        """The vault it is sealed for, and what it lists."""
        vault = None
        if self.vault_id is not None:
            vault = next((it for it in vaults if it[0] == self.vault_id), None)
            sound(vault)
        part, _, generation, payload = open_envelope(self.data, vault)
        listed = whole(HEAD_BODY, payload)
        all_names = listed["common"] + [it for owner in listed["owners"] for it in owner["segments"]]
        ids, owners = [it["id"] for it in all_names], [it["id"] for it in listed["owners"]]
        sound(len(set(ids)) == len(ids) and len(set(owners)) == len(owners))
        sound(all(it["id"] < listed["next_segment"] for it in all_names))
        sound(all(it["generation"] <= generation for it in all_names))
        return vault, listed


def read_heads(store):
    """The heads, newest first, and how many are damaged."""
    heads, damaged = [], 0
    for place in (0, 1):
        data = store.get(f"head.{place}")
        if data is None:
            continue
        try:
            heads.append(Head(place, data))
        except Damaged:
            damaged += 1
    heads.sort(key=lambda head: -head.generation)
    if len(heads) == 2:
        newest, before = heads
        is_same = newest.vault_id is not None and newest.vault_id == before.vault_id
        if newest.is_locked != before.is_locked and is_same == newest.is_locked:
            heads, damaged = [before], damaged + 1
    return heads, damaged


def unlock(heads, key):
    """The vault that `key`, a kind of way and a secret, opens; and the way that it was."""
    if key is None:
        raise WrongKey
    for head in heads:
        for way in head.ways if head.is_locked else []:
            try:
                return (head.vault_id, unwrap_key(way, head.vault_id, *key)), way
            except Fault:
                continue
    raise WrongKey


def open_store(store, key=None):
    """Everything a store holds. `key` is a kind of way and a secret; None for what opens without."""
    heads, damaged = read_heads(store)
    vaults = [(head.vault_id, open_key(head.ways)) for head in heads if open_key(head.ways)]
    ways = [describe(way) for way in heads[0].ways] if heads else []
    used = None
    if heads and heads[0].is_locked:
        vault, used = unlock(heads, key)
        vaults.append(vault)
    states = []
    for head in heads:
        try:
            states.append(State(store, head, *head.open(vaults)))
        except Damaged:
            damaged += 1
    unread = [{"owner": None, "part": None, "reason": "damaged"}] if damaged else []
    if not states:
        segments = [SEGMENT_KEY.fullmatch(key) for key in store]
        sound(damaged == 0 and all(it is None or it[2] == "1" for it in segments))
        notes, unread, own = gather([], {}, [])
        return {"generation": 0, "lock": "none", "ways": [], "unread": unread, **own, "notes": notes}
    best = min(states, key=lambda state: (state.lacks, -state.head.generation))
    if best is not states[0] and states[0].damaged:
        unread.append({"owner": None, "part": None, "reason": "damaged"})
    if used is not None and best.head.is_locked and used not in best.head.ways:
        raise WrongKey
    lock = "clear" if best.head.vault_id is None else "locked" if best.head.is_locked else "open"
    named = {it["owner"] for it in best.unread}
    notes, more, own = gather(best.common, best.owners, named)
    generation = best.head.generation
    return {
        "generation": generation, "lock": lock, "ways": ways,
        "unread": unread + best.unread + more, **own, "notes": notes,
    }


class State:
    """What one head lists, read."""

    def __init__(self, store, head, vault, listed):
        self.store, self.head, self.vault = store, head, vault
        self.unread, self.lacks, self.damaged = [], 0, 0
        self.common = self.read(listed["common"], None)
        self.owners = {
            owner["id"]: self.read(owner["segments"], owner["id"])
            for owner in listed["owners"]
        }

    def read(self, names, owner):
        frames = []
        for name in names:
            try:
                frames += read_frames(self.payload(name))
            except Fault as fault:
                self.lacks += fault.name != "newer"
                self.damaged += fault.name == "damaged"
                self.unread.append({"owner": owner, "part": None, "reason": fault.name})
        return frames

    def payload(self, name):
        data = self.store.get(f"segment.{name['id']}.{name['generation']}")
        if data is None:
            raise Missing
        part, id, generation, payload = open_envelope(data, self.vault)
        sound({"id": id, "generation": generation} == name and part in (SEGMENT, KEPT))
        return payload if part == SEGMENT else read_kept(payload, name["id"])


class Missing(Fault):
    name = "missing"


def read_kept(payload, id):
    """What lies in a segment that was sealed unread."""
    sound(payload)
    if payload[0] > 1:
        raise Newer
    vault, data = None, payload[1:]
    if payload[0] == 1:
        sound(len(payload) >= 49)
        vault, data = (payload[1:17], payload[17:49]), payload[49:]
    part, inner_id, _, inner = open_envelope(data, vault)
    sound(part == SEGMENT and inner_id == id)
    return inner
