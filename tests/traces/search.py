"""Looks for words, codes and keys in bytes, in each form a browser may have given them.
Never knows where the bytes came from."""

import base64
import re

# Runs of so many letters are rare in what is not text, so few are looked through; no word looked for is shorter.
SHORTEST = 10
RUNS = re.compile(rb"[a-z]{%d,}" % SHORTEST)


class Search:
    """What is looked for: words of small Latin letters; texts of other characters and keys as bytes, both by a name."""

    def __init__(self, words, texts=None, keys=None):
        for word in words:
            assert RUNS.fullmatch(word.encode()), word
        self.words = {word: word.encode() for word in words}
        self.texts = {name: forms_of_text(text) for name, text in (texts or {}).items()}
        self.texts |= {name: forms_of_digits(key) for name, key in (keys or {}).items()}
        self.keys = {name: forms_of_key(key) for name, key in (keys or {}).items()}

    def find(self, data):
        """The names of what stands in these bytes; a word is its own."""
        # UTF-16 puts a NUL beside each of these letters; without them it reads as UTF-8 and Latin-1 do.
        plain = data.replace(b"\0", b"").lower()
        runs = b"\n".join(RUNS.findall(plain))
        found = {word for word, form in self.words.items() if form in runs}
        for looked_for, where in ((self.texts, plain), (self.keys, data)):
            found |= {name for name, forms in looked_for.items() if any(form in where for form in forms)}
        return found


def forms_of_text(text):
    """A code as it is shown, with blanks, and in one piece."""
    return [text.replace("-", between).lower().encode() for between in ("-", " ", "")]


def forms_of_key(key):
    """The bytes themselves, and the characters that stand for them where only text can be kept."""
    letters = key.decode("latin-1")
    return [key, letters.encode(), letters.encode("utf-16-le")]


def forms_of_digits(key):
    """Hexadecimal, and base64 as it comes out at each of the three places where a key may begin in it."""
    forms = [key.hex()]
    for before in range(3):
        written = base64.b64encode(bytes(before) + key).decode()
        # What the neighbours have a part in is left out.
        inside = written[-(-before * 8 // 6) : (before + len(key)) * 8 // 6]
        forms += [inside, inside.replace("+", "-").replace("/", "_")]
    return [form.lower().encode() for form in forms]
