"""The keys of a locked vault, so that they can be looked for: worked out from its store and its secrets by tests/reader.
Never takes Attune's word for what they are."""

import pathlib
import sys

sys.path.append(str(pathlib.Path(__file__).parent.parent / "reader"))

from envelope import unwrap
from opening import read_heads
from ways import CODE, PASSPHRASE, WRAPPED, check, code_secret, derive


def keys_of(store, passphrase, code):
    """By name: what each secret becomes, and the key that both unwrap. Errors: one of them opens nothing."""
    head = read_heads(store)[0][0]
    keys = {"the code's bits": code_secret(code)}
    for kind, name, secret in ((PASSPHRASE, "passphrase", passphrase), (CODE, "code", code)):
        way = next(way for way in head.ways if check(way) == kind)
        parameters, nonce, wrapped = way[:-WRAPPED], way[-WRAPPED:-48], way[-48:]
        derived = derive(kind, secret, parameters)
        keys[f"the {name}'s key"] = derived
        keys["the vault's key"] = unwrap(derived, nonce, parameters + head.vault_id, wrapped)
    return keys
