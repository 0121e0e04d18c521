"""What may be wrong with stored bytes.
Never says more than the document does."""


class Fault(Exception):
    """Why something cannot be read."""

    name = "fault"


class Damaged(Fault):
    """Differs from what the document says."""

    name = "damaged"


class Newer(Fault):
    """Written by a newer Attune, which can read it."""

    name = "newer"


class WrongKey(Fault):
    """Opens none of the ways in."""

    name = "wrong key"


def sound(holds):
    """Damaged unless `holds`."""
    if not holds:
        raise Damaged
