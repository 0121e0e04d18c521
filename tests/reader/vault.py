"""Reads and writes the vaults of Attune, from docs/vault-format.md alone.
Shares no line with Attune: it is there so that someone else could, and to show that they can.

    vault.py read [--passphrase | --code | --passkey] STORE...
    vault.py write [--passphrase | --code | --clear] NOTES FOLDER

A STORE is a folder with a file for each key, or a JSON file from each key to its bytes, one character each, as
`JSON.stringify(localStorage)` gives it. `read` prints a line of JSON for each. NOTES are as docs/exchange-format.md
has them. A passphrase, a code, or a passkey's answer in hex is read from the first line of the standard input.
"""

import argparse
import json
import pathlib
import sys

from faults import Fault
from opening import open_store
from ways import CODE, PASSKEY, PASSPHRASE
from writing import write_store


def load(path):
    """The vault's keys and bytes."""
    if path.is_dir():
        return {it.name: it.read_bytes() for it in path.iterdir() if it.suffix != ".txt"}
    entries = json.loads(path.read_text()).items()
    return {key.removeprefix("attune."): text.encode("latin-1") for key, text in entries}


def read(path, key):
    try:
        return open_store(load(path), key)
    except Fault as fault:
        return {"refused": fault.name}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("command", choices=["read", "write"])
    parser.add_argument("paths", nargs="+", type=pathlib.Path)
    for way in ("passphrase", "code", "passkey", "clear"):
        parser.add_argument(f"--{way}", action="store_true")
    chosen = parser.parse_args()
    ways = {PASSPHRASE: chosen.passphrase, CODE: chosen.code, PASSKEY: chosen.passkey}
    kind = next((kind for kind, is_meant in ways.items() if is_meant), None)
    key = kind and (kind, sys.stdin.readline().rstrip("\n"))
    if chosen.command == "read":
        for path in chosen.paths:
            print(json.dumps(read(path, key), ensure_ascii=False))
        return
    notes, folder = chosen.paths
    store = write_store(json.loads(notes.read_text()), key, chosen.clear)
    folder.mkdir(parents=True)
    for name, data in store.items():
        (folder / name).write_bytes(data)


if __name__ == "__main__":
    main()
