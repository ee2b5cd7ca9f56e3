"""Reading and writing the lexicon tables of core/mentions/lexicons.

A table is UTF-8 text: `#` comment lines, one header row naming the columns, then one fact a row,
tab-separated, sorted by bytes. The last column is `source`, a key declared in the comments as
`# source KEY: title; licence; url`.
"""

import os
import re
import unicodedata

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
FOLDER = os.path.join(ROOT, "core", "mentions", "lexicons")

# Letters that Unicode does not decompose, as English newspapers write them.
_PLAIN = str.maketrans({
    "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th",
    "ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ı": "i", "ħ": "h", "Ħ": "H", "ə": "a", "Ə": "A",
    "‘": "'", "’": "'", "ʻ": "'", "ʼ": "'", "ʿ": "'", "ʾ": "'", "`": "'", "´": "'", "′": "'",
    "–": "-", "—": "-", "‐": "-", "‑": "-", "\u00a0": " ", "\u200b": "", "\u200e": "", "\u200f": "",
})


def plain(text):
    """Latin text without diacritics; whatever is not ASCII after that is left as it is."""
    text = unicodedata.normalize("NFKD", text.translate(_PLAIN))
    text = "".join(c for c in text if not unicodedata.combining(c)).translate(_PLAIN)
    return re.sub(r"\s+", " ", text).strip()


def is_ascii(text):
    return all(ord(c) < 128 for c in text)


def fold(text):
    """The key under which the engine would see two spellings as the same: case, marks and hyphens fall away."""
    return re.sub(r"[\s-]+", " ", plain(text).casefold()).strip()


class Table:
    def __init__(self, name):
        self.name = name
        self.path = os.path.join(FOLDER, name)
        self.comments = []
        self.columns = []
        self.rows = []

    def read(self):
        with open(self.path, encoding="utf-8", newline="") as handle:
            lines = handle.read().split("\n")
        for line in lines:
            if not line:
                continue
            if line.startswith("#") and not self.columns:
                self.comments.append(line)
            elif not self.columns:
                self.columns = line.split("\t")
            else:
                self.rows.append(line.split("\t"))
        return self

    def write(self):
        rows = sorted({tuple(row) for row in self.rows}, key=lambda row: [c.encode() for c in row])
        with open(self.path, "w", encoding="utf-8", newline="\n") as handle:
            for line in self.comments:
                handle.write(line + "\n")
            handle.write("\t".join(self.columns) + "\n")
            for row in rows:
                handle.write("\t".join(row) + "\n")
        return len(rows)

    def own(self):
        return [row for row in self.rows if row[-1] == "own"]
