"""The ways into a vault: what they are, and how a passphrase, a code or a passkey's answer becomes the vault's key.
Never tries a way whose cost is out of bounds, whoever wrote it."""

import struct
import unicodedata

from argon2.low_level import ARGON2_VERSION, Type, hash_secret_raw
from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_encrypt as encrypt

from envelope import unwrap
from faults import Damaged, Fault, Newer, WrongKey, sound

PASSPHRASE, CODE, PASSKEY, OPEN = 1, 2, 3, 4
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
WRAPPED = 24 + 48


class CostOut(Fault):
    name = "cost"


def read_ways(data):
    """Each way as it is stored: its kind and its body."""
    ways = []
    while data:
        sound(len(data) >= 2)
        end = 2 + int.from_bytes(data[:2], "little")
        sound(end <= len(data))
        ways.append(data[2:end])
        data = data[end:]
    sound(ways)
    return ways


def write_ways(ways):
    return b"".join(struct.pack("<H", len(way)) + way for way in ways)


def open_key(ways):
    """The key, where it lies open."""
    return next((way[1:] for way in ways if way[:1] == bytes([OPEN]) and len(way) == 33), None)


def describe(way):
    """What a way is, or why it cannot be tried."""
    names = {PASSPHRASE: "passphrase", CODE: "code", PASSKEY: "passkey", OPEN: "open"}
    try:
        return {"kind": names[check(way)]}
    except Fault as fault:
        return {"fault": fault.name}


def check(way):
    """The kind of a way that can be tried."""
    sound(way and way[0] != 0)
    if way[0] > OPEN:
        raise Newer
    if way[0] == OPEN:
        sound(len(way) == 33)
    elif way[0] == PASSKEY:
        sound(len(way) >= 1 + 32 + WRAPPED)
    else:
        sound(len(way) == 1 + 12 + 16 + WRAPPED)
        memory, passes, lanes = struct.unpack_from("<III", way, 1)
        if not (19_456 <= memory <= 262_144 and 2 <= passes <= 16 and 1 <= lanes <= 4):
            raise CostOut
    return way[0]


def derive(kind, secret, parameters):
    """The derived key; `parameters` are the kind and what stands before the nonce."""
    if kind == PASSKEY:
        return bytes.fromhex(secret)
    if kind == CODE:
        stretched = code_secret(secret)
    else:
        stretched = unicodedata.normalize("NFC", secret).encode()
    memory, passes, lanes = struct.unpack_from("<III", parameters, 1)
    salt = parameters[13:29]
    assert ARGON2_VERSION == 0x13
    return hash_secret_raw(stretched, salt, passes, memory, lanes, 32, Type.ID)


def unwrap_key(way, vault_id, kind, secret):
    """The vault's key."""
    if check(way) != kind:
        raise WrongKey
    parameters, nonce, wrapped = way[:-WRAPPED], way[-WRAPPED:-48], way[-48:]
    return unwrap(derive(kind, secret, parameters), nonce, parameters + vault_id, wrapped)


def wrap_key(kind, secret, cost, salt, nonce, vault):
    """A passphrase's or a code's way to the key of `vault`, an id and a key."""
    parameters = bytes([kind]) + struct.pack("<III", *cost) + salt
    key = derive(kind, secret, parameters)
    return parameters + nonce + encrypt(vault[1], parameters + vault[0], nonce, key)


def code_secret(typed):
    """The 27 drawn characters of a recovery code."""
    plain = "".join(it for it in typed.upper() if not it.isspace() and it != "-")
    plain = plain.replace("O", "0").replace("I", "1").replace("L", "1")
    values = [ALPHABET.find(it) for it in plain]
    if len(values) != 28 or -1 in values or remainder(values) != 0:
        raise Damaged
    return plain[:27].encode()


def remainder(values):
    """0 for a whole code."""
    total = 0
    for value in values:
        doubled = total << 1
        total = (doubled ^ 0b100101 if doubled & 32 else doubled) ^ value
    return total
