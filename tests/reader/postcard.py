"""Postcard, version 1, as far as a vault uses it: each type reads its value from bytes and writes it.
Knows nothing of vaults. A type is described once and serves both directions."""

from faults import Newer, sound


class Bytes:
    """Bytes that are taken from the front."""

    def __init__(self, data):
        self.data, self.at = data, 0

    def take(self, length):
        sound(self.at + length <= len(self.data))
        self.at += length
        return self.data[self.at - length : self.at]

    def is_empty(self):
        return self.at == len(self.data)


class Unsigned:
    """`u8` is one byte, wider ones are varints."""

    def __init__(self, bits):
        self.bits = bits

    def read(self, data):
        if self.bits == 8:
            return data.take(1)[0]
        value = 0
        for place in range(-(-self.bits // 7)):
            byte = data.take(1)[0]
            value |= (byte & 127) << (7 * place)
            if byte < 128:
                sound(value < 1 << self.bits)
                return value
        return sound(False)

    def write(self, value):
        if self.bits == 8:
            return bytes([value])
        written = bytearray()
        while value > 127:
            written.append(value & 127 | 128)
            value >>= 7
        return bytes(written + bytes([value]))


class Signed:
    """Zigzag: 0, -1, 1, -2 are 0, 1, 2, 3."""

    def __init__(self, bits):
        self.unsigned = Unsigned(bits)

    def read(self, data):
        value = self.unsigned.read(data)
        return value >> 1 if value & 1 == 0 else -(value >> 1) - 1

    def write(self, value):
        return self.unsigned.write(value * 2 if value >= 0 else -value * 2 - 1)


U8, U16, U32, U64, I32 = Unsigned(8), Unsigned(16), Unsigned(32), Unsigned(64), Signed(32)


class Bool:
    def read(self, data):
        value = U8.read(data)
        sound(value < 2)
        return value == 1

    def write(self, value):
        return U8.write(int(value))


class Row:
    """Bytes after their length."""

    def read(self, data):
        return data.take(U64.read(data))

    def write(self, value):
        return U64.write(len(value)) + value


class Text:
    def read(self, data):
        try:
            return Row().read(data).decode()
        except UnicodeDecodeError:
            return sound(False)

    def write(self, value):
        return Row().write(value.encode())


class Hex:
    """Bytes of fixed length, as hex digits."""

    def __init__(self, length):
        self.length = length

    def read(self, data):
        return data.take(self.length).hex()

    def write(self, value):
        return bytes.fromhex(value)


class Option:
    def __init__(self, of):
        self.of = of

    def read(self, data):
        return self.of.read(data) if Bool().read(data) else None

    def write(self, value):
        return b"\0" if value is None else b"\1" + self.of.write(value)


class List:
    def __init__(self, of):
        self.of = of

    def read(self, data):
        return [self.of.read(data) for _ in range(U64.read(data))]

    def write(self, value):
        return U64.write(len(value)) + b"".join(map(self.of.write, value))


class Struct:
    """Named fields in a row."""

    def __init__(self, **fields):
        self.fields = fields

    def read(self, data):
        return {name: of.read(data) for name, of in self.fields.items()}

    def write(self, value):
        return b"".join(of.write(value[name]) for name, of in self.fields.items())


class Number:
    """A byte that stands for a value; one that is not in the table is from a newer Attune."""

    def __init__(self, *values):
        self.values = dict(values)

    def read(self, data):
        number = U8.read(data)
        if number not in self.values:
            raise Newer
        return self.values[number]

    def write(self, value):
        return U8.write(next(number for number, it in self.values.items() if it == value))


def whole(of, data):
    """The value, and nothing behind it."""
    data = Bytes(data)
    value = of.read(data)
    sound(data.is_empty())
    return value
