"""A moment and what was caught in it, as sessions and sheets hold it.
Knows not whose it is."""

from postcard import U16, U32, List, Option, Struct
from values import (
    EFFECT, HANDS, ID, KNOWN_BY, LINE, STANDING, STRENGTH, KindFrom1, Listed, NeedsOnce, Word,
)

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
        beyond = max((item["id"] for item in moment["items"]), default=-1) + 1
        moment["next_item"] = min(max(moment["next_item"], beyond), 65_535)
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
