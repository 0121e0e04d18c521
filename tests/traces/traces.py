"""Looks through all files of a browser's profile for what must not be there in the clear, and for what must.
Shares no line with Attune.

    traces.py PROFILE

The standard input is one JSON object: `words`; the vault's `store` as `JSON.stringify(localStorage)` gives it, with
its `passphrase` and `code`. The standard output is another: how many `files`, what was `unpacked` how often, what was
`refused`, and what was `found`: each with its file within the profile, and how it lay there.
"""

import json
import pathlib
import sys

from keys import keys_of
from search import Search
from unpacking import Unpacked


def look_through(profile, search):
    """What was found where, and what was unpacked for it."""
    unpacked, found, files = Unpacked(), [], 0
    for path in sorted(it for it in profile.rglob("*") if it.is_file() and not it.is_symlink()):
        files += 1
        name = str(path.relative_to(profile))
        # A file's name is written down too. What lay there alike is looked through in one go: a database has many cells.
        alike = {"name": [name.encode()]}
        for how, data in unpacked.layers(path):
            alike.setdefault(how, []).append(data)
        for how, pieces in alike.items():
            found += [{"what": what, "file": name, "how": how} for what in sorted(search.find(b"\n\n".join(pieces)))]
    return {"files": files, "unpacked": unpacked.counts, "refused": unpacked.refused, "found": found}


def main():
    asked = json.load(sys.stdin)
    store = {
        key.removeprefix("attune."): text.encode("latin-1")
        for key, text in json.loads(asked["store"]).items() if key.startswith("attune.")
    }
    keys = keys_of(store, asked["passphrase"], asked["code"])
    search = Search(asked["words"], {"the recovery code": asked["code"]}, keys)
    print(json.dumps(look_through(pathlib.Path(sys.argv[1]), search)))


if __name__ == "__main__":
    main()
