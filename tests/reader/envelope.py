"""The envelope around every value: its name, its seal and its content.
Never looks into the payload, and never chooses a nonce."""

import struct
import zlib

from nacl.bindings import (
    crypto_aead_xchacha20poly1305_ietf_decrypt as decrypt,
    crypto_aead_xchacha20poly1305_ietf_encrypt as encrypt,
)
from nacl.exceptions import CryptoError

from faults import Damaged, Newer, WrongKey, sound

HEAD, SEGMENT, KEPT, ASIDE = 0, 1, 2, 3
NAME = struct.Struct("<4sBBBBIQ")
PAYLOAD_MOST = 16_777_216
NONCE = 24
TAG = 16


def read_name(data):
    """Seal, part, id and generation."""
    sound(len(data) >= NAME.size)
    magic, form, seal, part, zero, id, generation = NAME.unpack_from(data)
    sound(magic == b"ATTN" and form > 0)
    if form > 1 or seal > 1:
        raise Newer
    sound(part <= ASIDE and zero == 0 and not (part == HEAD and id != 0))
    sound(len(data) % 1024 == 0 and not (seal == 0 and part >= KEPT))
    return seal, part, id, generation


def name_of(seal, part, id, generation):
    return NAME.pack(b"ATTN", 1, seal, part, 0, id, generation)


def read_front(data):
    """Of a sealed head: the vault's id, the ways in, and where the nonce begins."""
    sound(len(data) >= 40)
    length = int.from_bytes(data[36:40], "little")
    sound(40 + length <= len(data))
    return data[20:36], data[40 : 40 + length], 40 + length


def open_envelope(data, vault):
    """Part, id, generation and payload. `vault` is an id and a key, or None for a state of seal 0."""
    seal, part, id, generation = read_name(data)
    sound((seal == 1) == (vault is not None))
    if seal == 0:
        checked = data[:28] + data[32:]
        sound(zlib.crc32(checked) == int.from_bytes(data[28:32], "little"))
        return part, id, generation, inflate(data[20:28] + data[32:])
    bound, nonce_at = NAME.size, NAME.size
    shown = b""
    if part == HEAD:
        vault_id, _, nonce_at = read_front(data)
        sound(vault_id == vault[0])
        shown = data[36:nonce_at]
    sound(len(data) >= nonce_at + NONCE + TAG)
    associated = data[:bound] + vault[0] + shown
    nonce, closed = data[nonce_at : nonce_at + NONCE], data[nonce_at + NONCE :]
    return part, id, generation, inflate(unseal(vault[1], nonce, associated, closed))


def close_envelope(name, payload, sealed=None, ways=None):
    """`name` is part, id and generation; `sealed` an id, a key and a nonce; `ways` are a head's."""
    deflated = zlib.compress(payload)
    lengths = struct.pack("<II", len(deflated), len(payload))
    if sealed is None:
        start = name_of(0, *name) + lengths
        rest = deflated + bytes(-(len(start) + 4 + len(deflated)) % 1024)
        return start + struct.pack("<I", zlib.crc32(start + rest)) + rest
    vault_id, key, nonce = sealed
    front = name_of(1, *name)
    shown = b"" if ways is None else struct.pack("<I", len(ways)) + ways
    before = front + (b"" if ways is None else vault_id + shown)
    content = lengths + deflated
    content += bytes(-(len(before) + NONCE + len(content) + TAG) % 1024)
    return before + nonce + encrypt(content, front + vault_id + shown, nonce, key)


def inflate(content):
    """The payload out of a content."""
    sound(len(content) >= 8)
    deflated_length, length = struct.unpack_from("<II", content)
    deflated, padding = content[8 : 8 + deflated_length], content[8 + deflated_length :]
    sound(len(deflated) == deflated_length and len(padding) < 1024 and not any(padding))
    sound(length <= PAYLOAD_MOST and length <= 1032 * deflated_length)
    inflator = zlib.decompressobj()
    try:
        payload = inflator.decompress(deflated, length + 1)
    except zlib.error:
        raise Damaged from None
    sound(inflator.eof and not inflator.unused_data and len(payload) == length)
    return payload


def unseal(key, nonce, associated, closed, fault=Damaged):
    try:
        return decrypt(closed, associated, nonce, key)
    except CryptoError:
        raise fault from None


def unwrap(key, nonce, associated, closed):
    return unseal(key, nonce, associated, closed, WrongKey)
